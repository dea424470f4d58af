// Package issuer says who vouches for programs that run outside of the account,
// such as pipelines of code hosts, and what their tokens say of a run. It knows
// no cloud: trusts, identity pools and federated credentials ask it alike.
package issuer

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"
)

//go:embed issuers.hcl
var source []byte

// Issuer is one entry of issuers.hcl, which says what the fields mean.
type Issuer struct {
	ID          string   `hcl:"id,label"`
	Name        string   `hcl:"name"`
	Host        string   `hcl:"host"`
	Everyone    bool     `hcl:"everyone,optional"`
	Programs    bool     `hcl:"programs,optional"`
	Runs        string   `hcl:"runs"`
	Subject     string   `hcl:"subject"`
	Named       string   `hcl:"named"`
	Branch      string   `hcl:"branch,optional"`
	PullRequest string   `hcl:"pull_request,optional"`
	Claims      []string `hcl:"claims,optional"`

	host, named *regexp.Regexp
}

// All lists the issuers in the order of the file.
var All = sync.OnceValue(func() []*Issuer {
	var file struct {
		Issuers []*Issuer `hcl:"issuer,block"`
	}
	if err := hclsimple.Decode("issuers.hcl", source, nil, &file); err != nil {
		panic(err) // embedded: a bug in this program
	}
	for _, i := range file.Issuers {
		parts := strings.Split(i.Host, "*")
		for n := range parts {
			parts[n] = regexp.QuoteMeta(parts[n])
		}
		i.host = regexp.MustCompile("^" + strings.Join(parts, "(.+)") + "/?$")
		i.named = regexp.MustCompile(i.Named)
	}
	return file.Issuers
})

// Find returns the issuer at an address, with or without a scheme, or what the
// name of a provider in AWS ends with. Nil where it is none that is known.
func Find(address string) *Issuer {
	address = hostOf(address)
	for _, i := range All() {
		if i.host.MatchString(address) {
			return i
		}
	}
	return nil
}

func hostOf(address string) string {
	for _, before := range []string{"oidc-provider/", "https://"} {
		if _, after, ok := strings.Cut(address, before); ok {
			address = after
		}
	}
	return address
}

// Stranger is the subject of a run that is anybody's whom the issuer at the
// address vouches for.
func (i *Issuer) Stranger(address string) string {
	customer := ""
	if m := i.host.FindStringSubmatch(hostOf(address)); len(m) > 1 {
		customer = m[1]
	}
	return strings.ReplaceAll(i.Subject, "{customer}", customer)
}

// Run says which runs a subject lets in.
type Run string

// The runs, from those that most people can start to those of few.
const (
	Any         Run = "any"          // of whomever the issuer vouches for
	PullRequest Run = "pull_request" // of a pull request, among others
	Own         Run = "own"          // of a project that it names
)

// Admits says which runs a subject lets in. Where it is a pattern, stars stand
// for any run of letters.
func (i *Issuer) Admits(subject string, pattern bool) Run {
	switch {
	case pattern && !i.named.MatchString(subject):
		return Any
	case i.PullRequest != "" && i.admitsPullRequests(subject, pattern):
		return PullRequest
	}
	return Own
}

// admitsPullRequests reads kind:project:run. A pattern that ends in a star before
// that says nothing of the run.
func (i *Issuer) admitsPullRequests(subject string, pattern bool) bool {
	parts := strings.SplitN(subject, ":", 3)
	switch {
	case len(parts) < 3:
		return pattern && strings.HasSuffix(subject, "*")
	case !pattern:
		return parts[2] == i.PullRequest
	}
	return like(parts[2], i.PullRequest)
}

func like(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	for n := range parts {
		parts[n] = strings.ReplaceAll(regexp.QuoteMeta(parts[n]), `\?`, ".")
	}
	ok, err := regexp.MatchString("^"+strings.Join(parts, ".*")+"$", text)
	return err == nil && ok
}

// Rego returns the data as the module that the policies read.
func Rego() string {
	var b strings.Builder
	b.WriteString(`# METADATA
# title: Issuers
# description: Who vouches for programs that run elsewhere; made from issuers.hcl.
package threatvet.lib.issuers

# shared are those that vouch for whoever signs up, by address.
shared := {`)
	for _, i := range All() {
		if i.Everyone {
			fmt.Fprintf(&b, "\n\t%q: {\"named\": `%s`, \"branch\": `%s`},", i.Host, i.Named, i.Branch)
		}
	}
	b.WriteString("\n}\n")
	return b.String()
}
