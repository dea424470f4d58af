package catalog_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/terraform"
)

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := catalog.Default(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuild measures a thousand buckets with a policy and a guard each.
func BenchmarkBuild(b *testing.B) {
	c, err := catalog.Default()
	if err != nil {
		b.Fatal(err)
	}
	var src strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&src, `
resource "aws_s3_bucket" "b%[1]d" {
  bucket = "acme-b%[1]d"
}
resource "aws_s3_bucket_public_access_block" "b%[1]d" {
  bucket            = aws_s3_bucket.b%[1]d.id
  block_public_acls = true
}
resource "aws_s3_bucket_policy" "b%[1]d" {
  bucket = aws_s3_bucket.b%[1]d.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
}
`, i)
	}
	result, err := terraform.Load(context.Background(), terraform.Options{
		FS: fstest.MapFS{"main.tf": {Data: []byte(src.String())}}, Schema: c,
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	b.ReportAllocs()
	for b.Loop() {
		c.Build(result)
	}
}
