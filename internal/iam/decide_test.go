package iam

import (
	"fmt"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

// world is a system with one user, one role, one bucket, one key and one queue.
// Policies are given as "kind holder: statements".
func world(t testing.TB, policies ...string) *Decider {
	t.Helper()
	sys := model.New()
	sys.Identities = []*model.Identity{
		{ID: "user.ann", Kind: "user", Name: "ann", ARN: "arn:aws:iam::111111111111:user/ann", Groups: []string{"group.staff"}},
		{ID: "user.bob", Kind: "user", Name: "bob", ARN: "arn:aws:iam::111111111111:user/bob"},
		{ID: "role.app", Kind: "role", Name: "app", ARN: "arn:aws:iam::111111111111:role/app"},
		{ID: "role.far", Kind: "role", Name: "far", ARN: "arn:aws:iam::222222222222:role/far"},
		{ID: "group.staff", Kind: "group", Name: "staff", ARN: "arn:aws:iam::111111111111:group/staff"},
	}
	sys.Elements = []*model.Element{
		{ID: "user.ann", Kind: "identity.user", Tags: map[string]string{"team": "red"}},
		{ID: "role.app", Kind: "identity.role"},
		{ID: "bucket", Kind: "store.object", Aliases: []string{"b", "arn:aws:s3:::b"}, Tags: map[string]string{"team": "red"}},
		{ID: "key", Kind: "kms_key", Aliases: []string{"arn:aws:kms:eu-west-1:111111111111:key/k"}},
		{ID: "queue", Kind: "queue", Aliases: []string{"arn:aws:sqs:eu-west-1:111111111111:q"}},
		{ID: "topic", Kind: "topic", Aliases: []string{topic}},
		{ID: "secret", Kind: "secret_store", Aliases: []string{secret}},
		{ID: "function", Kind: "compute.function", Aliases: []string{function}},
		{ID: "registry", Kind: "store.registry", Aliases: []string{registry}},
	}
	for i, p := range policies {
		head, statements, _ := strings.Cut(p, ": ")
		kind, holder, _ := strings.Cut(head, " ")
		m := &model.Policy{ID: fmt.Sprintf("p%d", i), Kind: kind, Holder: holder, State: model.Known}
		switch {
		case strings.HasPrefix(statements, "arn:"):
			m.Managed = statements
		case statements != "?":
			m.Document = `{"Version":"2012-10-17","Statement":[` + strings.ReplaceAll(statements, "'", `"`) + `]}`
		}
		sys.Policies = append(sys.Policies, m)
	}
	return NewDecider(sys)
}

const (
	object = "arn:aws:s3:::b/x"
	bucket = "arn:aws:s3:::b"
	app    = "arn:aws:iam::111111111111:role/app"
	queue  = "arn:aws:sqs:eu-west-1:111111111111:q"
	key    = "arn:aws:kms:eu-west-1:111111111111:key/k"

	topic    = "arn:aws:sns:eu-west-1:111111111111:t"
	secret   = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:s-AbCdEf"
	function = "arn:aws:lambda:eu-west-1:111111111111:function:f"
	registry = "arn:aws:ecr:eu-west-1:111111111111:repository/r"

	allowAll   = "{'Effect':'Allow','Action':'*','Resource':'*'}"
	allowRead  = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"
	denyRead   = "{'Effect':'Deny','Action':'s3:Get*','Resource':'*'}"
	trustApp   = "{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'arn:aws:iam::111111111111:user/ann'}}"
	trustRoot  = "{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'arn:aws:iam::111111111111:root'}}"
	assumeRole = "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'*'}"
)

func allowIf(condition string) string {
	return "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*','Condition':" + condition + "}"
}

func TestMay(t *testing.T) {
	tests := []struct {
		name            string
		policies        []string
		who, action, on string
		context         Context
		want            Answer
	}{
		{"nothing is allowed by default", nil, "user.ann", "s3:GetObject", object, nil, Denied},
		{"an identity policy allows", []string{"identity user.ann: " + allowRead}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"actions are compared without case", []string{"identity user.ann: {'Effect':'Allow','Action':'S3:getOBJECT','Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"resources are compared with case", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::B/*'}"}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"somebody else's policy is not mine", []string{"identity user.bob: " + allowRead}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"a group's policy is its members'", []string{"identity group.staff: " + allowRead}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"and nobody else's", []string{"identity group.staff: " + allowRead}, "user.bob", "s3:GetObject", object, nil, Denied},
		{"a managed policy is known", []string{"identity user.ann: arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"and what it does not say is not allowed", []string{"identity user.ann: arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}, "user.ann", "s3:PutObject", object, nil, Denied},
		{"an explicit Deny wins", []string{"identity user.ann: " + allowAll, "identity group.staff: " + denyRead}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"a Deny of other things does not matter", []string{"identity user.ann: " + allowAll, "identity user.ann: " + denyRead}, "user.ann", "s3:PutObject", object, nil, Allowed},
		{"a Deny with NotAction denies all else", []string{"identity user.ann: " + allowAll, "identity user.ann: {'Effect':'Deny','NotAction':'s3:*','Resource':'*'}"}, "user.ann", "sqs:SendMessage", queue, nil, Denied},
		{"and leaves what it names", []string{"identity user.ann: " + allowAll, "identity user.ann: {'Effect':'Deny','NotAction':'s3:*','Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"an Allow with NotAction allows all else", []string{"identity user.ann: {'Effect':'Allow','NotAction':'iam:*','Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"and not what it names", []string{"identity user.ann: {'Effect':'Allow','NotAction':['iam:*','s3:*'],'Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"NotResource leaves out what it names", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:*','NotResource':'arn:aws:s3:::b/*'}"}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"a Deny with NotResource denies all else", []string{"identity user.ann: " + allowAll, "identity user.ann: {'Effect':'Deny','Action':'s3:*','NotResource':'arn:aws:s3:::b/*'}"}, "user.ann", "s3:ListBucket", bucket, nil, Denied},
		{"an action without resource types needs a star", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::b'}"}, "user.ann", "s3:ListAllMyBuckets", "*", nil, Denied},

		{"a boundary grants nothing", []string{"boundary user.ann: " + allowAll}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"a boundary limits", []string{"identity user.ann: " + allowAll, "boundary user.ann: {'Effect':'Allow','Action':'ec2:*','Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"within both it is allowed", []string{"identity user.ann: " + allowAll, "boundary user.ann: {'Effect':'Allow','Action':'s3:*','Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"a boundary that nobody can see leaves it open", []string{"identity user.ann: " + allowAll, "boundary user.ann: ?"}, "user.ann", "s3:GetObject", object, nil, Depends},
		{"a boundary does not limit what a resource gives a user by name", []string{"boundary user.ann: {'Effect':'Allow','Action':'ec2:*','Resource':'*'}", "resource bucket: {'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111111:user/ann'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"but it limits what it gives a role", []string{"boundary role.app: {'Effect':'Allow','Action':'ec2:*','Resource':'*'}", "resource bucket: {'Effect':'Allow','Principal':{'AWS':'" + app + "'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"}, "role.app", "s3:GetObject", object, nil, Denied},
		{"an organisation's list is certain only once the list of everything is gone", []string{"identity user.ann: " + allowAll, "scp r-1: {'Effect':'Allow','Action':'ec2:*','Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Depends},
		{"within its list all is well", []string{"identity user.ann: " + allowAll, "scp r-1: {'Effect':'Allow','Action':'s3:*','Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"it gives nothing", []string{"scp r-1: " + allowAll}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"its Deny wins", []string{"identity user.ann: " + allowAll, "scp r-1: " + denyRead}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"and leaves the rest", []string{"identity user.ann: " + allowAll, "scp r-1: " + denyRead}, "user.ann", "s3:PutObject", object, nil, Allowed},
		{"on a unit it may or may not hold", []string{"identity user.ann: " + allowAll, "scp ou-1: " + denyRead}, "user.ann", "s3:GetObject", object, nil, Depends},
		{"on an account that may be ours", []string{"identity user.ann: " + allowAll, "scp 333333333333: " + denyRead}, "user.ann", "s3:GetObject", object, nil, Depends},
		{"on another account it does not hold", []string{"identity role.far: " + allowAll, "resource queue: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'sqs:*','Resource':'*'}", "scp 333333333333: {'Effect':'Deny','Action':'*','Resource':'*'}"}, "role.far", "sqs:SendMessage", queue, nil, Allowed},
		{"on its own it does", []string{"identity role.far: " + allowAll, "resource queue: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'sqs:*','Resource':'*'}", "scp 222222222222: {'Effect':'Deny','Action':'*','Resource':'*'}"}, "role.far", "sqs:SendMessage", queue, nil, Denied},
		{"a resource control policy denies", []string{"identity user.ann: " + allowAll, "rcp r-1: {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}"}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"those whom it means", []string{"identity user.ann: " + allowAll, "rcp r-1: {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalAccount':'111111111111'}}}"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"and only services that it reaches", []string{"identity user.ann: " + allowAll, "rcp r-1: {'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}"}, "user.ann", "sns:Publish", "arn:aws:sns:eu-west-1:111111111111:t", nil, Allowed},

		{"a resource policy is enough inside the account", []string{"resource bucket: {'Effect':'Allow','Principal':{'AWS':'" + app + "'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"}, "role.app", "s3:GetObject", object, nil, Allowed},
		{"one for the account only delegates", []string{"resource bucket: {'Effect':'Allow','Principal':{'AWS':'111111111111'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"}, "role.app", "s3:GetObject", object, nil, Denied},
		{"one for everybody is for everybody", []string{"resource bucket: {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"}, "user.bob", "s3:GetObject", object, nil, Allowed},
		{"a resource's Deny wins", []string{"identity user.ann: " + allowAll, "resource bucket: {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':['arn:aws:s3:::b','arn:aws:s3:::b/*'],'Condition':{'ArnNotEquals':{'aws:PrincipalArn':'" + app + "'}}}"}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"and spares whom it exempts", []string{"identity role.app: " + allowAll, "resource bucket: {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':['arn:aws:s3:::b','arn:aws:s3:::b/*'],'Condition':{'ArnNotEquals':{'aws:PrincipalArn':'" + app + "'}}}"}, "role.app", "s3:GetObject", object, nil, Allowed},
		{"NotPrincipal with Deny spares whom it names", []string{"identity role.app: " + allowAll, "resource bucket: {'Effect':'Deny','NotPrincipal':{'AWS':['111111111111','" + app + "']},'Action':'s3:*','Resource':'arn:aws:s3:::b/*'}"}, "role.app", "s3:GetObject", object, nil, Allowed},
		{"a name in an account that may be ours", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'arn:aws:iam::333333333333:user/ann'}}"}, "user.ann", "sts:AssumeRole", app, nil, Depends},
		{"another account needs both sides: only one", []string{"identity role.far: " + allowAll}, "role.far", "sqs:SendMessage", queue, nil, Denied},
		{"another account needs both sides: only the other", []string{"resource queue: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'sqs:*','Resource':'*'}"}, "role.far", "sqs:SendMessage", queue, nil, Denied},
		{"another account with both sides", []string{"identity role.far: " + allowAll, "resource queue: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'sqs:*','Resource':'*'}"}, "role.far", "sqs:SendMessage", queue, nil, Allowed},

		{"a trust that names the user is enough", []string{"trust role.app: " + trustApp}, "user.ann", "sts:AssumeRole", app, nil, Allowed},
		{"whatever the user's boundary", []string{"trust role.app: " + trustApp, "boundary user.ann: {'Effect':'Allow','Action':'ec2:*','Resource':'*'}"}, "user.ann", "sts:AssumeRole", app, nil, Allowed},
		{"but not an explicit Deny", []string{"trust role.app: " + trustApp, "identity user.ann: {'Effect':'Deny','Action':'sts:*','Resource':'*'}"}, "user.ann", "sts:AssumeRole", app, nil, Denied},
		{"a right without trust is nothing", []string{"identity user.ann: " + assumeRole, "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'ec2.amazonaws.com'}}"}, "user.ann", "sts:AssumeRole", app, nil, Denied},
		{"trust in the account needs the right too", []string{"trust role.app: " + trustRoot}, "user.ann", "sts:AssumeRole", app, nil, Denied},
		{"trust in the account and the right", []string{"trust role.app: " + trustRoot, "identity user.ann: " + assumeRole}, "user.ann", "sts:AssumeRole", app, nil, Allowed},
		{"an external id is not known", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'*'},'Condition':{'StringEquals':{'sts:ExternalId':'x'}}}"}, "user.ann", "sts:AssumeRole", app, nil, Depends},
		{"a key's policy must take part", []string{"identity user.ann: " + allowAll, "resource key: {'Effect':'Allow','Principal':{'AWS':'" + app + "'},'Action':'kms:*','Resource':'*'}"}, "user.ann", "kms:Decrypt", key, nil, Denied},
		{"a key's policy may delegate", []string{"identity user.ann: " + allowAll, "resource key: {'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111111:root'},'Action':'kms:*','Resource':'*'}"}, "user.ann", "kms:Decrypt", key, nil, Allowed},

		{"a variable is the caller", []string{"identity user.ann: {'Effect':'Allow','Action':'iam:*','Resource':'arn:aws:iam::*:user/${aws:username}'}"}, "user.ann", "iam:CreateAccessKey", "arn:aws:iam::111111111111:user/ann", nil, Allowed},
		{"and nobody else", []string{"identity user.ann: {'Effect':'Allow','Action':'iam:*','Resource':'arn:aws:iam::*:user/${aws:username}'}"}, "user.ann", "iam:CreateAccessKey", "arn:aws:iam::111111111111:user/bob", nil, Denied},

		{"a policy that nobody can see leaves it open", []string{"identity user.ann: ?"}, "user.ann", "s3:GetObject", object, nil, Depends},
		{"a hole leaves it open", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::⟦?⟧/*'}"}, "user.ann", "s3:GetObject", object, nil, Depends},
		{"unless its known part settles it", []string{"identity user.ann: {'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::⟦?⟧/*'}"}, "user.ann", "sqs:SendMessage", queue, nil, Denied},
		{"a hole in a Deny leaves it open too", []string{"identity user.ann: " + allowAll, "identity user.ann: {'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::⟦?⟧/*'}"}, "user.ann", "s3:GetObject", object, nil, Depends},

		{"some object is enough", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/public/*'}"}, "user.ann", "s3:GetObject", "arn:aws:s3:::b/*", nil, Allowed},
		{"unless that very part is denied", []string{"identity user.ann: {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/public/*'}", "identity user.ann: {'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::b/pub*'}"}, "user.ann", "s3:GetObject", "arn:aws:s3:::b/*", nil, Denied},
		{"a Deny of some objects leaves others", []string{"identity user.ann: " + allowRead, "identity user.ann: {'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::b/private/*'}"}, "user.ann", "s3:GetObject", "arn:aws:s3:::b/*", nil, Allowed},

		{"no second factor with plain keys", []string{"identity user.ann: " + allowIf("{'Bool':{'aws:MultiFactorAuthPresent':'true'}}")}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"IfExists holds without the key", []string{"identity user.ann: " + allowIf("{'BoolIfExists':{'aws:MultiFactorAuthPresent':'true'}}")}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"a second factor that is there", []string{"identity user.ann: " + allowIf("{'Bool':{'aws:MultiFactorAuthPresent':'true'}}")}, "user.ann", "s3:GetObject", object, Context{"aws:MultiFactorAuthPresent": {"true"}}, Allowed},
		{"a Deny without TLS does not hurt who uses TLS", []string{"identity user.ann: " + allowAll, "resource bucket: {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}}"}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"an office's addresses are not the attacker's", []string{"identity user.ann: " + allowIf("{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}")}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"the whole internet is", []string{"identity user.ann: " + allowIf("{'IpAddress':{'aws:SourceIp':['203.0.113.0/24','0.0.0.0/0']}}")}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"an organisation is not known", []string{"identity user.ann: " + allowIf("{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}")}, "user.ann", "s3:GetObject", object, nil, Depends},
		{"a tag that the bucket has", []string{"identity user.ann: " + allowIf("{'StringEquals':{'aws:ResourceTag/team':'red'}}")}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"a tag that it has not", []string{"identity user.ann: " + allowIf("{'StringEquals':{'aws:ResourceTag/team':'blue'}}")}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"the same tag as the caller", []string{"identity user.ann: " + allowIf("{'StringEquals':{'aws:ResourceTag/team':'${aws:PrincipalTag/team}'}}")}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"a token issued before 2020 is over", []string{"identity role.app: " + allowIf("{'DateLessThan':{'aws:TokenIssueTime':'2020-01-01T00:00:01Z'}}")}, "role.app", "s3:GetObject", object, nil, Denied},
		{"a token issued after 2020 is every role's", []string{"identity role.app: " + allowIf("{'DateGreaterThan':{'aws:TokenIssueTime':'2020-01-01T00:00:01Z'}}")}, "role.app", "s3:GetObject", object, nil, Allowed},
		{"and no user's", []string{"identity user.ann: " + allowIf("{'DateGreaterThan':{'aws:TokenIssueTime':'2020-01-01T00:00:01Z'}}")}, "user.ann", "s3:GetObject", object, nil, Denied},
		{"what the caller chooses helps", []string{"identity user.ann: " + allowIf("{'StringEquals':{'s3:VersionId':'1'}}")}, "user.ann", "s3:GetObject", object, nil, Allowed},
		{"and does not hurt", []string{"identity user.ann: " + allowAll, "identity user.ann: {'Effect':'Deny','Action':'s3:*','Resource':'*','Condition':{'StringNotEquals':{'s3:x-amz-server-side-encryption':'AES256'}}}"}, "user.ann", "s3:PutObject", object, nil, Allowed},
		{"all conditions must hold", []string{"identity user.ann: " + allowIf("{'StringEquals':{'aws:ResourceTag/team':'red'},'Bool':{'aws:MultiFactorAuthPresent':'true'}}")}, "user.ann", "s3:GetObject", object, nil, Denied},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := world(t, tt.policies...)
			if len(d.Gaps()) > 0 {
				t.Fatalf("a policy of the test is not one: %s", d.Gaps()[0].Why)
			}
			p, ok := d.Principal(tt.who)
			if !ok {
				t.Fatalf("no principal %s", tt.who)
			}
			got := d.May(p, tt.action, tt.on, tt.context)
			if got.Answer != tt.want {
				t.Errorf("%s, want %s (on %v, because %v)", got.Answer, tt.want, got.On, got.Because)
			}
			if (got.Answer == Depends) != (len(got.On) > 0) {
				t.Errorf("%s, and depends on %q", got.Answer, got.On)
			}
			if got.Answer == Allowed && len(got.Because) == 0 {
				t.Error("allowed by no statement")
			}
		})
	}
}

func TestMayOfOthers(t *testing.T) {
	public := "resource bucket: {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}"
	tests := []struct {
		name   string
		policy string
		who    Principal
		action string
		on     string
		want   Answer
	}{
		{"anyone, public", public, Anyone(), "s3:GetObject", object, Allowed},
		{"anyone, another action", public, Anyone(), "s3:PutObject", object, Denied},
		{"anyone, for an office", "resource bucket: {'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}}", Anyone(), "s3:GetObject", object, Denied},
		{"anyone, for an organisation", "resource bucket: {'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}}", Anyone(), "s3:GetObject", object, Denied},
		{"any account, trusted", "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'*'}}", AnyAccount(""), "sts:AssumeRole", app, Allowed},
		{"any account, where one is trusted", "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'333333333333'}}", AnyAccount(""), "sts:AssumeRole", app, Denied},
		{"that account", "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'333333333333'}}", AnyAccount("333333333333"), "sts:AssumeRole", app, Allowed},
		{"a service that is trusted", "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':['ec2.amazonaws.com','lambda.amazonaws.com']}}", OfService("lambda.amazonaws.com"), "sts:AssumeRole", app, Allowed},
		{"a service that is not", "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'ec2.amazonaws.com'}}", OfService("lambda.amazonaws.com"), "sts:AssumeRole", app, Denied},
		{"a service on behalf of the account", "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'lambda.amazonaws.com'},'Condition':{'StringEquals':{'aws:SourceAccount':'111111111111'}}}", OfService("lambda.amazonaws.com"), "sts:AssumeRole", app, Allowed},
		{"a provider", "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111111111111:oidc-provider/x'}}", OfProvider("arn:aws:iam::111111111111:oidc-provider/x"), "sts:AssumeRoleWithWebIdentity", app, Allowed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := world(t, tt.policy).May(tt.who, tt.action, tt.on, nil); got.Answer != tt.want {
				t.Errorf("%s, want %s (%v)", got.Answer, tt.want, got.On)
			}
		})
	}
}
