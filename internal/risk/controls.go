package risk

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// fitting lists the kinds of control that work against a threat. Logins and
// network filters are not among them where the exposure already counts them;
// encryption is not, because whoever comes through the front door gets clear
// text.
func (r *Rater) fitting(t *model.Threat, subject string, exposure string) []string {
	var kinds []string
	switch t.Stride {
	case "spoofing":
		kinds = []string{"mfa", "rate_limit"}
	case "tampering":
		kinds = []string{"authz", "object_lock"}
	case "repudiation":
		kinds = []string{"logging"}
	case "disclosure":
		kinds = []string{"authz"}
	case "denial":
		kinds = []string{"backup", "object_lock", "rate_limit"}
	case "elevation":
		kinds = []string{"authz", "mfa"}
	}
	if e := r.x.Elements[subject]; e != nil && t.Stride != "repudiation" {
		if strings.HasPrefix(e.Kind, "go.") || isGateway(e) {
			kinds = append(kinds, "waf")
		}
	}
	if t.Stride != "spoofing" && t.Stride != "repudiation" && exposure == model.ExposureInternal {
		kinds = append(kinds, "authn")
	}
	return kinds
}

// controlFactor counts the controls that stand on every way in, at most 2.
func (r *Rater) controlFactor(t *model.Threat, m model.Match, subject string) Factor {
	var exposure string
	if e := r.x.Elements[subject]; e != nil {
		exposure = e.Exposure.Level
	}
	kinds := r.fitting(t, subject, exposure)
	found := r.standing(kinds, subject, m)
	f := Factor{Name: "controls", Value: min(2, len(found))}
	if len(found) == 0 {
		f.Why = "no control that works against this is known on every way in"
		f.Lower = controlAdvice(kinds)
		return f
	}
	var said []string
	for _, c := range found {
		said = append(said, controlWords(c.Kind)+" on "+c.On)
		f.Evidence = append(f.Evidence, c.Evidence...)
	}
	f.Why = "on every way in: " + words(said)
	return f
}

// standing finds one known control of each kind that every attacker meets: on
// the element itself, on what contains it, or on all gateways before it.
func (r *Rater) standing(kinds []string, subject string, m model.Match) []*model.Control {
	var found []*model.Control
	for _, kind := range kinds {
		c := r.covered(subject, kind, nil)
		if c == nil {
			c = r.on(cmp.Or(m.EntryPoint, r.entryOf(m)), kind)
		}
		if c == nil && m.On != subject {
			c = r.on(m.On, kind)
		}
		if c != nil {
			found = append(found, c)
		}
	}
	return found
}

func (r *Rater) entryOf(m model.Match) string {
	if w := r.x.Weaknesses[m.Weakness]; w != nil {
		return w.EntryPoint
	}
	return ""
}

func (r *Rater) on(id, kind string) *model.Control {
	for _, c := range r.controls[id] {
		if c.Kind == kind && c.State == model.Known {
			return c
		}
	}
	return nil
}

// covered finds a control on id, on what contains it, or on every gateway in
// front of it. Where something can be reached without passing a gateway, only
// its own controls count.
func (r *Rater) covered(id, kind string, seen []string) *model.Control {
	if slices.Contains(seen, id) {
		return nil
	}
	seen = append(seen, id)
	if c := r.on(id, kind); c != nil {
		return c
	}
	e := r.x.Elements[id]
	if e == nil {
		return nil
	}
	if e.PartOf != "" {
		if c := r.covered(e.PartOf, kind, seen); c != nil {
			return c
		}
	}
	if len(e.Exposure.Through) == 0 || len(r.fronts[id]) == 0 {
		return nil
	}
	var found *model.Control
	for _, front := range r.fronts[id] {
		c := r.covered(front, kind, seen)
		if c == nil {
			return nil
		}
		found = cmp.Or(found, c)
	}
	return found
}

func controlWords(kind string) string {
	switch kind {
	case "waf":
		return "a web firewall"
	case "rate_limit":
		return "a rate limit"
	case "authn":
		return "a login"
	case "authz":
		return "a check of rights"
	case "mfa":
		return "a second factor"
	case "backup":
		return "backups"
	case "object_lock":
		return "locked objects"
	case "logging":
		return "logging"
	}
	return kind
}

func controlAdvice(kinds []string) string {
	if len(kinds) == 0 {
		return ""
	}
	var said []string
	for _, k := range kinds {
		said = append(said, controlWords(k))
	}
	if len(said) == 1 {
		return "Put " + said[0] + " on every way in."
	}
	return "Put " + strings.Join(said[:len(said)-1], ", ") + " or " + said[len(said)-1] + " on every way in."
}
