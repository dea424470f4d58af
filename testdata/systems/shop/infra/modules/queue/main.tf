variable "name" {
  type = string
}

variable "senders" {
  description = "Who may send: \"anyone\", or the ARN of a topic."
  type        = string
}

resource "aws_sqs_queue" "this" {
  name = var.name
}

resource "aws_sqs_queue_policy" "this" {
  queue_url = aws_sqs_queue.this.url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [merge(
      {
        Sid       = "Senders"
        Effect    = "Allow"
        Principal = "*"
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.this.arn
      },
      var.senders == "anyone" ? {} : { Condition = { ArnEquals = { "aws:SourceArn" = var.senders } } },
    )]
  })
}

output "url" {
  value = aws_sqs_queue.this.url
}

output "arn" {
  value = aws_sqs_queue.this.arn
}
