resource "aws_sns_topic" "events" {
  for_each = local.topics

  name              = "${local.name}-${each.value}"
  kms_master_key_id = module.data.key_arn
  tags              = local.tags
}

resource "aws_sqs_queue" "work" {
  for_each = var.queues

  name                       = "${local.name}-${each.key}${each.value.fifo ? ".fifo" : ""}"
  fifo_queue                 = each.value.fifo
  message_retention_seconds  = each.value.retention
  visibility_timeout_seconds = 120
  kms_master_key_id          = module.data.key_arn

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 5
  })

  tags = local.tags
}

resource "aws_sqs_queue" "dead" {
  name                      = "${local.name}-dead"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
  tags                      = local.tags
}

resource "aws_sns_topic_subscription" "orders" {
  topic_arn            = aws_sns_topic.events["created"].arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.work["orders"].arn
  raw_message_delivery = true
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.work["orders"].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Topic"
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.work["orders"].arn
      Condition = {
        ArnEquals = { "aws:SourceArn" = aws_sns_topic.events["created"].arn }
      }
    }]
  })
}

resource "aws_lambda_function" "worker" {
  function_name = "${local.name}-worker"
  role          = aws_iam_role.worker.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "worker.zip"
  timeout       = 60
  memory_size   = 256

  environment {
    variables = {
      STAGE    = var.stage
      QUEUE    = aws_sqs_queue.work["orders"].url
      BUCKET   = module.data.bucket
      TABLE    = module.data.table
      LOGLEVEL = "info"
    }
  }

  vpc_config {
    subnet_ids         = [for s in aws_subnet.private : s.id]
    security_group_ids = [aws_security_group.service.id]
  }

  tracing_config {
    mode = "Active"
  }

  tags = local.tags
}

resource "aws_lambda_event_source_mapping" "worker" {
  event_source_arn = aws_sqs_queue.work["orders"].arn
  function_name    = aws_lambda_function.worker.arn
  batch_size       = 10
}

resource "aws_iam_role" "worker" {
  name = "${local.name}-worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })

  tags = local.tags
}

resource "aws_iam_policy" "worker" {
  name   = "${local.name}-worker"
  policy = data.aws_iam_policy_document.worker.json
}

data "aws_iam_policy_document" "worker" {
  statement {
    sid       = "Queues"
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    resources = [for q in aws_sqs_queue.work : q.arn]
  }

  statement {
    sid       = "Table"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"]
    resources = [module.data.table_arn, "${module.data.table_arn}/index/*"]
  }

  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:${local.region}:${data.aws_caller_identity.current.account_id}:log-group:/aws/lambda/${local.name}-worker:*"]
  }
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = aws_iam_policy.worker.arn
}

resource "aws_iam_role_policy_attachment" "network" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}

module "data" {
  source = "./data"

  name      = local.name
  network   = { vpc = aws_vpc.main.id, subnets = [for s in aws_subnet.private : s.id] }
  clients   = [aws_security_group.service.id]
  retention = var.stage == "prod" ? 14 : 1
  tags      = local.tags
}
