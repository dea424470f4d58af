package gosystem

import (
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/model"
)

//go:embed weaknesses.hcl
var weaknessSource []byte

// words is the data of weaknesses.hcl.
type words struct {
	Kinds      map[string]string   `hcl:"kinds"`
	Traced     []string            `hcl:"traced"`
	Routed     []string            `hcl:"routed"`
	Recognises map[string][]string `hcl:"recognises"`
	Passes     []string            `hcl:"passes"`
	Hosts      map[string][]string `hcl:"hosts"`
	Examples   []string            `hcl:"examples"`
}

// assembler puts the fragments of all packages together.
type assembler struct {
	*scanner
	words    words
	graph    *graph
	values   *values
	programs []*program
	refuses  map[string]bool
	// operators are the functions that let only the operator's own through.
	operators map[string]bool
	wraps     map[string][]string
	elements  map[string]*model.Element
	// entries are the registered ways in, each with its handler.
	entries []entry
	byFile  map[string][]fragment.Func
	// typed are the types whose fields hold data that matters.
	typed map[string]bool
}

type entry struct {
	fragment.Entry
	pkg   string
	point *model.EntryPoint
}

func (s *scanner) assemble() error {
	a := &assembler{
		scanner: s, graph: newGraph(s.frags), values: newValues(s.frags),
		refuses: map[string]bool{}, operators: map[string]bool{}, wraps: map[string][]string{}, elements: map[string]*model.Element{}, byFile: map[string][]fragment.Func{}, typed: map[string]bool{},
	}
	if err := hclsimple.Decode("weaknesses.hcl", weaknessSource, nil, &a.words); err != nil {
		return fmt.Errorf("weaknesses: %w", err)
	}
	a.programs = programs(s.frags, a.graph)
	for _, name := range slices.Sorted(maps.Keys(s.frags)) {
		a.index(s.frags[name])
	}
	slices.SortStableFunc(a.programs, a.realFirst)
	a.services()
	a.entryPoints()
	a.reads()
	a.flows()
	a.data()
	a.weaknesses()
	a.bounds()
	for _, id := range slices.Sorted(maps.Keys(a.elements)) {
		s.sys.Elements = append(s.sys.Elements, a.elements[id])
	}
	return nil
}

func (a *assembler) index(f *fragment.Fragment) {
	for _, r := range f.Refuses {
		a.refuses[r] = true
		// What a literal refuses, its function's result refuses.
		a.refuses[outermost(r)] = true
	}
	for _, o := range f.Operators {
		a.operators[o] = true
		a.operators[outermost(o)] = true
	}
	for _, w := range f.Wraps {
		a.wraps[w.Inner] = append(a.wraps[w.Inner], w.By)
	}
	for _, t := range f.Types {
		a.typed[t.Type] = true
	}
	for _, fn := range f.Funcs {
		a.byFile[fn.File] = append(a.byFile[fn.File], fn)
	}
}

// outermost returns the declared function around a literal.
func outermost(name string) string {
	if i := strings.Index(name, ".func"); i > 0 && strings.TrimLeft(name[i+5:], "0123456789.func") == "" {
		return name[:i]
	}
	return name
}

// location turns a place into one relative to the scan root; ok is false for
// places outside it.
func (a *assembler) location(at fragment.At) (model.Location, bool) {
	file, ok := inside(a.o.Dir, at.File)
	if !ok {
		return model.Location{}, false
	}
	return model.Location{File: file, Line: at.Line, Column: at.Col}, true
}

func (a *assembler) services() {
	for _, p := range a.programs {
		f := a.frags[p.pkg]
		e := a.element("go.service", "go:"+p.pkg, path.Base(p.pkg), "", p.pkg, a.mainPlace(f))
		a.dependencies(e, p.pkg)
	}
}

func (a *assembler) mainPlace(f *fragment.Fragment) model.Location {
	for _, fn := range f.Funcs {
		if fn.Name == f.Package+".main" {
			loc, _ := a.location(fragment.At{File: fn.File, Line: fn.Line, Col: 1})
			return loc
		}
	}
	return model.Location{}
}

func (a *assembler) element(kind, id, name, partOf, pkg string, at model.Location) *model.Element {
	if e, ok := a.elements[id]; ok {
		return e
	}
	e := &model.Element{
		ID: id, Kind: kind, Technology: pkg, Name: name, Root: a.roots[pkg], PartOf: partOf, Location: at,
		Latent: a.isExample(at.File),
	}
	a.elements[id] = e
	return e
}

// isExample reports whether a file, by a folder of the scanned tree, shows how
// something is used: it is dangerous only once somebody runs it.
func (a *assembler) isExample(file string) bool {
	folders := strings.Split(path.Dir(file), "/")
	return slices.ContainsFunc(folders, func(f string) bool { return slices.Contains(a.words.Examples, f) })
}

// realFirst puts programs that are examples behind all others.
func (a *assembler) realFirst(x, y *program) int {
	rank := func(p *program) int {
		if a.isExample(a.mainPlace(a.frags[p.pkg]).File) {
			return 1
		}
		return 0
	}
	return cmp.Compare(rank(x), rank(y))
}

// owner returns the id of the service that a function belongs to: the program
// whose main function leads to it, else one that imports its package, else the
// package itself.
func (a *assembler) owner(fn, pkg string) string {
	for _, p := range a.programs {
		if p.reach[fn] {
			return "go:" + p.pkg
		}
	}
	for _, p := range a.programs {
		if p.imports[pkg] {
			return "go:" + p.pkg
		}
	}
	id := "go:" + pkg
	at := model.Location{}
	if f := a.frags[pkg]; f != nil && len(f.Funcs) > 0 {
		at, _ = a.location(fragment.At{File: f.Funcs[0].File, Line: 1, Col: 1})
	}
	a.element("go.service", id, path.Base(pkg), "", pkg, at)
	return id
}

func (a *assembler) entryPoints() {
	used := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(a.frags)) {
		for _, e := range a.frags[name].Entries {
			at, ok := a.location(e.At)
			if !ok {
				continue
			}
			a.entries = append(a.entries, entry{Entry: e, pkg: name, point: a.entryPoint(e, name, at, used)})
		}
	}
	for _, e := range a.entries {
		a.sys.EntryPoints = append(a.sys.EntryPoints, e.point)
	}
}

func (a *assembler) entryPoint(e fragment.Entry, pkg string, at model.Location, used map[string]int) *model.EntryPoint {
	kind := "go.handler"
	if e.Kind == "queue" {
		kind = "go.consumer"
	}
	place, ok := a.location(e.HandlerAt)
	if !ok {
		place = at
	}
	element := a.element(kind, "go:"+e.Handler, shortName(e.Handler), a.owner(e.In, pkg), pkg, place)
	id := strings.Join(slices.DeleteFunc([]string{element.ID, e.Method, e.Pattern}, func(s string) bool { return s == "" }), " ")
	if used[id]++; used[id] > 1 {
		id = fmt.Sprintf("%s (%d)", id, used[id])
	}
	p := &model.EntryPoint{
		ID: id, Element: element.ID, Kind: e.Kind, Method: e.Method, Path: e.Pattern, Handler: e.Handler,
		Middleware: append(a.around(e.In, 0), e.Middleware...), Location: at,
		Authz: model.Fact{State: model.Unknown}, Mutates: mutates(e, at),
	}
	p.Authn = a.authn(p, at)
	return p
}

// around lists the middleware that is put around what a function returns.
func (a *assembler) around(fn string, n int) []string {
	if n > 4 {
		return nil
	}
	return slices.Clone(a.wraps[outermost(fn)])
}

func shortName(handler string) string { return handler[strings.LastIndexByte(handler, '/')+1:] }

func mutates(e fragment.Entry, at model.Location) model.Fact {
	evidence := []model.Evidence{{Location: at, Note: "route"}}
	switch e.Method {
	case "POST", "PUT", "PATCH", "DELETE":
		return model.Fact{Value: true, State: model.Known, Evidence: evidence}
	case "GET", "HEAD", "OPTIONS":
		return model.Fact{Value: false, State: model.Assumed, Evidence: evidence, Reason: "the method promises to change nothing"}
	}
	return model.Fact{State: model.Unknown}
}

// authn says how a way in recognises its caller: by middleware that can refuse
// or whose name says so, or in the handler. No middleware and no refusal means
// none; middleware that says nothing leaves it open.
func (a *assembler) authn(p *model.EntryPoint, at model.Location) model.Fact {
	evidence := []model.Evidence{{Location: at, Note: "route"}}
	if p.Kind != "http" && p.Kind != "grpc" {
		return model.Fact{State: model.Unknown}
	}
	for _, fn := range append(slices.Clone(p.Middleware), p.Handler) {
		if a.operators[fn] {
			return model.Fact{Value: model.AuthnOperator, State: model.Known, Evidence: evidence, Reason: fn + " asks for a secret of the program itself"}
		}
	}
	for _, m := range p.Middleware {
		if word := a.recognises(m); word != "" {
			return model.Fact{Value: word, State: model.Known, Evidence: evidence, Reason: "middleware " + m}
		}
	}
	for fn := range a.graph.reach(p.Handler) {
		if a.refuses[fn] {
			return model.Fact{Value: "session", State: model.Assumed, Evidence: evidence, Reason: "the handler can refuse its caller"}
		}
	}
	if p.Kind == "grpc" || slices.ContainsFunc(p.Middleware, func(m string) bool { return !a.passes(m) }) {
		return model.Fact{State: model.Unknown, Reason: "middleware of unknown effect"}
	}
	return model.Fact{Value: "none", State: model.Known, Evidence: evidence}
}

// passes reports whether a middleware is one that lets every caller through.
func (a *assembler) passes(middleware string) bool {
	name := strings.ToLower(shortName(middleware))
	return !a.refuses[middleware] && slices.ContainsFunc(a.words.Passes, func(w string) bool { return strings.Contains(name, w) })
}

// recognises says by what a middleware recognises callers, or nothing.
func (a *assembler) recognises(middleware string) string {
	name := strings.ToLower(middleware)
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		name = name[i+1:]
	}
	for _, word := range []string{"iam", "mtls", "session", "token"} {
		for _, part := range a.words.Recognises[word] {
			if strings.Contains(name, part) {
				return word
			}
		}
	}
	if a.refuses[middleware] {
		return "session"
	}
	return ""
}

// reads puts the settings that a program reads on its service.
func (a *assembler) reads() {
	for _, p := range a.programs {
		service := a.elements["go:"+p.pkg]
		for _, pkg := range slices.Sorted(maps.Keys(p.imports)) {
			for _, r := range a.frags[pkg].Reads {
				if p.reach[r.Func] {
					service.Reads = append(service.Reads, a.configReads(r)...)
				}
			}
		}
		slices.SortStableFunc(service.Reads, func(x, y model.ConfigRead) int { return x.Location.Compare(y.Location) })
		service.Reads = slices.CompactFunc(service.Reads, func(x, y model.ConfigRead) bool {
			return x.Name == y.Name && x.Location == y.Location
		})
	}
}

func (a *assembler) configReads(r fragment.Read) []model.ConfigRead {
	if r.Name != "" {
		loc, ok := a.location(r.At)
		if !ok {
			return nil
		}
		return []model.ConfigRead{{Origin: r.Origin, Name: r.Name, Function: r.Func, Location: loc}}
	}
	var list []model.ConfigRead
	for _, l := range a.values.leaves(r.From) {
		if l.kind != "const" {
			continue
		}
		at := l.at
		if at.File == "" {
			at = r.At
		}
		if loc, ok := a.location(at); ok {
			list = append(list, model.ConfigRead{Origin: r.Origin, Name: l.name, Function: r.Func, Location: loc})
		}
	}
	return list
}

// data puts types whose fields hold data that matters on the services that use
// them.
func (a *assembler) data() {
	for _, name := range slices.Sorted(maps.Keys(a.frags)) {
		for _, t := range a.frags[name].Types {
			var in []string
			for _, p := range a.programs {
				if p.imports[name] {
					in = append(in, "go:"+p.pkg)
				}
			}
			loc, ok := a.location(t.At)
			if !ok || len(in) == 0 {
				continue
			}
			a.sys.DataAssets = append(a.sys.DataAssets, asset(t, in, loc))
		}
	}
}

func asset(t fragment.Typed, in []string, at model.Location) *model.DataAsset {
	rating := 3
	if slices.Contains(t.Categories, "credentials") {
		rating = 4
	}
	return &model.DataAsset{
		ID: "go:" + t.Type, Name: shortName(t.Type), Categories: t.Categories,
		Confidentiality: rating, Integrity: rating, Availability: 1, FoundIn: in,
		Because:  "fields " + strings.Join(t.Fields, ", "),
		Evidence: []model.Evidence{{Location: at, Note: "type"}},
	}
}
