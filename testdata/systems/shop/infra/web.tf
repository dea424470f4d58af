resource "aws_lb" "front" {
  name               = "${local.name}-front"
  load_balancer_type = "application"
  security_groups    = [aws_security_group.front.id]
  subnets            = aws_subnet.public[*].id
}

resource "aws_lb_target_group" "web" {
  name     = "${local.name}-web"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}

resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.front.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS-1-0-2015-04"
  certificate_arn   = aws_acm_certificate.shop.arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

# Sends everyone to HTTPS; nothing is served here.
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]
}

resource "aws_instance" "web" {
  ami                    = data.aws_ami.linux.id
  instance_type          = "t4g.medium"
  subnet_id              = aws_subnet.private[0].id
  vpc_security_group_ids = [aws_security_group.web.id]
  iam_instance_profile   = aws_iam_instance_profile.web.name

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }

  user_data = <<-EOT
    #!/bin/sh
    cat > /etc/shop.env <<ENV
    CUSTOMERS_BUCKET=${module.bucket["customers"].name}
    ORDERS_QUEUE_URL=${module.queue["orders"].url}
    DATABASE_URL=$(fetch-secret ${aws_secretsmanager_secret.database.name})
    PICTURES_DIR=/var/pictures
    ENV
    systemctl start shop-web
  EOT

  root_block_device {
    encrypted = true
  }
}

resource "aws_instance" "jump" {
  ami                         = data.aws_ami.linux.id
  instance_type               = "t4g.nano"
  subnet_id                   = aws_subnet.public[0].id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.jump.id]

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    encrypted = true
  }
}

resource "aws_instance" "reports" {
  ami                         = data.aws_ami.linux.id
  instance_type               = "t4g.small"
  subnet_id                   = aws_subnet.public[1].id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.reports.id]
  iam_instance_profile        = aws_iam_instance_profile.reports.name

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    encrypted = true
  }
}
