output "bucket" {
  description = "Where the service keeps its objects."
  value       = aws_s3_bucket.this["store"].bucket
}

output "bucket_arn" {
  value = aws_s3_bucket.this["store"].arn
}

output "logs_bucket" {
  value = aws_s3_bucket.this["logs"].bucket
}

output "database_address" {
  value = aws_db_instance.main.address
}

output "table" {
  value = aws_dynamodb_table.main.name
}

output "table_arn" {
  value = aws_dynamodb_table.main.arn
}

output "key_arn" {
  value = aws_kms_key.main.arn
}
