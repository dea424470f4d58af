package scan

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The parts of the small systems of TestPathThreats.
const (
	bucketOfCustomers = `
resource "aws_s3_bucket" "customers" {
  bucket = "customers"
}
`
	everything = `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })`

	pipeline = bucketOfCustomers + `
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}
resource "aws_iam_role" "ci" {
  name = "ci"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect    = "Allow"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
    Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "SUBJECT" } }
  }] })
}
resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.id
  policy = ` + everything + `
}
`
	oldKey = bucketOfCustomers + `
resource "aws_iam_user" "old" {
  name = "old"
}
resource "aws_iam_user_policy" "old" {
  user   = aws_iam_user.old.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iam:PutUserPolicy", Resource = "*" }] })
}
`
	accessKey = `
resource "aws_iam_access_key" "old" {
  user = aws_iam_user.old.name
}
`
	app = bucketOfCustomers + `
resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = aws_iam_role.app.arn
}
resource "aws_backup_vault" "main" {
  name = "main"
}
resource "aws_iam_role_policy" "app" {
  role = aws_iam_role.app.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = "s3:DeleteObject", Resource = "${aws_s3_bucket.customers.arn}/*" },
    { Effect = "Allow", Action = "backup:DeleteRecoveryPoint", Resource = "*" },
  ] })
}
`
	hub = bucketOfCustomers + `
resource "aws_iam_user" "dev" {
  name = "dev"
}
resource "aws_iam_role" "hub" {
  name               = "hub"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = aws_iam_user.dev.arn } }] })
}
resource "aws_iam_role_policy" "hub" {
  role   = aws_iam_role.hub.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Resource = "ROLE" }] })
}
`
)

// TestPathThreats scans small systems from their sources to rated threats: each
// threat is found, and is not in the twin that differs in one thing.
func TestPathThreats(t *testing.T) {
	tests := []struct {
		threat, name, bad, good string
	}{
		{"XP-003", "any repository", strings.ReplaceAll(pipeline, "SUBJECT", "repo:*"), strings.ReplaceAll(pipeline, "SUBJECT", "repo:shop/web:ref:refs/heads/main")},
		{"XP-005", "a key", oldKey + accessKey, oldKey},
		{"XP-012", "unlocked backups", app, app + `
resource "aws_backup_vault_lock_configuration" "main" {
  backup_vault_name  = aws_backup_vault.main.name
  min_retention_days = 30
}
`},
		{"XP-015", "a right over itself", oldKey, strings.ReplaceAll(oldKey, "iam:PutUserPolicy", "iam:GetUserPolicy")},
		{"XP-016", "a role in another account", strings.ReplaceAll(hub, "ROLE", "arn:aws:iam::222222222222:role/deploy"), strings.ReplaceAll(hub, "ROLE", "arn:aws:iam::222222222222:user/deploy")},
	}
	for _, tt := range tests {
		t.Run(tt.threat+" "+tt.name, func(t *testing.T) {
			if got := threatsOf(t, tt.bad); !slices.Contains(got, tt.threat) {
				t.Errorf("found %v, want %s", got, tt.threat)
			}
			if got := threatsOf(t, tt.good); slices.Contains(got, tt.threat) {
				t.Errorf("the twin has %s too", tt.threat)
			}
		})
	}
}

func threatsOf(t *testing.T, source string) []string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"main.tf": source, "threat-context.yaml": `version: 1
data:
  - name: Customers
    kinds: [pii]
    if_exposed: severe
    if_changed: severe
    found_in: [aws_s3_bucket.customers]
`}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Run(context.Background(), Options{Dir: dir, Today: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range r.Findings {
		if f.Path != nil {
			list = append(list, f.Threat.ID)
		}
	}
	return list
}
