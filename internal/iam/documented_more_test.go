package iam

import "testing"

// TestDocumentedServices holds cases that AWS describes for the policies of
// single services, for the limits of organisations and for single operators.
func TestDocumentedServices(t *testing.T) {
	const (
		logic      = "reference_policies_evaluation-logic"
		cross      = "reference_policies_evaluation-logic-cross-account"
		notP       = "reference_policies_elements_notprincipal"
		operators  = "reference_policies_elements_condition_operators"
		multi      = "reference_policies_multi-value-conditions"
		variables  = "reference_policies_variables"
		boundaries = "access_policies_boundaries"
		scp        = "organizations orgs_manage_policies_scps_evaluation"
		rcp        = "organizations orgs_manage_policies_rcps"
		oidc       = "id_roles_providers_create_oidc"
		saml       = "id_roles_providers_create_saml"
		s3         = "AmazonS3 example-bucket-policies"
		sns        = "sns sns-access-policy-use-cases"
		sqs        = "sqs sqs-basic-examples-of-sqs-policies"
		kms        = "kms key-policy-default"
		secrets    = "secretsmanager auth-and-access_examples"
		lambda     = "lambda access-control-resource-based"
		ecr        = "ecr repository-policy-examples"
		deputy     = "IAM confused-deputy"
	)
	ann := Principal{Kind: User, ARN: "arn:aws:iam::111111111111:user/ann", Account: "111111111111", Name: "ann", ID: "user.ann", Tags: map[string]string{"team": "red"}}
	bob := Principal{Kind: User, ARN: "arn:aws:iam::111111111111:user/bob", Account: "111111111111", Name: "bob", ID: "user.bob"}
	far := Principal{Kind: Role, ARN: "arn:aws:iam::222222222222:role/far", Account: "222222222222", Name: "far", ID: "role.far"}
	provider := "arn:aws:iam::111111111111:saml-provider/corp"
	pool := "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AB"
	identity := func(statements string) []string { return []string{"identity user.ann: " + statements} }
	allow := func(action, on string) string {
		return "{'Effect':'Allow','Action':'" + action + "','Resource':'" + on + "'}"
	}
	open := func(holder, action, rest string) string {
		return "resource " + holder + ": {'Effect':'Allow','Principal':'*','Action':'" + action + "','Resource':'*'" + rest + "}"
	}
	service := func(holder, name, action, rest string) string {
		return "resource " + holder + ": {'Effect':'Allow','Principal':{'Service':'" + name + "'},'Action':'" + action + "','Resource':'*'" + rest + "}"
	}
	accountIs := ",'Condition':{'StringEquals':{'aws:SourceAccount':'111111111111'}}"
	samlTrust := []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRoleWithSAML','Principal':{'Federated':'" + provider + "'},'Condition':{'StringEquals':{'SAML:aud':'https://signin.aws.amazon.com/saml'}}}"}
	podTrust := []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'" + pool + "'},'Condition':{'StringEquals':{'oidc.eks.eu-west-1.amazonaws.com/id/AB:sub':'system:serviceaccount:shop:api','oidc.eks.eu-west-1.amazonaws.com/id/AB:aud':'sts.amazonaws.com'}}}"}
	pod := func(sub string) Context {
		return Context{"oidc.eks.eu-west-1.amazonaws.com/id/AB:sub": {sub}, "oidc.eks.eu-west-1.amazonaws.com/id/AB:aud": {"sts.amazonaws.com"}}
	}
	tests := []documented{
		// Across accounts both sides must allow.
		{cross, "only the resource's side allows", []string{"resource bucket: {'Effect':'Allow','Principal':{'AWS':'" + far.ARN + "'},'Action':'s3:GetObject','Resource':'*'}"}, far, "s3:GetObject", object, nil, Denied},
		{cross, "both sides allow", []string{"identity role.far: " + allow("s3:GetObject", "*"), "resource bucket: {'Effect':'Allow','Principal':{'AWS':'" + far.ARN + "'},'Action':'s3:GetObject','Resource':'*'}"}, far, "s3:GetObject", object, nil, Allowed},
		{cross, "only the identity's side allows", []string{"identity role.far: " + allowAll}, far, "s3:GetObject", object, nil, Denied},
		{cross, "the other account's boundary counts", []string{"identity role.far: " + allowAll, "boundary role.far: " + allow("sqs:*", "*"), open("bucket", "s3:GetObject", "")}, far, "s3:GetObject", object, nil, Denied},
		{cross, "a role of another account that both sides allow to assume", []string{"identity role.far: " + assumeRole, "trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'222222222222'}}"}, far, "sts:AssumeRole", app, nil, Allowed},
		{cross, "and one that only the trust allows", []string{"trust role.app: {'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'222222222222'}}"}, far, "sts:AssumeRole", app, nil, Denied},

		// Boundaries and what a resource gives.
		{boundaries, "a resource that names a user is not limited by the user's boundary", []string{"boundary user.ann: " + allow("sqs:*", "*"), "resource bucket: {'Effect':'Allow','Principal':{'AWS':'" + ann.ARN + "'},'Action':'s3:GetObject','Resource':'*'}"}, ann, "s3:GetObject", object, nil, Allowed},
		{boundaries, "one that names the account is", []string{"identity user.ann: " + allowAll, "boundary user.ann: " + allow("sqs:*", "*"), "resource bucket: {'Effect':'Allow','Principal':{'AWS':'111111111111'},'Action':'s3:GetObject','Resource':'*'}"}, ann, "s3:GetObject", object, nil, Denied},

		// Organisations.
		{scp, "a service control policy that denies", []string{"identity user.ann: " + allowAll, "scp r-1: " + allowAll + "," + denyRead}, ann, "s3:GetObject", object, nil, Denied},
		{scp, "one on an account that may or may not be this one", []string{"identity user.ann: " + allowAll, "scp 111111111111: " + allowAll + "," + denyRead}, ann, "s3:GetObject", object, nil, Depends},
		{scp, "it gives nothing", []string{"scp r-1: " + allowAll}, ann, "s3:GetObject", object, nil, Denied},
		{scp, "it limits a resource's policy too", []string{"scp r-1: " + allowAll + "," + denyRead, "resource bucket: {'Effect':'Allow','Principal':{'AWS':'" + ann.ARN + "'},'Action':'s3:GetObject','Resource':'*'}"}, ann, "s3:GetObject", object, nil, Denied},
		{scp, "but not who comes from another account", []string{"scp r-1: " + denyRead, open("bucket", "s3:GetObject", "")}, AnyAccount("222222222222"), "s3:GetObject", object, nil, Allowed},
		{rcp, "a resource control policy keeps others out", []string{open("bucket", "s3:GetObject", ""), "rcp r-1: {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalAccount':'111111111111'}}}"}, AnyAccount("222222222222"), "s3:GetObject", object, nil, Denied},
		{rcp, "and lets one's own in", []string{"identity user.ann: " + allowRead, "rcp r-1: {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalAccount':'111111111111'}}}"}, ann, "s3:GetObject", object, nil, Allowed},

		// NotPrincipal, NotAction, NotResource.
		{notP, "a Deny of all but one", []string{"identity user.ann: " + allowRead, "resource bucket: {'Effect':'Deny','NotPrincipal':{'AWS':['" + ann.ARN + "','arn:aws:iam::111111111111:root']},'Action':'s3:*','Resource':'*'}"}, ann, "s3:GetObject", object, nil, Allowed},
		{notP, "hits everybody else", []string{"identity user.bob: " + allowRead, "resource bucket: {'Effect':'Deny','NotPrincipal':{'AWS':['" + ann.ARN + "','arn:aws:iam::111111111111:root']},'Action':'s3:*','Resource':'*'}"}, bob, "s3:GetObject", object, nil, Denied},
		{"reference_policies_elements_notaction", "an Allow of all but identities", identity("{'Effect':'Allow','NotAction':['iam:*','organizations:*'],'Resource':'*'}"), ann, "s3:GetObject", object, nil, Allowed},
		{"reference_policies_elements_notaction", "does not allow those", identity("{'Effect':'Allow','NotAction':['iam:*','organizations:*'],'Resource':'*'}"), ann, "iam:CreateUser", "arn:aws:iam::111111111111:user/x", nil, Denied},
		{"reference_policies_elements_notaction", "a Deny of all but identities without a second factor", identity(allowAll + ",{'Effect':'Deny','NotAction':'iam:*','Resource':'*','Condition':{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}}"), ann, "s3:GetObject", object, Context{"aws:MultiFactorAuthPresent": {"false"}}, Denied},
		{"reference_policies_elements_notresource", "a Deny of all but one's own bucket", identity(allowAll + ",{'Effect':'Deny','Action':'s3:*','NotResource':['arn:aws:s3:::b','arn:aws:s3:::b/*']}"), ann, "s3:GetObject", object, nil, Allowed},
		{"reference_policies_elements_notresource", "hits the others", identity(allowAll + ",{'Effect':'Deny','Action':'s3:*','NotResource':['arn:aws:s3:::b','arn:aws:s3:::b/*']}"), ann, "s3:GetObject", "arn:aws:s3:::c/x", nil, Denied},

		// Operators.
		{operators, "case counts", identity(allowIf("{'StringEquals':{'aws:PrincipalTag/team':'Red'}}")), ann, "s3:GetObject", object, nil, Denied},
		{operators, "and does not where it says so", identity(allowIf("{'StringEqualsIgnoreCase':{'aws:PrincipalTag/team':'RED'}}")), ann, "s3:GetObject", object, nil, Allowed},
		{operators, "a negated operator holds where the key is absent", identity(allowIf("{'StringNotEquals':{'s3:x-amz-acl':'public-read'}}")), ann, "s3:GetObject", object, Context{"s3:x-amz-acl": nil}, Allowed},
		{operators, "IfExists holds where the key is absent", identity(allowIf("{'StringEqualsIfExists':{'s3:x-amz-acl':'private'}}")), ann, "s3:GetObject", object, Context{"s3:x-amz-acl": nil}, Allowed},
		{operators, "and asks where it is there", identity(allowIf("{'StringEqualsIfExists':{'s3:x-amz-acl':'private'}}")), ann, "s3:GetObject", object, Context{"s3:x-amz-acl": {"public-read"}}, Denied},
		{operators, "Null asks that a key is absent", identity(allowIf("{'Null':{'aws:TokenIssueTime':'true'}}")), ann, "s3:GetObject", object, Context{"aws:TokenIssueTime": nil}, Allowed},
		{operators, "numbers", identity(allowIf("{'NumericLessThanEquals':{'s3:max-keys':'10'}}")), ann, "s3:GetObject", object, Context{"s3:max-keys": {"11"}}, Denied},
		{operators, "dates", identity(allowIf("{'DateLessThan':{'aws:CurrentTime':'2020-06-30T00:00:00Z'}}")), ann, "s3:GetObject", object, Context{"aws:CurrentTime": {"2024-01-01T00:00:00Z"}}, Denied},
		{operators, "addresses outside a range", identity(allowIf("{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}")), ann, "s3:GetObject", object, Context{"aws:SourceIp": {"203.0.113.7"}}, Denied},
		{operators, "names of resources with wildcards", identity(allowIf("{'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:111111111111:t*'}}")), ann, "s3:GetObject", object, Context{"aws:SourceArn": {topic}}, Allowed},
		{multi, "ForAllValues holds where the key is absent", identity(allowIf("{'ForAllValues:StringEquals':{'aws:TagKeys':['a']}}")), ann, "s3:GetObject", object, Context{"aws:TagKeys": nil}, Allowed},
		{multi, "ForAnyValue does not", identity(allowIf("{'ForAnyValue:StringEquals':{'aws:TagKeys':['a']}}")), ann, "s3:GetObject", object, Context{"aws:TagKeys": nil}, Denied},
		{variables, "a variable in a condition", identity(allowIf("{'StringEquals':{'s3:prefix':'${aws:username}'}}")), ann, "s3:GetObject", object, Context{"s3:prefix": {"ann"}}, Allowed},

		// Policies of single services.
		{s3, "everybody may read", []string{open("bucket", "s3:GetObject", "")}, Anyone(), "s3:GetObject", object, nil, Allowed},
		{s3, "only over one endpoint", []string{open("bucket", "s3:GetObject", ",'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1'}}")}, Anyone(), "s3:GetObject", object, Context{"aws:SourceVpce": {"vpce-2"}}, Denied},
		{s3, "only the organisation's members", []string{open("bucket", "s3:GetObject", ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}")}, Anyone(), "s3:GetObject", object, Context{"aws:PrincipalOrgID": nil}, Denied},
		{s3, "plain connections are refused", []string{open("bucket", "s3:GetObject", "") + ",{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}}"}, Anyone(), "s3:GetObject", object, Context{"aws:SecureTransport": {"false"}}, Denied},
		{sns, "a bucket's service publishes", []string{service("topic", "s3.amazonaws.com", "sns:Publish", accountIs)}, OfService("s3.amazonaws.com"), "sns:Publish", topic, Context{"aws:SourceAccount": {"111111111111"}}, Allowed},
		{deputy, "for somebody else's bucket it may not", []string{service("topic", "s3.amazonaws.com", "sns:Publish", accountIs)}, OfService("s3.amazonaws.com"), "sns:Publish", topic, Context{"aws:SourceAccount": {"999999999999"}}, Denied},
		{deputy, "where nothing asks for whom, it may", []string{service("topic", "s3.amazonaws.com", "sns:Publish", "")}, OfService("s3.amazonaws.com"), "sns:Publish", topic, Context{"aws:SourceAccount": {"999999999999"}}, Allowed},
		{sqs, "another account may send", []string{"resource queue: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'sqs:SendMessage','Resource':'*'}"}, AnyAccount("222222222222"), "sqs:SendMessage", queue, nil, Allowed},
		{sqs, "and not receive", []string{"resource queue: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'sqs:SendMessage','Resource':'*'}"}, AnyAccount("222222222222"), "sqs:ReceiveMessage", queue, nil, Denied},
		{kms, "the default key policy leaves it to the account's policies", []string{"identity user.ann: " + allow("kms:Decrypt", "*"), "resource key: {'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111111:root'},'Action':'kms:*','Resource':'*'}"}, ann, "kms:Decrypt", key, nil, Allowed},
		{kms, "who has no policy of their own gets nothing from it", []string{"resource key: {'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111111:root'},'Action':'kms:*','Resource':'*'}"}, ann, "kms:Decrypt", key, nil, Denied},
		{kms, "a key policy that names a user is enough", []string{"resource key: {'Effect':'Allow','Principal':{'AWS':'" + ann.ARN + "'},'Action':'kms:Decrypt','Resource':'*'}"}, ann, "kms:Decrypt", key, nil, Allowed},
		{secrets, "a secret's own policy lets a user in", []string{"resource secret: {'Effect':'Allow','Principal':{'AWS':'" + ann.ARN + "'},'Action':'secretsmanager:GetSecretValue','Resource':'*'}"}, ann, "secretsmanager:GetSecretValue", secret, nil, Allowed},
		{secrets, "by the last characters of its name too", identity(allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:s-??????")), ann, "secretsmanager:GetSecretValue", secret, nil, Allowed},
		{lambda, "a service may invoke", []string{service("function", "events.amazonaws.com", "lambda:InvokeFunction", "")}, OfService("events.amazonaws.com"), "lambda:InvokeFunction", function, nil, Allowed},
		{lambda, "another service may not", []string{service("function", "events.amazonaws.com", "lambda:InvokeFunction", "")}, OfService("sns.amazonaws.com"), "lambda:InvokeFunction", function, nil, Denied},
		{lambda, "a caller must sign where the address asks for it", []string{open("function", "lambda:InvokeFunctionUrl", ",'Condition':{'StringEquals':{'lambda:FunctionUrlAuthType':'AWS_IAM'}}")}, Anyone(), "lambda:InvokeFunctionUrl", function, Context{"lambda:FunctionUrlAuthType": {"NONE"}}, Denied},
		{ecr, "another account may pull", []string{"resource registry: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':['ecr:BatchGetImage','ecr:GetDownloadUrlForLayer'],'Resource':'*'}"}, AnyAccount("222222222222"), "ecr:BatchGetImage", registry, nil, Allowed},
		{ecr, "and not push", []string{"resource registry: {'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':['ecr:BatchGetImage','ecr:GetDownloadUrlForLayer'],'Resource':'*'}"}, AnyAccount("222222222222"), "ecr:PutImage", registry, nil, Denied},

		// Federation.
		{saml, "a login meant for the console", samlTrust, OfProvider(provider), "sts:AssumeRoleWithSAML", app, Context{"SAML:aud": {"https://signin.aws.amazon.com/saml"}}, Allowed},
		{saml, "one meant for somebody else", samlTrust, OfProvider(provider), "sts:AssumeRoleWithSAML", app, Context{"SAML:aud": {"https://other.example"}}, Denied},
		{saml, "another provider's", samlTrust, OfProvider(provider + "2"), "sts:AssumeRoleWithSAML", app, Context{"SAML:aud": {"https://signin.aws.amazon.com/saml"}}, Denied},
		{oidc, "the pod that the trust names", podTrust, OfProvider(pool), "sts:AssumeRoleWithWebIdentity", app, pod("system:serviceaccount:shop:api"), Allowed},
		{oidc, "another pod of the cluster", podTrust, OfProvider(pool), "sts:AssumeRoleWithWebIdentity", app, pod("system:serviceaccount:default:default"), Denied},
		{logic, "nothing allows", nil, ann, "s3:GetObject", object, nil, Denied},
	}
	for _, tt := range tests {
		tt.check(t)
	}
}
