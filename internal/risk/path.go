package risk

import (
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// pathChance is how likely a whole path is: as likely as its hardest step.
type pathChance struct {
	value                    int
	hardest                  model.Step
	ease, exposure, controls Factor
	assumed                  Factor
}

// ratePath rates a way from a start to what matters.
func (r *Rater) ratePath(t *model.Threat, p *model.Path) Rating {
	if len(p.Steps) == 0 {
		return Rating{Level: None}
	}
	chance := r.pathLikelihood(t, p, 0)
	i := r.endImpact(t, p)
	rated := conclude(t, false, chance.value, i)
	rated.Factors = []Factor{chance.ease, chance.exposure, chance.controls, chance.assumed, i.factor}
	return rated
}

// pathLikelihood finds the step with the smallest likelihood among those from
// the given one on; of several, the first.
func (r *Rater) pathLikelihood(t *model.Threat, p *model.Path, from int) pathChance {
	var hardest pathChance
	for i, s := range p.Steps[from:] {
		c := r.stepLikelihood(t, p, from+i, s)
		if i == 0 || c.value < hardest.value {
			hardest = c
		}
	}
	if !p.Certain && !anyAssumes(p) {
		hardest.value = max(1, hardest.value-1)
		hardest.assumed = Factor{Name: "path", Value: -1, Why: "one less, because a step rests on what the sources only suggest", Evidence: pathEvidence(p), Lower: chokeAdvice(p)}
	}
	return hardest
}

func anyAssumes(p *model.Path) bool {
	for _, s := range p.Steps {
		if len(s.Assumes) > 0 {
			return true
		}
	}
	return false
}

func (r *Rater) stepLikelihood(t *model.Threat, p *model.Path, i int, s model.Step) pathChance {
	c := pathChance{hardest: s}
	c.ease = easeFactor(&model.Threat{Ease: s.Ease})
	c.ease.Why = fmt.Sprintf("the hardest step, to %s, %s", endWords(s.To), c.ease.Why)
	c.ease.Lower = chokeAdvice(p)
	c.ease.Evidence = stepEvidence(s)
	c.exposure = Factor{Name: "exposure", Value: 3, Why: "the step before gives the position that this one needs"}
	c.controls = Factor{Name: "controls", Why: "no control that works against this is known on every way in"}
	if i == 0 {
		c.exposure = r.startExposure(p, s)
	}
	if i == 0 || s.Weakness != "" {
		c.controls = r.stepControls(t, s)
	}
	c.value = clamp(min(c.ease.Value, c.exposure.Value)-c.controls.Value, 1, 4)
	c.assumed = Factor{Name: "path", Why: "every step follows from the sources", Evidence: pathEvidence(p), Lower: chokeAdvice(p)}
	if len(s.Assumes) > 0 {
		c.value = max(1, c.value-1)
		c.assumed.Value = -1
		c.assumed.Why = "one less, because the hardest step assumes that " + strings.Join(s.Assumes, "; ")
	}
	return c
}

// startExposure is how near the attacker is to the first step.
func (r *Rater) startExposure(p *model.Path, s model.Step) Factor {
	if p.Start == partnerAddresses {
		return Factor{Name: "exposure", Value: 3, Why: "starts from the addresses that are let in", Lower: nearer(3)}
	}
	if !outside(p.Start) {
		at := r.reach(p.Start)
		return Factor{Name: "exposure", Value: max(1, at.value), Why: fmt.Sprintf("starts from %s: %s", p.Start, at.why), Lower: nearer(at.value), Evidence: at.evidence}
	}
	f := Factor{Name: "exposure", Value: 4, Why: "starts from " + startWords(p.Start), Lower: nearer(4)}
	subject := s.To
	m := model.Match{On: s.To, Weakness: s.Weakness}
	if w := r.x.Weaknesses[s.Weakness]; w != nil && r.x.Elements[w.Element] != nil {
		subject = w.Element
	}
	e := r.x.Elements[subject]
	if e == nil {
		return f
	}
	f.Evidence = e.Exposure.Chain
	at := r.elementReach(e)
	if at.value >= 4 {
		at = r.loggedIn(at, &model.Threat{}, m)
	}
	if at.value == 3 {
		f.Value, f.Why, f.Lower, f.Evidence = 3, "starts from "+startWords(p.Start)+": "+at.why, nearer(3), at.evidence
	}
	return f
}

func (r *Rater) stepControls(t *model.Threat, s model.Step) Factor {
	subject := s.To
	if w := r.x.Weaknesses[s.Weakness]; w != nil && r.x.Elements[w.Element] != nil {
		subject = w.Element
	}
	return r.controlFactor(t, model.Match{On: s.To, Weakness: s.Weakness}, subject)
}

// endImpact is the harm at the end of a path, by the kind of the threat.
func (r *Rater) endImpact(t *model.Threat, p *model.Path) impact {
	stride := t.Stride
	if controls(stride) {
		stride = "elevation"
	}
	return r.endHarm(p, stride, aspects(stride)).impact()
}

// endWorst is the worst that can happen at the end of a path.
func (r *Rater) endWorst(p *model.Path) impact {
	return r.endHarm(p, "elevation", aspects("elevation")).impact()
}

func (r *Rater) endHarm(p *model.Path, stride string, asked []aspect) harm {
	var list []harm
	if p.End == adminEnd {
		list = append(list, r.adminHarm())
	}
	for _, id := range p.Data {
		if d := r.x.Data[id]; d != nil {
			list = append(list, weigh(d, inWhich(d, p.End), stride, asked))
		}
	}
	if len(list) == 0 {
		return r.placeHarm(p.End, stride, asked)
	}
	return worst(list)
}

func inWhich(d *model.DataAsset, end string) string {
	for _, id := range d.FoundIn {
		if id == end {
			return end
		}
	}
	return ""
}
