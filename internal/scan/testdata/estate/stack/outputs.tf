output "address" {
  description = "Where the service answers."
  value       = "https://${aws_route53_record.main.name}"
}

output "queues" {
  description = "The queues by name."
  value       = { for name, q in aws_sqs_queue.work : name => q.url }
}
