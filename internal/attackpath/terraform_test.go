package attackpath_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/attackpath"
	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
	"github.com/threatvet/threatvet/internal/topology"
)

// common is what the configurations of TestTerraform share: a developer, a
// function that runs as an administrator, and a bucket that matters.
const common = `
resource "aws_iam_user" "dev" {
  name = "dev"
}
resource "aws_iam_access_key" "dev" {
  user = aws_iam_user.dev.name
}
resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = data.aws_iam_policy_document.lambda.json
}
data "aws_iam_policy_document" "lambda" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}
resource "aws_iam_role_policy_attachment" "deploy" {
  role       = aws_iam_role.deploy.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_s3_bucket" "customers" {
  bucket = "customers"
}
`

const passes = common + `
resource "aws_iam_policy" "dev" {
  name = "dev"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.deploy.arn },
    ]
  })
}
resource "aws_iam_group" "devs" {
  name = "devs"
}
resource "aws_iam_user_group_membership" "dev" {
  user   = aws_iam_user.dev.name
  groups = [aws_iam_group.devs.name]
}
resource "aws_iam_group_policy_attachment" "devs" {
  group      = aws_iam_group.devs.name
  policy_arn = aws_iam_policy.dev.arn
}
`

func TestTerraform(t *testing.T) {
	tests := []struct {
		name, source string
		want         []string
	}{
		{"a role passed by way of a group", passes, []string{"aws_iam_user.dev lambda-001 admin account-admin"}},
		{"the same with a boundary", passes + `
resource "aws_iam_policy" "boundary" {
  name   = "boundary"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })
}
resource "aws_iam_user" "other" {
  name                 = "other"
  permissions_boundary = aws_iam_policy.boundary.arn
}
resource "aws_iam_user_policy_attachment" "other" {
  user       = aws_iam_user.other.name
  policy_arn = aws_iam_policy.dev.arn
}
`, []string{"aws_iam_user.dev lambda-001 admin account-admin"}},
		{"the same with a Deny", passes + `
resource "aws_iam_user_policy" "no" {
  user   = aws_iam_user.dev.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "iam:PassRole", Resource = "*" }] })
}
`, nil},
		{"a bucket over a role", common + `
resource "aws_iam_role" "reader" {
  name               = "reader"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = aws_iam_user.dev.arn } }] })
}
resource "aws_iam_role_policy" "reader" {
  role   = aws_iam_role.reader.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:Get*", Resource = "${aws_s3_bucket.customers.arn}/*" }] })
}
`, []string{"aws_iam_user.dev sts-001 data-read aws_s3_bucket.customers"}},
		{"another bucket over a role", common + `
resource "aws_s3_bucket" "brochures" {
  bucket = "brochures"
}
resource "aws_iam_user_policy" "reader" {
  user   = aws_iam_user.dev.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = ["${aws_s3_bucket.brochures.arn}", "${aws_s3_bucket.brochures.arn}/*"] }] })
}
`, nil},
		{"a function in a region that nobody tells", inRegion(""), []string{"aws_iam_user.dev lambda-004 admin account-admin"}},
		{"the same where the region is another", inRegion(`provider "aws" {
  region = "eu-west-1"
}
`), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range read(t, tt.source).Paths {
				line := p.Start
				for _, s := range p.Steps {
					line += " " + s.Technique
					if s.Location.File != "main.tf" || s.Location.Line == 0 {
						t.Errorf("step %s is at %+v", s.Technique, s.Location)
					}
				}
				got = append(got, line+" "+p.End)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("paths (-want +got):\n%s", diff)
			}
		})
	}
}

// inRegion is a function that runs as an administrator, and rights on functions
// in one region.
func inRegion(provider string) string {
	return common + provider + `
resource "aws_lambda_function" "deploy" {
  function_name = "deploy"
  role          = aws_iam_role.deploy.arn
}
resource "aws_iam_user_policy" "dev" {
  user   = aws_iam_user.dev.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"], Resource = "arn:aws:lambda:us-west-2:*:function:*" }] })
}
`
}

// read runs a configuration through everything before the paths.
func read(t *testing.T, source string) *model.System {
	t.Helper()
	known, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	result, err := terraform.Load(context.Background(), terraform.Options{FS: fstest.MapFS{"main.tf": {Data: []byte(source)}}, Schema: known})
	if err != nil {
		t.Fatal(err)
	}
	if result.Diagnostics.HasErrors() {
		t.Fatal(result.Diagnostics)
	}
	sys := known.Build(result)
	sys.DataAssets = append(sys.DataAssets, &model.DataAsset{ID: "customers", Confidentiality: 4, Declared: true, FoundIn: []string{
		"aws_s3_bucket.customers", "aws_db_instance.customers", "aws_ebs_volume.customers", "google_storage_bucket.customers",
	}})
	topology.Compute(sys)
	iam.Decide(sys)
	attackpath.Search(sys, attackpath.Options{})
	return sys
}
