package risk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// Rate rates one match of a threat.
func (r *Rater) Rate(t *model.Threat, m model.Match) Rating {
	if p := r.x.Paths[cmp.Or(m.Path, m.On)]; p != nil && (t.On == "path" || m.Path != "") {
		return r.ratePath(t, p)
	}
	subject := r.subject(m)
	ease := easeFactor(t)
	exposure, latent := r.exposureFactor(t, m, subject)
	if exposure.Value == 0 {
		return Rating{Level: None, Factors: []Factor{ease, exposure}}
	}
	controls := r.controlFactor(t, m, subject)
	base := min(ease.Value, exposure.Value) - controls.Value

	best := Rating{}
	for i, option := range r.options(t, m, subject, base) {
		rated := conclude(t, latent, base+option.path.Value, option.impact)
		rated.Factors = []Factor{ease, exposure, controls, option.path, option.impact.factor}
		if i == 0 || rated.Score > best.Score {
			best = rated
		}
	}
	return best
}

// conclude turns likelihood and impact into a level, with the two caps.
func conclude(t *model.Threat, latent bool, likelihood int, i impact) Rating {
	likelihood = clamp(likelihood, 1, 4)
	s := score(likelihood, i.factor.Value)
	if t.SafetyNet {
		s = min(s, safetyNetCap)
	}
	if t.Bare() && i.assumed && !i.whole {
		s = min(s, assumedNetCap)
	}
	if latent {
		s = min(s, latentCap)
	}
	rated := Rating{
		Level: level(s), Score: s, Likelihood: likelihood, Impact: i.factor.Value,
		Assumed: i.assumed, Latent: latent && s > 0,
	}
	if i.assumed {
		rated.AssumedOf = i.place
	}
	return rated
}

// option is one way in which a threat does harm.
type option struct {
	path   Factor
	impact impact
}

// options lists the harm to what is here, to what the threat reaches beyond,
// and to what the paths lead to that the threat is a step of.
func (r *Rater) options(t *model.Threat, m model.Match, subject string, base int) []option {
	list := []option{{r.pathFactor(m, subject), r.ownImpact(t, m, subject)}}
	if beyond, ok := r.beyondImpact(t, m, subject); ok {
		list = append(list, option{Factor{
			Name: "path",
			Why:  "what can be reached from here is counted as impact, so it does not make the threat likelier as well",
		}, beyond})
	}
	for _, way := range r.ways(t, m, subject) {
		list = append(list, r.wayOption(t, way, base))
	}
	return list
}

// way is a path, and the first of its steps that is still to be taken.
type way struct {
	path *model.Path
	from int
}

// ways lists the paths that a match opens: those it is a step of, and where it
// ends in acting as someone, what is left of those that pass through there.
func (r *Rater) ways(t *model.Threat, m model.Match, subject string) []way {
	var list []way
	have := map[string]bool{}
	for _, p := range r.stepOf(m) {
		have[p.ID] = true
		list = append(list, way{p, 0})
	}
	if !controls(t.Stride) {
		return list
	}
	for _, id := range r.actors(m, subject) {
		for _, p := range r.paths[id] {
			from := slices.IndexFunc(p.Steps, func(s model.Step) bool { return s.From == id })
			if from >= 0 && !have[p.ID] {
				have[p.ID] = true
				list = append(list, way{p, from})
			}
		}
	}
	return list
}

// wayOption is the harm at the end of a way, no likelier than its hardest step.
func (r *Rater) wayOption(t *model.Threat, w way, base int) option {
	chance := r.pathLikelihood(t, w.path, w.from)
	f := Factor{
		Name: "path", Value: min(0, chance.value-clamp(base, 1, 4)),
		Why:      fmt.Sprintf("is a step of the way from %s to %s, whose data is counted as impact", startWords(w.path.Start), endWords(w.path.End)),
		Lower:    chokeAdvice(w.path),
		Evidence: pathEvidence(w.path),
	}
	if f.Value < 0 {
		f.Why += fmt.Sprintf("; the hardest step of that way, to %s, is harder than this one", endWords(chance.hardest.To))
	}
	return option{f, r.endImpact(t, w.path)}
}

// subject is the element or identity whose exposure decides. A weakness in
// code stands where its code runs, even where the policy names its service.
func (r *Rater) subject(m model.Match) string {
	if w := r.x.Weaknesses[m.Weakness]; w != nil && r.x.Elements[w.Element] != nil {
		return w.Element
	}
	if m.On != "" && (r.x.Elements[m.On] != nil || r.x.Identities[m.On] != nil || m.On == Account) {
		return m.On
	}
	if e := r.x.Entries[cmp.Or(m.EntryPoint, m.On)]; e != nil {
		return e.Element
	}
	if f := r.x.Flows[cmp.Or(m.Flow, m.On)]; f != nil {
		return f.From
	}
	if p := r.x.Policies[cmp.Or(m.Policy, m.On)]; p != nil {
		return p.Holder
	}
	return m.On
}

func easeFactor(t *model.Threat) Factor {
	ease := clamp(t.Ease, 1, 4)
	why := [...]string{
		1: "the absence of a safety net, or rare skill: nothing happens by this alone",
		2: "needs a position first, such as a place in the network or someone's rights",
		3: "a public technique with public tools",
		4: "just ask: no skill and no first foothold",
	}[ease]
	return Factor{Name: "ease", Value: ease, Why: why, Lower: t.Fix}
}

// pathFactor is 1 where the subject lies on a complete path to data rated
// serious or worse.
func (r *Rater) pathFactor(m model.Match, subject string) Factor {
	for _, id := range []string{subject, m.On} {
		for _, p := range r.paths[id] {
			worst := r.endWorst(p)
			if worst.factor.Value < 3 {
				continue
			}
			return Factor{
				Name: "path", Value: 1,
				Why:      fmt.Sprintf("lies on a whole way from %s to %s: %s", startWords(p.Start), endWords(p.End), worst.factor.Why),
				Lower:    chokeAdvice(p),
				Evidence: pathEvidence(p),
			}
		}
	}
	return Factor{Name: "path", Why: "lies on no whole way to data that is rated serious or worse"}
}

// stepOf lists the paths that have this very match as a step: through its
// weakness, or through a fact that both rest on.
func (r *Rater) stepOf(m model.Match) []*model.Path {
	var list []*model.Path
	for _, key := range Keys(m) {
		for _, p := range r.steps[key] {
			if !slices.Contains(list, p) {
				list = append(list, p)
			}
		}
	}
	return list
}

// Keys names what a match rests on as the steps of paths name it: the same
// weakness in code, the same grant, or a fact of the same element.
func Keys(m model.Match) []string {
	var keys []string
	for _, fact := range m.Because {
		keys = append(keys, m.On+"#"+fact)
	}
	return slices.DeleteFunc(append(keys, m.Weakness, m.Grant), func(k string) bool { return k == "" })
}

func chokeAdvice(p *model.Path) string {
	if len(p.ChokePoints) == 0 {
		return ""
	}
	return p.ChokePoints[0].Change
}

func pathEvidence(p *model.Path) []model.Evidence {
	var list []model.Evidence
	for _, s := range p.Steps {
		list = append(list, stepEvidence(s)...)
	}
	return list
}

func stepEvidence(s model.Step) []model.Evidence {
	if s.Location.IsZero() {
		return nil
	}
	return []model.Evidence{{Location: s.Location, Address: s.To, Note: cmp.Or(s.Sentence, s.Technique)}}
}

func startWords(id string) string {
	switch id {
	case "internet":
		return "the internet"
	case "any-account":
		return "any account at the provider"
	case partnerAddresses:
		return "the addresses that are let in"
	}
	return id
}

func endWords(id string) string {
	if id == adminEnd {
		return "administrator rights"
	}
	return id
}

func words(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}
