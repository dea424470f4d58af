package awsdata

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestActions(t *testing.T) {
	tests := []struct{ action, level, onType string }{
		{"s3:GetObject", "read", "object"},
		{"S3:putobject", "write", "object"},
		{"s3:PutBucketPolicy", "permissions", "bucket"},
		{"s3:ListBucket", "list", "bucket"},
		{"iam:PassRole", "write", "role"},
		{"iam:CreatePolicyVersion", "permissions", "policy"},
		{"ssm:SendCommand", "write", "instance"},
	}
	for _, tt := range tests {
		a, ok := Actions().Find(tt.action)
		if !ok || a.Level != tt.level {
			t.Errorf("%s: %+v, want level %s", tt.action, a, tt.level)
		}
		if !strings.Contains(strings.Join(a.Types, " "), tt.onType) {
			t.Errorf("%s: on %v, want %s among them", tt.action, a.Types, tt.onType)
		}
	}
	if _, ok := Actions().Find("s3:GetObjekt"); ok {
		t.Error("found an action that does not exist")
	}
	if n := len(Actions().Services); n < 400 {
		t.Errorf("%d services, want all of them", n)
	}
}

func TestManaged(t *testing.T) {
	for _, arn := range []string{
		"arn:aws:iam::aws:policy/AdministratorAccess",
		"arn:aws-cn:iam::aws:policy/ReadOnlyAccess",
		"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
	} {
		document, ok := Managed(arn)
		if !ok || !json.Valid([]byte(document)) {
			t.Errorf("%s: found %t, document %.40q", arn, ok, document)
		}
	}
	for _, arn := range []string{"", "arn", "arn:aws:iam::aws:policy/Nope", "arn:aws:iam::aws:policy/Administrator", "arn:aws:\n"} {
		if _, ok := Managed(arn); ok {
			t.Errorf("%q: found a policy that does not exist", arn)
		}
	}
}

func TestSourcesAreNamed(t *testing.T) {
	for _, s := range []Source{Actions().Source, ManagedSource()} {
		if s.Name == "" || s.Version == "" || s.License != "MIT" {
			t.Errorf("source %+v lacks its name, version or licence", s)
		}
	}
}

func BenchmarkActions(b *testing.B) {
	for b.Loop() {
		unzip(actionsFile)
	}
}

func TestContentNamesRealActions(t *testing.T) {
	check := func(action string) {
		if _, ok := Actions().Find(action); !ok {
			t.Errorf("content.hcl: %s is no action", action)
		}
	}
	for _, a := range Contents().Administrator {
		check(a)
	}
	for _, s := range Contents().Services {
		if Actions().Services[s.Service] == nil {
			t.Errorf("content.hcl: %s is no service", s.Service)
		}
		for _, a := range append(s.Read, s.Write...) {
			check(a)
		}
	}
}
