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
// database/sql.DB.Query. A description is read when something of its package is
// asked for, since every run of go vet's tool needs but a few.
type Library struct {
	chunks   map[string][]chunk // by path
	patterns []chunk            // whose path has stars
	mu       sync.Mutex
	read     sync.Map // path -> *described, nil for nothing
	global   sync.Once
	services []Service
	tags     []Tag

	resolvers []Resolver
	gateways  []Gateway
}

// described is what is known of one package. Names are those within it.
type described struct {
	path     string
	funcs    map[string]*Func
	fields   map[string]*Source
	requests map[string]*Request
	types    map[string]Mask // conversions to them are sinks
	stores   map[string]Mask // fields that are sinks
	views    map[string]bool
	silent   map[string]bool   // types that keep what they are given
	globs    []string          // names of functions with stars
	handlers map[string]*Route // fields of literals that handle
	settings map[string]*FieldSetting
	services []Service
	resolves []Resolver
	gateways []Gateway
	events   []eventKind
	tags     []Tag
	lines    []Line
	called   []string         // the cloud services that its functions call
	methods  map[string]*Func // by name, whatever the type; for types that were made up
	problems hcl.Diagnostics
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
	Bind      *Bind
	// Transport says what a call that makes an option means for the connection:
	// none or tls.
	Transport string
}

// Source is where data comes in from outside.
type Source struct {
	What   string // "the query of the request"
	Mask   Mask   // what it is dangerous for
	Result int    // the result that holds it, counted from 0; 0 for a field
	// Written is the argument that it is written to, nil where a result holds it.
	Written *Port
	Trust   Trust
}

// Trust says who decides what comes in.
type Trust uint8

// The levels of trust, the least first.
const (
	Anyone   Trust = iota // who can send requests or messages
	Operator              // who starts the program
	Caller                // who calls the function
)

// Sink is a place in a call where data from outside is dangerous.
type Sink struct {
	Kind Kind
	Port Port
	// When names an extra condition: writer (argument 0 answers a request),
	// shell (the program is a shell), option (the program may take it for an
	// option), format (argument is a format string).
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

// Resolver says which methods hand out what answers calls: those of some names
// that return a generated interface of some name, each of whose methods is a way
// in.
type Resolver struct {
	Package string            // that generates it, and that its package imports
	Returns string            // the interface's name, with a star
	Kind    string            // of the ways in
	Methods map[string]string // name of the method -> HTTP method of the calls
}

// Gateway is a generated function that serves HTTP and calls a service at an
// address for each request.
type Gateway struct {
	Name     string // with a star for the service: Register*HandlerFromEndpoint
	Takes    string // the full name of a type that one of its parameters has
	Target   int    // the argument that names the other end
	Protocol string
}

// Tag is a key of struct tags that names settings.
type Tag struct{ Key, Origin string }

// Bind says that a call gives a setting further names, of another origin.
type Bind struct {
	Key    int // the argument that names the setting in a file
	Name   int // the argument that names it elsewhere, and those after it
	Origin string
}

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

// Setting says that a call reads configuration; the name is argument Name.
type Setting struct {
	Origin string // env, flag, file
	Name   int
}

// FieldSetting says that a field of a literal names a setting, and which field
// of it points to what is filled.
type FieldSetting struct{ Origin, Target string }

type eventKind struct{ kind, pattern string }

func newDescribed(path string) *described {
	return &described{
		path: path, funcs: map[string]*Func{}, fields: map[string]*Source{}, requests: map[string]*Request{},
		types: map[string]Mask{}, stores: map[string]Mask{}, views: map[string]bool{}, silent: map[string]bool{}, handlers: map[string]*Route{}, methods: map[string]*Func{}, settings: map[string]*FieldSetting{},
	}
}

var version = regexp.MustCompile(`/v[0-9]+(/|$)|\.v[0-9]+$`)

// PlainPath returns an import path without major versions.
func PlainPath(path string) string {
	if !strings.Contains(path, "/v") && !strings.Contains(path, ".v") {
		return path // as most are, and this is asked very often
	}
	return version.ReplaceAllString(path, "$1")
}

// Func returns what is known of the function with that full name, or nil. A
// description of Type.* is that of every method not described by name.
func (l *Library) Func(name string) *Func {
	d, local := l.named(name)
	if d == nil || local == "" {
		return nil
	}
	if f := d.funcs[local]; f != nil {
		return f
	}
	if typ, method, ok := strings.Cut(local, "."); ok && strings.Contains(typ, "$") {
		return d.ofSome(typ, method)
	}
	return d.matching(local)
}

// named returns what is known of the package of a name, and the name within it.
// The last element of a path may have a dot of its own, as in nats.go.
func (l *Library) named(name string) (*described, string) {
	first := strings.LastIndexByte(name, '/') + 1
	for i := first; i < len(name); i++ {
		if name[i] == '.' && l.chunks[name[:i]] != nil {
			return l.of(name[:i]), name[i+1:]
		}
	}
	if i := strings.IndexByte(name[first:], '.'); i >= 0 {
		return l.of(name[:first+i]), name[first+i+1:]
	}
	return nil, ""
}

// ofSome finds a method of a type that was made up for a package nobody has, by
// the method's name among all of the package's types.
func (d *described) ofSome(typ, method string) *Func {
	if f := d.methods[method]; f != nil {
		return f
	}
	// What a constructor gives is the client.
	if strings.HasPrefix(typ, "New") {
		if f := d.methods["*"]; f != nil {
			return f
		}
	}
	return d.matching(typ + "." + method)
}

// index finds methods by their names alone, the first type of each.
func (d *described) index() {
	for _, name := range slices.Sorted(maps.Keys(d.funcs)) {
		if _, method, ok := strings.Cut(name, "."); ok && d.methods[method] == nil {
			d.methods[method] = d.funcs[name]
		}
	}
}

// Field returns what the field of a named type, or the variable of a package,
// brings in from outside, or nil.
func (l *Library) Field(name string) *Source {
	if d, local := l.named(name); d != nil {
		return d.fields[local]
	}
	return nil
}

// Request returns what is known of a type that stands for a request, or nil.
func (l *Library) Request(typeName string) *Request {
	if d, local := l.named(typeName); d != nil {
		return d.requests[local]
	}
	return nil
}

// SinkType returns for what converting text to the type is dangerous.
func (l *Library) SinkType(typeName string) Mask {
	if d, local := l.named(typeName); d != nil {
		return d.types[local]
	}
	return None
}

// SinkField returns for what storing into the field is dangerous.
func (l *Library) SinkField(name string) Mask {
	if d, local := l.named(name); d != nil {
		return d.stores[local]
	}
	return None
}

// View reports whether the function or field shows (a part of) the very value
// it is applied to, so that a check of one is a check of the other.
func (l *Library) View(name string) bool {
	d, local := l.named(name)
	return d != nil && d.views[local]
}

// Silent reports whether nothing that a value of the type was given comes out of
// it again in the program, as with a logger.
func (l *Library) Silent(typeName string) bool {
	d, local := l.named(typeName)
	return d != nil && d.silent[local]
}

// Describes reports whether the library says anything of a package, whose
// functions then need not be analysed.
func (l *Library) Describes(path string) bool { return l.of(PlainPath(path)) != nil }

// Calls lists the cloud services that the functions of a package call, as the
// names of operations begin: s3, sqs.
func (l *Library) Calls(path string) []string {
	if d := l.of(PlainPath(path)); d != nil {
		return d.called
	}
	return nil
}

// HandlerField returns how a field of a literal registers what it holds, or
// nil.
func (l *Library) HandlerField(name string) *Route {
	if d, local := l.named(name); d != nil {
		return d.handlers[local]
	}
	return nil
}

// FieldSetting returns which setting a field of a literal names, or nil.
func (l *Library) FieldSetting(name string) *FieldSetting {
	if d, local := l.named(name); d != nil {
		return d.settings[local]
	}
	return nil
}

// Services lists the generated functions that register implementations.
func (l *Library) Services() []Service {
	l.readGlobal()
	return l.services
}

// Resolvers lists the methods that hand out what answers calls.
func (l *Library) Resolvers() []Resolver {
	l.readGlobal()
	return l.resolvers
}

// Gateways lists the generated functions that pass requests on to a service.
func (l *Library) Gateways() []Gateway {
	l.readGlobal()
	return l.gateways
}

// Tags lists the keys of struct tags that name settings.
func (l *Library) Tags() []Tag {
	l.readGlobal()
	return l.tags
}

// EventKind says what triggers a function that is given an event of that type,
// or nothing.
func (l *Library) EventKind(typeName string) string {
	d, local := l.named(typeName)
	if d == nil {
		return ""
	}
	for _, e := range d.events {
		if hit, err := pathpkg.Match(e.pattern, local); hit && err == nil {
			return e.kind
		}
	}
	return ""
}

// Lines lists what is described, line by line.
func (l *Library) Lines() []Line {
	var list []Line
	for _, path := range slices.Sorted(maps.Keys(l.chunks)) {
		list = append(list, l.of(path).lines...)
	}
	return list
}
