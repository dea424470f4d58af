package iam

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/threatvet/threatvet/internal/model"
)

// TestDocumented holds cases that AWS describes in its user guides; page says
// where.
func TestDocumented(t *testing.T) {
	const (
		logic      = "reference_policies_evaluation-logic"
		boundaries = "access_policies_boundaries"
		cross      = "reference_policies_evaluation-logic-cross-account"
		session    = "access_policies#policies_session"
		variables  = "reference_policies_variables"
		conditions = "reference_policies_multi-value-conditions"
		oidc       = "id_roles_providers_create_oidc"
		kms        = "kms key-policy-overview"
		trust      = "id_roles_create_for-user_externalid"
	)
	github := "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"
	trustGithub := "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'" + github + "'},'Condition':{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:shop/*:ref:refs/heads/main'}}}"
	ann := Principal{Kind: User, ARN: "arn:aws:iam::111111111111:user/ann", Account: "111111111111", Name: "ann", ID: "user.ann", Tags: map[string]string{"team": "red"}}
	role := Principal{Kind: Role, ARN: app, Account: "111111111111", Name: "app", ID: "role.app", Tags: map[string]string{}}
	within := func(p Principal, statements string) Principal {
		doc, err := Parse(`{"Version":"2012-10-17","Statement":[` + strings.ReplaceAll(statements, "'", `"`) + `]}`)
		if err != nil {
			t.Fatal(err)
		}
		p.Session = doc
		return p
	}
	toBucket := func(kind, who string) string {
		return "resource bucket: {'Effect':'Allow','Principal':{'" + kind + "':'" + who + "'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"
	}
	tests := []documented{
		{logic, "an Allow and a Deny of one action in one policy", []string{"identity user.ann: " + allowRead + "," + denyRead}, ann, "s3:GetObject", object, nil, Denied},
		{logic, "an Allow by the resource and a Deny of the identity", []string{toBucket("AWS", ann.ARN), "identity user.ann: " + denyRead}, ann, "s3:GetObject", object, nil, Denied},
		{logic, "a resource allows, the identity says nothing", []string{toBucket("AWS", ann.ARN)}, ann, "s3:GetObject", object, nil, Allowed},
		{logic, "an action that a bucket does not have", []string{"identity user.ann: " + allowAll}, ann, "s3:GetObject", bucket, nil, Denied},
		{logic, "and one that an object does not have", []string{"identity user.ann: " + allowAll}, ann, "s3:ListBucket", object, nil, Denied},
		{boundaries, "a boundary and a right of two things", []string{"identity user.ann: {'Effect':'Allow','Action':'iam:CreateUser','Resource':'*'}", "boundary user.ann: {'Effect':'Allow','Action':['s3:*','cloudwatch:*','ec2:*'],'Resource':'*'}"}, ann, "iam:CreateUser", "arn:aws:iam::111111111111:user/new", nil, Denied},
		{boundaries, "a Deny in the boundary", []string{"identity user.ann: " + allowAll, "boundary user.ann: " + allowAll + "," + denyRead}, ann, "s3:GetObject", object, nil, Denied},
		{boundaries, "an organisation, a boundary and an identity that all allow", []string{"identity user.ann: " + allowRead, "boundary user.ann: " + allowRead, "scp r-1: " + allowAll}, ann, "s3:GetObject", object, nil, Allowed},
		{session, "a session's policy limits the role", []string{"identity role.app: " + allowAll}, within(role, "{'Effect':'Allow','Action':'sqs:*','Resource':'*'}"), "s3:GetObject", object, nil, Denied},
		{session, "it gives nothing", nil, within(role, allowAll), "s3:GetObject", object, nil, Denied},
		{session, "within both", []string{"identity role.app: " + allowAll}, within(role, allowRead), "s3:GetObject", object, nil, Allowed},
		{session, "it limits what a resource gives the role", []string{toBucket("AWS", app)}, within(role, "{'Effect':'Allow','Action':'sqs:*','Resource':'*'}"), "s3:GetObject", object, nil, Denied},
		{session, "its Deny wins", []string{"identity role.app: " + allowAll}, within(role, allowAll+","+denyRead), "s3:GetObject", object, nil, Denied},
		{cross, "another account's administrator, let in", []string{toBucket("AWS", "222222222222")}, AnyAccount("222222222222"), "s3:GetObject", object, nil, Allowed},
		{cross, "another account's queue user", []string{"resource queue: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'sqs:SendMessage','Resource':'*'}"}, AnyAccount("222222222222"), "sqs:SendMessage", queue, nil, Allowed},
		{cross, "a third account's", []string{"resource queue: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'sqs:SendMessage','Resource':'*'}"}, AnyAccount("444444444444"), "sqs:SendMessage", queue, nil, Denied},
		{cross, "a Deny of all but one's own", []string{"resource queue: {'Effect':'Allow','Principal':'*','Action':'sqs:SendMessage','Resource':'*'},{'Effect':'Deny','Principal':'*','Action':'sqs:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalAccount':'111111111111'}}}"}, AnyAccount(""), "sqs:SendMessage", queue, nil, Denied},
		{variables, "a user's own folder", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/${aws:username}/*'}"}, ann, "s3:GetObject", "arn:aws:s3:::b/ann/x", nil, Allowed},
		{variables, "and not another's", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/${aws:username}/*'}"}, ann, "s3:GetObject", "arn:aws:s3:::b/bob/x", nil, Denied},
		{variables, "a tag of the caller", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/${aws:PrincipalTag/team}/*'}"}, ann, "s3:GetObject", "arn:aws:s3:::b/red/x", nil, Allowed},
		{variables, "a question mark that stands for itself", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/${*}/x'}"}, ann, "s3:GetObject", "arn:aws:s3:::b/any/x", nil, Denied},
		{conditions, "all values are of the list", []string{"identity user.ann: " + allowIf("{'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']}}")}, ann, "s3:GetObject", object, Context{"aws:TagKeys": {"a"}}, Allowed},
		{conditions, "one is not", []string{"identity user.ann: " + allowIf("{'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']}}")}, ann, "s3:GetObject", object, Context{"aws:TagKeys": {"a", "c"}}, Denied},
		{conditions, "any value is of the list", []string{"identity user.ann: " + allowIf("{'ForAnyValue:StringEquals':{'aws:TagKeys':['a']}}")}, ann, "s3:GetObject", object, Context{"aws:TagKeys": {"a", "c"}}, Allowed},
		{conditions, "two operators are an and", []string{"identity user.ann: " + allowIf("{'StringEquals':{'aws:PrincipalTag/team':'red'},'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}")}, ann, "s3:GetObject", object, Context{"aws:SourceIp": {"203.0.113.9"}}, Allowed},
		{conditions, "values are an or", []string{"identity user.ann: " + allowIf("{'StringEquals':{'aws:PrincipalTag/team':['blue','red']}}")}, ann, "s3:GetObject", object, nil, Allowed},
		{oidc, "a token of a branch", []string{trustGithub}, OfProvider(github), "sts:AssumeRoleWithWebIdentity", app, Context{"token.actions.githubusercontent.com:sub": {"repo:shop/api:ref:refs/heads/main"}}, Allowed},
		{oidc, "of another branch", []string{trustGithub}, OfProvider(github), "sts:AssumeRoleWithWebIdentity", app, Context{"token.actions.githubusercontent.com:sub": {"repo:shop/api:ref:refs/heads/x"}}, Denied},
		{oidc, "of a fork of another owner", []string{trustGithub}, OfProvider(github), "sts:AssumeRoleWithWebIdentity", app, Context{"token.actions.githubusercontent.com:sub": {"repo:evil/shop:ref:refs/heads/main"}}, Denied},
		{oidc, "a token that nobody has seen", []string{trustGithub}, OfProvider(github), "sts:AssumeRoleWithWebIdentity", app, nil, Depends},
		{oidc, "another provider's", []string{trustGithub}, OfProvider("accounts.google.com"), "sts:AssumeRoleWithWebIdentity", app, nil, Denied},
		{oidc, "a token is no signature", []string{trustGithub}, OfProvider(github), "sts:AssumeRole", app, nil, Denied},
		{trust, "the external id that is asked for", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'222222222222'},'Condition':{'StringEquals':{'sts:ExternalId':'x'}}}"}, AnyAccount("222222222222"), "sts:AssumeRole", app, Context{"sts:ExternalId": {"x"}}, Allowed},
		{trust, "a wrong one", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'222222222222'},'Condition':{'StringEquals':{'sts:ExternalId':'x'}}}"}, AnyAccount("222222222222"), "sts:AssumeRole", app, Context{"sts:ExternalId": {"y"}}, Denied},
		{"id_roles_use_passrole", "a role is passed to the service that is named", []string{"identity user.ann: {'Effect':'Allow','Action':'iam:PassRole','Resource':'*','Condition':{'StringEquals':{'iam:PassedToService':'ec2.amazonaws.com'}}}"}, ann, "iam:PassRole", app, Context{"iam:PassedToService": {"ec2.amazonaws.com"}}, Allowed},
		{"id_roles_use_passrole", "and to no other", []string{"identity user.ann: {'Effect':'Allow','Action':'iam:PassRole','Resource':'*','Condition':{'StringEquals':{'iam:PassedToService':'ec2.amazonaws.com'}}}"}, ann, "iam:PassRole", app, Context{"iam:PassedToService": {"lambda.amazonaws.com"}}, Denied},
		{kms, "a key policy that names nobody of the account", []string{"identity user.ann: " + allowAll, "resource key: {'Effect':'Allow','Principal':{'Service':'logs.amazonaws.com'},'Action':'kms:*','Resource':'*'}"}, ann, "kms:Decrypt", key, nil, Denied},
		{kms, "a grant on a key is enough", []string{"permission key: {'Effect':'Allow','Principal':{'AWS':'" + ann.ARN + "'},'Action':'kms:Decrypt','Resource':'*'}"}, ann, "kms:Decrypt", key, nil, Allowed},
		{kms, "a grant replaces no key policy", []string{"identity user.ann: " + allowAll, "permission key: {'Effect':'Allow','Principal':{'AWS':'" + app + "'},'Action':'kms:Decrypt','Resource':'*'}"}, ann, "kms:Decrypt", key, nil, Allowed},
	}
	for _, tt := range tests {
		tt.check(t)
	}
}

// documented is a case of a user guide.
type documented struct {
	page, name string
	policies   []string
	who        Principal
	action, on string
	context    Context
	want       Answer
}

func (c documented) check(t *testing.T) {
	t.Run(c.name, func(t *testing.T) {
		d := world(t, c.policies...)
		for _, g := range d.Gaps() {
			t.Fatalf("a policy of the test is not one: %s", g.Why)
		}
		if got := d.May(c.who, c.action, c.on, c.context); got.Answer != c.want {
			t.Errorf("%s: %s, want %s (on %v)", c.page, got.Answer, c.want, got.On)
		}
	})
}

// TestVariablesNeedTheNewLanguage: in a document of 2008 ${...} is plain text.
func TestVariablesNeedTheNewLanguage(t *testing.T) {
	sys := estate()
	for _, version := range []string{"2008-10-17", "2012-10-17"} {
		sys.Policies = []*model.Policy{{ID: "p", Kind: "identity", Holder: "user.ann", State: model.Known,
			Document: `{"Version":"` + version + `","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}/*"}}`}}
		d := NewDecider(sys)
		p, _ := d.Principal("user.ann")
		if got, want := d.May(p, "s3:GetObject", "arn:aws:s3:::b/ann/x", nil).Answer, map[string]Answer{"2008-10-17": Denied, "2012-10-17": Allowed}[version]; got != want {
			t.Errorf("%s: %s, want %s", version, got, want)
		}
	}
}

func TestVariableDefaults(t *testing.T) {
	values := map[string]string{"aws:username": "", "aws:PrincipalTag/team": "red"}
	value := func(key string) (string, bool) { v, known := values[key]; return v, known }
	for text, want := range map[string]string{
		"b/${aws:username, 'all'}/*":         "b/all/*",
		"b/${aws:PrincipalTag/team, 'x'}/*":  "b/red/*",
		"b/${aws:username}/*":                "b//*",
		"b/${aws:SourceVpc, 'none'}/*":       "b/" + Hole + "/*",
		"b/${aws:PrincipalTag/team}${$}/${?": "b/red$/${?",
	} {
		if got := newPattern(text, false).expand(value).text; got != want {
			t.Errorf("%s becomes %s, want %s", text, got, want)
		}
	}
}

// changed makes random worlds and says what becomes of each question when the
// policies are changed.
func changed(t *testing.T, seed uint64, change func(r *rand.Rand, policies []string) []string, check func(q asked, before, after Decision) bool) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, seed+1))
	for range 100 {
		var policies []string
		for range 1 + r.IntN(6) {
			policies = append(policies, randomPolicy(r))
		}
		other := change(r, slices.Clone(policies))
		before, after := everything(world(t, policies...)), everything(world(t, other...))
		for q := range before {
			if !check(q, before[q], after[q]) {
				t.Fatalf("%v: %s becomes %s\nof %s\nby %s", q, before[q].Answer, after[q].Answer, strings.Join(policies, "\n"), strings.Join(other, "\n"))
			}
		}
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	changed(t, 21, func(r *rand.Rand, list []string) []string {
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		return list
	}, func(_ asked, before, after Decision) bool {
		return before.Answer == after.Answer && slices.Equal(before.On, after.On)
	})
}

func TestBoundaryNeverAdds(t *testing.T) {
	changed(t, 23, func(r *rand.Rand, list []string) []string {
		return append(list, "boundary "+pick(r, somePeople)+": {'Effect':'Allow','Action':'"+pick(r, []string{"*", "s3:*", "sqs:SendMessage"})+"','Resource':'*'}")
	}, func(_ asked, before, after Decision) bool { return rank(after) <= rank(before) })
}

func TestNarrowerResourceNeverAdds(t *testing.T) {
	changed(t, 25, func(_ *rand.Rand, list []string) []string {
		for i, p := range list {
			if strings.Contains(p, "'Allow'") {
				list[i] = strings.Replace(p, "'Resource':'*'", "'Resource':'arn:aws:s3:::b/*'", 1)
			}
		}
		return list
	}, func(_ asked, before, after Decision) bool { return rank(after) <= rank(before) })
}

func TestOrganisationNeverAdds(t *testing.T) {
	changed(t, 27, func(r *rand.Rand, list []string) []string {
		return append(list, pick(r, []string{"scp r-1: ", "scp ou-1: ", "scp 333333333333: "})+pick(r, []string{allowAll, denyRead, allowRead}))
	}, func(_ asked, before, after Decision) bool { return rank(after) <= rank(before) })
}

// TestHostileDocuments: documents that are large, deep, long or full of
// wildcards end in time, whether they are read or refused.
func TestHostileDocuments(t *testing.T) {
	statement := `{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}`
	bomb := strings.Repeat("*a", 5000)
	for name, text := range map[string]string{
		"megabytes":            `{"Statement":"` + strings.Repeat("x", 8<<20) + `"}`,
		"nested":               `{"Statement":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}`,
		"nested in a value":    `{"Statement":[{"Effect":"Allow","Action":` + strings.Repeat(`{"a":`, 20_000) + `1` + strings.Repeat("}", 20_000) + `}]}`,
		"thousands":            `{"Statement":[` + strings.Repeat(statement+",", 3500) + statement + `]}`,
		"wildcards":            `{"Statement":[{"Effect":"Allow","Action":"` + bomb + `","Resource":"arn:aws:s3:::` + bomb + `"}]}`,
		"wildcards in a test":  `{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringLike":{"aws:PrincipalArn":"` + bomb + `"}}}]}`,
		"thousands of names":   `{"Statement":[{"Effect":"Allow","Action":"*","Resource":[` + strings.Repeat(`"arn:aws:s3:::b*/${aws:username}",`, 5000) + `"*"]}]}`,
		"unfinished variables": `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"` + strings.Repeat("${", 50_000) + `"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			sys := estate()
			for _, holder := range []string{"user.ann", "role.app"} {
				sys.Policies = append(sys.Policies, &model.Policy{ID: holder, Kind: "identity", Holder: holder, Document: text, State: model.Known})
			}
			sys.Policies = append(sys.Policies, &model.Policy{ID: "r", Kind: "resource", Holder: "bucket", Document: text, State: model.Known})
			begin := cpu(t)
			Decide(sys)
			if took := cpu(t) - begin; took > 10*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

// FuzzDecide asks of two documents that meet: nothing may panic, a Deny of
// everything wins, and an answer that depends says on what.
func FuzzDecide(f *testing.F) {
	f.Add(`{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}`, `{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:Get*","Resource":"arn:aws:s3:::b/⟦?⟧"}}`, "s3:GetObject", "arn:aws:s3:::b/x")
	f.Add(`{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"iam:*","Resource":"${aws:username, 'x'}*","Condition":{"ForAllValues:ArnLikeIfExists":{"aws:PrincipalArn":["arn:*:*","*"]}}}]}`, `{}`, "kms:Decrypt", "arn:aws:s3:::b*")
	f.Fuzz(func(t *testing.T, identity, resource, action, on string) {
		sys := estate("identity role.app: {'Effect':'Deny','Action':'*','Resource':'*'}")
		for i, p := range []string{identity, resource} {
			sys.Policies = append(sys.Policies,
				&model.Policy{ID: fmt.Sprint("x", i), Kind: "identity", Holder: []string{"user.ann", "role.app"}[i], Document: p, State: model.Known},
				&model.Policy{ID: fmt.Sprint("y", i), Kind: "resource", Holder: "bucket", Document: p, State: model.Known})
		}
		d := NewDecider(sys)
		for _, who := range []string{"user.ann", "role.app"} {
			p, _ := d.Principal(who)
			got := d.May(p, action, on, nil)
			if who == "role.app" && got.Answer != Denied {
				t.Errorf("%s in spite of a Deny of everything", got.Answer)
			}
			if (got.Answer == Depends) != (len(got.On) > 0) {
				t.Errorf("%s, and depends on %q", got.Answer, got.On)
			}
		}
	})
}
