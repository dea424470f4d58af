provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "tickets" {
  bucket = "helpdesk-tickets"
  tags = {
    cost-centre = "4711"
  }
}

resource "aws_s3_bucket" "menus" {
  bucket = "canteen-menus"
}

resource "aws_iam_user" "clerk" {
  name = "clerk"
}

resource "aws_iam_user_login_profile" "clerk" {
  user = aws_iam_user.clerk.name
}

resource "aws_iam_user_policy" "clerk" {
  user = aws_iam_user.clerk.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.tickets.arn}/*"
    }]
  })
}
