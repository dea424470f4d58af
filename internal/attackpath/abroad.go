package attackpath

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// foreign is a role in an account that is not in the sources, and the statement
// that lets an identity assume it.
type foreign struct {
	arn, account string
	statement    ground
	evidence     model.Evidence
	conditions   []string
}

// abroad is the ARN of a role in a named account.
var abroad = regexp.MustCompile(`^arn:aws[a-z-]*:iam::(\d{12}):role/`)

// addEvidence finds what audit trails write to.
func (w *world) addEvidence() {
	for _, f := range w.sys.Flows {
		if from := w.Elements[f.From]; from != nil && from.Kind == "log.trail" && f.To != "" {
			w.evidenceIn[f.To] = true
		}
	}
}

// addForeign finds the roles of other accounts that identities may assume. What
// those roles trust is not in the sources.
func (w *world) addForeign() {
	own := map[string]bool{}
	for _, i := range w.sys.Identities {
		own[iam.AccountOf(i.ARN)] = true
	}
	holders := map[string][]string{}
	for _, i := range w.sys.Identities {
		for _, g := range i.Groups {
			holders[g] = append(holders[g], i.ID)
		}
	}
	for _, p := range w.sys.Policies {
		if p.Kind != "identity" || !strings.Contains(p.Document, ":role/") {
			continue
		}
		doc, err := iam.Parse(p.Document)
		if err != nil {
			continue
		}
		for _, r := range foreignRoles(p, doc, own) {
			for _, id := range append([]string{p.Holder}, holders[p.Holder]...) {
				if w.Identities[id] != nil && w.decider.Could(id, "sts:AssumeRole") {
					w.abroad[id] = append(w.abroad[id], r)
				}
			}
		}
	}
}

// foreignRoles lists the roles of other accounts that a document allows to
// assume. One that also denies it says nothing here.
func foreignRoles(p *model.Policy, doc *iam.Document, own map[string]bool) []foreign {
	var list []foreign
	for _, s := range doc.Statements {
		if !slices.ContainsFunc(s.Actions, func(a string) bool { return a == "*" || a == "sts:*" || strings.EqualFold(a, "sts:AssumeRole") }) {
			continue
		}
		if s.Effect == "Deny" {
			return nil
		}
		for _, arn := range s.Resources {
			m := abroad.FindStringSubmatch(arn)
			if m == nil || own[m[1]] {
				continue
			}
			r := foreign{arn: arn, account: m[1], evidence: evidenceOf(p, s.Index)}
			for _, c := range s.Conditions {
				r.conditions = append(r.conditions, c.Key+" is as the statement asks")
			}
			r.statement = ground{
				id: fmt.Sprintf("%s:%d", p.ID, s.Index), change: "narrow the statement in " + p.Holder + " that allows it", location: r.evidence.Location,
			}
			list = append(list, r)
		}
	}
	return list
}

// evidenceOf is the place of a policy's statement, or of the policy.
func evidenceOf(p *model.Policy, index int) model.Evidence {
	var e model.Evidence
	if len(p.Evidence) > 0 {
		e = p.Evidence[0]
	}
	if index < len(p.Statements) && !p.Statements[index].IsZero() {
		e.Location = p.Statements[index]
	}
	return e
}

// crossings are the edges into other accounts.
func (g *graph) crossings(p position) []*edge {
	var list []*edge
	for _, r := range g.abroad[p.id] {
		to := position{otherAccount, "account:" + r.account}
		if slices.ContainsFunc(list, func(e *edge) bool { return e.to == to }) {
			continue
		}
		e := &edge{from: p, to: to, plain: true, rests: []ground{r.statement}}
		e.step = model.Step{
			From: p.id, To: to.id, Technique: "x-other-account", Actions: []string{"sts:AssumeRole"}, Ease: 3,
			Sentence: fmt.Sprintf("%s may assume %s, which is in another account.", p.id, r.arn),
			Assumes:  append([]string{"that role trusts " + p.id + " or its account"}, r.conditions...),
			Evidence: []model.Evidence{r.evidence}, Attack: []string{"T1199", "T1550.001"}, Location: r.evidence.Location,
		}
		list = append(list, e)
	}
	return list
}
