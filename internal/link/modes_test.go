package link

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/model"
)

// reading adds settings that a package of the service reads.
func reading(e *model.Element, pkg string, names ...string) *model.Element {
	for i, n := range names {
		e.Reads = append(e.Reads, model.ConfigRead{
			Origin: "env", Name: n, Function: "example.com/x/" + pkg + ".(*Config).Load", Location: model.Location{File: pkg + "/config.go", Line: i + 1},
		})
	}
	return e
}

// started says with which words a host starts its program, and with which image.
func started(e *model.Element, image string, words ...string) *model.Element {
	e.Facts = map[string]model.Fact{"arguments": {State: model.Known, Value: words}, "images": {State: model.Known, Value: []string{image}}}
	return e
}

func strengths(sys *model.System) []string {
	var got []string
	for _, l := range sys.Links {
		file := ""
		if l.Kind == "env" {
			file = " " + l.Evidence[0].File
		}
		got = append(got, l.Kind+" "+l.To+" "+l.Via+file+" "+l.Strength)
	}
	slices.Sort(got)
	return got
}

func TestProgramsWithSubcommands(t *testing.T) {
	program := func() *model.Element {
		return reading(reading(service("go:example.com/x/app"), "web", "TOPIC", "TABLE"), "job", "TABLE", "BUCKET")
	}
	tests := []struct {
		name  string
		hosts []*model.Element
		want  []string
	}{
		{"each mode reads its own", []*model.Element{
			started(host("a.web", "TOPIC", "t", "TABLE", "x"), "app", "serve"),
			started(host("a.job", "BUCKET", "b", "TABLE", "x"), "app", "job"),
		}, []string{
			"env a.job BUCKET job/config.go strong", "env a.job TABLE job/config.go strong", "env a.job TABLE web/config.go weak",
			"env a.web TABLE job/config.go weak", "env a.web TABLE web/config.go strong", "env a.web TOPIC web/config.go strong",
		}},
		{"started alike, one lacks a setting", []*model.Element{
			started(host("a.prod", "TOPIC", "t", "TABLE", "x", "BUCKET", "b"), "app"),
			started(host("a.dev", "TOPIC", "t", "TABLE", "x"), "app"),
		}, []string{
			"env a.dev TABLE job/config.go strong", "env a.dev TABLE web/config.go strong", "env a.dev TOPIC web/config.go strong",
			"env a.prod BUCKET job/config.go strong", "env a.prod TABLE job/config.go strong", "env a.prod TABLE web/config.go strong", "env a.prod TOPIC web/config.go strong",
		}},
	}
	for _, tt := range tests {
		sys := &model.System{Elements: append([]*model.Element{program()}, tt.hosts...)}
		Join(sys, Evidence{})
		if diff := cmp.Diff(tt.want, strengths(sys)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestPackagesThatAreGivenAll(t *testing.T) {
	program := func() *model.Element {
		return reading(reading(service("go:example.com/x/app"), "relay", "PROJECT", "DESTINATION"), "other", "A", "B", "C", "D", "E")
	}
	tests := []struct {
		name string
		host *model.Element
		want []string
	}{
		{"all that one package reads, and no more", host("a.relay", "PROJECT", "", "DESTINATION", ""),
			[]string{"env a.relay DESTINATION relay/config.go weak", "env a.relay PROJECT relay/config.go weak"}},
		{"and something that nobody reads", host("a.relay", "PROJECT", "", "DESTINATION", "", "DJANGO_KEY", ""), nil},
		{"only a part of it", host("a.relay", "PROJECT", ""), nil},
	}
	for _, tt := range tests {
		sys := &model.System{Elements: []*model.Element{program(), tt.host}}
		Join(sys, Evidence{})
		if diff := cmp.Diff(tt.want, strengths(sys)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestTheSameImage(t *testing.T) {
	unknown := func(e *model.Element, root, variable string) *model.Element {
		e.Root = root
		e.Facts = map[string]model.Fact{"images": {State: model.Unknown, Evidence: []model.Evidence{{Address: e.ID}, {Address: variable, Note: "variable"}}}}
		return e
	}
	one := func() *model.Element { return service("go:x/api", "TABLE") }
	sure := func() *model.Element { return host("a.web", "TABLE", "t") }
	tests := []struct {
		name     string
		elements []*model.Element
		want     []string
	}{
		{"a name", []*model.Element{one(), started(sure(), "shop/api"), started(host("a.job"), "shop/api")}, []string{"env a.web TABLE main.go strong", "image a.job shop/api weak"}},
		{"another name", []*model.Element{one(), started(sure(), "shop/api"), started(host("a.job"), "shop/other")}, []string{"env a.web TABLE main.go strong"}},
		{"a variable", []*model.Element{one(), unknown(sure(), "infra", "var.image"), unknown(host("a.job"), "infra", "var.image")}, []string{"env a.web TABLE main.go strong", "image a.job image weak"}},
		{"a variable of another root", []*model.Element{one(), unknown(sure(), "infra", "var.image"), unknown(host("a.job"), "tools", "var.image")}, []string{"env a.web TABLE main.go strong"}},
		{"another variable", []*model.Element{one(), unknown(sure(), "infra", "var.image"), unknown(host("a.job"), "infra", "var.proxy")}, []string{"env a.web TABLE main.go strong"}},
		{"two programs use it", []*model.Element{
			one(), service("go:x/cli", "QUEUE"), started(sure(), "busybox"), started(host("a.cli", "QUEUE", "q"), "busybox"), started(host("a.job"), "busybox"),
		}, []string{"env a.cli QUEUE main.go strong", "env a.web TABLE main.go strong"}},
	}
	for _, tt := range tests {
		sys := &model.System{Elements: tt.elements}
		Join(sys, Evidence{})
		if diff := cmp.Diff(tt.want, strengths(sys)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestNamesOnBothSides(t *testing.T) {
	element := func(id, kind, root string, aliases ...string) *model.Element {
		return &model.Element{ID: id, Kind: kind, Root: root, Aliases: aliases}
	}
	in := func(root string, e *model.Element) *model.Element { e.Root = root; return e }
	record := element("dns", "dns.record", "prod", "orders.shop.internal")
	record.References = []model.Reference{{To: "lb"}, {To: "zone"}}
	tests := []struct {
		name     string
		elements []*model.Element
		target   model.Target
		want     []string // receiver, basis
		links    []string
	}{
		{"a table of that name", []*model.Element{in("prod", host("a.web", "K", "k")), element("t", "store.nosql", "prod", "shop-orders"), element("k", "kms_key", "prod")},
			model.Target{Origin: "constant", Value: "shop-orders", Service: "dynamodb"}, []string{"t resolved"}, []string{"name t shop-orders strong"}},
		{"a word that many things are called by", []*model.Element{in("prod", host("a.web", "K", "k")), element("t", "store.nosql", "prod", "orders")},
			model.Target{Origin: "constant", Value: "orders", Service: "dynamodb"}, []string{"t resolved"}, []string{"name t orders weak"}},
		{"a queue of that name is no table", []*model.Element{in("prod", host("a.web", "K", "k")), element("q", "queue", "prod", "shop-orders")},
			model.Target{Origin: "constant", Value: "shop-orders", Service: "dynamodb"}, nil, nil},
		{"the same name in another environment", []*model.Element{in("prod", host("a.web", "K", "k")), element("t", "store.nosql", "prod", "shop-orders"), element("u", "store.nosql", "dev", "shop-orders")},
			model.Target{Origin: "constant", Value: "shop-orders", Service: "dynamodb"}, []string{"t resolved"}, []string{"name t shop-orders strong"}},
		{"only in another environment", []*model.Element{in("prod", host("a.web", "K", "k")), element("u", "store.nosql", "dev", "shop-orders")},
			model.Target{Origin: "constant", Value: "shop-orders", Service: "dynamodb"}, []string{"u inferred"}, []string{"name u shop-orders weak"}},
		{"two candidates", []*model.Element{in("prod", host("a.web", "K", "k")), element("t", "store.nosql", "prod", "shop-orders"), element("u", "store.nosql", "prod", "shop-orders")},
			model.Target{Origin: "constant", Value: "shop-orders", Service: "dynamodb"}, []string{"t inferred", "u inferred"}, []string{"name t shop-orders weak", "name u shop-orders weak"}},
		{"nobody knows where the program runs", []*model.Element{element("t", "store.nosql", "prod", "shop-orders")},
			model.Target{Origin: "constant", Value: "shop-orders", Service: "dynamodb"}, []string{"t inferred"}, []string{"name t shop-orders weak"}},
		{"a host name", []*model.Element{in("prod", host("a.web", "K", "k")), record, element("lb", "gateway.lb", "prod"), element("zone", "dns.zone", "prod")},
			model.Target{Origin: "constant", Value: "https://orders.shop.internal:8443/v1", Service: "http"}, []string{"lb resolved"}, []string{"host lb https://orders.shop.internal:8443/v1 strong"}},
		{"another host", []*model.Element{in("prod", host("a.web", "K", "k")), record, element("lb", "gateway.lb", "prod")},
			model.Target{Origin: "constant", Value: "https://orders.shop.example/v1", Service: "http"}, nil, nil},
	}
	for _, tt := range tests {
		sys := &model.System{
			Elements: append([]*model.Element{service("go:x/api", "K")}, tt.elements...),
			Flows:    []*model.Flow{{ID: "f", From: "go:x/api", Target: &tt.target}},
		}
		Join(sys, Evidence{})
		var got, links []string
		for _, f := range sys.Flows {
			if f.To != "" {
				got = append(got, f.To+" "+f.Basis)
			}
		}
		for _, l := range sys.Links {
			if l.Kind != "env" {
				links = append(links, l.Kind+" "+l.To+" "+l.Via+" "+l.Strength)
			}
		}
		if diff := cmp.Diff(tt.want, got) + cmp.Diff(tt.links, links); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// A host name in a setting leads on like one in the code.
func TestHostNamesInSettings(t *testing.T) {
	web := host("a.web", "ORDERS_URL", "", "K", "k")
	web.Environment[0].Value.Value = "http://orders.shop.internal:8080"
	sys := &model.System{
		Elements: []*model.Element{service("go:x/api", "ORDERS_URL", "K"), web, {ID: "lb", Kind: "gateway.lb", Aliases: []string{"orders.shop.internal"}}},
		Flows:    []*model.Flow{{ID: "f", From: "go:x/api", Target: &model.Target{Origin: "env", Name: "ORDERS_URL", Service: "http"}}},
	}
	Join(sys, Evidence{})
	if f := sys.Flows[0]; f.To != "lb" || f.Basis != "resolved" {
		t.Errorf("flow to %q, %s", f.To, f.Basis)
	}
}

// One call that is made with several settings leads to what each of them names.
func TestCallsWithSeveralSettings(t *testing.T) {
	sys := &model.System{
		Elements: []*model.Element{
			service("go:x/api", "ORDERS", "ITEMS"), host("a.web", "ORDERS", "o", "ITEMS", "i"),
			{ID: "o", Kind: "store.nosql"}, {ID: "i", Kind: "store.nosql"},
		},
		Flows: []*model.Flow{{ID: "f", From: "go:x/api", Target: &model.Target{Origin: "env", Name: "ORDERS", Others: []string{"ITEMS", "PORT"}, Service: "dynamodb"}}},
	}
	Join(sys, Evidence{})
	var got []string
	for _, f := range sys.Flows {
		got = append(got, f.ID+": "+f.To)
	}
	if diff := cmp.Diff([]string{"f: o", "f to i: i"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestProgramsThatNobodyCanRead(t *testing.T) {
	other := func() *model.Element {
		h := host("a.python", "TABLE", "t", "KEY", "key", "ROLE", "r", "API_URL", "", "SELF_URL", "")
		h.Root, h.Aliases = "prod", []string{"python.shop.internal"}
		h.Environment[3].Value.Value = "https://api.shop.internal/v1"
		h.Environment[4].Value.Value = "https://python.shop.internal"
		return h
	}
	elements := func(api string) []*model.Element {
		return []*model.Element{
			other(), {ID: "t", Kind: "store.nosql", Root: "prod"}, {ID: "key", Kind: "kms_key", Root: "prod"}, {ID: "r", Kind: "identity.role", Root: "prod"},
			{ID: "api", Kind: "gateway.api", Root: api, Aliases: []string{"api.shop.internal"}},
		}
	}
	tests := []struct {
		name     string
		elements []*model.Element
		flows    []*model.Flow
		want     []string
	}{
		{"what its settings name", elements("prod"), nil, []string{"a.python t TABLE", "a.python api API_URL tls"}},
		{"a host name of another environment", elements("dev"), nil, []string{"a.python t TABLE"}},
		{"a flow that is declared", elements("dev"), []*model.Flow{{ID: "d", From: "a.python", To: "t"}}, []string{"a.python t"}},
		{"where the program is known its calls say it", append(elements("prod"), service("go:x/api", "TABLE")), nil, nil},
	}
	for _, tt := range tests {
		sys := &model.System{Elements: tt.elements, Flows: tt.flows}
		Join(sys, Evidence{})
		var got []string
		for _, f := range sys.Flows {
			line := f.From + " " + f.To
			if f.Target != nil {
				line += " " + f.Target.Name
			}
			if f.Encryption.Known() {
				line += " " + f.Encryption.Value.(string)
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// A service that registers itself answers under the name of its record.
func TestServiceDiscovery(t *testing.T) {
	orders := &model.Element{ID: "orders", Kind: "compute.container", References: []model.Reference{{To: "record"}}}
	sys := &model.System{
		Elements: []*model.Element{
			service("go:x/api", "K"), host("a.web", "K", "k"), orders, {ID: "k", Kind: "kms_key"},
			{ID: "record", Kind: "dns.record", Aliases: []string{"orders.shop.internal"}},
		},
		Flows: []*model.Flow{{ID: "f", From: "go:x/api", Target: &model.Target{Origin: "constant", Value: "orders.shop.internal:8080", Service: "grpc"}}},
	}
	Join(sys, Evidence{})
	if f := sys.Flows[0]; f.To != "orders" || f.Basis != "resolved" {
		t.Errorf("flow to %q, %s", f.To, f.Basis)
	}
}

// Where one of the places gives only settings that lead nowhere, a flow stays open.
func TestReceiversThatCannotBeFollowed(t *testing.T) {
	sys := &model.System{
		Elements: []*model.Element{
			service("go:x/api", "EVENTS", "RELAY", "K"), started(host("a.web", "EVENTS", "e", "K", "k"), "app", "web"), started(host("a.relay", "RELAY", "", "K", "k"), "app", "relay"),
			{ID: "e", Kind: "topic"}, {ID: "k", Kind: "kms_key"},
		},
		Flows: []*model.Flow{{ID: "f", From: "go:x/api", Target: &model.Target{Origin: "env", Name: "EVENTS", Others: []string{"RELAY"}, Service: "pubsub"}}},
	}
	Join(sys, Evidence{})
	var got []string
	for _, f := range sys.Flows {
		got = append(got, f.ID+": "+f.To+" "+f.Target.Name)
	}
	if diff := cmp.Diff([]string{"f: e EVENTS", "f by RELAY:  RELAY"}, got); diff != "" {
		t.Error(diff)
	}
}

// A name may be that of a bucket and of the policy for it.
func TestWhatASettingRefersTo(t *testing.T) {
	web := host("a.web", "BUCKET", "policy")
	web.Environment[0].RefersTo = []string{"policy", "store"}
	sys := &model.System{Elements: []*model.Element{service("go:x/api", "BUCKET"), web, {ID: "policy", Kind: "identity.policy"}, {ID: "store", Kind: "store.object"}}}
	Join(sys, Evidence{})
	if len(sys.Links) != 1 || sys.Links[0].RefersTo != "store" {
		t.Errorf("links = %+v", sys.Links)
	}
}
