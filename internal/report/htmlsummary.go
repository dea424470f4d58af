package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

type tile struct {
	Class, Number, Name string
}

func tiles(v *overview) []tile {
	s := summarize(v)
	all := []tile{
		{"critical", plain.Number(s.Critical), "critical"}, {"high", plain.Number(s.High), "high"},
		{"medium", plain.Number(s.Medium), "medium"}, {"low", plain.Number(s.Low), "low"},
	}
	all = append(all, tile{"", plain.Number(s.Accepted), "accepted"})
	lost, _ := v.lost()
	return append(all, tile{"", plain.Number(len(lost)), "not analysed"})
}

// harm is one thing that can happen, told without a technical name.
type harm struct {
	Anchor, Text, Detail string
}

// Most lines in the summary's lists.
const (
	mostHarms        = 5
	mostFirstChanges = 3
)

// summarise writes what a product owner reads first.
func (p *page) summarise() {
	v := p.V
	points := chokePoints(ratedPaths(v.Report))
	p.Changes, p.PathCount = points, plain.Count(len(ratedPaths(v.Report)), "path")
	p.FirstChanges = points[:min(len(points), mostFirstChanges)]
	p.Harms = harms(v)
	p.Lead = lead(v)
	p.NoHarm = "No threat was found in what was read."
	if open := v.open(); len(p.Harms) == 0 && len(open) > 0 {
		p.NoHarm = "No whole way to what matters was found. The highest risk: " + plain.Sentence(open[0].Sentence)
	}
	p.NoChange = "Nothing closes a whole way, because none was found."
	if len(v.Paths) == 0 && len(v.open()) > 0 {
		p.NoChange = "Start with the threats of the highest level below."
	}
	p.Unsure = unsure(v)
	p.HowRated = "A level joins how likely harm is (how easy it is, who can reach it, what stands in the way) with how bad it would be, in the words of the owners. Each threat below says why."
}

// lead is the report in a sentence.
func lead(v *overview) string {
	open := v.open()
	if len(open) == 0 {
		return "No threats were found in what was read."
	}
	text := plain.Count(len(open), "threat")
	if n := len(v.Paths); n > 0 {
		verb := "are"
		if n == 1 {
			verb = "is"
		}
		text += fmt.Sprintf(", of which %s %s whole ways", plain.Number(n), verb)
		if n == 1 {
			text = plain.Count(len(open), "threat") + ", of which 1 is a whole way"
		}
		text += " from where attackers start to what matters"
	}
	return capital(text) + ": " + counts(open) + "."
}

// harms tells the ends of the paths, the worst first, each harm by each attacker
// once.
func harms(v *overview) []harm {
	var all []harm
	for i, f := range v.Paths {
		text := capital(storyOf(f.Path, v.System)) + "."
		if slices.ContainsFunc(all, func(h harm) bool { return h.Text == text }) {
			continue
		}
		all = append(all, harm{
			Anchor: plain.Line(f.ID), Text: text,
			Detail: fmt.Sprintf("%s and %s if it happens; path %d, %s.", capital(plain.Likelihood(f.Rating.Likelihood)), plain.Impact(f.Rating.Impact), i+1, plain.Count(len(f.Path.Steps), "step")),
		})
		if len(all) == mostHarms {
			break
		}
	}
	return all
}

// storyOf says who can do what on a path.
func storyOf(p *model.Path, sys *model.System) string {
	return cmp.Or(plainBegins(p), "an attacker") + " can " + deed(p, sys)
}

// plainBegins says where a path starts, with short names.
func plainBegins(p *model.Path) string {
	text := plain.Line(p.Begins)
	if strings.Contains(p.Start, ".") { // an id, not a word

		text = strings.ReplaceAll(text, plain.Line(p.Start), shortID(p.Start))
	}
	return text
}

// deed says what an attacker can do at the end of a path, to which data.
func deed(p *model.Path, sys *model.System) string {
	data := dataNames(p, sys)
	end := shortID(p.End)
	what := cmp.Or(data, "what "+end+" holds")
	switch p.Gains {
	case "reads":
		return "read " + what
	case "changes":
		return "change " + what
	case "erases":
		return "erase " + end
	case "admin":
		return "take over the whole account, with " + cmp.Or(data, "all that is in it")
	case "account":
		return "get into another account of the owners"
	case "identity":
		return "act as " + end
	}
	return "reach " + what
}

// dataNames lists the data at a path's end by name: that of which owners speak,
// or else, of a single place, what is inferred.
func dataNames(p *model.Path, sys *model.System) string {
	var declared, inferred []string
	for _, d := range sys.DataAssets {
		switch {
		case !slices.Contains(p.Data, d.ID):
		case d.Declared:
			declared = append(declared, plain.Line(d.Name))
		default:
			inferred = append(inferred, plain.Line(d.Name))
		}
	}
	if len(declared) == 0 && p.Gains != "admin" {
		declared = inferred
	}
	const few = 3
	if len(declared) > few {
		declared = append(declared[:few-1], plain.Count(len(declared)-few+1, "other"))
	}
	if n := len(declared); n > 1 {
		return strings.Join(declared[:n-1], ", ") + " and " + declared[n-1]
	}
	return strings.Join(declared, "")
}

// unsure says what the report does not know.
func unsure(v *overview) []string {
	var all []string
	if n := len(openQuestions(v.System)); n > 0 {
		all = append(all, plain.Count(n, "question")+" to owners, whose answers could change these levels.")
	}
	assumed := 0
	for _, f := range v.open() {
		if f.Rating.Assumed {
			assumed++
		}
	}
	if assumed > 0 {
		all = append(all, "How bad it would be is assumed for "+plain.Count(assumed, "threat")+": no owner has said what the data is worth.")
	}
	lost, inexact := v.lost()
	if n := len(lost); n > 0 {
		all = append(all, plain.Count(n, "part")+" of the sources could not be analysed.")
	}
	if n := len(inexact); n > 0 {
		all = append(all, plain.Count(n, "part")+" could be analysed less exactly only.")
	}
	if n := len(v.Accepted); n > 0 {
		all = append(all, plain.Count(n, "threat")+" that someone has decided to live with, and until when: see below.")
	}
	if len(all) == 0 {
		return []string{"Everything that was found was analysed, and no question is open."}
	}
	return all
}

// byWorth lists data as its owners value it, what they speak of first.
func byWorth(data []*model.DataAsset) []*model.DataAsset {
	sorted := slices.Clone(data)
	worth := func(d *model.DataAsset) int { return max(d.Confidentiality, d.Integrity, d.Availability) }
	slices.SortStableFunc(sorted, func(a, b *model.DataAsset) int {
		if a.Declared != b.Declared {
			if a.Declared {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(worth(b), worth(a)), cmp.Compare(a.Name, b.Name))
	})
	return sorted
}

// said is what an owner says of data, and whether they have said it.
func said(d *model.DataAsset, rating string, value int) string {
	word := plain.Impact(value)
	if d.Declared && slices.Contains(d.Assumed, rating) {
		word += " (assumed)"
	}
	return word
}

func further(others []*model.Path) string {
	return "The same change closes " + plain.Count(len(others), "further way") + " from the same start."
}

// outcomes says what answers would make of the first finding of a question.
func outcomes(list []model.Outcome) string {
	o := list[0]
	text := fmt.Sprintf("%s: %s now; %s if no harm comes of it, %s if the harm is severe", plain.Line(o.Title), plain.Line(o.Now), orNothing(plain.Line(o.IfNone)), orNothing(plain.Line(o.IfSevere)))
	if n := len(list) - 1; n > 0 {
		text += ". It decides " + plain.Count(n, "other threat") + " too"
	}
	return text + "."
}

// references are the names under which others know a threat.
func references(f *finding.Finding) string {
	if f.Threat == nil {
		return ""
	}
	var all []string
	for _, n := range f.Threat.CWE {
		all = append(all, fmt.Sprintf("CWE-%d", n))
	}
	for _, t := range f.Threat.Attack {
		all = append(all, "ATT&CK "+plain.Line(t))
	}
	return strings.Join(all, ", ")
}
