package policydoc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/catalog/policydoc"
	"github.com/threatvet/threatvet/internal/terraform"
)

// config evaluates an object expression; unknown is a value that nobody knows.
func config(t *testing.T, src string) cty.Value {
	t.Helper()
	expr, diags := hclsyntax.ParseExpression([]byte(src), "config", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	v, diags := expr.Value(&hcl.EvalContext{Variables: map[string]cty.Value{
		"unknown": cty.UnknownVal(cty.String),
		"partial": terraform.Partial("arn:aws:s3:::" + terraform.Hole + "/*"),
	}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return v
}

func TestBuild(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", `{}`, `{"Version":"2012-10-17"}`},
		{"single strings stand alone", `{ statement = [{ actions = ["s3:GetObject"], resources = ["*"] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}`},
		{"lists are in descending order", `{ statement = [{ actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:PutObject"], resources = ["a", "b"] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:PutObject","s3:GetObject","s3:DeleteObject"],"Resource":["b","a"]}]}`},
		{"every element has its place", `{ policy_id = "p", version = "2008-10-17", statement = [{
			sid = "S", effect = "Deny", not_actions = ["iam:*"], not_resources = ["*"],
			not_principals = [{ type = "AWS", identifiers = ["1", "2"] }],
		}] }`,
			`{"Version":"2008-10-17","Id":"p","Statement":[{"Sid":"S","Effect":"Deny","NotAction":"iam:*","NotResource":"*","NotPrincipal":{"AWS":["2","1"]}}]}`},
		{"everyone", `{ statement = [{ principals = [{ type = "*", identifiers = ["*"] }] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*"}]}`},
		{"every AWS principal is not everyone", `{ statement = [{ principals = [{ type = "AWS", identifiers = ["*"] }] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"}}]}`},
		{"principals of one type are joined", `{ statement = [{ principals = [
			{ type = "AWS", identifiers = ["a"] }, { type = "Service", identifiers = ["s"] }, { type = "AWS", identifiers = ["b"] },
		] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["a","b"],"Service":"s"}}]}`},
		{"conditions keep the order of their values", `{ statement = [{ condition = [
			{ test = "StringLike", variable = "aws:username", values = ["b", "a"] },
			{ test = "Bool", variable = "aws:SecureTransport", values = ["false"] },
			{ test = "StringLike", variable = "aws:username", values = ["c"] },
		] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Condition":{"Bool":{"aws:SecureTransport":"false"},"StringLike":{"aws:username":["b","a","c"]}}}]}`},
		{"variables of the policy", `{ statement = [{ actions = ["s3:*"], resources = ["arn:aws:s3:::b/&{aws:username}/*"] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}/*"}]}`},
		{"HTML characters are escaped", `{ statement = [{ actions = ["a<b"] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a\u003cb"}]}`},
		{"sources come first, the newer version wins", `{ version = "2008-10-17", source_policy_documents = [
			"{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":[\"x\"],\"Principal\":{\"AWS\":[\"1\",\"2\"]}}}",
			null,
		], statement = [{ sid = "B", actions = ["y"] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["x"],"Principal":{"AWS":["2","1"]}},{"Sid":"B","Effect":"Allow","Action":"y"}]}`},
		{"own statements replace those of sources with the same sid", `{ source_policy_documents = [
			"{\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":\"x\"},{\"Effect\":\"Deny\",\"Action\":\"z\"}]}",
		], statement = [{ sid = "A", actions = ["y"] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"y"},{"Effect":"Deny","Action":"z"}]}`},
		{"overrides replace and add", `{ statement = [{ sid = "A", actions = ["y"] }], override_policy_documents = [
			"{\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Deny\",\"Action\":\"y\"},{\"Sid\":\"C\",\"Effect\":\"Allow\",\"Action\":\"c\",\"Condition\":{\"Bool\":{\"k\":true}}}]}",
		] }`,
			`{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Action":"y"},{"Sid":"C","Effect":"Allow","Action":"c","Condition":{"Bool":{"k":"true"}}}]}`},
		{"what is not known becomes a hole", `{ statement = [{ actions = ["s3:*", unknown], resources = [partial] }] }`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["⟦?⟧","s3:*"],"Resource":"arn:aws:s3:::⟦?⟧/*"}]}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := policydoc.Build(config(t, tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got.Minified); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestBuildIndents(t *testing.T) {
	got, err := policydoc.Build(config(t, `{ statement = [{ actions = ["a", "b"], resources = ["*"] }] }`))
	if err != nil {
		t.Fatal(err)
	}
	want := `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "b",
        "a"
      ],
      "Resource": "*"
    }
  ]
}`
	if diff := cmp.Diff(want, got.JSON); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBuildRefuses(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"one sid twice", `{ statement = [{ sid = "A" }, { sid = "A" }] }`, `two statements have the sid "A"`},
		{"one sid in two sources", `{ source_policy_documents = ["{\"Statement\":[{\"Sid\":\"A\"}]}", "{\"Statement\":[{\"Sid\":\"A\"}]}"] }`, `two source documents have the sid "A"`},
		{"a variable in the old version", `{ version = "2008-10-17", statement = [{ resources = ["&{aws:username}"] }] }`, `"&{aws:username}" needs version 2012-10-17`},
		{"statements that are not known", `{ statement = unknown }`, `the statements are not known`},
		{"a source that is no JSON", `{ source_policy_documents = ["no"] }`, `a document to merge: invalid character 'o' in literal null (expecting 'u')`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := policydoc.Build(config(t, tt.in))
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestAllowsAnyone(t *testing.T) {
	restricting := []string{"aws:SourceVpce", "aws:SourceIp", "aws:PrincipalOrgID"}
	for _, tt := range []struct {
		name, statements string
		want             policydoc.Answer
	}{
		{"everyone", `{"Effect":"Allow","Principal":"*","Action":"s3:GetObject"}`, policydoc.Yes},
		{"everyone by type", `{"Effect":"Allow","Principal":{"AWS":["1","*"]},"Action":"s3:Get*"}`, policydoc.Yes},
		{"everyone in a list without types", `{"Effect":"Allow","Principal":["1","*"],"Action":"*"}`, policydoc.Yes},
		{"a role of that name in any account", `{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::*:role/reader"},"Action":"*"}`, policydoc.Yes},
		{"any role of one account", `{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/*"},"Action":"*"}`, policydoc.No},
		{"everyone but one", `{"Effect":"Allow","NotPrincipal":{"AWS":"1"},"Action":"*"}`, policydoc.Yes},
		{"letter case does not matter", `{"Effect":"Allow","Principal":"*","Action":"S3:getobject"}`, policydoc.Yes},
		{"another action", `{"Effect":"Allow","Principal":"*","Action":"s3:ListBucket"}`, policydoc.No},
		{"all actions but this", `{"Effect":"Allow","Principal":"*","NotAction":"s3:Get*"}`, policydoc.No},
		{"an account", `{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"*"}`, policydoc.No},
		{"a deny", `{"Effect":"Deny","Principal":"*","Action":"*"}`, policydoc.No},
		{"inside one organisation", `{"Effect":"Allow","Principal":"*","Action":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}`, policydoc.No},
		{"a condition about something else", `{"Effect":"Allow","Principal":"*","Action":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}`, policydoc.Yes},
		{"from every address", `{"Effect":"Allow","Principal":"*","Action":"*","Condition":{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","0.0.0.0/0"]}}}`, policydoc.Yes},
		{"from an address nobody knows", `{"Effect":"Allow","Principal":"*","Action":"*","Condition":{"IpAddress":{"aws:SourceIp":"⟦?⟧"}}}`, policydoc.Unknown},
		{"an unknown principal", `{"Effect":"Allow","Principal":{"AWS":"⟦?⟧"},"Action":"*"}`, policydoc.Unknown},
		{"an unknown action", `{"Effect":"Allow","Principal":"*","Action":"s3:⟦?⟧"}`, policydoc.Unknown},
		{"an unknown resource does not matter", `{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":⟦?⟧}`, policydoc.Yes},
		{"allowed and denied to everyone", `{"Effect":"Allow","Principal":"*","Action":"*"},{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}`, policydoc.No},
		{"denied in part", `{"Effect":"Allow","Principal":"*","Action":"*"},{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`, policydoc.Yes},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := policydoc.Parse(`{"Statement":[` + tt.statements + `]}`)
			if err != nil {
				t.Fatal(err)
			}
			if got := doc.AllowsAnyone([]string{"s3:GetObject"}, restricting); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestDeniesPlain(t *testing.T) {
	for _, tt := range []struct {
		name, statement string
		want            policydoc.Answer
	}{
		{"the usual statement", `{"Effect":"Deny","Principal":"*","Action":"s3:*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`, policydoc.Yes},
		{"a bool and other case", `{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"*","Condition":{"Bool":{"AWS:securetransport":false}}}`, policydoc.Yes},
		{"only for one action", `{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`, policydoc.No},
		{"only for one principal", `{"Effect":"Deny","Principal":{"AWS":"1"},"Action":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`, policydoc.No},
		{"only where something else holds too", `{"Effect":"Deny","Principal":"*","Action":"*","Condition":{"Bool":{"aws:SecureTransport":"false","aws:ViaAWSService":"true"}}}`, policydoc.No},
		{"a statement nobody knows", `⟦?⟧`, policydoc.Unknown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := policydoc.Parse(`{"Statement":[` + tt.statement + `]}`)
			if err != nil {
				t.Fatal(err)
			}
			if got := doc.DeniesPlain(); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestAllowsOnlyServices(t *testing.T) {
	for _, tt := range []struct {
		name, statements string
		want             policydoc.Answer
	}{
		{"a service", `{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}`, policydoc.Yes},
		{"services, some denied", `{"Effect":"Allow","Principal":{"Service":["a","b"]}},{"Effect":"Deny","Principal":"*"}`, policydoc.Yes},
		{"an account too", `{"Effect":"Allow","Principal":{"Service":"a"}},{"Effect":"Allow","Principal":{"AWS":"1"}}`, policydoc.No},
		{"both in one statement", `{"Effect":"Allow","Principal":{"Service":"a","AWS":"1"}}`, policydoc.No},
		{"everyone", `{"Effect":"Allow","Principal":"*"}`, policydoc.No},
		{"nobody", ``, policydoc.No},
		{"a statement nobody knows", `⟦?⟧`, policydoc.Unknown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := policydoc.Parse(`{"Statement":[` + tt.statements + `]}`)
			if err != nil {
				t.Fatal(err)
			}
			if got := doc.AllowsOnlyServices(); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`{"Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:*"],"Condition":{"Bool":{"k":true}}}]}`)
	f.Add(`{"Statement":⟦?⟧}`)
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := policydoc.Parse(text)
		if err == nil {
			doc.AllowsAnyone([]string{"s3:GetObject"}, nil)
			doc.DeniesPlain()
		}
	})
}
