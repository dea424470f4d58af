package catalog_test

import (
	"slices"
	"testing"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/model"
)

// secretCases are ways in which a secret stands in the sources of Terraform, and
// ways to look like one.
var secretCases = []struct {
	name   string
	src    string
	secret bool
}{
	// In arguments that hold a secret.
	{"password of a database", `resource "aws_db_instance" "x" { password = "Tr0ub4dor-and-3" }`, true},
	{"password that the service keeps", `resource "aws_db_instance" "x" { manage_master_user_password = true }`, false},
	{"password of a cluster", `resource "aws_rds_cluster" "x" { master_password = "Tr0ub4dor-and-3" }`, true},
	{"password of a warehouse", `resource "aws_redshift_cluster" "x" { master_password = "Tr0ub4dor3" }`, true},
	{"token of a cache", `resource "aws_elasticache_replication_group" "x" { auth_token = "0123456789abcdef-tok" }`, true},
	{"password of Google", `resource "google_sql_user" "x" { password = "Tr0ub4dor-and-3" }`, true},
	{"password of Azure", `resource "azurerm_mssql_server" "x" { administrator_login_password = "Tr0ub4dor-and-3" }`, true},
	{"password of a machine", `resource "azurerm_linux_virtual_machine" "x" { admin_password = "Tr0ub4dor-and-3" }`, true},
	{"a login's password is one even as a placeholder", `resource "aws_db_instance" "x" { password = "changeme" }`, true},
	{"password that is left as found", `resource "aws_db_instance" "x" {
  password = "changeme"
  lifecycle { ignore_changes = [password] }
}`, false},
	{"no password", `resource "aws_db_instance" "x" { password = "" }`, false},

	// Where it comes from.
	{"variable without a default", `variable "p" { sensitive = true }
resource "aws_db_instance" "x" { password = var.p }`, false},
	{"variable with a default", `variable "p" { default = "Tr0ub4dor-and-3" }
resource "aws_db_instance" "x" { password = var.p }`, true},
	{"sensitive variable with a default", `variable "p" {
  default   = "Tr0ub4dor-and-3"
  sensitive = true
}
resource "aws_db_instance" "x" { password = var.p }`, true},
	{"local", `locals { p = "Tr0ub4dor-and-3" }
resource "aws_db_instance" "x" { password = local.p }`, true},
	{"local of a variable", `variable "p" {}
locals { p = "prefix-${var.p}" }
resource "aws_db_instance" "x" { password = local.p }`, false},
	{"random password", `resource "random_password" "p" { length = 20 }
resource "aws_db_instance" "x" { password = random_password.p.result }`, false},
	{"read from a store", `data "aws_secretsmanager_secret_version" "p" { secret_id = "db" }
resource "aws_db_instance" "x" { password = data.aws_secretsmanager_secret_version.p.secret_string }`, false},

	// In stores of secrets.
	{"secret written out", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "db"
  secret_string = "Tr0ub4dor-and-3"
}`, true},
	{"secret as JSON", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "db"
  secret_string = jsonencode({ username = "app", password = "Tr0ub4dor-and-3" })
}`, true},
	{"name of a zone", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "zone"
  secret_string = "payments.internal"
}`, false},
	{"words that a dot parts", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "zone"
  secret_string = "payments.hunter2"
}`, true},
	{"only a user and a host as JSON", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "db"
  secret_string = jsonencode({ username = "application", host = "db.shop.internal", port = "5432" })
}`, false},
	{"address of a service", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "cache"
  secret_string = "redis://cache.shop.internal:6379/0"
}`, false},
	{"address of a service with its password", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "cache"
  secret_string = "redis://:Tr0ub4dor-and-3@cache.shop.internal:6379/0"
}`, true},
	{"name of a host", `resource "aws_route53_zone" "x" { name = "internal.shop.example.com" }
resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "zone"
  secret_string = aws_route53_zone.x.name
}`, false},
	{"two words and a dot", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "door"
  secret_string = "troubador.and3"
}`, true},
	{"name of an account beside a made key", `resource "azurerm_storage_account" "x" { name = "shopfiles" }
resource "kubernetes_secret" "x" {
  metadata { name = "files" }
  data = {
    azurestorageaccountname = azurerm_storage_account.x.name
    azurestorageaccountkey  = azurerm_storage_account.x.primary_access_key
  }
}`, false},
	{"key of an account written out", `resource "kubernetes_secret" "x" {
  metadata { name = "files" }
  data = {
    azurestorageaccountname = "shopfiles"
    azurestorageaccountkey  = "Tr0ub4dorAnd3=="
  }
}`, true},
	{"placeholder", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "db"
  secret_string = "REPLACE_ME"
}`, false},
	{"placeholders as JSON", `resource "aws_secretsmanager_secret_version" "x" {
  secret_id     = "db"
  secret_string = jsonencode({ password = "placeholder", token = "todo" })
}`, false},
	{"secret of Azure", `resource "azurerm_key_vault_secret" "x" {
  name  = "db"
  value = "Tr0ub4dor-and-3"
}`, true},
	{"secret of Google", `resource "google_secret_manager_secret_version" "x" {
  secret      = "db"
  secret_data = "Tr0ub4dor-and-3"
}`, true},
	{"parameter that is a secret", `resource "aws_ssm_parameter" "x" {
  name  = "db"
  type  = "SecureString"
  value = "Tr0ub4dor-and-3"
}`, true},
	{"parameter that is a setting", `resource "aws_ssm_parameter" "x" {
  name  = "size"
  type  = "String"
  value = "Tr0ub4dor-and-3"
}`, false},
	{"parameter that holds an address of the cloud", `resource "aws_elasticache_replication_group" "r" { replication_group_id = "r" }
resource "aws_ssm_parameter" "x" {
  name  = "host"
  type  = "SecureString"
  value = aws_elasticache_replication_group.r.primary_endpoint_address
}`, false},
	{"parameter that holds a name of the cloud's", `resource "aws_iam_user" "u" { name = "ci" }
resource "aws_ssm_parameter" "x" {
  name  = "arn"
  type  = "SecureString"
  value = aws_iam_user.u.arn
}`, false},
	{"secret of a pipeline", `resource "github_actions_secret" "x" {
  secret_name     = "KEY"
  plaintext_value = "s3cr3t-deploy-value"
}`, true},
	{"secret of a pipeline that the cloud makes", `resource "aws_iam_access_key" "k" { user = "ci" }
resource "github_actions_secret" "x" {
  secret_name     = "KEY"
  plaintext_value = aws_iam_access_key.k.secret
}`, false},
	{"secret of a cluster", `resource "kubernetes_secret" "x" {
  metadata { name = "db" }
  data = { password = "Tr0ub4dor-and-3" }
}`, true},
	{"secret of a cluster from a variable", `variable "p" {}
resource "kubernetes_secret" "x" {
  metadata { name = "db" }
  data = { password = var.p }
}`, false},

	// In what programs are given.
	{"function's setting", `resource "aws_lambda_function" "x" {
  environment { variables = { DB_PASSWORD = "Tr0ub4dor-and-3" } }
}`, true},
	{"name of a secret", `resource "aws_lambda_function" "x" {
  environment { variables = { DB_PASSWORD_SECRET_NAME = "prod/shop/db" } }
}`, false},
	{"ordinary setting", `resource "aws_lambda_function" "x" {
  environment { variables = { LOG_LEVEL = "debug", TABLE = "orders-and-returns" } }
}`, false},
	{"long random text without context", `resource "aws_lambda_function" "x" {
  environment { variables = { RELEASE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b" } }
}`, false},
	{"access key id by its form", `resource "aws_lambda_function" "x" {
  environment { variables = { KEY = "AKIAQ3EGTLZ7RMD2XW5P" } }
}`, true},
	{"example key of the handbook as a setting", `resource "aws_lambda_function" "x" {
  environment { variables = { KEY = "AKIAIOSFODNN7EXAMPLE" } }
}`, false},
	{"token of a code host", `resource "aws_lambda_function" "x" {
  environment { variables = { NOTE = "ghp_0123456789abcdefghijABCDEFGHIJ012345" } }
}`, true},
	{"token of a payment service", `resource "aws_lambda_function" "x" {
  environment { variables = { NOTE = "` + "sk_live" + `_0123456789abcdefghij" } }
}`, true},
	{"password in an address", `resource "aws_lambda_function" "x" {
  environment { variables = { DATABASE_URL = "postgres://app:Tr0ub4dor3@db.shop.internal/shop" } }
}`, true},
	{"address without a password", `resource "aws_lambda_function" "x" {
  environment { variables = { DATABASE_URL = "postgres://db.shop.internal/shop" } }
}`, false},
	{"address with a variable's password", `variable "p" {}
resource "aws_lambda_function" "x" {
  environment { variables = { DATABASE_URL = "postgres://app:${var.p}@db.shop.internal/shop" } }
}`, false},
	{"container's setting", `resource "aws_ecs_task_definition" "x" {
  family                = "x"
  container_definitions = jsonencode([{ name = "x", image = "x", environment = [{ name = "API_KEY", value = "s3cr3t-deploy-value" }] }])
}`, true},
	{"container's secret by name", `resource "aws_ecs_task_definition" "x" {
  family                = "x"
  container_definitions = jsonencode([{ name = "x", image = "x", secrets = [{ name = "API_KEY", valueFrom = "arn:aws:ssm:eu-west-1:111111111111:parameter/key" }] }])
}`, false},

	// In start scripts.
	{"start script with a password", `resource "aws_instance" "x" {
  user_data = "#!/bin/sh\nexport DB_PASSWORD=Tr0ub4dor-and-3\n"
}`, true},
	{"start script with a private key", `resource "aws_instance" "x" {
  user_data = "#!/bin/sh\ncat > key <<K\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nK\n"
}`, true},
	{"start script that asks a store", `resource "aws_instance" "x" {
  user_data = "#!/bin/sh\nexport DB_PASSWORD=$(aws ssm get-parameter --name db)\n"
}`, false},
	{"start script without secrets", `resource "aws_instance" "x" {
  user_data = "#!/bin/sh\napt-get install -y nginx\n"
}`, false},
	{"start script of Google", `resource "google_compute_instance" "x" {
  metadata_startup_script = "export TOKEN=ghp_0123456789abcdefghijABCDEFGHIJ012345"
}`, true},
}

// secretFacts say that a secret stands in the sources.
var secretFacts = []string{"key_literal", "literal_secret", "password_literal", "user_data_secret"}

// TestSecretTable asks for each case whether some element has a secret in the
// sources.
func TestSecretTable(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range secretCases {
		t.Run(tt.name, func(t *testing.T) {
			sys := build(t, c, tt.src)
			got := slices.ContainsFunc(sys.Elements, func(e *model.Element) bool {
				return slices.ContainsFunc(secretFacts, func(name string) bool { f := e.Fact(name); return f.True() })
			})
			if got != tt.secret {
				t.Errorf("a secret in the sources: %t, want %t", got, tt.secret)
			}
		})
	}
}
