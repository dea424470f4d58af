package report

import (
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// alike puts together what readers tell apart by its place only: findings of one
// threat that the same words cure. The first of each lot is the worst.
func alike(findings []*finding.Finding) [][]*finding.Finding {
	type key struct{ threat, fix string }
	at := map[key]int{}
	var lots [][]*finding.Finding
	for _, f := range findings {
		k := key{f.ThreatID, f.Fix}
		i, ok := at[k]
		if !ok {
			i = len(lots)
			at[k] = i
			lots = append(lots, nil)
		}
		lots[i] = append(lots[i], f)
	}
	return lots
}

// named are the places that a lot lists unless everything was asked for.
const named = 10

// lot tells the first finding in full and of the others where they are.
func (p *printer) lot(findings []*finding.Finding, v *overview) {
	p.finding(findings[0], v)
	others := findings[1:]
	if len(others) == 0 {
		return
	}
	p.line("  The same in " + plain.Count(len(others), "other place") + ":")
	for i, f := range others {
		if i == named && len(others) > named+1 {
			p.line("  and " + plain.Number(len(others)-i) + " more; --verbose tells them all.")
			break
		}
		p.header(f, plain.End(f.Match.On)+" | "+f.ID)
	}
	p.blank()
}

// strike is a threat at a place.
type strike struct{ threat, place string }

// worstAt notes how bad each threat is at each place.
func worstAt(groups []group) map[strike]int {
	worst := map[strike]int{}
	for _, g := range groups {
		for _, f := range g.Findings {
			at := strike{f.ThreatID, place(f)}
			worst[at] = max(worst[at], height(g.Level))
		}
	}
	return worst
}

// saidWorse reports whether the same threat stands at the same place with a worse
// level: a role that reads thirty secrets is one thing to change.
func (v *overview) saidWorse(f *finding.Finding) bool {
	return v.worst[strike{f.ThreatID, place(f)}] > height(f.Rating.Level)
}
