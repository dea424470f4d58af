package businesscontext_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
)

func TestAnswers(t *testing.T) {
	const bucket = "aws_s3_bucket.files"
	unknown := model.Fact{State: model.Unknown}
	fact := func(name string) string { return businesscontext.FactKey(bucket, name) }
	worth := businesscontext.WorthKey(bucket)
	tests := []struct {
		name, key, answer string
		fact              string // that is looked at
		want              model.Fact
		problem           string
	}{
		{"yes", fact("public_read"), "yes", "public_read", model.Fact{Value: true, State: model.Known}, ""},
		{"no, with a reason", fact("public_read"), "No, the account blocks it.", "public_read", model.Fact{Value: false, State: model.Known}, ""},
		{"a YAML truth", fact("public_read"), "true", "public_read", model.Fact{Value: true, State: model.Known}, ""},
		{"a number", fact("backup_retention_days"), "7", "backup_retention_days", model.Fact{Value: 7.0, State: model.Known}, ""},
		{"a word", fact("tls_min"), `"1.2"`, "tls_min", model.Fact{Value: "1.2", State: model.Known}, ""},
		{"free text", fact("public_read"), "I shall ask", "public_read", unknown, ""},
		{"a word where a number is asked", fact("backup_retention_days"), "enough", "backup_retention_days", unknown, ""},
		{"a fact that is known", fact("versioned"), "no", "versioned", model.Fact{Value: true, State: model.Known}, ""},
		{"no question", "ffff0000ffff0000", "yes", "public_read", unknown, "answers no question about this system"},
		{"worth", worth, "severe", "public_read", unknown, ""},
	}
	for _, tt := range tests {
		e := element(bucket, "main.tf")
		e.Kind = "store.object"
		e.Facts = map[string]model.Fact{"public_read": unknown, "backup_retention_days": unknown, "tls_min": unknown, "versioned": {Value: true, State: model.Known}}
		sys := system(e)
		id := businesscontext.QuestionID(tt.key, nil)
		c, problems := businesscontext.Load(repo("threat-context.yaml", fmt.Sprintf("answers:\n  %s: %s\n", id, tt.answer)), "")
		problems = append(problems, c.Apply(sys)...)
		if got := strings.Join(told(problems), "\n"); tt.problem == "" && got != "" || !strings.Contains(got, tt.problem) {
			t.Errorf("%s: problems %q, want %q", tt.name, got, tt.problem)
		}
		if got := e.Facts[tt.fact]; got.Value != tt.want.Value || got.State != tt.want.State {
			t.Errorf("%s: %v (%s), want %v (%s)", tt.name, got.Value, got.State, tt.want.Value, tt.want.State)
		}
		if tt.want.State == model.Known && tt.fact != "versioned" && (len(e.Facts[tt.fact].Evidence) != 2 || e.Facts[tt.fact].Evidence[1].File != "threat-context.yaml") {
			t.Errorf("%s: evidence %+v", tt.name, e.Facts[tt.fact].Evidence)
		}
		if rated := len(sys.DataAssets) == 1 && sys.DataAssets[0].Confidentiality == 4; rated != (tt.key == worth) {
			t.Errorf("%s: rated %v", tt.name, rated)
		}
	}
}

// TestAmbiguousAnswer finds two elements whose questions begin alike, and expects
// to be told how to tell them apart.
func TestAmbiguousAnswer(t *testing.T) {
	seen := map[string]string{}
	for i := 0; ; i++ {
		name := fmt.Sprintf("aws_s3_bucket.b%d", i)
		id := businesscontext.QuestionID(businesscontext.WorthKey(name), nil)
		other, again := seen[id]
		seen[id] = name
		if !again {
			continue
		}
		sys := system(element(other, "main.tf"), element(name, "main.tf"))
		c, _ := businesscontext.Load(repo("threat-context.yaml", "answers: {"+id+": severe}"), "")
		problems := told(c.Apply(sys))
		if len(problems) != 1 || !strings.Contains(problems[0], "could answer 2 questions") || len(sys.DataAssets) != 0 {
			t.Fatalf("%v, %d assets", problems, len(sys.DataAssets))
		}
		for _, base := range []string{other, name} {
			if longer := businesscontext.QuestionID(businesscontext.WorthKey(base), map[string]bool{id: true}); !strings.Contains(problems[0], longer+" about "+base) {
				t.Errorf("%q does not say %s about %s", problems[0], longer, base)
			}
		}
		return
	}
}

func TestQuestionIDsAreShortAndApart(t *testing.T) {
	taken := map[string]bool{}
	first := businesscontext.QuestionID("abcdef0123456789", taken)
	taken[first] = true
	if second := businesscontext.QuestionID("abcd999999999999", taken); first != "Q-abcd" || second != "Q-abcd9" {
		t.Errorf("%s, %s", first, second)
	}
	c := &businesscontext.Context{Answers: map[string]*businesscontext.Answer{"Q-ABCD9": {Text: "yes"}, "Q-a": {Text: "too short"}}}
	if got := c.AnswerTo("abcd999999999999"); got != "yes" {
		t.Errorf("%q", got)
	}
	if got := c.AnswerTo("a000000000000000"); got != "" {
		t.Errorf("%q", got)
	}
}
