resource "aws_db_subnet_group" "main" {
  name       = local.name
  subnet_ids = aws_subnet.private[*].id
}

resource "aws_db_instance" "orders" {
  identifier              = "${local.name}-orders"
  engine                  = "postgres"
  instance_class          = var.database.class
  allocated_storage       = 50
  username                = "shop"
  password                = var.database_password
  db_subnet_group_name    = aws_db_subnet_group.main.name
  vpc_security_group_ids  = [aws_security_group.database.id]
  storage_encrypted       = var.database.encrypted
  backup_retention_period = var.database.backups
  skip_final_snapshot     = true
}

resource "aws_secretsmanager_secret" "database" {
  name = "${local.name}/database"
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = aws_secretsmanager_secret.database.id
  secret_string = "postgres://shop:${var.database_password}@${aws_db_instance.orders.endpoint}/shop"
}
