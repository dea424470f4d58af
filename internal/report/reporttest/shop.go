// Package reporttest holds a finished report for the tests of what writes
// reports: a small shop with one of everything that a report can say.
package reporttest

import (
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// Shop returns a new copy of the shop's report.
func Shop() *finding.Report {
	threats := threats()
	sys := system()
	r := &finding.Report{
		System:  sys,
		Threats: []*model.Threat{threats["AUD-001"], threats["GOC-004"], threats["NET-003"], threats["OBJ-003"], threats["OBJ-005"], threats["PATH-001"]},
		Stats:   finding.Stats{TerraformFiles: 3, Resources: 9, Understood: 8, GoPackages: 2, Policies: 150},
	}
	r.Findings = findings(threats, sys)
	return r
}

func at(file string, line, column, end int) model.Location {
	return model.Location{File: file, Line: line, Column: column, EndLine: line, EndColumn: end}
}

func on(l model.Location, address, note string) model.Evidence {
	return model.Evidence{Location: l, Address: address, Note: note}
}

func known(v any, e ...model.Evidence) model.Fact {
	return model.Fact{Value: v, State: model.Known, Evidence: e}
}

func threats() map[string]*model.Threat {
	all := map[string]*model.Threat{}
	for _, t := range []*model.Threat{
		{
			ID: "OBJ-005", Title: "Anyone can read the data", On: "store.object", Stride: "disclosure", Ease: 4,
			Scenario: "Anyone on the internet can download everything in {element} because its policy lets everyone read, which lets them publish or sell it.",
			Fix:      "Turn on the public access block, and let named identities read.",
			CWE:      []int{284, 732}, CAPEC: []int{180}, Attack: []string{"T1530"},
			References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
			Package:    "threatvet.threats.storage.public_read", File: "policies/storage/public_read.rego",
		},
		{
			ID: "GOC-004", Title: "The server fetches what a caller names", On: "go.handler", Stride: "disclosure", Ease: 3,
			Scenario: "Anyone who can call {entry_point} can make the server request any address because the address comes from the request unchecked, which lets them read what only the server may reach.",
			Fix:      "Accept only addresses on a list, and refuse private ones when connecting.",
			CWE:      []int{918}, CAPEC: []int{664}, Attack: []string{"T1190", "T1552.005"},
		},
		{
			ID: "OBJ-003", Title: "No way back", On: "store.object", Stride: "denial", Ease: 2,
			Scenario: "Whoever takes over {identity} can overwrite or erase everything in {element} because old versions are not kept, which lets them hold the data to ransom.",
			Fix:      "Keep old versions, or lock objects, so that no single identity can destroy them.",
			CWE:      []int{693}, Attack: []string{"T1485", "T1486"},
		},
		{
			ID: "NET-003", Title: "Administration open to the world", On: "compute.vm", Stride: "elevation", Ease: 3,
			Scenario: "Anyone on the internet can try to log in to {element} because port {port} is open to every address, which lets them take over the machine with one weak or stolen key.",
			Fix:      "Let only known addresses or a session manager in.",
			CWE:      []int{284, 668}, Attack: []string{"T1133"},
		},
		{
			ID: "AUD-001", Title: "Nobody would notice", On: "log.trail", Stride: "repudiation", Ease: 1, SafetyNet: true,
			Scenario: "Someone who takes over any identity can work unseen because no trail records what is done in the account.",
			Fix:      "Record management events of all regions in a trail that nobody can erase.",
			CWE:      []int{778},
		},
		{
			ID: "PATH-001", Title: "A way from outside to what matters", On: "path", Stride: "elevation", Ease: 3,
			Scenario: "{start} can reach {end} in {steps} steps, each of which the sources allow.",
			Fix:      "Break the path at its cheapest step.",
			Attack:   []string{"T1190"},
		},
	} {
		all[t.ID] = t
	}
	return all
}

func findings(t map[string]*model.Threat, sys *model.System) []*finding.Finding {
	return []*finding.Finding{
		pathFinding(t["PATH-001"], sys.Paths[0]),
		publicBucket(t["OBJ-005"]),
		requestForgery(t["GOC-004"], sys.Weaknesses[0]),
		noWayBack(t["OBJ-003"]),
		accepted(t["NET-003"]),
		expired(t["AUD-001"]),
		latent(t["NET-003"]),
	}
}

func base(t *model.Threat, hash, sentence string, rating risk.Rating, l model.Location, instances ...string) *finding.Finding {
	return &finding.Finding{
		ID: t.ID + "-" + hash, Threat: t, ThreatID: t.ID, Title: t.Title, Fix: t.Fix, Sentence: sentence,
		Match:  model.Match{Threat: t.ID, On: instances[0], Rule: -1},
		Rating: rating, Location: l, Instances: instances,
		Fingerprint: "threatvet-v1-" + hash, LineHash: hash + "00000000:1",
	}
}

func rated(level risk.Level, score float64, likelihood, impact int, factors ...risk.Factor) risk.Rating {
	return risk.Rating{Level: level, Score: score, Likelihood: likelihood, Impact: impact, Factors: factors}
}

func pathFinding(t *model.Threat, p *model.Path) *finding.Finding {
	f := base(t, "0c2d4e6f",
		"Anyone on the internet can copy Customer records from aws_s3_bucket.customers in 3 steps, each of which the sources allow.",
		rated(risk.Critical, 9.3, 3, 4,
			risk.Factor{Name: "ease", Value: 3, Why: "the hardest step takes a public technique"},
			risk.Factor{Name: "impact", Value: 4, Why: "Customer records: severe if exposed", Evidence: []model.Evidence{on(at("threat-context.yaml", 9, 5, 24), "", "stated by the owner")}},
		),
		at("infra/web.tf", 14, 3, 15), "path-1")
	f.Fix = "Require session tokens for the metadata service of aws_instance.web."
	f.Path = p
	f.Owners = []string{"@shop/payments", "@shop/platform"}
	f.Match.Path = p.ID
	f.Status = "new"
	return f
}

func publicBucket(t *model.Threat) *finding.Finding {
	line := at("infra/storage.tf", 21, 3, 29)
	f := base(t, "3fa2c1b0",
		`Anyone on the internet can download everything in aws_s3_bucket.exports["eu"] because its policy lets everyone read, which lets them publish or sell it.`,
		rated(risk.Critical, 9.8, 4, 4,
			risk.Factor{Name: "ease", Value: 4, Why: "just ask, no skill needed"},
			risk.Factor{Name: "exposure", Value: 4, Why: "reachable from the internet", Lower: "Turn on the public access block.", Evidence: []model.Evidence{on(line, `aws_s3_bucket_policy.exports["eu"]`, "attribute"), on(at("infra/variables.tf", 4, 3, 21), "var.readers", "variable default")}},
			risk.Factor{Name: "controls", Value: 0, Why: "no control stands in the way"},
			risk.Factor{Name: "path", Value: 1, Why: "lies on a whole way to Customer records"},
			risk.Factor{Name: "impact", Value: 4, Why: "Customer records: severe if exposed", Evidence: []model.Evidence{on(at("threat-context.yaml", 9, 5, 24), "", "stated by the owner")}},
		),
		line, `aws_s3_bucket.exports["eu"]`, `aws_s3_bucket.exports["us"]`)
	f.Related = []model.Evidence{on(at("infra/variables.tf", 4, 3, 21), "var.readers", "variable default")}
	f.Owners = []string{"@shop/platform"}
	f.Status = "unchanged"
	return f
}

func requestForgery(t *model.Threat, w *model.Weakness) *finding.Finding {
	f := base(t, "77aa0b1c",
		"Anyone who can call GET /avatar can make the server request any address because the address comes from the request unchecked, which lets them read what only the server may reach.",
		rated(risk.High, 8.0, 3, 3,
			risk.Factor{Name: "ease", Value: 3, Why: "a public technique"},
			risk.Factor{Name: "exposure", Value: 4, Why: "reachable from the internet through aws_lb.front"},
			risk.Factor{Name: "impact", Value: 3, Why: "the role it runs as reads personal data"},
		),
		at("internal/web/avatar.go", 31, 15, 28), "go:example.com/shop/internal/web.(*Server).Avatar")
	f.Trace = w.Trace
	f.Match.Weakness = w.ID
	f.PartOf = []string{"PATH-001-0c2d4e6f"}
	f.Owners = []string{"@shop/payments"}
	f.Status = "unchanged"
	return f
}

func noWayBack(t *model.Threat) *finding.Finding {
	f := base(t, "9d8e7f60",
		"Whoever takes over aws_iam_role.web can overwrite or erase everything in aws_s3_bucket.customers because old versions are not kept, which lets them hold the data to ransom.",
		rated(risk.Medium, 6.5, 2, 3, risk.Factor{Name: "ease", Value: 2, Why: "needs a position first"}),
		at("infra/storage.tf", 1, 1, 37), "aws_s3_bucket.customers")
	f.Rating.Assumed = true
	f.Status = "unchanged"
	return f
}

func accepted(t *model.Threat) *finding.Finding {
	f := base(t, "51c0ffee",
		"Anyone on the internet can try to log in to aws_instance.bastion because port 22 is open to every address, which lets them take over the machine with one weak or stolen key.",
		rated(risk.Medium, 5.0, 2, 2, risk.Factor{Name: "ease", Value: 3, Why: "a public technique"}),
		at("infra/web.tf", 33, 5, 34), "aws_instance.bastion")
	f.Owners = []string{"@shop/platform"}
	f.Acceptance = &finding.Acceptance{
		Reason: "Vendor support needs it; keys only, alarms on", Owner: "@shop/platform", Until: "2027-01-31",
		Location: at("threat-context.yaml", 14, 5, 20),
	}
	f.Status = "unchanged"
	return f
}

func expired(t *model.Threat) *finding.Finding {
	f := base(t, "0badcafe",
		"Someone who takes over any identity can work unseen because no trail records what is done in the account.",
		rated(risk.Medium, 4.5, 1, 3, risk.Factor{Name: "ease", Value: 1, Why: "a missing safety net"}),
		at("infra/web.tf", 1, 1, 15), "account")
	f.Acceptance = &finding.Acceptance{Reason: "Planned", Owner: "@shop/platform", Until: "2026-01-31", Expired: true, InSource: true, Location: at("infra/web.tf", 1, 17, 60)}
	f.Status = "unchanged"
	return f
}

func latent(t *model.Threat) *finding.Finding {
	f := base(t, "1234abcd",
		"Anyone on the internet can try to log in to what uses aws_security_group.old because port 3389 is open to every address, which lets them take over the machine with one weak or stolen key.",
		rated(risk.Low, 1.0, 1, 1, risk.Factor{Name: "ease", Value: 3, Why: "a public technique"}),
		at("infra/web.tf", 50, 5, 34), "aws_security_group.old")
	f.Rating.Latent = true
	f.Status = "unchanged"
	return f
}
