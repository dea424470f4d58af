package risk_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// shop is a small system: a handler behind a login in a service on a machine,
// whose role may read a bucket; a database; a public bucket.
type shop struct {
	sys     *model.System
	bucket  *model.Element // public
	crown   *model.Element // private, readable by the role
	db      *model.Element
	handler *model.Element
	machine *model.Element
	role    *model.Identity
}

func newShop() *shop {
	s := &shop{
		sys:     model.New(),
		bucket:  element("aws_s3_bucket.files", "store.object", model.ExposureInternet),
		crown:   element("aws_s3_bucket.crown", "store.object", model.ExposurePrivileged),
		db:      element("aws_db_instance.orders", "store.sql", model.ExposureInternal),
		handler: element("go:example.com/shop/web.Avatar", "go.handler", model.ExposureAuthenticated),
		machine: element("aws_instance.web", "compute.vm", model.ExposureInternet),
		role:    &model.Identity{ID: "aws_iam_role.app", Kind: "role", UsedBy: []string{"aws_instance.web"}},
	}
	service := element("go:example.com/shop/cmd/web", "go.service", model.ExposureInternet)
	s.handler.PartOf, service.PartOf = service.ID, s.machine.ID
	s.sys.Elements = []*model.Element{s.bucket, s.crown, s.db, s.handler, service, s.machine}
	s.sys.Identities = []*model.Identity{s.role}
	s.sys.Weaknesses = []*model.Weakness{{ID: "w1", Kind: "request_forgery", Threat: "GOC-004", Element: s.handler.ID}}
	return s
}

func element(id, kind, exposure string) *model.Element {
	return &model.Element{ID: id, Kind: kind, Exposure: model.Exposure{Level: exposure, State: model.Known}}
}

func (s *shop) holds(on string, c, i, a int, categories ...string) *model.DataAsset {
	d := &model.DataAsset{
		ID: "data:" + on, Name: "what is in " + on, Categories: categories,
		Confidentiality: c, Integrity: i, Availability: a, Declared: true, FoundIn: []string{on},
	}
	s.sys.DataAssets = append(s.sys.DataAssets, d)
	return d
}

// guess puts data into an element that is rated by its name only.
func (s *shop) guess(on string, rating int) {
	s.holds(on, rating, rating, rating).Declared = false
}

// stolen is the machine's role, taken through the old metadata service.
func (s *shop) stolen() *model.Path {
	s.machine.RunsAs = s.role.ID
	p := &model.Path{
		ID: "p1", Start: "internet", End: s.crown.ID, Certain: true,
		Steps: []model.Step{
			{From: "internet", To: s.machine.ID, Technique: "request_forgery", Ease: 3, Weakness: "w1"},
			{From: s.machine.ID, To: s.role.ID, Technique: "metadata", Ease: 3, Facts: []string{s.machine.ID + "#metadata_token_required"}},
			{From: s.role.ID, To: s.crown.ID, Technique: "read", Ease: 4, Actions: []string{"s3:GetObject"}},
		},
		Data: []string{"data:" + s.crown.ID},
	}
	s.sys.Paths = append(s.sys.Paths, p)
	return p
}

func (s *shop) mayRead(id string) {
	s.machine.RunsAs = s.role.ID
	s.sys.Grants = append(s.sys.Grants, &model.Grant{ID: "g-" + id, Identity: s.role.ID, On: id, Level: "read", Certain: true})
}

func (s *shop) rate(t *model.Threat, m model.Match) risk.Rating {
	m.Threat = t.ID
	return risk.Rate(s.sys.Index(), s.sys, t, m)
}

// The threats of the worked cases, with the ease the catalogue gives them.
func publicRead() *model.Threat {
	return &model.Threat{ID: "OBJ-005", On: "store.object", Stride: "disclosure", Ease: 4}
}
func forgery() *model.Threat {
	return &model.Threat{ID: "GOC-004", On: "go.handler", Stride: "disclosure", Ease: 3}
}
func unencrypted() *model.Threat {
	return &model.Threat{ID: "DB-005", On: "store.sql", Stride: "disclosure", Ease: 1, SafetyNet: true}
}
func ownKey(ease int) *model.Threat {
	return &model.Threat{ID: "KMS-005", On: "store.sql", Stride: "disclosure", Ease: ease, SafetyNet: true}
}
func noTrail() *model.Threat {
	return &model.Threat{ID: "LOG-002", On: "account", Stride: "repudiation", Ease: 1, SafetyNet: true}
}
func stolenRole() *model.Threat {
	return &model.Threat{ID: "XP-001", On: "path", Stride: "disclosure", Ease: 3}
}

func TestWorkedCases(t *testing.T) {
	forged := model.Match{On: "go:example.com/shop/web.Avatar", Weakness: "w1"}
	tests := []struct {
		name   string
		set    func(*shop)
		threat *model.Threat
		match  model.Match
		want   string
	}{
		{
			"public bucket of severe data",
			func(s *shop) { s.holds(s.bucket.ID, 4, 3, 2) },
			publicRead(), model.Match{On: "aws_s3_bucket.files"}, "critical 9.8",
		},
		{
			"the same with public brochures",
			func(s *shop) { s.holds(s.bucket.ID, 0, 0, 0, "public") },
			publicRead(), model.Match{On: "aws_s3_bucket.files"}, "none 0.0",
		},
		{
			"public bucket that nobody has spoken of",
			func(*shop) {},
			publicRead(), model.Match{On: "aws_s3_bucket.files"}, "high 7.5 assumed",
		},
		{
			"request forgery behind a login, only its own configuration",
			func(*shop) {}, forgery(), forged, "medium 6.0 assumed",
		},
		{
			"the same with the old metadata service and a role that reads the severe bucket",
			func(s *shop) { s.holds(s.crown.ID, 4, 3, 2); s.mayRead(s.crown.ID); s.stolen() },
			forgery(), forged, "critical 9.3",
		},
		{
			"the same, where the policy itself names the bucket as within reach",
			func(s *shop) { s.holds(s.crown.ID, 4, 3, 2); s.mayRead(s.crown.ID); s.stolen() },
			forgery(), model.Match{On: forged.On, Weakness: "w1", Reaches: []string{"aws_s3_bucket.crown"}}, "critical 9.3",
		},
		{
			"the path itself",
			func(s *shop) { s.holds(s.crown.ID, 4, 3, 2); s.mayRead(s.crown.ID); s.stolen() },
			stolenRole(), model.Match{On: "p1", Path: "p1"}, "critical 9.3",
		},
		{
			"new metadata service: the role still reads the bucket, but forgery does not get there",
			func(s *shop) { s.holds(s.crown.ID, 4, 3, 2); s.mayRead(s.crown.ID) },
			forgery(), forged, "medium 6.0 assumed",
		},
		{
			"unencrypted internal database of serious data",
			func(s *shop) { s.holds(s.db.ID, 3, 3, 3) },
			unencrypted(), model.Match{On: "aws_db_instance.orders"}, "medium 4.5",
		},
		{
			"the same without context",
			func(*shop) {}, unencrypted(), model.Match{On: "aws_db_instance.orders"}, "low 2.5 assumed",
		},
		{
			"a key of one's own lacks, and nobody has said what the data is worth",
			func(s *shop) { s.guess(s.db.ID, 4) },
			ownKey(1), model.Match{On: "aws_db_instance.orders"}, "low 3.9 assumed",
		},
		{
			"the same where the owner calls it severe",
			func(s *shop) { s.holds(s.db.ID, 4, 4, 4) },
			ownKey(1), model.Match{On: "aws_db_instance.orders"}, "medium 6.0",
		},
		{
			"a safety net whose absence others can use",
			func(s *shop) { s.guess(s.db.ID, 4) },
			ownKey(2), model.Match{On: "aws_db_instance.orders"}, "medium 6.9 assumed",
		},
		{
			"no audit trail over severe data",
			func(s *shop) { s.holds(s.db.ID, 1, 1, 1); s.holds(s.crown.ID, 4, 4, 2) },
			noTrail(), model.Match{On: "account"}, "medium 4.5",
		},
		{
			"no audit trail, without context",
			func(*shop) {}, noTrail(), model.Match{On: "account"}, "low 1.0 assumed",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newShop()
			tt.set(s)
			r := s.rate(tt.threat, tt.match)
			if got := say(r); got != tt.want {
				t.Errorf("got %s, want %s\n%s", got, tt.want, explain(r))
			}
			checkSum(t, r)
		})
	}
}

func say(r risk.Rating) string {
	text := fmt.Sprintf("%s %.1f", r.Level, r.Score)
	if r.Assumed && r.Level != risk.None {
		text += " assumed"
	}
	if r.Latent {
		text += " latent"
	}
	return text
}

func explain(r risk.Rating) string {
	var b strings.Builder
	for _, f := range r.Factors {
		fmt.Fprintf(&b, "  %s %d: %s\n", f.Name, f.Value, f.Why)
	}
	return b.String()
}

// checkSum checks that the factors add up to the likelihood that is printed,
// so that explain never contradicts itself.
func checkSum(t *testing.T, r risk.Rating) {
	t.Helper()
	if r.Level == risk.None {
		return
	}
	v := map[string]int{}
	for _, f := range r.Factors {
		v[f.Name] = f.Value
		if f.Why == "" {
			t.Errorf("factor %s has no reason", f.Name)
		}
	}
	sum := min(v["ease"], v["exposure"]) - v["controls"]
	sum = max(1, min(4, max(sum, min(sum, 1))+v["path"]))
	if sum != r.Likelihood || v["impact"] != r.Impact {
		t.Errorf("factors give %d x %d, rating says %d x %d\n%s", sum, v["impact"], r.Likelihood, r.Impact, explain(r))
	}
}

func TestWholeTable(t *testing.T) {
	want := [4][4]string{
		{"low 1.0", "low 2.5", "medium 4.5", "medium 6.0"},
		{"low 2.0", "medium 5.0", "medium 6.5", "high 8.0"},
		{"low 3.5", "medium 6.0", "high 8.0", "critical 9.3"},
		{"medium 5.0", "high 7.5", "critical 9.3", "critical 9.8"},
	}
	for l := 1; l <= 4; l++ {
		for i := 1; i <= 4; i++ {
			s := newShop()
			s.holds(s.bucket.ID, i, 0, 0)
			threat := publicRead()
			threat.Ease = l
			r := s.rate(threat, model.Match{On: s.bucket.ID})
			if got := say(r); got != want[l-1][i-1] || r.Likelihood != l || r.Impact != i {
				t.Errorf("L%d I%d: got %s (L%d I%d), want %s", l, i, got, r.Likelihood, r.Impact, want[l-1][i-1])
			}
		}
	}
}

func TestStrideAsksForTheOwnersWord(t *testing.T) {
	tests := []struct {
		stride string
		want   int
	}{
		{"disclosure", 1}, {"tampering", 2}, {"repudiation", 1}, {"denial", 3}, {"spoofing", 3}, {"elevation", 3},
	}
	for _, tt := range tests {
		s := newShop()
		s.holds(s.bucket.ID, 1, 2, 3)
		r := s.rate(&model.Threat{Stride: tt.stride, Ease: 4}, model.Match{On: s.bucket.ID})
		if r.Impact != tt.want {
			t.Errorf("%s: impact %d, want %d\n%s", tt.stride, r.Impact, tt.want, explain(r))
		}
	}
}

func TestSafetyNetStaysBelowHigh(t *testing.T) {
	s := newShop()
	s.holds(s.bucket.ID, 4, 4, 4)
	threat := publicRead()
	threat.SafetyNet = true
	if got := say(s.rate(threat, model.Match{On: s.bucket.ID})); got != "medium 6.9" {
		t.Errorf("got %s", got)
	}
}

func TestExposure(t *testing.T) {
	tests := []struct {
		level string
		state model.State
		want  string
	}{
		{model.ExposureInternet, model.Known, "critical 9.8"},
		{model.ExposureAuthenticated, model.Known, "critical 9.3"},
		{model.ExposurePartner, model.Known, "critical 9.3"},
		{model.ExposureInternal, model.Known, "high 8.0"},
		{model.ExposurePrivileged, model.Known, "medium 6.0"},
		{model.ExposureNone, model.Known, "none 0.0"},
		{model.ExposureNone, model.Assumed, "medium 6.0"},
		{model.ExposureNone, model.Unknown, "high 8.0"},
		{"", "", "high 8.0"},
	}
	for _, tt := range tests {
		s := newShop()
		s.holds(s.bucket.ID, 4, 4, 4)
		s.bucket.Exposure = model.Exposure{Level: tt.level, State: tt.state}
		if got := say(s.rate(publicRead(), model.Match{On: s.bucket.ID})); got != tt.want {
			t.Errorf("%q %q: got %s, want %s", tt.level, tt.state, got, tt.want)
		}
	}
}

func TestLatent(t *testing.T) {
	t.Run("an element nothing uses", func(t *testing.T) {
		s := newShop()
		s.holds(s.bucket.ID, 4, 4, 4)
		s.bucket.Latent = true
		if got := say(s.rate(publicRead(), model.Match{On: s.bucket.ID})); got != "low 3.9 latent" {
			t.Errorf("got %s", got)
		}
	})
	wide := &model.Threat{ID: "IAM-010", On: "identity.role", Stride: "elevation", Ease: 2}
	role := func(s *shop, principal string) *model.Identity {
		i := &model.Identity{ID: "aws_iam_role.spare", Kind: "role"}
		s.sys.Identities = append(s.sys.Identities, i)
		s.sys.Grants = append(s.sys.Grants, &model.Grant{Identity: i.ID, On: "account", Level: "admin", Certain: true})
		s.sys.Policies = append(s.sys.Policies, &model.Policy{
			Kind: "trust", Holder: i.ID, State: model.Known,
			Document: `{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":` + principal + `}}`,
		})
		return i
	}
	t.Run("a role that only a service could hold, and none does", func(t *testing.T) {
		s := newShop()
		i := role(s, `{"Service":"ec2.amazonaws.com"}`)
		if got := say(s.rate(wide, model.Match{On: i.ID})); got != "low 3.9 assumed latent" {
			t.Errorf("got %s", got)
		}
	})
	t.Run("a role that people of another account may take on", func(t *testing.T) {
		s := newShop()
		i := role(s, `{"AWS":"arn:aws:iam::222222222222:root"}`)
		if got := say(s.rate(wide, model.Match{On: i.ID})); got != "high 8.0 assumed" {
			t.Errorf("got %s", got)
		}
	})
	t.Run("a role that a machine runs as", func(t *testing.T) {
		s := newShop()
		i := role(s, `{"Service":"ec2.amazonaws.com"}`)
		s.machine.RunsAs = i.ID
		r := s.rate(wide, model.Match{On: i.ID})
		if r.Latent || r.Likelihood != 2 {
			t.Errorf("got %s\n%s", say(r), explain(r))
		}
	})
}

func TestImpactWithoutContext(t *testing.T) {
	tests := []struct {
		kind string
		want int
	}{
		{"secret_store", 4}, {"kms_key", 4}, {"store.object", 2}, {"log.sink", 2}, {"compute.vm", 2}, {"go.service", 2},
	}
	for _, tt := range tests {
		s := newShop()
		s.bucket.Kind = tt.kind
		r := s.rate(publicRead(), model.Match{On: s.bucket.ID})
		if r.Impact != tt.want || !r.Assumed {
			t.Errorf("%s: impact %d assumed %v, want %d assumed", tt.kind, r.Impact, r.Assumed, tt.want)
		}
	}
	for word, want := range map[string]int{"credentials": 4, "keys": 4, "pii": 3, "special_pii": 3, "payment": 3, "business": 2, "logs": 2, "config": 2, "code": 2, "public": 0} {
		if got := risk.Default(word); got != want {
			t.Errorf("Default(%s) = %d, want %d", word, got, want)
		}
	}
}

func TestVolume(t *testing.T) {
	tests := []struct {
		name     string
		c        int
		category string
		records  int64
		want     int
	}{
		{"a million people", 2, "pii", risk.VeryLarge, 3},
		{"one fewer", 2, "pii", risk.VeryLarge - 1, 2},
		{"not personal", 2, "business", risk.VeryLarge, 2},
		{"capped", 4, "pii", risk.VeryLarge, 4},
		{"none stays none", 0, "pii", risk.VeryLarge, 0},
	}
	for _, tt := range tests {
		s := newShop()
		s.holds(s.bucket.ID, tt.c, 0, 0, tt.category).Records = tt.records
		if r := s.rate(publicRead(), model.Match{On: s.bucket.ID}); r.Impact != tt.want {
			t.Errorf("%s: impact %d, want %d", tt.name, r.Impact, tt.want)
		}
	}
}

func TestOwnersWordReplacesWhatWasInferred(t *testing.T) {
	s := newShop()
	s.holds(s.bucket.ID, 1, 1, 1)
	inferred := s.holds(s.bucket.ID, 3, 3, 3, "pii")
	inferred.ID, inferred.Declared = "inferred", false
	r := s.rate(publicRead(), model.Match{On: s.bucket.ID})
	if got := say(r); got != "medium 5.0" {
		t.Errorf("got %s\n%s", got, explain(r))
	}
}

func TestOwnerLeftOpen(t *testing.T) {
	s := newShop()
	s.holds(s.bucket.ID, 4, 2, 2).Assumed = []string{"integrity", "availability"}
	if r := s.rate(publicRead(), model.Match{On: s.bucket.ID}); r.Assumed {
		t.Error("what the owner said counts as assumed")
	}
	if r := s.rate(&model.Threat{Stride: "tampering", Ease: 4}, model.Match{On: s.bucket.ID}); !r.Assumed {
		t.Error("what the owner left open does not count as assumed")
	}
}

func TestServiceDown(t *testing.T) {
	s := newShop()
	denial := &model.Threat{Stride: "denial", Ease: 3}
	s.sys.Elements[4].IfDown = "severe" // the service that the handler is part of
	r := s.rate(denial, model.Match{On: s.handler.ID})
	if got := say(r); got != "critical 9.3" {
		t.Errorf("got %s\n%s", got, explain(r))
	}
	s.sys.Elements[4].IfDown = "none"
	if got := say(s.rate(denial, model.Match{On: s.handler.ID})); got != "none 0.0" {
		t.Errorf("a service that nobody misses: got %s", got)
	}
}

// Of a role that may do nothing but act as itself, the rights may stand elsewhere.
func TestRoleWithoutRights(t *testing.T) {
	s := newShop()
	i := &model.Identity{ID: "aws_iam_role.open", Kind: "role"}
	s.sys.Identities = append(s.sys.Identities, i)
	s.sys.Grants = append(s.sys.Grants, &model.Grant{Identity: i.ID, On: i.ID, Level: "write", Actions: []string{"sts:AssumeRole"}, Certain: true})
	open := &model.Threat{ID: "IAM-001", On: "identity.role", Stride: "spoofing", Ease: 4}
	if got := say(s.rate(open, model.Match{On: i.ID})); got != "medium 5.0 assumed" {
		t.Errorf("got %s", got)
	}
}

func TestActingAsSomeoneReachesWhatTheyMay(t *testing.T) {
	injection := &model.Threat{ID: "GOH-009", Stride: "elevation", Ease: 3}
	match := model.Match{On: "go:example.com/shop/web.Avatar", Weakness: "w1"}
	tests := []struct {
		name  string
		grant model.Grant
		want  string
	}{
		{"reads severe data", model.Grant{On: "aws_s3_bucket.crown", Level: "read", Certain: true}, "critical 9.3"},
		{"may only write, and change is minor", model.Grant{On: "aws_s3_bucket.crown", Level: "write", Certain: true}, "medium 6.0 assumed"},
		{"may only list", model.Grant{On: "aws_s3_bucket.crown", Level: "list", Certain: true}, "medium 6.0 assumed"},
		{"depends on a condition nobody knows", model.Grant{On: "aws_s3_bucket.crown", Level: "read"}, "medium 6.0 assumed"},
		{"administrator", model.Grant{On: "account", Level: "admin", Certain: true}, "critical 9.3"},
		{"another role that reads it", model.Grant{On: "aws_iam_role.other", Level: "write", Certain: true}, "critical 9.3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newShop()
			s.holds(s.crown.ID, 4, 1, 1)
			s.machine.RunsAs = s.role.ID
			tt.grant.Identity = s.role.ID
			s.sys.Identities = append(s.sys.Identities, &model.Identity{ID: "aws_iam_role.other", Kind: "role"})
			s.sys.Grants = append(s.sys.Grants, &tt.grant,
				// The two roles trust each other: the search must end.
				&model.Grant{Identity: "aws_iam_role.other", On: s.role.ID, Level: "write", Certain: true},
				&model.Grant{Identity: "aws_iam_role.other", On: s.crown.ID, Level: "read", Certain: true})
			r := s.rate(injection, match)
			if got := strings.TrimSuffix(say(r), ""); got != tt.want {
				t.Errorf("got %s, want %s\n%s", got, tt.want, explain(r))
			}
			checkSum(t, r)
		})
	}
}

func TestGatewaysAndNetworkPartsStandForWhatIsBehindThem(t *testing.T) {
	s := newShop()
	s.holds(s.machine.ID, 3, 3, 3)
	lb := element("aws_lb.front", "gateway.lb", model.ExposureInternet)
	lb.Network = &model.Network{Targets: []string{s.machine.ID}}
	group := element("aws_security_group.web", "network.rule", model.ExposureInternet)
	s.machine.Network = &model.Network{Groups: []string{group.ID}}
	s.sys.Elements = append(s.sys.Elements, lb, group)
	for _, id := range []string{lb.ID, group.ID} {
		r := s.rate(&model.Threat{Stride: "disclosure", Ease: 3}, model.Match{On: id})
		if got := say(r); got != "high 8.0" {
			t.Errorf("%s: got %s\n%s", id, got, explain(r))
		}
	}
}
