package scan

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2/hclparse"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/terraform"
)

// estate writes a generated estate of n resources: modules that are called
// again and again, roles with policies, buckets, queues and machines.
func estate(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	write := func(name, text string) {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("modules/service/main.tf", service)
	write("variables.tf", "variable \"stage\" { default = \"prod\" }\n")
	var calls strings.Builder
	const perCall = 10
	for i := range n / perCall {
		fmt.Fprintf(&calls, "module \"s%d\" {\n  source = \"./modules/service\"\n  name   = \"s%d-${var.stage}\"\n}\n\n", i, i)
		if i%200 == 199 {
			write(fmt.Sprintf("services%d.tf", i/200), calls.String())
			calls.Reset()
		}
	}
	write("services.tf", calls.String())
	return dir
}

const service = `variable "name" {}

locals {
  tags = { service = var.name }
}

resource "aws_s3_bucket" "b" {
  bucket = var.name
  tags   = local.tags
}

resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id
  versioning_configuration { status = "Enabled" }
}

resource "aws_s3_bucket_public_access_block" "b" {
  bucket                  = aws_s3_bucket.b.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_sqs_queue" "q" {
  count = 2
  name  = "${var.name}-${count.index}"
}

resource "aws_iam_role" "r" {
  name               = var.name
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "r" {
  role   = aws_iam_role.r.id
  policy = data.aws_iam_policy_document.r.json
}

data "aws_iam_policy_document" "r" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${aws_s3_bucket.b.arn}/*"]
  }
}

resource "aws_iam_instance_profile" "r" {
  role = aws_iam_role.r.name
}

resource "aws_instance" "i" {
  ami                  = "ami-1"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.r.name
}

resource "aws_security_group" "g" {
  name = var.name
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
`

// parseOnly is the reference: what reading the same files with hcl/v2 costs,
// modules parsed once for each call as an evaluator without sharing would.
func parseOnly(b *testing.B, dir string) {
	b.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if _, diags := hclparse.NewParser().ParseHCL(text, name); diags.HasErrors() {
			return diags
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

func BenchmarkEstate(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		dir := estate(b, n)
		b.Run(fmt.Sprintf("parse-only/%d", n), func(b *testing.B) {
			for b.Loop() {
				parseOnly(b, dir)
			}
		})
		b.Run(fmt.Sprintf("load/%d", n), func(b *testing.B) {
			types, err := catalog.Default()
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := terraform.Load(context.Background(), terraform.Options{FS: os.DirFS(dir), Schema: types}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/resource")
		})
		b.Run(fmt.Sprintf("scan/%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := Run(context.Background(), Options{Dir: dir, Today: time.Unix(0, 0)}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/resource")
		})
	}
}
