package risk_test

import (
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

func TestControls(t *testing.T) {
	front := func(s *shop) {
		for _, id := range []string{"aws_lb.a", "aws_lb.b"} {
			lb := element(id, "gateway.lb", model.ExposureInternet)
			lb.Network = &model.Network{Targets: []string{s.machine.ID}}
			s.sys.Elements = append(s.sys.Elements, lb)
		}
		s.machine.Exposure.Through = []string{"aws_lb.a"}
	}
	waf := func(id string, state model.State) *model.Control {
		return &model.Control{ID: "waf-" + id, Kind: "waf", On: id, State: state}
	}
	tests := []struct {
		name     string
		controls []*model.Control
		want     int
	}{
		{"none", nil, 0},
		{"on both ways in", []*model.Control{waf("aws_lb.a", model.Known), waf("aws_lb.b", model.Known)}, 1},
		{"on one way in", []*model.Control{waf("aws_lb.a", model.Known)}, 0},
		{"assumed", []*model.Control{waf("aws_lb.a", model.Known), waf("aws_lb.b", model.Assumed)}, 0},
		{"on the machine", []*model.Control{waf("aws_instance.web", model.Known)}, 1},
		{"does not fit", []*model.Control{{Kind: "backup", On: "aws_instance.web", State: model.Known}}, 0},
		{"two that fit", []*model.Control{waf("aws_instance.web", model.Known), {Kind: "authz", On: "aws_instance.web", State: model.Known}}, 2},
	}
	for _, tt := range tests {
		s := newShop()
		front(s)
		s.sys.Controls = tt.controls
		r := s.rate(forgery(), model.Match{On: s.handler.ID, Weakness: "w1"})
		if r.Factors[2].Value != tt.want {
			t.Errorf("%s: controls %d, want %d (%s)", tt.name, r.Factors[2].Value, tt.want, r.Factors[2].Why)
		}
	}
}

func TestGatewayThatIsNotTheOnlyWayIn(t *testing.T) {
	s := newShop()
	lb := element("aws_lb.a", "gateway.lb", model.ExposureInternet)
	lb.Network = &model.Network{Targets: []string{s.machine.ID}}
	s.sys.Elements = append(s.sys.Elements, lb)
	s.sys.Controls = []*model.Control{{Kind: "waf", On: lb.ID, State: model.Known}}
	r := s.rate(forgery(), model.Match{On: s.handler.ID, Weakness: "w1"}) // the machine has an address of its own
	if r.Factors[2].Value != 0 {
		t.Errorf("a firewall that can be walked around counts: %s", r.Factors[2].Why)
	}
}

func TestLoginAtTheEntryPoint(t *testing.T) {
	s := newShop()
	s.handler.Exposure.Level = model.ExposureInternet
	entry := &model.EntryPoint{ID: "GET /avatar", Element: s.handler.ID, Method: "GET", Path: "/avatar", Authn: model.Fact{Value: "session", State: model.Known}}
	s.sys.EntryPoints = []*model.EntryPoint{entry}
	s.sys.Weaknesses[0].EntryPoint = entry.ID
	match := model.Match{On: s.handler.ID, Weakness: "w1"}
	easy := forgery()
	easy.Ease = 4
	if r := s.rate(easy, match); r.Likelihood != 3 {
		t.Errorf("behind a login: likelihood %d", r.Likelihood)
	}
	entry.Authn.Value = model.AuthnOperator
	if r := s.rate(easy, match); r.Likelihood != 1 {
		t.Errorf("behind the operator's own secret: likelihood %d", r.Likelihood)
	}
	entry.Authn.State = model.Unknown
	if r := s.rate(easy, match); r.Likelihood != 4 {
		t.Errorf("unknown login counts as one: likelihood %d", r.Likelihood)
	}
	entry.Authn.State = model.Known
	easy.Stride = "spoofing"
	if r := s.rate(easy, match); r.Likelihood != 4 {
		t.Errorf("pretending to be someone is stopped by the login it gets past: likelihood %d", r.Likelihood)
	}
}

func TestPathLikelihood(t *testing.T) {
	tests := []struct {
		name string
		set  func(*shop, *model.Path)
		want string
	}{
		{"as easy as its hardest step", func(*shop, *model.Path) {}, "critical 9.3"},
		{"a hard step in the middle", func(_ *shop, p *model.Path) { p.Steps[1].Ease = 1 }, "medium 6.0"},
		{"a step that assumes something", func(_ *shop, p *model.Path) {
			p.Steps[2].Assumes = []string{"the caller's network is known"}
			p.Certain = false
		}, "high 8.0"},
		{"the hardest step assumes something", func(_ *shop, p *model.Path) {
			p.Steps[1].Assumes = []string{"the service runs here"}
			p.Certain = false
		}, "high 8.0"},
		{"uncertain, and no step says why", func(_ *shop, p *model.Path) { p.Certain = false }, "high 8.0"},
		{"ends in administrator rights", func(_ *shop, p *model.Path) { p.End = "account-admin"; p.Data = nil }, "critical 9.3"},
		{"starts from a role inside", func(s *shop, p *model.Path) {
			p.Start, p.Steps[0].From = "aws_iam_role.dev", "aws_iam_role.dev"
			s.sys.Identities = append(s.sys.Identities, &model.Identity{ID: "aws_iam_role.dev", Kind: "role"})
		}, "high 8.0"},
		{"starts from someone's key", func(s *shop, p *model.Path) {
			p.Start, p.Steps[0].From = "aws_iam_user.dev", "aws_iam_user.dev"
			s.sys.Identities = append(s.sys.Identities, &model.Identity{ID: "aws_iam_user.dev", Kind: "user"})
		}, "critical 9.3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newShop()
			s.holds(s.crown.ID, 4, 3, 2)
			tt.set(s, s.stolen())
			r := s.rate(stolenRole(), model.Match{On: "p1", Path: "p1"})
			if got := say(r); !strings.HasPrefix(got, tt.want) {
				t.Errorf("got %s, want %s\n%s", got, tt.want, explain(r))
			}
			step := s.rate(forgery(), model.Match{On: s.handler.ID, Weakness: "w1"})
			if step.Score > max(r.Score, 7.5) {
				t.Errorf("the step alone (%.1f) is worse than the whole way (%.1f)", step.Score, r.Score)
			}
			checkSum(t, step)
		})
	}
}

func TestPathFactor(t *testing.T) {
	s := newShop()
	s.holds(s.crown.ID, 3, 3, 3)
	s.stolen()
	other := &model.Threat{ID: "CMP-009", Stride: "disclosure", Ease: 2}
	r := s.rate(other, model.Match{On: s.machine.ID})
	if r.Likelihood != 3 || r.Factors[3].Value != 1 {
		t.Errorf("on the way to serious data: L%d\n%s", r.Likelihood, explain(r))
	}
	s.sys.DataAssets[0].Confidentiality, s.sys.DataAssets[0].Integrity, s.sys.DataAssets[0].Availability = 2, 2, 2
	if r := s.rate(other, model.Match{On: s.machine.ID}); r.Likelihood != 2 {
		t.Errorf("on the way to data of little weight: L%d", r.Likelihood)
	}
}
