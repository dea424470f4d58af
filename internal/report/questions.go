package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// QuestionOptions choose which questions are written.
type QuestionOptions struct {
	// Most is how many at most, those whose answers move most first; 0 for all.
	Most int
	// Owner asks for the questions to one owner only.
	Owner string
}

// nobody is the owner of what has none.
const nobody = ""

// chooseQuestions returns the open questions that were asked for, and how many
// more there are.
func chooseQuestions(r *finding.Report, o QuestionOptions) (chosen []*model.Question, more int) {
	for _, q := range openQuestions(r.System) {
		if o.Owner == "" || strings.EqualFold(strings.TrimPrefix(q.Owner, "@"), strings.TrimPrefix(o.Owner, "@")) {
			chosen = append(chosen, q)
		}
	}
	if o.Most > 0 && len(chosen) > o.Most {
		return chosen[:o.Most], len(chosen) - o.Most
	}
	return chosen, 0
}

// QuestionsMarkdown writes the questions to owners, one part for each owner, so
// that it can be sent as it is. Those whose answers move most come first.
func QuestionsMarkdown(w io.Writer, r *finding.Report, o QuestionOptions) error {
	list, more := chooseQuestions(r, o)
	var c comment
	c.line("# Questions to owners")
	c.line("")
	if len(list) == 0 {
		c.line("Nothing is open: no answer would change how a finding is rated.")
		return c.writeTo(w)
	}
	c.line("The sources cannot tell these things, and the answers decide how bad a finding is. Put them into")
	c.line("`threat-context.yaml`; nothing else is needed, and a technical answer is not expected.")
	for _, owner := range ownersInOrder(list) {
		c.line("")
		c.line("## %s", ownerTitle(owner))
		asked := slices.DeleteFunc(slices.Clone(list), func(q *model.Question) bool { return q.Owner != owner })
		for _, q := range asked {
			c.question(q, r)
		}
		c.form(asked)
	}
	if more > 0 {
		c.line("")
		c.line("%s, whose answers would move less: `threatvet questions --all`.", capital(plain.Count(more, "further question")))
	}
	return c.writeTo(w)
}

func (c *comment) writeTo(w io.Writer) error {
	if _, err := w.Write(c.Bytes()); err != nil {
		return fmt.Errorf("write Markdown: %w", err)
	}
	return nil
}

// ownersInOrder lists the owners, whoever has the weightiest question first and
// nobody last.
func ownersInOrder(list []*model.Question) []string {
	var owners []string
	unowned := false
	for _, q := range list {
		switch {
		case q.Owner == nobody:
			unowned = true
		case !slices.Contains(owners, q.Owner):
			owners = append(owners, q.Owner)
		}
	}
	if unowned {
		owners = append(owners, nobody)
	}
	return owners
}

func ownerTitle(owner string) string {
	if owner == nobody {
		return "Nobody is named as owner"
	}
	return plain.Code(plain.Cut(owner, commentText))
}

// mostOutcomes is how many findings a question lists.
const mostOutcomes = 5

func (c *comment) question(q *model.Question, r *finding.Report) {
	c.line("")
	c.line("### %s", plain.Code(q.ID))
	c.line("")
	c.line("%s", plain.Markdown(plain.Cut(plain.Line(q.Text), commentText)))
	c.line("")
	for i, o := range q.Outcomes {
		if i == mostOutcomes {
			c.line("- and %s", plain.Count(len(q.Outcomes)-i, "other finding"))
			break
		}
		c.line("- %s: %s now; %s if no harm comes of it, %s if the harm is severe", plain.Markdown(plain.Line(o.Title)), o.Now, orNothing(o.IfNone), orNothing(o.IfSevere))
	}
	if len(q.Outcomes) == 0 && len(q.Changes) > 0 {
		c.line("It decides whether this is a threat here: %s.", plain.Markdown(strings.Join(threatTitles(q.Changes, r), "; ")))
	}
}

func orNothing(level string) string {
	if level == "none" {
		return "no finding"
	}
	return level
}

func threatTitles(ids []string, r *finding.Report) []string {
	titles := map[string]string{}
	for _, t := range r.Threats {
		titles[t.ID] = t.Title
	}
	var list []string
	for _, id := range ids {
		title := titles[id]
		if title == "" {
			title = id
		}
		list = append(list, plain.Line(title))
	}
	return list
}

// form is what to copy into the context file and fill in.
func (c *comment) form(asked []*model.Question) {
	c.line("")
	c.line("```yaml")
	c.line("answers:")
	for _, q := range asked {
		c.line("  %s:   # %s", q.ID, expects(q))
	}
	c.line("```")
}

func expects(q *model.Question) string {
	if len(q.Outcomes) > 0 {
		return "none, minor, noticeable, serious or severe"
	}
	return "yes or no"
}

type questionsJSON struct {
	Version   int               `json:"version"`
	Questions []*model.Question `json:"questions"`
	Further   int               `json:"further"`
}

// QuestionsJSON writes the questions for programs.
func QuestionsJSON(w io.Writer, r *finding.Report, o QuestionOptions) error {
	chosen, more := chooseQuestions(r, o)
	return encode(w, questionsJSON{Version: jsonVersion, Questions: list(chosen), Further: more})
}
