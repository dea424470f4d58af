package catalog_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
	"github.com/threatvet/threatvet/internal/topology"
)

// TestWrongTypes gives arguments of types that no provider would accept: what
// cannot be read is unknown, and the rest goes on.
func TestWrongTypes(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	sys := build(t, c, `
resource "aws_s3_bucket" "b" {
  bucket     = ["a"]
  acl        = { a = 1 }
  versioning = "yes"
  grant      = 7
  tags       = "none"
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b
  policy = "no json"
}
resource "aws_security_group" "g" {
  ingress = "all"
  egress  = [1, null, { cidr_blocks = 3, from_port = "x" }]
}
resource "aws_ecs_task_definition" "t" {
  family                = null
  container_definitions = jsonencode({ a = [1] })
}
resource "aws_instance" "i" {
  metadata_options       = [[]]
  vpc_security_group_ids = aws_security_group.g
  subnet_id              = [null]
}
data "template_file" "t" {
  template = "$${a"
  vars     = ["a"]
}
data "aws_iam_policy_document" "d" {
  statement = "all"
}
resource "aws_iam_role" "r" {
  assume_role_policy  = jsonencode([1, { Statement = 3 }])
  managed_policy_arns = { a = "b" }
  inline_policy       = "x"
}
resource "aws_lb" "l" {
  subnets         = 1
  security_groups = "sg"
}
resource "aws_lb_listener" "l" {
  load_balancer_arn = aws_lb.l.arn
  default_action    = [1]
  port              = "https"
}`)
	facts := map[string]model.Fact{}
	for _, e := range sys.Elements {
		for name, f := range e.Facts {
			facts[e.ID+" "+name] = f
		}
	}
	for _, name := range []string{"aws_s3_bucket.b tls_required", "aws_s3_bucket.b public_read"} {
		if f := facts[name]; f.State != model.Unknown || len(f.Evidence) == 0 {
			t.Errorf("%s is %+v, want it unknown with evidence", name, f)
		}
	}
}

// FuzzBuild builds models of arbitrary Terraform.
func FuzzBuild(f *testing.F) {
	c, err := catalog.Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(`resource "aws_s3_bucket" "b" { bucket = "b" }`)
	f.Add(`variable "x" {}
resource "aws_security_group" "g" {
  ingress {
    cidr_blocks = [var.x, "0.0.0.0/0"]
  }
}`)
	f.Add(`resource "aws_ecs_task_definition" "t" { container_definitions = jsonencode([{ environment = [{ name = "A", value = aws_sqs_queue.q.url }] }]) }
resource "aws_sqs_queue" "q" { policy = data.aws_iam_policy_document.d.json }
data "aws_iam_policy_document" "d" {
  statement { actions = ["sqs:*"] }
}`)
	f.Fuzz(func(t *testing.T, src string) {
		result, err := terraform.Load(context.Background(), terraform.Options{
			FS: fstest.MapFS{"main.tf": {Data: []byte(src)}}, Schema: c,
		})
		if err != nil {
			return
		}
		topology.Compute(c.Build(result))
	})
}
