output "bucket_names" {
  value = { for key, bucket in module.bucket : key => bucket.name }
}

output "private_networks" {
  value = aws_subnet.private[*].cidr_block
}

output "database_encrypted" {
  value = var.database.encrypted
}
