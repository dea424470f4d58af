package risk_test

import (
	"math/rand/v2"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

var (
	levels   = []string{model.ExposureNone, model.ExposurePrivileged, model.ExposureInternal, model.ExposurePartner, model.ExposureAuthenticated, model.ExposureInternet}
	strides  = []string{"spoofing", "tampering", "repudiation", "disclosure", "denial", "elevation"}
	controls = []string{"waf", "rate_limit", "authn", "authz", "mfa", "network_filter", "encryption", "backup", "object_lock", "logging", "detection"}
)

// world is a random shop with a random match in it.
func world(r *rand.Rand) (*shop, *model.Threat, model.Match) {
	s := newShop()
	for _, e := range s.sys.Elements {
		e.Exposure.Level = levels[r.IntN(len(levels))]
		if r.IntN(2) == 0 {
			s.holds(e.ID, r.IntN(5), r.IntN(5), r.IntN(5), "pii")
		}
	}
	for range r.IntN(4) {
		on := s.sys.Elements[r.IntN(len(s.sys.Elements))]
		s.sys.Controls = append(s.sys.Controls, &model.Control{Kind: controls[r.IntN(len(controls))], On: on.ID, State: model.Known})
	}
	if r.IntN(2) == 0 {
		s.mayRead(s.crown.ID)
	}
	if r.IntN(2) == 0 {
		p := s.stolen()
		p.Steps[r.IntN(3)].Ease = 1 + r.IntN(4)
	}
	t := &model.Threat{ID: "T-001", Stride: strides[r.IntN(len(strides))], Ease: 1 + r.IntN(4), SafetyNet: r.IntN(4) == 0}
	m := model.Match{On: s.sys.Elements[r.IntN(len(s.sys.Elements))].ID}
	switch r.IntN(3) {
	case 0:
		m.On, m.Weakness = s.handler.ID, "w1"
	case 1:
		m.Because = []string{"metadata_token_required"}
	}
	return s, t, m
}

// moved compares a random world before and after a change to it.
func moved(t *testing.T, what string, change func(*rand.Rand, *shop, *model.Threat), wrong func(before, after risk.Rating) bool) {
	t.Helper()
	moves := 0
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 7))
		s, threat, match := world(r)
		before := s.rate(threat, match)
		change(r, s, threat)
		after := s.rate(threat, match)
		if wrong(before, after) {
			t.Fatalf("%s: seed %d: %s became %s\n%s\n%s", what, seed, say(before), say(after), explain(before), explain(after))
		}
		if before.Score != after.Score {
			moves++
		}
		checkSum(t, after)
	}
	if moves == 0 {
		t.Errorf("%s: nothing ever moved, so nothing was tested", what)
	}
}

func lower(before, after risk.Rating) bool  { return after.Score < before.Score }
func higher(before, after risk.Rating) bool { return after.Score > before.Score }

func TestProperties(t *testing.T) {
	moved(t, "more exposure never lowers", func(r *rand.Rand, s *shop, _ *model.Threat) {
		e := s.sys.Elements[r.IntN(len(s.sys.Elements))]
		for i, l := range levels[:len(levels)-1] {
			if e.Exposure.Level == l {
				e.Exposure.Level = levels[i+1]
				return
			}
		}
	}, lower)
	moved(t, "a control never raises", func(r *rand.Rand, s *shop, _ *model.Threat) {
		on := s.sys.Elements[r.IntN(len(s.sys.Elements))]
		s.sys.Controls = append(s.sys.Controls, &model.Control{Kind: controls[r.IntN(len(controls))], On: on.ID, State: model.Known})
	}, higher)
	moved(t, "worse data never lowers", func(r *rand.Rand, s *shop, _ *model.Threat) {
		for _, d := range s.sys.DataAssets {
			d.Confidentiality, d.Integrity, d.Availability = min(4, d.Confidentiality+1), min(4, d.Integrity+1), min(4, d.Availability+1)
		}
	}, lower)
	moved(t, "more records never lower", func(_ *rand.Rand, s *shop, _ *model.Threat) {
		for _, d := range s.sys.DataAssets {
			d.Records = 5_000_000
		}
	}, lower)
	moved(t, "an easier threat never lowers", func(_ *rand.Rand, _ *shop, t *model.Threat) { t.Ease = min(4, t.Ease+1) }, lower)
	moved(t, "a right more never lowers", func(_ *rand.Rand, s *shop, _ *model.Threat) { s.mayRead(s.db.ID) }, lower)
	moved(t, "being a safety net never raises", func(_ *rand.Rand, _ *shop, t *model.Threat) { t.SafetyNet = true }, higher)
	moved(t, "nothing using it never raises", func(_ *rand.Rand, s *shop, _ *model.Threat) {
		for _, e := range s.sys.Elements {
			e.Latent = e.Exposure.Level != model.ExposureNone
		}
	}, higher)
}
