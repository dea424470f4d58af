package attackpath_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/threatvet/threatvet/internal/model"
)

// developer is who attacks in most of testdata/terraform.
const developer = `
provider "aws" {
  region = "eu-west-1"
}
data "aws_caller_identity" "me" {}
resource "aws_iam_user" "dev" {
  name = "dev"
}
resource "aws_iam_access_key" "dev" {
  user = aws_iam_user.dev.name
}
`

// blocks are what takes the developer's rights away: each closes every way that
// begins with the developer's own rights.
var blocks = map[string]string{
	"a Deny of all but harmless actions": `
resource "aws_iam_user_policy" "block" {
  user   = aws_iam_user.dev.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", NotAction = ["s3:ListAllMyBuckets", "sts:GetCallerIdentity"], Resource = "*" }] })
}
`,
	"a group's Deny": `
resource "aws_iam_group" "block" {
  name = "block"
}
resource "aws_iam_user_group_membership" "block" {
  user   = aws_iam_user.dev.name
  groups = [aws_iam_group.block.name]
}
resource "aws_iam_group_policy" "block" {
  group  = aws_iam_group.block.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
}
`,
}

// harmless is a Deny that closes nothing.
const harmless = `
resource "aws_iam_user_policy" "harmless" {
  user   = aws_iam_user.dev.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = ["s3:DeleteBucket", "kms:ScheduleKeyDeletion"], Resource = "arn:aws:s3:::unrelated-*" }] })
}
`

// TestEstates reads each NAME/main.tf of testdata/terraform/*.txtar. NAME/want is
// the start, a technique and the end of a path that must be there, and must be
// gone where the developer's rights are taken away.
func TestEstates(t *testing.T) {
	files, err := filepath.Glob("testdata/terraform/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			source, want := archive.Files[i], strings.Fields(string(archive.Files[i+1].Data))
			t.Run(strings.TrimSuffix(source.Name, "/main.tf"), func(t *testing.T) {
				t.Parallel()
				estate(t, developer+string(source.Data), want[0], want[1], want[2])
			})
		}
	}
}

func estate(t *testing.T, source, start, technique, end string) {
	t.Helper()
	for _, text := range []string{source, source + harmless} {
		if paths := read(t, text).Paths; !leads(paths, start, technique, end) {
			t.Errorf("no path from %s by %s to %s, among %d", start, technique, end, len(paths))
		}
	}
	if start != "aws_iam_user.dev" {
		return
	}
	for name, block := range blocks {
		if leads(read(t, source+block).Paths, start, "", end) {
			t.Errorf("%s leaves a path open", name)
		}
	}
}

func leads(paths []*model.Path, start, technique, end string) bool {
	return slices.ContainsFunc(paths, func(p *model.Path) bool {
		return p.Start == start && p.End == end && slices.ContainsFunc(p.Steps, func(s model.Step) bool { return strings.HasPrefix(s.Technique, technique) })
	})
}
