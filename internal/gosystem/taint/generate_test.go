package taint

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// kind is a type of the generated programs.
type kind int

const (
	text    kind = iota
	list         // []string
	table        // map[string]string
	pointer      // *low.T
	record       // low.T
	mapper       // func(string) string
	getter       // func() string
	channel      // chan string
	iface        // low.I
	anything
	octets // []byte
	box    // *low.Box[string]
	failure
	address // *string
	fns     // []func(string) string
	things  // map[string]*low.T
	kindCount
)

// program writes one generated program: three packages, each function of which
// calls only what was written before it, so that every program ends.
type program struct {
	*rand.Rand
	id    int
	seed  uint64
	pkg   int // 0 low, 1 mid, 2 top
	out   [3]bytes.Buffer
	funcs []callable
	// globals are visible from the package that holds them upwards.
	globals []variable
	scope   []variable
	sinks   int
	size    int // how many statements a function has, roughly
	names   int
	depth   int
	// units counts the parts that can be left out; those in without are.
	units   int
	without map[int]bool
}

type variable struct {
	name string
	kind kind
	pkg  int
}

type callable struct {
	name            string
	pkg             int
	params, results []kind
}

var pkgNames = [3]string{"low", "mid", "top"}

func (p *program) line(format string, args ...any) {
	fmt.Fprintf(&p.out[p.pkg], format+"\n", args...)
}

// ref names something of a package as seen from the current one.
func (p *program) ref(pkg int, name string) string {
	if pkg == p.pkg {
		return name
	}
	return pkgNames[pkg] + "." + name
}

func (p *program) low(name string) string { return p.ref(0, fmt.Sprintf("%s%d", name, p.id)) }

func (p *program) typ(k kind) string {
	switch k {
	case text:
		return "string"
	case list:
		return "[]string"
	case table:
		return "map[string]string"
	case pointer:
		return "*" + p.low("T")
	case record:
		return p.low("T")
	case mapper:
		return "func(string) string"
	case getter:
		return "func() string"
	case channel:
		return "chan string"
	case iface:
		return p.low("I")
	case anything:
		return "any"
	case octets:
		return "[]byte"
	case box:
		return "*" + p.low("Box") + "[string]"
	case failure:
		return "error"
	case address:
		return "*string"
	case fns:
		return "[]func(string) string"
	case things:
		return "map[string]*" + p.low("T")
	}
	panic("no such kind")
}

func (p *program) name(prefix string) string {
	p.names++
	return fmt.Sprintf("%s%d_%d", prefix, p.id, p.names)
}

// unit writes a part that can be left out.
func (p *program) unit(write func()) {
	p.units++
	leave, start := p.without[p.units], p.out[p.pkg].Len()
	write()
	if leave {
		p.out[p.pkg].Truncate(start)
	}
}

func (p *program) one(choices ...string) string { return choices[p.IntN(len(choices))] }

func (p *program) chance(percent int) bool { return p.IntN(100) < percent }

// generate writes a program. Its packages are parts of one file for each
// package of a batch.
func generate(id int, seed uint64, without map[int]bool) *program {
	p := &program{Rand: rand.New(rand.NewPCG(seed, 7)), id: id, seed: seed, without: without}
	p.size = 1 + p.IntN(8)
	p.types()
	for p.pkg = range 3 {
		if p.pkg == 1 {
			p.unit(p.implementer)
		}
		for range p.IntN(3) {
			k := kind(p.IntN(int(kindCount)))
			if k == address {
				k = text
			}
			g := variable{p.name("G"), k, p.pkg}
			p.unit(func() { p.line("var %s %s = %s", g.name, p.typ(k), p.fresh(k)) })
			p.globals = append(p.globals, g)
		}
		for range p.IntN(p.size) {
			p.unit(p.function)
		}
	}
	p.pkg = 2
	p.entry()
	return p
}

// preambleEnd stands behind what is the same in all programs.
const preambleEnd = "// own part"

// types writes the program's own types, into the lowest package.
func (p *program) types() {
	r := strings.NewReplacer("§", fmt.Sprint(p.id))
	p.line("%s", r.Replace(`
type Inner§ struct{ X, Y string }
type T§ struct {
	A, B string
	L []string
	M map[string]string
	F func(string) string
	I I§
	P *T§
	C chan string
	Q *string
	Any any
	Inner§
}
type I§ interface { Get§() string; Set§(string) }
type Box§[V any] struct { V V; All []V }
type Str§ string
func (s Str§) Get§() string { return string(s) }
func (s Str§) Set§(string) {}
func (s Str§) Error() string { return "e:" + string(s) }
func New§() *T§ {
	return &T§{L: []string{"l"}, M: map[string]string{"k": "v"}, C: make(chan string, 4), Q: new(string), I: Str§("i"), F: func(s string) string { return s }}
}
func (t *T§) Get§() string { return t.A }
func (t *T§) Set§(s string) { t.A = s }
func (t *T§) Both§() (string, *T§) { return t.B, t }
func (t *T§) With§(s string) *T§ { t.B = s; return t }
func (t T§) Copy§(s string) T§ { t.A = s; return t }
func (t *T§) Next§() *T§ { if t.P == nil { return t }; return t.P }
func (b *Box§[V]) Put§(v V) { b.V = v; b.All = append(b.All, v) }
func (b *Box§[V]) Take§() V { return b.V }
func (b *Box§[V]) Each§(f func(V)) { for _, v := range b.All { f(v) } }
func Id§[V any](v V) V { return v }
func At§[V any](l []V, i int) (v V) { if i < len(l) { v = l[i] }; return }
func Map§[A, B any](l []A, f func(A) B) []B { var out []B; for _, x := range l { out = append(out, f(x)) }; return out }
func Show§[V I§](v V) string { return v.Get§() }
func Seq§(l []string) func(func(string) bool) { return func(yield func(string) bool) { for _, x := range l { if !yield(x) { return } } } }
func Pass§(i I§, s string) string { i.Set§(s); return i.Get§() }
func Apply§(f func(string) string, s string) string { return f(s) }
func Const§(s string) func() string { return func() string { return s } }
func Chain§(f, g func(string) string) func(string) string { return func(s string) string { return g(f(s)) } }
func Walk§(t *T§, n int, f func(*T§)) { if t == nil || n == 0 { return }; f(t); Walk§(t.P, n-1, f) }
`)+preambleEnd)
}

// implementer writes a type of the middle package that the lowest one only
// knows by its interface.
func (p *program) implementer() {
	r := strings.NewReplacer("§", fmt.Sprint(p.id))
	p.line("%s", r.Replace(`
type Q§ struct { low.T§; V string; R *low.T§ }
func (q *Q§) Get§() string { return q.V + "." }
func (q *Q§) Set§(s string) { q.R.A = s; q.V = s }
func NewQ§(s string) *Q§ { return &Q§{V: s, R: low.New§()} }
`))
}

// function writes a function that later ones can call.
func (p *program) function() {
	f := callable{name: p.name("F"), pkg: p.pkg}
	saved := p.scope
	p.scope = nil
	var params, results []string
	for range 1 + p.IntN(3) {
		k := kind(p.IntN(int(kindCount)))
		v := variable{p.name("a"), k, p.pkg}
		params = append(params, v.name+" "+p.typ(k))
		f.params = append(f.params, k)
		p.scope = append(p.scope, v)
	}
	for range p.IntN(3) {
		k := kind(p.IntN(int(kindCount)))
		v := variable{p.name("r"), k, p.pkg}
		results = append(results, v.name+" "+p.typ(k))
		f.results = append(f.results, k)
		p.scope = append(p.scope, v)
	}
	receiver, name := "", f.name
	p.line("func %s%s(%s) (%s) {", receiver, name, strings.Join(params, ", "), strings.Join(results, ", "))
	for i, k := range f.results {
		p.line("%s = %s", p.scope[len(f.params)+i].name, p.fresh(k))
	}
	p.line("if oracle.Low() { return }")
	p.block(1 + p.IntN(p.size))
	var back []string
	for _, k := range f.results {
		back = append(back, p.expr(k, 2))
	}
	p.line("return %s\n}", strings.Join(back, ", "))
	p.scope = saved
	p.funcs = append(p.funcs, f)
}

// entry writes the function that a run calls.
func (p *program) entry() {
	p.line("func Run%d() {", p.id)
	s := p.declare(text, "oracle.Source()")
	p.line("_ = %s", s)
	p.block(2 + p.IntN(2*p.size))
	for range 2 {
		p.unit(p.sink)
	}
	p.line("}")
}

func (p *program) declare(k kind, value string) string {
	v := variable{p.name("v"), k, p.pkg}
	p.line("var %s %s = %s", v.name, p.typ(k), value)
	p.line("_ = %s", v.name)
	p.scope = append(p.scope, v)
	return v.name
}

func (p *program) block(n int) {
	saved := len(p.scope)
	p.depth++
	for range n {
		p.unit(p.statement)
	}
	p.depth--
	p.scope = p.scope[:saved]
}

func (p *program) sink() {
	p.sinks++
	p.line("oracle.Sink(%d, %s)", p.id*1000+p.sinks, p.expr(text, 2))
}

// fresh is a value of a kind that holds nothing from outside.
func (p *program) fresh(k kind) string {
	switch k {
	case text:
		return `"x"`
	case list:
		return `[]string{"a", "b"}`
	case table:
		return `map[string]string{"k": "v"}`
	case pointer:
		return p.low("New") + "()"
	case record:
		return "(*" + p.low("New") + "())"
	case mapper:
		return `func(s string) string { return "m" }`
	case getter:
		return `func() string { return "g" }`
	case channel:
		return "make(chan string, 4)"
	case iface:
		return p.low("Str") + `("i")`
	case anything:
		return `any("any")`
	case octets:
		return `[]byte("b")`
	case box:
		return "(&" + p.low("Box") + "[string]{})"
	case failure:
		return `errors.New("e")`
	case address:
		return "new(string)"
	case fns:
		return "[]func(string) string{strings.TrimSpace}"
	case things:
		return "map[string]*" + p.low("T") + "{}"
	}
	panic("no such kind")
}

// pick returns a variable of the kind that is in scope.
func (p *program) pick(k kind) (string, bool) {
	var names []string
	for _, v := range p.scope {
		if v.kind == k {
			names = append(names, v.name)
		}
	}
	for _, g := range p.globals {
		if g.kind == k {
			names = append(names, p.ref(g.pkg, g.name))
		}
	}
	if len(names) == 0 {
		return "", false
	}
	return names[p.IntN(len(names))], true
}

// variable returns a variable of the kind, declared now if there is none.
func (p *program) variable(k kind) string {
	if name, ok := p.pick(k); ok && !p.chance(10) {
		return name
	}
	return p.declare(k, p.fresh(k))
}
