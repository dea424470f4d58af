resource "aws_sns_topic" "returns" {
  name              = "${local.name}-returns"
  kms_master_key_id = "alias/aws/sns"
}

module "queue" {
  source = "./modules/queue"
  for_each = {
    orders  = "anyone"
    returns = aws_sns_topic.returns.arn
  }

  name    = "${local.name}-${each.key}"
  senders = each.value
}
