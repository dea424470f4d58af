package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/finding"
)

// The states of a finding in respect of an earlier scan, in SARIF's words.
const (
	statusNew       = "new"
	statusUpdated   = "updated"
	statusUnchanged = "unchanged"
)

// findings pairs the findings of both sides. Each way to pair takes what the one
// before it left over: the fingerprint; the only one of a threat on the same
// part; the only one of a threat that rests on the same facts and the same line of
// text, wherever a part of another name has it.
func (d *Diff) findings() {
	before, after := slices.Clone(d.Before.Findings), slices.Clone(d.After.Findings)
	for _, key := range []func(*finding.Finding) string{byFingerprint, byPart, byText} {
		before, after = d.pair(before, after, key)
	}
	for _, f := range after {
		f.Status = statusNew
		d.New = append(d.New, f)
	}
	d.Gone = before
	byRisk(d.New)
	byRisk(d.Gone)
	slices.SortStableFunc(d.Changed, func(a, b Pair) int { return riskier(a.After, b.After) })
}

func byFingerprint(f *finding.Finding) string { return f.Fingerprint }

func byPart(f *finding.Finding) string {
	if p := f.Path; p != nil {
		return strings.Join([]string{f.ThreatID, "path", p.Start, p.End, p.Gains}, "\x00")
	}
	return f.ThreatID + "\x00" + businesscontext.Base(f.Match.On)
}

func byText(f *finding.Finding) string {
	if f.Path != nil || f.LineHash == "" {
		return ""
	}
	hash, _, _ := strings.Cut(f.LineHash, ":")
	return strings.Join(append([]string{f.ThreatID, hash}, f.Match.Because...), "\x00")
}

// pair joins those that are alone with their key on both sides, and returns the
// others. An empty key joins nothing.
func (d *Diff) pair(before, after []*finding.Finding, key func(*finding.Finding) string) (left, right []*finding.Finding) {
	old, now := alone(before, key), alone(after, key)
	for _, f := range before {
		if k := key(f); k == "" || old[k] == nil || now[k] == nil {
			left = append(left, f)
		}
	}
	for _, f := range after {
		k := key(f)
		if k == "" || old[k] == nil || now[k] == nil {
			right = append(right, f)
			continue
		}
		d.matched(old[k], f)
	}
	return left, right
}

// alone returns the findings that share their key with no other.
func alone(all []*finding.Finding, key func(*finding.Finding) string) map[string]*finding.Finding {
	count := map[string]int{}
	one := map[string]*finding.Finding{}
	for _, f := range all {
		k := key(f)
		count[k]++
		one[k] = f
		if count[k] > 1 {
			one[k] = nil
		}
	}
	return one
}

func (d *Diff) matched(before, after *finding.Finding) {
	if before.Rating.Level == after.Rating.Level && before.Rating.Latent == after.Rating.Latent && before.Accepted() == after.Accepted() {
		after.Status = statusUnchanged
		d.Unchanged++
		return
	}
	after.Status = statusUpdated
	d.Changed = append(d.Changed, Pair{before, after})
}

func byRisk(list []*finding.Finding) { slices.SortStableFunc(list, riskier) }

func riskier(a, b *finding.Finding) int {
	return cmp.Or(cmp.Compare(b.Rating.Score, a.Rating.Score), a.Location.Compare(b.Location), strings.Compare(a.ID, b.ID))
}

// Raised reports whether a finding weighs more than it did: a higher score, in
// use now, or no longer accepted.
func (p Pair) Raised() bool {
	return p.After.Rating.Score > p.Before.Rating.Score || p.Before.Rating.Latent && !p.After.Rating.Latent || p.Before.Accepted() && !p.After.Accepted()
}
