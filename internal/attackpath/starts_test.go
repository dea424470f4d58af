package attackpath

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

func TestWhoTakesOnARole(t *testing.T) {
	const github = `"Federated":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"`
	subject := func(operator, value string) string {
		return `{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{` + github + `},"Condition":{"` + operator + `":{"token.actions.githubusercontent.com:sub":"` + value + `"}}}`
	}
	trusted := func(host, subject string) string {
		condition := ""
		if subject != "" {
			condition = `,"Condition":{"StringLike":{"` + host + `:sub":"` + subject + `"}}`
		}
		return `{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/` + host + `"}` + condition + `}`
	}
	tests := []struct{ name, trust, want string }{
		{"any repository, as no subject is asked for", `{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{` + github + `}}`, "any-repository"},
		{"any repository by a wildcard", subject("StringLike", "repo:*"), "any-repository"},
		{"a wildcard that is none", subject("StringEquals", "repo:*"), "pipeline"},
		{"pull requests of a repository", subject("StringLike", "repo:shop/web:*"), "pull-request"},
		{"pull requests by name", subject("StringEquals", "repo:shop/web:pull_request"), "pull-request"},
		{"any run of an organisation", subject("StringLike", "repo:shop/*"), "pull-request"},
		{"one branch", subject("StringEquals", "repo:shop/web:ref:refs/heads/main"), "pipeline"},
		{"branches", subject("StringLike", "repo:shop/web:ref:refs/heads/*"), "pipeline"},
		{"an environment", subject("StringEquals", "repo:shop/web:environment:production"), "pipeline"},
		{"a provider that is no code host", `{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/sso.example.com"}}`, "pipeline"},
		{"any repository of a workspace, as no subject is asked for", trusted("api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc", ""), "any-project"},
		{"one repository of a workspace", trusted("api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc", "{9f1c}:*"), "pipeline"},
		{"any project of an organisation", trusted("oidc.circleci.com/org/9f1c", "org/9f1c/project/*"), "any-project"},
		{"one project of an organisation", trusted("oidc.circleci.com/org/9f1c", "org/9f1c/project/5d1e/user/*"), "pipeline"},
		{"any connection of Azure DevOps", trusted("vstoken.dev.azure.com/9f1c", "sc://shop/*"), "any-project"},
		{"any workspace of anybody", trusted("app.terraform.io", "organization:*"), "any-repository"},
		{"any workspace of an organisation", trusted("app.terraform.io", "organization:shop:*"), "pipeline"},
		{"people", `{"Effect":"Allow","Action":"sts:AssumeRoleWithSAML","Principal":{"Federated":"arn:aws:iam::111111111111:saml-provider/corp"}}`, "people"},
		{"another account", `{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::222222222222:root"}}`, "partner-account"},
		{"the account itself", `{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::111111111111:root"}}`, "insider"},
		{"the cluster's programs", `{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/1"}}`, "workload"},
		{"a service", `{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}`, ""},
		{"nobody, by a Deny", `{"Effect":"Deny","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::222222222222:root"}}`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := model.New()
			role := &model.Identity{ID: "role", Kind: "role", Name: "role", ARN: "arn:aws:iam::111111111111:role/role"}
			sys.Identities = []*model.Identity{role}
			sys.Policies = []*model.Policy{{ID: "trust", Kind: "trust", Holder: "role", State: model.Known, Document: `{"Version":"2012-10-17","Statement":[` + tt.trust + `]}`}}
			if got := newGraph(newWorld(sys), nil).takenBy(role); got != tt.want {
				t.Errorf("taken on by %q, want %q", got, tt.want)
			}
		})
	}
}

// TestEveryStartHasWords checks the data against the code that names starts.
func TestEveryStartHasWords(t *testing.T) {
	words := startData()
	known := slices.Concat(nearest, []string{"internet", "any-account", "partner-addresses", "partner-network", "login", "leaked-key", "stolen-login", "user"})
	for _, m := range words.Members {
		known = append(known, m.As)
	}
	for _, as := range known {
		if begins(as, "x") == "x" {
			t.Errorf("nothing is said of %q", as)
		}
	}
	for _, c := range words.Can {
		for _, as := range c.Starts {
			if !slices.Contains(known, as) {
				t.Errorf("can %q names %q, which is no start", c.Word, as)
			}
		}
	}
}

func TestStartsAreTold(t *testing.T) {
	f := fixture{Allow: []string{"s3:GetObject"}, On: "bucket", Data: "bucket", Facts: map[string]bool{"user.attacker#access_key": true}}
	sys := f.system()
	sys.DataAssets[0].Categories = []string{"pii"}
	sys.Attackers = []*model.Attacker{
		{Name: "Thief", Can: []string{"stolen_key"}, Wants: []string{"pii"}},
		{Name: "Fraud ring", Can: []string{"stolen_key"}, Wants: []string{"payment"}},
		{Name: "Passer-by", Can: []string{"internet"}},
	}
	for _, p := range search(t, sys, Options{}) {
		if p.Start != "user.attacker" {
			continue
		}
		if p.As != "leaked-key" || p.Begins != "whoever finds the access key of user.attacker" || p.Gains != "reads" {
			t.Errorf("the path is told as %q (%q), gains %q", p.As, p.Begins, p.Gains)
		}
		if diff := cmp.Diff([]string{"Thief"}, p.Attackers); diff != "" {
			t.Errorf("attackers (-want +got):\n%s", diff)
		}
		return
	}
	t.Errorf("no path:\n%s", tell(sys.Paths))
}

// TestPartnerAddresses checks that what only some addresses reach is a way from
// these, and from nowhere else.
func TestPartnerAddresses(t *testing.T) {
	for level, want := range map[string]string{
		model.ExposurePartner: "partner-addresses", model.ExposureInternet: "internet", model.ExposureAuthenticated: "internet", model.ExposureInternal: "",
	} {
		sys := forged()
		sys.Index().Elements["handler"].Exposure.Level = level
		var starts []string
		for _, p := range search(t, sys, Options{}) {
			starts = append(starts, p.Start)
			if level == model.ExposureAuthenticated && p.As != "login" {
				t.Errorf("a way over a login is told as %q", p.As)
			}
		}
		if want == "" && len(starts) > 0 || want != "" && !slices.Equal(starts, []string{want}) {
			t.Errorf("%s: starts from %v, want %q", level, starts, want)
		}
	}
}

func TestOtherAccounts(t *testing.T) {
	allow := func(arn string) string {
		return `{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"` + arn + `"}`
	}
	tests := []struct {
		name, statements, want string
	}{
		{"a role in another account", allow("arn:aws:iam::222222222222:role/deploy"), "account:222222222222"},
		{"a role in this one", allow("arn:aws:iam::111111111111:role/deploy"), ""},
		{"any role, which may be this account's", allow("*"), ""},
		{"another right", `{"Effect":"Allow","Action":"sts:TagSession","Resource":"arn:aws:iam::222222222222:role/deploy"}`, ""},
		{"an explicit Deny", allow("arn:aws:iam::222222222222:role/deploy") + `,{"Effect":"Deny","Action":"sts:*","Resource":"*"}`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := model.New()
			sys.Identities = []*model.Identity{{ID: "user", Kind: "user", Name: "user", ARN: "arn:aws:iam::111111111111:user/user"}}
			sys.Policies = []*model.Policy{{
				ID: "p", Kind: "identity", Holder: "user", State: model.Known, Document: `{"Statement":[` + tt.statements + `]}`,
				Evidence: []model.Evidence{{Location: model.Location{File: "main.tf", Line: 7}}},
			}}
			iam.Decide(sys)
			Search(sys, Options{})
			got := ""
			for _, p := range sys.Paths {
				got = p.End
				if p.Certain || p.Gains != "account" || p.Steps[0].Location.Line != 7 || len(p.ChokePoints) != 1 {
					t.Errorf("path %+v", p)
				}
			}
			if got != tt.want {
				t.Errorf("reaches %q, want %q", got, tt.want)
			}
		})
	}
}

// TestWorkloadThatDestroys checks that a program whose role can erase its own
// data is told once it can erase the backups or the records too.
func TestWorkloadThatDestroys(t *testing.T) {
	base := fixture{From: "role.attacker", Allow: []string{"s3:DeleteObject", "backup:DeleteRecoveryPoint"}, Data: "bucket", Facts: map[string]bool{"vault#object_lock": false}}
	ends := func(f fixture) []string {
		sys := f.system()
		for _, i := range sys.Identities {
			if i.ID == "role.attacker" {
				i.UsedBy = []string{"function"}
			}
		}
		for _, p := range sys.Policies {
			if p.Kind == "trust" && p.Holder == "role.attacker" {
				p.Document = `{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}}`
			}
		}
		var list []string
		for _, p := range search(t, sys, Options{}) {
			if p.Start == "role.attacker" && p.As == "workload" {
				list = append(list, p.Gains+" "+p.End)
			}
		}
		return list
	}
	if diff := cmp.Diff([]string{"erases vault"}, ends(base)); diff != "" {
		t.Errorf("data and backups (-want +got):\n%s", diff)
	}
	locked := base
	locked.Facts = map[string]bool{"vault#object_lock": true}
	if got := ends(locked); got != nil {
		t.Errorf("with locked backups: %v", got)
	}
	only := base
	only.Allow = []string{"backup:DeleteRecoveryPoint"}
	if got := ends(only); got != nil {
		t.Errorf("without its data: %v", got)
	}
}

// A group of administrators that may set policies does its work; a person, or a
// program, that may is worth a word.
func TestAdministratorsGroupAttacksNobody(t *testing.T) {
	for as, want := range map[string]bool{"group": false, "people": true, "workload": true} {
		s := start{position: position{identity, "x"}, as: as, admin: as == "workload"}
		route := []*edge{{from: s.position, to: position{what: admin}, amounts: true}}
		if got := s.wants(position{what: admin}, route); got != want {
			t.Errorf("%s: an attack: %t, want %t", as, got, want)
		}
	}
}

// A program of a cluster starts as the account that it runs as, and not as the
// name that the cluster gives it.
func TestMemberAs(t *testing.T) {
	for name, want := range map[string]string{
		"user:ann@example.com":                       "people",
		"serviceAccount:shop.svc.id.goog[web/app]":   workload,
		"serviceAccount:ci@shop.iam.gserviceaccount": "insider",
		"principalSet://iam.googleapis.com/pool/*":   "pipeline",
	} {
		if got := memberAs(name); got != want {
			t.Errorf("%s: acts as %q, want %q", name, got, want)
		}
	}
}
