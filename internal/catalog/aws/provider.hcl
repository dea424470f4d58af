# What all types of the provider share.

provider "aws" {
  tags         = merge(default(provider.default_tags[0].tags, {}), default(self.tags, {}))
  region       = default(self.region, provider.region, "us-east-1")
  location     = default(self.region, provider.region, null)
  region_given = can(provider.region) && default(provider.region, "") != ""
  account      = "111111111111"
  identifies   = default(provider.allowed_account_ids[0], provider.assume_role[0].role_arn, provider.profile, null)
  partition    = startswith(region, "cn-") ? "aws-cn" : startswith(region, "us-gov-") ? "aws-us-gov" : "aws"
}

locals {
  # The condition keys that make a statement for "*" not public, as
  # https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  # lists them ("The meaning of public"), and their like for other services.
  restricting_keys = [
    "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceName", "aws:ResourceAccount", "aws:SourceAccount", "aws:SourceArn",
    "aws:SourceIp", "aws:SourceOrgID", "aws:SourceOwner", "aws:SourceVpc", "aws:SourceVpce",
    "aws:VpcSourceIp", "aws:userid", "kms:CallerAccount", "s3:DataAccessPointAccount",
    "s3:DataAccessPointArn", "sns:Endpoint",
  ]
}
