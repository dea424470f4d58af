package link_test

import (
	"fmt"
	"testing"

	"github.com/threatvet/threatvet/internal/link"
	"github.com/threatvet/threatvet/internal/model"
)

// TestEnds changes one end of a flow from a program to a store at a time.
func TestEnds(t *testing.T) {
	known := func(v any) model.Fact {
		return model.Fact{Value: v, State: model.Known, Evidence: []model.Evidence{{Note: fmt.Sprint(v)}}}
	}
	for name, c := range map[string]struct {
		service, operation, protocol string
		inCode                       model.Fact
		kind                         string
		facts                        map[string]model.Fact
		secret                       bool
		encryption, authn            any
	}{
		"nothing is said":                    {service: "sql", operation: "sql:Query", kind: "store.sql"},
		"the database refuses plain":         {service: "sql", operation: "sql:Query", kind: "store.sql", facts: map[string]model.Fact{"tls_required": known(true)}, encryption: "tls"},
		"the database takes both":            {service: "sql", operation: "sql:Query", kind: "store.sql", facts: map[string]model.Fact{"tls_required": known(false)}},
		"nobody knows what it takes":         {service: "sql", kind: "store.sql", facts: map[string]model.Fact{"tls_required": {Value: true, State: model.Unknown}}},
		"a cache without encryption":         {service: "redis", kind: "store.cache", facts: map[string]model.Fact{"tls_required": known(false)}, encryption: "none"},
		"the code encrypts, the cache not":   {service: "redis", protocol: "rediss", kind: "store.cache", facts: map[string]model.Fact{"tls_required": known(false)}},
		"the code encrypts":                  {service: "redis", protocol: "rediss", kind: "store.cache", encryption: "tls"},
		"the code says so itself":            {service: "redis", inCode: known("none"), kind: "store.cache", encryption: "none"},
		"a cache without a login":            {service: "redis", kind: "store.cache", facts: map[string]model.Fact{"authn_required": known(false)}, authn: "none"},
		"an address out of a secret":         {service: "sql", operation: "sql:Query", kind: "store.sql", secret: true, authn: "password"},
		"a bucket's name out of a secret":    {service: "s3", kind: "store.object", secret: true},
		"a call that the SDK signs":          {service: "s3", operation: "s3:GetObject", protocol: "https", kind: "store.object", encryption: "tls", authn: "iam"},
		"a plain request to a bucket":        {service: "s3", protocol: "http", kind: "store.object"},
		"a function that asks nobody":        {service: "http", protocol: "https", kind: "compute.function", facts: map[string]model.Fact{"url_authn": known("none")}, encryption: "tls", authn: "none"},
		"signed, but the address is open":    {service: "lambda", operation: "lambda:Invoke", kind: "compute.function", facts: map[string]model.Fact{"url_authn": known("none")}},
		"a password, though it needs none":   {service: "redis", kind: "store.cache", secret: true, facts: map[string]model.Fact{"authn_required": known(false)}},
		"a store that says nothing of login": {service: "dynamodb", operation: "dynamodb:GetItem", kind: "store.nosql", authn: "iam"},
	} {
		t.Run(name, func(t *testing.T) {
			refers := []string{"store"}
			if c.secret {
				refers = []string{"secret"}
			}
			f := &model.Flow{
				ID: "f", From: "go:app", Operation: c.operation, Protocol: c.protocol, Encryption: c.inCode, Basis: "inferred",
				Authn: model.Fact{State: model.Unknown}, Target: &model.Target{Origin: "env", Name: "ADDRESS", Service: c.service},
			}
			sys := model.New()
			sys.Flows = []*model.Flow{f}
			sys.Elements = []*model.Element{
				{ID: "go:app", Kind: "go.service", Reads: []model.ConfigRead{{Origin: "env", Name: "ADDRESS"}}},
				{ID: "host", Kind: "compute.container", Environment: []model.EnvVar{{Name: "ADDRESS", RefersTo: refers, Value: model.Fact{State: model.Unknown}}}},
				{ID: "store", Kind: c.kind, Facts: c.facts},
				{ID: "secret", Kind: "secret_store", References: []model.Reference{{To: "store"}}},
			}
			link.Join(sys, link.Evidence{})
			if c.service != "s3" && f.To != "store" {
				t.Fatalf("the flow leads to %q", f.To)
			}
			check := func(what string, fact model.Fact, want any) {
				if fact.Known() != (want != nil) || fact.Known() && fact.Value != want {
					t.Errorf("%s is %v (%s), want %v", what, fact.Value, fact.State, want)
				}
			}
			check("encryption", f.Encryption, c.encryption)
			check("login", f.Authn, c.authn)
		})
	}
}
