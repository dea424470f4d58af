package finding_test

import (
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
)

func TestQuestions(t *testing.T) {
	w := newWorld()
	w.bucket(`aws_s3_bucket.b["eu"]`, "main.tf", 2).Owners = []string{"@shop"}
	w.bucket(`aws_s3_bucket.b["us"]`, "main.tf", 2)
	w.bucket("aws_s3_bucket.known", "known.tf", 2)
	open := w.bucket("aws_s3_bucket.open", "open.tf", 2)
	open.Facts = map[string]model.Fact{
		"public_read": {State: model.Unknown, Reason: "the policy comes from var.policy"},
		"versioned":   {State: model.Unknown}, // no threat rests on it
	}
	w.matches = w.matches[:3]
	w.files["threat-context.yaml"] = text("data:", "  - {name: A, if_exposed: minor, found_in: [aws_s3_bucket.known]}")
	found := w.assemble(t)
	list := finding.Questions(w.sys, found, nil)
	if len(list) != 2 {
		t.Fatalf("%d questions, want 2: what b is worth, and whether open is public", len(list))
	}
	worth, fact := list[0], list[1]
	if worth.About != "aws_s3_bucket.b" || worth.Owner != "@shop" || worth.Effect <= fact.Effect || len(worth.Changes) != 1 {
		t.Errorf("%+v", worth)
	}
	if fact.About != "aws_s3_bucket.open" || !strings.Contains(fact.Text, "Anyone can read what it holds") || !strings.Contains(fact.Text, "var.policy") {
		t.Errorf("%+v", fact)
	}
	answered := &businesscontext.Context{Answers: map[string]*businesscontext.Answer{fact.ID: {Text: "It is private."}}}
	if again := finding.Questions(w.sys, found, answered); again[1].ID != fact.ID || again[1].Answer != "It is private." {
		t.Errorf("%+v", again[1])
	}
}
