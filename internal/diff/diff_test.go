package diff

import (
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

func known(v any) model.Fact { return model.Fact{Value: v, State: model.Known} }

func at(file string, line int) []model.Evidence {
	return []model.Evidence{{Location: model.Location{File: file, Line: line}}}
}

// shop is a system with one program behind a login, a machine that runs it and a
// bucket of customer records.
func shop() *model.System {
	s := model.New()
	exposure := func(level string) model.Exposure {
		return model.Exposure{Level: level, State: model.Known, Chain: at("net.tf", 3)}
	}
	s.Elements = []*model.Element{
		{ID: "aws_instance.web", Kind: "compute.vm", Exposure: exposure(model.ExposureInternal), Owners: []string{"@web"}, Location: model.Location{File: "web.tf", Line: 1}},
		{ID: "aws_s3_bucket.customers", Kind: "store.object", Stores: []string{"data:customers"}, Exposure: exposure(model.ExposureInternal), Location: model.Location{File: "s3.tf", Line: 1}},
		{ID: "go:shop/web", Kind: "go.service", PartOf: "aws_instance.web", Exposure: exposure(model.ExposureAuthenticated)},
		{ID: "go:shop/web.Pay", Kind: "go.handler", PartOf: "go:shop/web", Exposure: exposure(model.ExposureAuthenticated)},
	}
	s.EntryPoints = []*model.EntryPoint{{
		ID: "go:shop/web.Pay POST /pay", Element: "go:shop/web.Pay", Kind: "http", Method: "POST", Path: "/pay",
		Authn: known("session"), Middleware: []string{"shop.Limit"}, Location: model.Location{File: "web.go", Line: 9},
	}}
	s.Identities = []*model.Identity{{ID: "aws_iam_role.web", Kind: "role"}}
	s.Grants = []*model.Grant{{ID: "g", Identity: "aws_iam_role.web", On: "aws_s3_bucket.customers", Level: "read", Certain: true, Evidence: at("iam.tf", 7)}}
	s.DataAssets = []*model.DataAsset{{ID: "data:customers", Name: "Customer records", Confidentiality: 4, FoundIn: []string{"aws_s3_bucket.customers"}}}
	s.Controls = []*model.Control{{ID: "c", Kind: "waf", On: "aws_instance.web", State: model.Known, Evidence: at("waf.tf", 2)}}
	s.Flows = []*model.Flow{{ID: "f", From: "go:shop/web", To: "aws_s3_bucket.customers", Encryption: known(true), Evidence: at("web.go", 20)}}
	return s
}

func TestChanges(t *testing.T) {
	tests := []struct {
		name   string
		change func(*model.System)
		want   []string // "kind effect file:line: sentence"
	}{
		{"nothing", func(*model.System) {}, nil},
		{"lines moved", func(s *model.System) {
			s.EntryPoints[0].Location.Line = 90
			s.Grants[0].Evidence = at("moved.tf", 1)
			s.Elements[0].Exposure.Chain = at("other.tf", 1)
		}, nil},
		{"a way in without a login", func(s *model.System) {
			s.Elements = append(s.Elements, &model.Element{ID: "go:shop/web.Debug", Kind: "go.handler", PartOf: "go:shop/web", Exposure: model.Exposure{Level: model.ExposureInternet, State: model.Known}})
			s.EntryPoints = append(s.EntryPoints, &model.EntryPoint{ID: "d", Element: "go:shop/web.Debug", Kind: "http", Method: "GET", Path: "/debug", Authn: known("none"), Location: model.Location{File: "web.go", Line: 10}})
		}, []string{"entry_point_added worse web.go:10: GET /debug of shop/web is a new way in, reachable from the internet; it asks nobody who they are, and what it belongs to handles Customer records."}},
		{"a way in gone", func(s *model.System) { s.EntryPoints = nil },
			[]string{"entry_point_removed better web.go:9: POST /pay of shop/web is no longer a way in."}},
		{"a handler renamed", func(s *model.System) {
			s.Elements[3].ID, s.EntryPoints[0].Element, s.EntryPoints[0].ID = "go:shop/web.Charge", "go:shop/web.Charge", "x"
		}, nil},
		{"login dropped", func(s *model.System) { s.EntryPoints[0].Authn = known("none") },
			[]string{"entry_point_changed worse web.go:9: POST /pay of shop/web no longer asks who is calling; before, it asked for a session."}},
		{"login unknown", func(s *model.System) { s.EntryPoints[0].Authn = model.Fact{State: model.Unknown} }, nil},
		{"login of another kind", func(s *model.System) { s.EntryPoints[0].Authn = known("api_key") },
			[]string{"entry_point_changed neutral web.go:9: POST /pay of shop/web now asks for an api key instead of a session."}},
		{"middleware dropped", func(s *model.System) { s.EntryPoints[0].Middleware = nil },
			[]string{"entry_point_changed neutral web.go:9: Requests to POST /pay of shop/web no longer pass through shop.Limit."}},
		{"a machine opened", func(s *model.System) {
			for _, i := range []int{0, 2, 3} {
				s.Elements[i].Exposure = model.Exposure{Level: model.ExposureInternet, State: model.Known, Chain: []model.Evidence{{Location: model.Location{File: "net.tf", Line: 8}, Note: "rule"}}}
			}
		}, []string{"exposure_raised worse net.tf:8: aws_instance.web can now be reached from the internet; before, from the inside only."}},
		{"a machine closed", func(s *model.System) { s.Elements[0].Exposure.Level = model.ExposureNone },
			[]string{"exposure_lowered better net.tf:3: aws_instance.web can no longer be reached from anywhere; before, from the inside only."}},
		{"an exposure that is not known", func(s *model.System) {
			s.Elements[0].Exposure = model.Exposure{Level: model.ExposureInternet, State: model.Unknown}
		}, nil},
		{"a right widened", func(s *model.System) { s.Grants[0].Level = "write" },
			[]string{"grant_widened worse iam.tf:7: aws_iam_role.web may now change aws_s3_bucket.customers; before, it could only read it. At stake: Customer records."}},
		{"a right that depends", func(s *model.System) { s.Grants[0].Level, s.Grants[0].Certain = "admin", false },
			[]string{"grant_widened worse iam.tf:7: aws_iam_role.web may now do everything with aws_s3_bucket.customers; before, it could only read it, on a condition that the sources do not decide. At stake: Customer records."}},
		{"a right taken", func(s *model.System) { s.Grants = nil },
			[]string{"grant_narrowed better iam.tf:7: aws_iam_role.web may no longer read aws_s3_bucket.customers."}},
		{"a right gone with its holder", func(s *model.System) { s.Grants, s.Identities = nil, nil }, nil},
		{"everybody", func(s *model.System) {
			for _, who := range []string{"any-account", "aws_iam_role.other", "internet"} {
				s.Grants = append(s.Grants, &model.Grant{Identity: who, On: "aws_s3_bucket.customers", Level: "read", Certain: true, Evidence: at("s3.tf", 4)})
			}
		}, []string{"grant_widened worse s3.tf:4: The internet may now read aws_s3_bucket.customers. At stake: Customer records."}},
		{"a new administrator", func(s *model.System) {
			s.Identities = append(s.Identities, &model.Identity{ID: "aws_iam_role.ops", Kind: "role"})
			s.Grants = append(s.Grants,
				&model.Grant{Identity: "aws_iam_role.ops", On: "account", Level: "admin", Certain: true, Evidence: at("iam.tf", 30)},
				&model.Grant{Identity: "aws_iam_role.ops", On: "aws_s3_bucket.customers", Level: "admin", Certain: true})
		}, []string{"grant_widened worse iam.tf:30: aws_iam_role.ops, which is new, may now do everything in the account."}},
		{"a new part that old rights cover", func(s *model.System) {
			s.Elements = append(s.Elements, &model.Element{ID: "aws_sqs_queue.jobs", Kind: "queue"})
			s.Grants = append(s.Grants, &model.Grant{Identity: "aws_iam_role.web", On: "aws_sqs_queue.jobs", Level: "write", Certain: true})
		}, []string{"parts_changed neutral : New in the system: a queue."}},
		{"a path opened", func(s *model.System) {
			s.Paths = []*model.Path{{ID: "p", Start: "internet", End: "aws_s3_bucket.customers", Gains: "reads", Steps: []model.Step{
				{Sentence: "Anyone can log in to aws_instance.web.", Location: model.Location{File: "net.tf", Line: 4}}, {Sentence: "It reads the bucket."},
			}}}
		}, []string{"path_opened worse net.tf:4: A way opens from the internet to what aws_s3_bucket.customers holds: Anyone can log in to aws_instance.web; then It reads the bucket."}},
		{"a control gone", func(s *model.System) { s.Controls = nil },
			[]string{"control_removed worse web.tf:1: aws_instance.web no longer has a web firewall before it."}},
		{"a control that is not known any more", func(s *model.System) { s.Controls[0].State = model.Unknown }, nil},
		{"a control added", func(s *model.System) {
			s.Controls = append(s.Controls, &model.Control{Kind: "backup", On: "aws_s3_bucket.customers", State: model.Known, Evidence: at("s3.tf", 9)})
		}, []string{"control_added better s3.tf:9: aws_s3_bucket.customers now has a backup."}},
		{"encryption dropped", func(s *model.System) { s.Flows[0].Encryption = known(false) },
			[]string{"flow_unencrypted worse web.go:20: What goes from go:shop/web to aws_s3_bucket.customers is no longer encrypted."}},
		{"a foreign service", func(s *model.System) {
			s.Flows = append(s.Flows, &model.Flow{From: "go:shop/web", Target: &model.Target{Origin: "constant", Value: "http://ads.example.net"}, Encryption: known(false), Data: []string{"data:customers"}, Evidence: at("web.go", 31)})
		}, []string{"flow_added worse web.go:31: go:shop/web now talks to http://ads.example.net, unencrypted, and sends Customer records."}},
		{"data in another place", func(s *model.System) {
			s.DataAssets[0].FoundIn = append(s.DataAssets[0].FoundIn, "aws_instance.web")
		}, []string{"data_added neutral : Customer records are now known to be in aws_instance.web."}},
		{"a store of what matters", func(s *model.System) {
			s.Elements = append(s.Elements, &model.Element{ID: "aws_s3_bucket.copy", Kind: "store.object", Stores: []string{"data:customers"}, Exposure: model.Exposure{Level: model.ExposureInternet, State: model.Known}, Location: model.Location{File: "s3.tf", Line: 12}})
		}, []string{
			"part_added worse s3.tf:12: aws_s3_bucket.copy is new: an object store that holds Customer records, reachable from the internet.",
			"parts_changed neutral : New in the system: an object store.",
		}},
		{"parts gone", func(s *model.System) { s.Elements = s.Elements[1:] }, []string{"parts_changed neutral : Gone from the system: a machine."}},
	}
	for _, tt := range tests {
		after := shop()
		tt.change(after)
		d := Compare(&finding.Report{System: shop()}, &finding.Report{System: after})
		var got []string
		for _, c := range d.Changes {
			got = append(got, c.Kind+" "+string(c.Effect)+" "+plain.Place(c.Location)+": "+c.Sentence)
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, strings.Join(got, "\n     "), strings.Join(tt.want, "\n     "))
		}
	}
}

// TestBothWays turns each change round: what helped attackers must then help
// defenders.
func TestBothWays(t *testing.T) {
	after := shop()
	after.Grants[0].Level = "admin"
	after.Controls = nil
	after.Paths = []*model.Path{{ID: "p", Start: "internet", End: "account-admin"}}
	for _, c := range Compare(&finding.Report{System: shop()}, &finding.Report{System: after}).Changes {
		if c.Effect != Worse {
			t.Errorf("%s is %s", c.Sentence, c.Effect)
		}
	}
	back := Compare(&finding.Report{System: after}, &finding.Report{System: shop()}).Changes
	if len(back) != 3 {
		t.Fatalf("%d changes back, want 3", len(back))
	}
	for _, c := range back {
		if c.Effect != Better {
			t.Errorf("%s is %s", c.Sentence, c.Effect)
		}
	}
}

func rated(level risk.Level, score float64) risk.Rating {
	return risk.Rating{Level: level, Score: score}
}

func TestFindings(t *testing.T) {
	one := func(print, on, hash string, r risk.Rating) *finding.Finding {
		return &finding.Finding{ID: "OBJ-005-" + print, ThreatID: "OBJ-005", Fingerprint: print, Match: model.Match{On: on, Because: []string{"public"}}, LineHash: hash + ":1", Rating: r}
	}
	high, low := rated(risk.High, 8), rated(risk.Low, 2)
	accepted := func(f *finding.Finding) *finding.Finding { f.Acceptance = &finding.Acceptance{Owner: "@a"}; return f }
	type list = []*finding.Finding
	tests := []struct {
		name          string
		before, after list
		status        string // of after's findings
		gone          int
		raised        bool
	}{
		{"same", list{one("a", "x", "h", high)}, list{one("a", "x", "h", high)}, "unchanged", 0, false},
		{"line edited", list{one("a", "x", "h", high)}, list{one("b", "x", "i", high)}, "unchanged", 0, false},
		{"part renamed", list{one("a", "x", "h", high)}, list{one("b", "y", "h", high)}, "unchanged", 0, false},
		{"another part, another line", list{one("a", "x", "h", high)}, list{one("b", "y", "i", high)}, "new", 1, false},
		{"more", list{one("a", "x", "h", low)}, list{one("a", "x", "h", high)}, "updated", 0, true},
		{"less", list{one("a", "x", "h", high)}, list{one("a", "x", "h", low)}, "updated", 0, false},
		{"accepted", list{one("a", "x", "h", high)}, list{accepted(one("a", "x", "h", high))}, "updated", 0, false},
		{"no longer accepted", list{accepted(one("a", "x", "h", high))}, list{one("a", "x", "h", high)}, "updated", 0, true},
		{"two on one part that cannot be told apart", list{one("a", "x", "h", high), one("b", "x", "h", high)}, list{one("c", "x", "h", high)}, "new", 2, false},
		{"a second on the same part", list{one("a", "x", "h", high)}, list{one("a", "x", "h", high), one("b", "x", "j", high)}, "unchanged new", 0, false},
	}
	for _, tt := range tests {
		d := Compare(&finding.Report{System: model.New(), Findings: tt.before}, &finding.Report{System: model.New(), Findings: tt.after})
		var status []string
		for _, f := range tt.after {
			status = append(status, f.Status)
		}
		raised := len(d.Changed) == 1 && d.Changed[0].Raised()
		if strings.Join(status, " ") != tt.status || len(d.Gone) != tt.gone || raised != tt.raised {
			t.Errorf("%s: %v, %d gone, raised %v; want %s, %d, %v", tt.name, status, len(d.Gone), raised, tt.status, tt.gone, tt.raised)
		}
	}
}

func TestBlind(t *testing.T) {
	gap := func(severity, file string, line int) *model.Gap {
		return &model.Gap{Severity: severity, What: "Terraform: syntax", Location: model.Location{File: file, Line: line}}
	}
	before, after := model.New(), model.New()
	before.Gaps = []*model.Gap{gap("error", "old.tf", 1)}
	after.Gaps = []*model.Gap{gap("error", "old.tf", 9), gap("error", "new.tf", 1), gap("warning", "vague.tf", 1)}
	d := Compare(&finding.Report{System: before}, &finding.Report{System: after})
	if len(d.Blind) != 1 || d.Blind[0].Location.File != "new.tf" {
		t.Errorf("blind: %+v, want new.tf only", d.Blind)
	}
}
