package attackpath

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclparse"

	"github.com/threatvet/threatvet/internal/model"
)

//go:embed techniques/*.hcl
var techniqueFiles embed.FS

// Technique is one way to get from a position to another. The package comment
// says what the fields mean.
type Technique struct {
	ID           string   `hcl:"id,label"`
	Title        string   `hcl:"title"`
	From         string   `hcl:"from,optional"`
	AlsoFrom     []string `hcl:"also_from,optional"`
	Target       string   `hcl:"target"`
	Kinds        []string `hcl:"kinds,optional"`
	Technologies []string `hcl:"technologies,optional"`
	Weakness     []string `hcl:"weakness,optional"`
	Ports        []int    `hcl:"ports,optional"`
	Attributes   []string `hcl:"attributes,optional"`
	Names        []string `hcl:"names,optional"`
	Lists        string   `hcl:"lists,optional"`
	Via          *via     `hcl:"via,block"`
	Limit        string   `hcl:"limit,optional"`
	At           []string `hcl:"at,optional"`
	Through      []string `hcl:"through,optional"`
	Passes       string   `hcl:"passes,optional"`
	Where        *where   `hcl:"where,block"`
	Needs        []need   `hcl:"need,block"`
	Gains        string   `hcl:"gains"`
	Amounts      bool     `hcl:"amounts,optional"`
	Of           string   `hcl:"of,optional"`
	Ease         int      `hcl:"ease"`
	Attack       []string `hcl:"attack,optional"`
	Assumes      []string `hcl:"assumes,optional"`
	Says         string   `hcl:"says"`
}

// via limits what a target is reached over, such as the bucket that holds its
// code.
type via struct {
	Kinds        []string    `hcl:"kinds,optional"`
	Technologies []string    `hcl:"technologies,optional"`
	Fetched      []string    `hcl:"fetched,optional"`
	Facts        []factEqual `hcl:"fact,block"`
}

type where struct {
	Trusts    string `hcl:"trusts,optional"`
	Federates string `hcl:"federates,optional"`
	// Claims are what the provider says of an attacker; everything where nil.
	Claims          map[string]string `hcl:"claims,optional"`
	Exists          []string          `hcl:"exists,optional"`
	InstanceProfile *bool             `hcl:"instance_profile,optional"`
	LoginProfile    *bool             `hcl:"login_profile,optional"`
	Driven          bool              `hcl:"driven,optional"`
	RoleMay         string            `hcl:"role_may,optional"`
	Exposed         bool              `hcl:"exposed,optional"`
	Unread          bool              `hcl:"unread,optional"`
	Addressable     bool              `hcl:"addressable,optional"`
	Administrator   bool              `hcl:"administrator,optional"`
	Held            bool              `hcl:"held,optional"`
	Actor           []string          `hcl:"actor,optional"`
	Unforbidden     []string          `hcl:"unforbidden,optional"`
	Secrets         bool              `hcl:"secrets,optional"`
	Worth           bool              `hcl:"worth,optional"`
	Unguarded       bool              `hcl:"unguarded,optional"`
	Evidence        bool              `hcl:"evidence,optional"`
	Configured      bool              `hcl:"configured,optional"`
	Networked       bool              `hcl:"networked,optional"`
	Unlocked        bool              `hcl:"unlocked,optional"`
	Facts           []factEqual       `hcl:"fact,block"`
	// FromFacts are facts of what the position is in.
	FromFacts []factEqual `hcl:"from_fact,block"`
}

// factEqual asks for a fact that is true or false, or for a number in a range.
type factEqual struct {
	Name    string `hcl:"name,label"`
	Value   bool   `hcl:"value,optional"`
	AtLeast *int   `hcl:"at_least,optional"`
	Below   *int   `hcl:"below,optional"`
}

// holds reports whether a fact is known to be as asked.
func (f factEqual) holds(have model.Fact) bool {
	if f.AtLeast == nil && f.Below == nil {
		return have.Is(f.Value)
	}
	n, ok := have.Value.(float64)
	return have.Known() && ok && (f.AtLeast == nil || n >= float64(*f.AtLeast)) && (f.Below == nil || n < float64(*f.Below))
}

type need struct {
	On      string   `hcl:"on,label"`
	Actions []string `hcl:"actions,optional"`
	Any     []string `hcl:"any,optional"`
	Type    string   `hcl:"type,optional"`
	Content string   `hcl:"content,optional"`
	ARN     string   `hcl:"arn,optional"`
	// Apart is true for a call of its own, which any identity will do for that
	// the attacker acts as.
	Apart   bool              `hcl:"apart,optional"`
	Context map[string]string `hcl:"context,optional"`
}

// Techniques returns the built-in techniques in order of id.
var Techniques = sync.OnceValue(func() []*Technique {
	list, err := readTechniques(techniqueFiles, "techniques/*.hcl")
	if err != nil {
		panic(err) // embedded: a bug in this program
	}
	return list
})

// ReadTechniques reads further techniques, in the form of the built-in ones, from
// the .hcl files of a directory. An error names the file or technique.
func ReadTechniques(files fs.FS) ([]*Technique, error) { return readTechniques(files, "*.hcl") }

func readTechniques(files fs.FS, pattern string) ([]*Technique, error) {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		return nil, err
	}
	var list []*Technique
	parser := hclparse.NewParser()
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		parsed, diags := parser.ParseHCL(text, name)
		if diags.HasErrors() {
			return nil, diags
		}
		var file struct {
			Techniques []*Technique `hcl:"technique,block"`
		}
		if diags := gohcl.DecodeBody(parsed.Body, nil, &file); diags.HasErrors() {
			return nil, diags
		}
		list = append(list, file.Techniques...)
	}
	list = forIssuers(list)
	for _, t := range list {
		if err := t.complete(); err != nil {
			return nil, fmt.Errorf("technique %s: %w", t.ID, err)
		}
	}
	slices.SortStableFunc(list, func(a, b *Technique) int { return strings.Compare(a.ID, b.ID) })
	return list, nil
}

// withFurther adds techniques, and drops those whose ids they take.
func withFurther(list, further []*Technique) []*Technique {
	if len(further) == 0 {
		return list
	}
	kept := slices.DeleteFunc(slices.Clone(list), func(t *Technique) bool {
		return slices.ContainsFunc(further, func(f *Technique) bool { return f.ID == t.ID })
	})
	kept = append(kept, further...)
	slices.SortStableFunc(kept, func(a, b *Technique) int { return strings.Compare(a.ID, b.ID) })
	return kept
}

var (
	whats = []what{
		internet, anyAccount, identity, relay, storeLogin, secondFactor, tags, untags, unruled, network, host, code, requests, files, statements, reads, changes, erases, users, otherAccount, admin,
	}
	targets = []string{
		"self", "user", "role", "group", "own_group", "policy", "element", "here", "secrets", "flows", "weak", "code_from", "federation", "limit",
		"member", "trusting", "identity", "named", "delegation", "machines", "unlocked",
		"reachable", "opened", "inner", "fed", "listed",
	}
	needOns = []string{"target", "role", "self", "via", "new", "named", "any", "whole", "source"}
	overVia = []string{"code_from", "federation", "fed", "listed", "member", "unlocked"} // those that are reached over something
	limits  = []string{"", "boundary", "attached", "inline", "group"}
)

// complete fills what a block leaves out and rejects words that are none.
func (t *Technique) complete() error {
	if t.From == "" {
		t.From = string(identity)
	}
	if t.Of == "" {
		t.Of = "target"
	}
	if t.Where == nil {
		t.Where = &where{}
	}
	if t.Passes != "" {
		t.Where.Trusts = t.Passes
		pass := need{On: "target", Actions: []string{"iam:PassRole"}, Context: map[string]string{"iam:PassedToService": t.Passes}}
		t.Needs = append([]need{pass}, t.Needs...)
	}
	for _, word := range []struct {
		ok   bool
		name string
	}{
		{slices.Contains(whats, what(t.From)), "from " + t.From},
		{!slices.ContainsFunc(t.AlsoFrom, func(w string) bool { return !slices.Contains(whats, what(w)) }), "also_from " + strings.Join(t.AlsoFrom, " ")},
		{slices.Contains(whats, what(t.Gains)), "gains " + t.Gains},
		{slices.Contains(targets, t.Target), "target " + t.Target},
		{slices.Contains([]string{"target", "role", "self", "holder", "account"}, t.Of), "of " + t.Of},
		{slices.Contains(limits, t.Limit) && (t.Limit != "") == (t.Target == "limit"), "limit " + t.Limit},
		{(t.Lists != "") == (t.Target == "listed"), "lists " + t.Lists},
		{t.Via != nil || !slices.Contains(overVia, t.Target), "via of target " + t.Target},
		{t.Ease >= 1 && t.Ease <= 4, fmt.Sprint("ease ", t.Ease)},
	} {
		if !word.ok {
			return fmt.Errorf("%q is no word of techniques", word.name)
		}
	}
	for _, n := range t.Needs {
		if !slices.Contains(needOns, n.On) || len(n.Actions)+len(n.Any)+len(n.Content) == 0 || (n.ARN != "") != (n.On == "named") {
			return fmt.Errorf("need %q: on nothing that is known, or without actions or ARN", n.On)
		}
	}
	return nil
}

// actions lists what the technique asks for, all of it.
func (t *Technique) actions() []string {
	var list []string
	for _, n := range t.Needs {
		list = append(list, n.Actions...)
		list = append(list, n.Any...)
	}
	return list
}
