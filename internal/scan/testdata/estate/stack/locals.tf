terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = local.tags
  }
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  name   = "STACK-${var.stage}"
  region = data.aws_region.current.name

  tags = {
    Stack = "STACK"
    Stage = var.stage
    Owner = "team-STACK"
  }

  subnets = {
    for i, zone in var.network.zones : zone => {
      zone    = "${local.region}${zone}"
      private = cidrsubnet(var.network.cidr, 8, i)
      public  = cidrsubnet(var.network.cidr, 8, i + 100)
    }
  }

  topics = toset(["created", "changed"])
}
