package catalog_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/catalog"
)

func TestExtendRejects(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"an unknown kind", `resource "x_y" { kind = "store.objct" }`, `"store.objct" is not a kind; The nearest is "store.object"`},
		{"an unknown fact", `resource "x_y" {
  fact "versionned" { value = true }
}`, `"versionned" is not a fact; The nearest is "versioned"`},
		{"an unknown function", `resource "x_y" { name = lowr(self.name) }`, `"lowr" is not a function; The nearest is "lower"`},
		{"an unknown argument", `resource "x_y" { kid = "queue" }`, `"kid"`},
		{"an unknown reader", `data "x_y" { read = "templat" }`, `The nearest is "template"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := catalog.Default()
			if err != nil {
				t.Fatal(err)
			}
			err = c.Extend(fstest.MapFS{"own.hcl": {Data: []byte(tt.src)}})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want it to contain %q", err, tt.want)
			}
			if err != nil && !strings.Contains(err.Error(), "own.hcl:") {
				t.Errorf("%v has no position", err)
			}
		})
	}
}

func TestDefaultIsSound(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Check(); err != nil {
		t.Error(err)
	}
}

func TestExtendAddsAndReplaces(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	err = c.Extend(fstest.MapFS{"own.hcl": {Data: []byte(`
resource "acme_store" {
  kind = "store.object"
  name = self.name
  also = ["acme_old_store"]

  fact "versioned" { value = default(self.keep, false) }
}

resource "aws_sqs_queue" {
  kind = "topic"
}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	sys := build(t, c, `
resource "acme_old_store" "s" {
  name = "s"
  keep = true
}
resource "aws_sqs_queue" "q" {}
`)
	if e := sys.Elements[0]; e.Kind != "store.object" || !e.Fact("versioned").True() || e.Fact("versioned").Evidence[0].Line != 4 {
		t.Errorf("got %+v", e)
	}
	if e := sys.Elements[1]; e.Kind != "topic" || len(e.Facts) != 0 {
		t.Errorf("got %+v, want the entry replaced", e)
	}
}

func TestStats(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	got := c.Stats(load(t, c, `
resource "aws_alb" "l" {}
resource "acme_store" "s" {}
resource "acme_store" "t" {}
data "aws_region" "r" {}
`))
	want := catalog.Stats{Resources: 3, Understood: 1, Types: map[string]int{"acme_store": 2, "aws_alb": 1}, Missing: map[string]int{"acme_store": 2}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStandinsSurviveText(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	sys := build(t, c, `
variable "name" {}
resource "aws_s3_bucket" "a" {
  bucket = "acme-${var.name}"
}
resource "aws_s3_bucket" "b" {
  bucket = "acme-${var.name}"
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  environment {
    variables = {
      ARN = "${aws_s3_bucket.b.arn}/x"
      URL = "https://${aws_s3_bucket.a.bucket_domain_name}/y"
    }
  }
}
`)
	refers := map[string][]string{}
	for _, e := range sys.Elements {
		for _, v := range e.Environment {
			refers[v.Name] = v.RefersTo
		}
	}
	want := map[string][]string{"ARN": {"aws_s3_bucket.b"}, "URL": {"aws_s3_bucket.a"}}
	if diff := cmp.Diff(want, refers); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, e := range sys.Elements {
		if strings.Contains(e.Name, "aws-s3") {
			t.Errorf("the stand-in %q became a name", e.Name)
		}
	}
}
