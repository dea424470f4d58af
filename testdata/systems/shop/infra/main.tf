terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { system = "shop", environment = var.environment }
  }
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  name = "shop-${var.environment}"

  # Everything that is stored as files. What is public says so here.
  buckets = {
    customers = { public = false, versioned = true }
    brochures = { public = true, versioned = true }
    exports   = { public = false, versioned = false }
    reviews   = { public = true, versioned = true }
  }
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = local.buckets

  name      = "${local.name}-${each.key}"
  public    = each.value.public
  versioned = each.value.versioned
}
