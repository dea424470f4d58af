# Where a root keeps its state, in which everything that it makes stands in plain
# text, credentials too. {name} is an argument of the backend. alias is how rights
# name the state; store names what it lies in, of one of the types.
# https://developer.hashicorp.com/terraform/language/backend

backend "s3" {
  provider = "aws"
  alias    = "arn:aws:s3:::{bucket}/{key}"
}
backend "gcs" {
  provider = "google"
  store    = "{bucket}"
  of_type  = ["google_storage_bucket"]
}
backend "azurerm" {
  provider = "azurerm"
  store    = "{storage_account_name}"
  of_type  = ["azurerm_storage_account"]
}
