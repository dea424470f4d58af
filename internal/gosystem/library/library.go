package library

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Library is what is known of all described libraries. Functions are looked up
// by full name without versions, type arguments and stars: net/http.Get,
// database/sql.DB.Query.
type Library struct {
	funcs    map[string]*Func
	fields   map[string]*Source
	requests map[string]*Request
	types    map[string]Mask // conversions to them are sinks
	stores   map[string]Mask // fields that are sinks
	views    map[string]bool
	packages map[string]bool

	once    sync.Once
	methods map[string]*Func // by path$Method, whatever the type
}

// Func is what is known of a function.
type Func struct {
	Source *Source
	// Described is true where Flows is all that happens to data in a call;
	// where it is false, data is taken to go from arguments to results.
	Described bool
	Flows     []Flow
	Sinks     []Sink
	Guards    []Guard
	Route     *Route
	Group     *Route
	Use       *Route
	Clients   []Client
	Setting   *Setting
}

// Source is where data comes in from outside.
type Source struct {
	What   string // "the query of the request"
	Mask   Mask   // what it is dangerous for
	Result int    // the result that holds it, counted from 0; 0 for a field
}

// Sink is a place in a call where data from outside is dangerous.
type Sink struct {
	Kind Kind
	Port Port
	// When names an extra condition: writer (argument 0 answers a request),
	// shell (the program is a shell), format (argument is a format string).
	When string
}

// Guard says that data at Port is harmless for Mask where the call's result is
// as Result says: true, false, ok (no error), or set (not nil).
type Guard struct {
	Port   Port
	Result string
	Mask   Mask
}

// Request is a type by which a server hands out a request.
type Request struct {
	What     string
	Fields   []string
	Answered string // a function that is also given this type answers it
}

// Route says how a call registers an entry point. Numbers are arguments, -1
// where there is none.
type Route struct {
	Kind    string // http, queue, event, grpc, ...
	Method  string // "=" takes the constant from argument MethodArg
	Pattern int
	Handler int
	// Last is true where the handlers are variadic: the last one handles, those
	// before are middleware.
	Last      bool
	MethodArg int
}

// Client says that a call reaches another system.
type Client struct {
	Service   string
	Protocol  string
	Operation string // s3:GetObject, or a prefix that the method's name completes
	Target    Port
	Named     bool // Target is given
	Consumes  bool // receives work
	Kind      string
}

// Setting says that a call reads configuration; the name is argument Name.
type Setting struct {
	Origin string // env, flag, file
	Name   int
}

func newLibrary() *Library {
	return &Library{
		funcs: map[string]*Func{}, fields: map[string]*Source{}, requests: map[string]*Request{},
		types: map[string]Mask{}, stores: map[string]Mask{}, views: map[string]bool{}, packages: map[string]bool{},
	}
}

var version = regexp.MustCompile(`/v[0-9]+(/|$)|\.v[0-9]+$`)

// PlainPath returns an import path without major versions.
func PlainPath(path string) string { return version.ReplaceAllString(path, "$1") }

// Func returns what is known of the function with that full name, or nil. A
// description of Type.* is that of every method not described by name.
func (l *Library) Func(name string) *Func {
	if f := l.funcs[name]; f != nil {
		return f
	}
	i := strings.LastIndexByte(name, '.')
	if i <= 0 {
		return nil
	}
	if strings.Contains(name[:i], "$") {
		return l.ofSome(name[:i], name[i+1:])
	}
	return l.funcs[name[:i]+".*"]
}

// ofSome finds a method of a type that was made up for a package nobody has, by
// the method's name among all of the package's types.
func (l *Library) ofSome(owner, method string) *Func {
	l.once.Do(func() {
		l.methods = map[string]*Func{}
		for _, name := range slices.Sorted(maps.Keys(l.funcs)) {
			i := strings.LastIndexByte(name, '.')
			if j := strings.LastIndexByte(name[:i], '.'); j > strings.LastIndexByte(name, '/') {
				if key := name[:j] + "$" + name[i+1:]; l.methods[key] == nil {
					l.methods[key] = l.funcs[name]
				}
			}
		}
	})
	path := owner[:strings.LastIndexByte(owner, '.')]
	if f := l.methods[path+"$"+method]; f != nil {
		return f
	}
	// What a constructor gives is the client.
	if strings.HasPrefix(owner[len(path)+1:], "New") {
		return l.methods[path+"$*"]
	}
	return nil
}

// Field returns what the field of a named type brings in from outside, or nil.
func (l *Library) Field(name string) *Source { return l.fields[name] }

// Request returns what is known of a type that stands for a request, or nil.
func (l *Library) Request(typeName string) *Request { return l.requests[typeName] }

// SinkType returns for what converting text to the type is dangerous.
func (l *Library) SinkType(typeName string) Mask { return l.types[typeName] }

// SinkField returns for what storing into the field is dangerous.
func (l *Library) SinkField(name string) Mask { return l.stores[name] }

// View reports whether the function or field shows (a part of) the very value
// it is applied to, so that a check of one is a check of the other.
func (l *Library) View(name string) bool { return l.views[name] }

// Describes reports whether the library says anything of a package, whose
// functions then need not be analysed.
func (l *Library) Describes(path string) bool { return l.packages[PlainPath(path)] }

func (l *Library) at(path, name string) *Func {
	full := path + "." + name
	if l.funcs[full] == nil {
		l.funcs[full] = &Func{}
	}
	return l.funcs[full]
}

func (l *Library) add(p packageBlock) error {
	l.packages[p.Path] = true
	for _, step := range []func(packageBlock) error{
		l.addRequests, l.addSources, l.addFlows, l.addSinks, l.addGuards, l.addRoutes, l.addClients,
	} {
		if err := step(p); err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) addRequests(p packageBlock) error {
	for _, r := range p.Requests {
		l.requests[p.Path+"."+r.Type] = &Request{What: r.What, Fields: r.Fields, Answered: r.Answered}
	}
	return nil
}

func (l *Library) addSources(p packageBlock) error {
	usual := All &^ Of(ArchiveTraversal)
	read := func(groups map[string][]string, put func(name string, s *Source)) error {
		for what, lines := range groups {
			for _, line := range lines {
				s, err := parseSpec(line)
				if err != nil {
					return err
				}
				source := &Source{What: what, Mask: usual}
				if len(s.ports) > 0 {
					source.Result = s.ports[0].Index
				}
				if m, ok, err := only(s.words, "only"); err != nil {
					return fmt.Errorf("%q: %w", line, err)
				} else if ok {
					source.Mask = m
				}
				for _, name := range s.names {
					put(name, source)
				}
			}
		}
		return nil
	}
	err := read(p.Sources, func(name string, s *Source) {
		f := l.at(p.Path, name)
		f.Source, f.Described = s, true
	})
	if err != nil {
		return err
	}
	return read(p.Fields, func(name string, s *Source) { l.fields[p.Path+"."+name] = s })
}

func (l *Library) addFlows(p packageBlock) error {
	for _, line := range p.Clean {
		for _, name := range expand(line) {
			l.at(p.Path, name).Described = true
		}
	}
	for _, line := range p.Flows {
		s, err := parseSpec(line)
		if err != nil {
			return err
		}
		if s.to == nil {
			return fmt.Errorf("%q: a flow needs an arrow", line)
		}
		except, _, err := only(s.words, "except")
		if err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
		for _, name := range s.names {
			f := l.at(p.Path, name)
			f.Described = true
			for _, from := range s.ports {
				f.Flows = append(f.Flows, Flow{From: from, To: *s.to, Except: except})
			}
		}
	}
	for _, line := range p.Views {
		for _, name := range expand(line) {
			l.views[p.Path+"."+name] = true
		}
	}
	return nil
}

func (l *Library) addSinks(p packageBlock) error {
	for _, kind := range slices.Sorted(maps.Keys(p.Sinks)) {
		lines := p.Sinks[kind]
		mask, err := parseMask([]string{kind})
		if err != nil {
			return err
		}
		for _, line := range lines {
			s, err := parseSpec(line)
			if err != nil {
				return err
			}
			if len(s.ports) == 0 {
				return fmt.Errorf("%q: a sink needs an argument", line)
			}
			when := strings.TrimPrefix(strings.Join(s.words, " "), "when ")
			for _, name := range s.names {
				f := l.at(p.Path, name)
				f.Described = true
				for _, port := range s.ports {
					f.Sinks = append(f.Sinks, Sink{Kind: mask.Kinds()[0], Port: port, When: when})
				}
			}
		}
	}
	for _, group := range []struct {
		from map[string][]string
		to   map[string]Mask
	}{{p.SinkTypes, l.types}, {p.SinkFields, l.stores}} {
		for kind, names := range group.from {
			mask, err := parseMask([]string{kind})
			if err != nil {
				return err
			}
			for _, line := range names {
				for _, name := range expand(line) {
					group.to[p.Path+"."+name] |= mask
				}
			}
		}
	}
	return nil
}

func (l *Library) addGuards(p packageBlock) error {
	for _, line := range p.Guards {
		s, err := parseSpec(line)
		if err != nil {
			return err
		}
		if len(s.ports) == 0 || len(s.words) == 0 {
			return fmt.Errorf("%q: a guard needs a place, a result and kinds", line)
		}
		mask := All
		if len(s.words) > 1 {
			if mask, err = parseMask(s.words[1:]); err != nil {
				return fmt.Errorf("%q: %w", line, err)
			}
		}
		for _, name := range s.names {
			f := l.at(p.Path, name)
			f.Guards = append(f.Guards, Guard{Port: s.ports[0], Result: s.words[0], Mask: mask})
		}
	}
	return nil
}

func (l *Library) addRoutes(p packageBlock) error {
	put := func(lines []string, set func(*Func, *Route)) error {
		for _, line := range lines {
			s, err := parseSpec(line)
			if err != nil {
				return err
			}
			route, err := parseRoute(s.words)
			if err != nil {
				return fmt.Errorf("%q: %w", line, err)
			}
			for _, name := range s.names {
				r := *route
				if r.Method == "name" {
					r.Method = strings.ToUpper(name[strings.LastIndexByte(name, '.')+1:])
				}
				set(l.at(p.Path, name), &r)
			}
		}
		return nil
	}
	if err := put(p.Routes, func(f *Func, r *Route) { f.Route = r }); err != nil {
		return err
	}
	if err := put(p.Groups, func(f *Func, r *Route) { f.Group = r }); err != nil {
		return err
	}
	if err := put(p.Middleware, func(f *Func, r *Route) { f.Use = r }); err != nil {
		return err
	}
	for origin, lines := range p.Settings {
		for _, line := range lines {
			s, err := parseSpec(line)
			if err != nil || len(s.ports) != 1 {
				return fmt.Errorf("%q: a setting needs the argument that names it", line)
			}
			for _, name := range s.names {
				l.at(p.Path, name).Setting = &Setting{Origin: origin, Name: s.ports[0].Index}
			}
		}
	}
	return nil
}

// parseRoute reads "method GET pattern 0 handler 1".
func parseRoute(words []string) (*Route, error) {
	r := &Route{Kind: "http", Pattern: -1, Handler: -1, MethodArg: -1}
	for i := 0; i+1 < len(words); i += 2 {
		value := words[i+1]
		n, err := strconv.Atoi(value)
		switch words[i] {
		case "kind":
			r.Kind = value
			err = nil
		case "method":
			r.Method = value
			if err == nil {
				r.Method, r.MethodArg = "=", n
			}
			err = nil
		case "pattern":
			r.Pattern = n
		case "handler":
			r.Handler = n
		case "handlers":
			r.Handler, r.Last = n, true
		default:
			return nil, fmt.Errorf("%q is none of kind, method, pattern, handler, handlers", words[i])
		}
		if err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (l *Library) addClients(p packageBlock) error {
	for _, c := range p.Clients {
		for i, lines := range [][]string{c.Calls, c.Consumes, c.Runs} {
			for _, line := range lines {
				s, err := parseSpec(line)
				if err != nil {
					return err
				}
				client := Client{Service: c.Service, Protocol: c.Protocol, Operation: c.Operation, Consumes: i == 1, Kind: c.Kind}
				if len(s.ports) > 0 {
					client.Target, client.Named = s.ports[0], true
				}
				for _, name := range s.names {
					f := l.at(p.Path, name)
					f.Clients = append(f.Clients, client)
				}
			}
		}
	}
	return nil
}

// RequestTypes lists the full names of the types that stand for requests.
func (l *Library) RequestTypes() []string {
	var names []string
	for name := range l.requests {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
