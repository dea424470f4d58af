package iam

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/model"
)

// estate is a system for Decide, from policies as world takes them.
func estate(policies ...string) *model.System {
	sys := model.New()
	sys.Identities = []*model.Identity{
		{ID: "user.ann", Kind: "user", Name: "ann", ARN: "arn:aws:iam::111111111111:user/ann"},
		{ID: "role.app", Kind: "role", Name: "app", ARN: app},
	}
	sys.Elements = []*model.Element{
		{ID: "bucket", Kind: "store.object", Aliases: []string{"b", bucket}},
		{ID: "other", Kind: "store.object", Aliases: []string{"b2", "arn:aws:s3:::b2"}},
		{ID: "table", Kind: "store.nosql", Aliases: []string{"arn:aws:dynamodb:eu-west-1:111111111111:table/t"}},
		{ID: "vault", Kind: "secret_store", Provider: "google", Aliases: []string{"projects/p/secrets/s"}},
	}
	for i, p := range policies {
		head, statements, _ := strings.Cut(p, ": ")
		kind, holder, _ := strings.Cut(head, " ")
		sys.Policies = append(sys.Policies, &model.Policy{
			ID: fmt.Sprintf("p%d", i), Kind: kind, Holder: holder, State: model.Known,
			Document:   `{"Statement":[` + strings.ReplaceAll(statements, "'", `"`) + `]}`,
			Evidence:   []model.Evidence{{Location: model.Location{File: "iam.tf", Line: 10 * (i + 1)}}},
			Statements: []model.Location{{File: "iam.tf", Line: 10*(i+1) + 1}},
		})
	}
	return sys
}

func TestDecide(t *testing.T) {
	tests := []struct {
		name     string
		policies []string
		want     []string
	}{
		{"nothing", nil, nil},
		{"reading objects", []string{"identity user.ann: " + allowRead}, []string{"user.ann read bucket"}},
		{"settings are not content", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetBucketLocation','Resource':'*'}"}, nil},
		{"objects need the objects' ARN", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b'}"}, nil},
		{"names are whole names", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:PutObject','Resource':'arn:aws:s3:::b2/*'}"}, []string{"user.ann write other"}},
		{"everything of a service", []string{"identity user.ann: {'Effect':'Allow','Action':'dynamodb:*','Resource':'*'}"}, []string{"user.ann admin table"}},
		{"everything but a part", []string{"identity user.ann: {'Effect':'Allow','Action':'dynamodb:*','Resource':'*'},{'Effect':'Deny','Action':'dynamodb:DeleteTable','Resource':'*'}"}, []string{"user.ann list table", "user.ann permissions table", "user.ann read table", "user.ann write table"}},
		{"a policy on the thing", []string{"resource bucket: {'Effect':'Allow','Principal':{'AWS':'" + app + "'},'Action':'s3:PutObject','Resource':'arn:aws:s3:::b/*'}"}, []string{"role.app write bucket"}},
		{"a condition that is not settled", []string{"identity user.ann: " + allowIf("{'StringEquals':{'aws:PrincipalOrgID':'o'}}")}, []string{"user.ann read bucket (depends)"}},
		{"a condition that does not hold", []string{"identity user.ann: " + allowIf("{'Bool':{'aws:MultiFactorAuthPresent':'true'}}")}, nil},
		{"a range that nobody can see", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::⟦?⟧/*'}"}, nil},
		{"who may become whom", []string{"trust role.app: " + trustApp}, []string{"user.ann read role.app", "user.ann write role.app"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := estate(tt.policies...)
			Decide(sys)
			var got []string
			for _, g := range sys.Grants {
				line := g.Identity + " " + g.Level + " " + g.On
				if !g.Certain {
					line += " (depends)"
				}
				got = append(got, line)
				if len(g.Evidence) == 0 || g.Evidence[0].Line%10 != 1 || len(g.Actions) == 0 {
					t.Errorf("%s: evidence %v, actions %v; want the statement's line", line, g.Evidence, g.Actions)
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("grants (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAdministrator(t *testing.T) {
	tests := []struct {
		name     string
		policies []string
		want     string
	}{
		{"everything", []string{"identity role.app: " + allowAll}, "certain"},
		{"two halves", []string{"identity role.app: {'Effect':'Allow','Action':'iam:*','Resource':'*'}", "identity role.app: {'Effect':'Allow','NotAction':'iam:*','Resource':'*'}"}, "certain"},
		{"one half", []string{"identity role.app: {'Effect':'Allow','NotAction':'iam:*','Resource':'*'}"}, ""},
		{"everything on one thing", []string{"identity role.app: {'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b'}"}, ""},
		{"within a boundary", []string{"identity role.app: " + allowAll, "boundary role.app: {'Effect':'Allow','Action':['s3:*','ec2:*'],'Resource':'*'}"}, ""},
		{"within a boundary of everything", []string{"identity role.app: " + allowAll, "boundary role.app: " + allowAll}, "certain"},
		{"without rights management", []string{"identity role.app: " + allowAll + ",{'Effect':'Deny','Action':'iam:*','Resource':'*'}"}, ""},
		{"without one bucket", []string{"identity role.app: " + allowAll + ",{'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::audit/*'}"}, "certain"},
		{"under a condition", []string{"identity role.app: {'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o'}}}"}, "depends"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := estate(tt.policies...)
			Decide(sys)
			got := ""
			for _, g := range sys.Grants {
				if g.On == Account {
					got = map[bool]string{true: "certain", false: "depends"}[g.Certain]
				}
			}
			if got != tt.want {
				t.Errorf("administrator: %q, want %q", got, tt.want)
			}
		})
	}
}

func TestDecideIsStable(t *testing.T) {
	policies := []string{"identity user.ann: {'Effect':'Allow','Action':['s3:*','dynamodb:Get*'],'Resource':'*'}", "identity role.app: " + allowAll, "trust role.app: " + trustApp}
	first := estate(policies...)
	Decide(first)
	for range 5 {
		again := estate(policies...)
		Decide(again)
		if diff := cmp.Diff(first.Grants, again.Grants); diff != "" {
			t.Fatalf("two decisions differ:\n%s", diff)
		}
	}
}

func TestDecideNotesWhatItCannotRead(t *testing.T) {
	sys := estate("identity user.ann: {'Effect':'Perhaps'}")
	sys.Policies = append(sys.Policies, &model.Policy{ID: "m", Kind: "identity", Holder: "role.app", Managed: "arn:aws:iam::aws:policy/NoSuchPolicy", State: model.Known})
	Decide(sys)
	if len(sys.Gaps) != 2 || sys.Gaps[0].Location.Line != 10 {
		t.Errorf("gaps: %+v, want one for each policy, with its place", sys.Gaps)
	}
}

func TestDecideOutsiders(t *testing.T) {
	const partner = "arn:aws:iam::222222222222:role/partner"
	tests := []struct {
		name     string
		policies []string
		want     []string
	}{
		{"a public bucket", []string{"resource bucket: {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"}, []string{"any-account read bucket", "internet read bucket", "role.app read bucket", "user.ann read bucket"}},
		{"all but one", []string{"resource bucket: {'Effect':'Allow','NotPrincipal':{'AWS':'" + partner + "'},'Action':'s3:PutObject','Resource':'arn:aws:s3:::b/*'}"}, []string{"any-account write bucket", "internet write bucket", "role.app write bucket", "user.ann write bucket"}},
		{"a partner's account", []string{"resource bucket: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"}, []string{"account:222222222222 read bucket"}},
		{"a partner's role", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'" + partner + "'}}"}, []string{partner + " read role.app", partner + " write role.app"}},
		{"a partner's role with an id that is not known", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'" + partner + "'},'Condition':{'StringEquals':{'sts:ExternalId':'x'}}}"}, []string{partner + " read role.app (depends)", partner + " write role.app (depends)"}},
		{"nobody becomes a role without a signature", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':'*'}"}, []string{"any-account read role.app", "any-account write role.app", "role.app read role.app", "role.app write role.app", "user.ann read role.app", "user.ann write role.app"}},
		{"the tokens of a provider", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'accounts.google.com'},'Condition':{'StringEquals':{'accounts.google.com:aud':'x'}}}"}, []string{"provider:accounts.google.com read role.app (depends)", "provider:accounts.google.com write role.app (depends)"}},
		{"a service is no news", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'ec2.amazonaws.com'}}"}, nil},
		{"a Deny for those outside", []string{"resource bucket: {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'},{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalAccount':'111111111111'}}}"}, []string{"role.app read bucket", "user.ann read bucket"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := estate(tt.policies...)
			Decide(sys)
			var got []string
			for _, g := range sys.Grants {
				line := g.Identity + " " + g.Level + " " + g.On
				if !g.Certain {
					line += " (depends)"
				}
				got = append(got, line)
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("grants (-want +got):\n%s", diff)
			}
		})
	}
}
