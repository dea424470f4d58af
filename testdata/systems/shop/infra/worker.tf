resource "aws_ecs_cluster" "main" {
  name = local.name
}

resource "aws_ecs_task_definition" "worker" {
  family                   = "${local.name}-worker"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  task_role_arn            = aws_iam_role.worker.arn
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([{
    name  = "worker"
    image = var.images["worker"]
    user  = "1000"

    environment = [
      { name = "ORDERS_QUEUE_URL", value = module.queue["orders"].url },
      { name = "AWS_REGION", value = data.aws_region.current.name },
      { name = "PAYMENT_API_KEY", value = "sk_live_51HqLyjWDarjtT1zdp7dcXyZ0Qe4" },
      { name = "PAYMENT_SANDBOX_KEY", value = "REPLACE_ME" },
    ]

    secrets = [
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.database.arn },
    ]

    readonlyRootFilesystem = true
  }])
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.worker.arn
  launch_type     = "FARGATE"
  desired_count   = 2

  network_configuration {
    subnets         = aws_subnet.private[*].id
    security_groups = [aws_security_group.worker.id]
  }
}

resource "aws_ecr_repository" "worker" {
  name                 = "shop-worker"
  image_tag_mutability = "MUTABLE"
}
