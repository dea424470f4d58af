package library

import (
	"maps"
	pathpkg "path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
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
	globs    map[string][]string // by package, the names of functions with stars
	patterns []packageBlock      // packages whose path has stars
	handlers map[string]*Route   // fields of literals that handle
	services []Service
	events   []eventKind
	tags     []Tag
	lines    []Line

	some     sync.Once
	methods  map[string]*Func // by path$Method, whatever the type
	mu       sync.Mutex
	unfolded map[string]*Library // by path, what patterns say of it; nil for nothing
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
	Fill      *Fill
	// Transport says what a call that makes an option means for the connection:
	// none or tls.
	Transport string
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
	// Field is the field of the same literal that says where it hangs.
	Field string
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
	Inputs    string   // how the types end that carry what an operation is given
	Targets   []string // fields of such a type that name the other end
	TLS       *Port    // the setting that, when given, encrypts the connection
}

// Service is a generated function that registers an implementation, each of
// whose methods is a way in.
type Service struct {
	Name           string // a name with a star for the service: Register*Server
	Takes          string // the full name of a type that one of its parameters has
	Kind           string
	Implementation int // the argument that implements it
}

// Tag is a key of struct tags that names settings.
type Tag struct{ Key, Origin string }

// Fill says that a call fills a struct from settings named by its fields.
type Fill struct {
	Struct int    // the argument
	Prefix int    // the argument that stands before each name, or -1
	Tag    string // the key that names a field's setting
	Words  string // upper where a field without the tag is named by its own name
	Origin string
}

// Line is one line of a description: the functions, fields or types that it
// names, the places in a call that it speaks of, and where it stands.
type Line struct {
	Package string
	Names   []string
	Places  []Port
	Range   hcl.Range
}

type eventKind struct{ path, kind, pattern string }

// Setting says that a call reads configuration; the name is argument Name.
type Setting struct {
	Origin string // env, flag, file
	Name   int
}

func newLibrary() *Library {
	return &Library{
		funcs: map[string]*Func{}, fields: map[string]*Source{}, requests: map[string]*Request{},
		types: map[string]Mask{}, stores: map[string]Mask{}, views: map[string]bool{}, packages: map[string]bool{},
		globs: map[string][]string{}, handlers: map[string]*Route{}, unfolded: map[string]*Library{},
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
	path, local := l.splitName(name)
	if local == "" {
		return nil
	}
	if typ, method, ok := strings.Cut(local, "."); ok && strings.Contains(typ, "$") && l.packages[path] {
		return l.ofSome(path+"."+typ, method)
	}
	if f := l.matching(path, local); f != nil {
		return f
	}
	if l.packages[path] {
		return nil
	}
	if of := l.unfold(path); of != nil {
		return of.Func(name)
	}
	return nil
}

// splitName splits a full name into the path of its package and the rest. The
// last element of a path may have a dot of its own, as in nats.go.
func (l *Library) splitName(name string) (path, local string) {
	first := strings.LastIndexByte(name, '/') + 1
	for i := first; i < len(name); i++ {
		if name[i] == '.' && l.packages[name[:i]] {
			return name[:i], name[i+1:]
		}
	}
	if i := strings.IndexByte(name[first:], '.'); i >= 0 {
		return name[:first+i], name[first+i+1:]
	}
	return name, ""
}

// ofSome finds a method of a type that was made up for a package nobody has, by
// the method's name among all of the package's types.
func (l *Library) ofSome(owner, method string) *Func {
	l.some.Do(func() {
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
		if f := l.methods[path+"$*"]; f != nil {
			return f
		}
	}
	return l.matching(path, owner[len(path)+1:]+"."+method)
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
func (l *Library) Describes(path string) bool {
	path = PlainPath(path)
	return l.packages[path] || l.unfold(path) != nil
}

// HandlerField returns how a field of a literal registers what it holds, or
// nil.
func (l *Library) HandlerField(name string) *Route { return l.handlers[name] }

// Services lists the generated functions that register implementations.
func (l *Library) Services() []Service { return l.services }

// Tags lists the keys of struct tags that name settings.
func (l *Library) Tags() []Tag { return l.tags }

// Lines lists what was described, line by line.
func (l *Library) Lines() []Line { return l.lines }

// EventKind says what triggers a function that is given an event of that type,
// or nothing.
func (l *Library) EventKind(typeName string) string {
	for _, e := range l.events {
		if name, ok := strings.CutPrefix(typeName, e.path+"."); ok {
			if hit, err := pathpkg.Match(e.pattern, name); hit && err == nil {
				return e.kind
			}
		}
	}
	return ""
}

// RequestTypes lists the full names of the types that stand for requests.
func (l *Library) RequestTypes() []string {
	return slices.Sorted(maps.Keys(l.requests))
}
