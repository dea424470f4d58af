package taint

import (
	"fmt"
	"strings"
)

// expr writes an expression of a kind.
func (p *program) expr(k kind, depth int) string {
	p.units++
	leave := p.without[p.units]
	value := p.compound(k, depth)
	if leave {
		return p.fresh(k)
	}
	return value
}

// compound writes an expression; deep ones are variables.
func (p *program) compound(k kind, depth int) string {
	if depth <= 0 || p.chance(40) {
		if name, ok := p.pick(k); ok {
			return name
		}
		if k == text && p.chance(30) {
			return "oracle.Source()"
		}
		return p.fresh(k)
	}
	if p.chance(15) {
		if call, ok := p.callOf(k, depth); ok {
			return call
		}
	}
	d := depth - 1
	e := func(k kind) string { return p.expr(k, d) }
	switch k {
	case text:
		return p.text(d)
	case list:
		return p.one(
			"[]string{"+e(text)+", \"z\"}", "append("+e(list)+", "+e(text)+")", e(pointer)+".L", "strings.Split("+e(text)+`, ",")`,
			p.low("Map")+"("+e(list)+", "+e(mapper)+")", e(box)+".All", "slices.Clone("+e(list)+")", e(list)+"[:0]",
			"slices.Collect(maps.Keys("+e(table)+"))", "slices.Collect(maps.Values("+e(table)+"))", p.low("Id")+"("+e(list)+")",
			"strings.Fields("+e(text)+")",
		)
	case table:
		return p.one(`map[string]string{"k": `+e(text)+"}", "map[string]string{"+e(text)+`: "v"}`, e(pointer)+".M", "maps.Clone("+e(table)+")", p.low("Id")+"("+e(table)+")")
	case pointer:
		return p.one(
			"(&"+p.low("T")+"{A: "+e(text)+", M: "+e(table)+", C: "+e(channel)+", Q: "+e(address)+"})", e(pointer)+"."+p.method("Next")+"()",
			e(pointer)+"."+p.method("With")+"("+e(text)+")", p.low("Id")+"("+e(pointer)+")", p.second(e(pointer)+"."+p.method("Both")+"()", pointer),
			p.orElse(e(things)+`["k"]`, pointer),
		)
	case record:
		return p.one("(*"+e(pointer)+")", p.low("T")+"{B: "+e(text)+", P: "+e(pointer)+"}", e(pointer)+"."+p.method("Copy")+"("+e(text)+")")
	case mapper:
		return p.mapper(d)
	case getter:
		return p.one(
			p.low("Const")+"("+e(text)+")", e(pointer)+"."+p.method("Get"), e(iface)+"."+p.method("Get"),
			"func() string { if oracle.Low() { return \"\" }; return "+e(text)+" }", "sync.OnceValue("+e(getter)+")",
		)
	case channel:
		return p.one(e(pointer)+".C", p.low("Id")+"("+e(channel)+")", p.chanOf(e(text)))
	case iface:
		return p.iface(d)
	case anything:
		return p.one("any("+e(text)+")", "any("+e(pointer)+")", "any("+e(list)+")", e(pointer)+".Any", "any("+e(mapper)+")", "any("+e(record)+")")
	case octets:
		return p.one("[]byte("+e(text)+")", "append("+e(octets)+", "+e(text)+"...)", "bytes.TrimSpace("+e(octets)+")")
	case box:
		return p.one("(&"+p.low("Box")+"[string]{V: "+e(text)+"})", p.low("Id")+"("+e(box)+")")
	case failure:
		return p.one("errors.New("+e(text)+")", `fmt.Errorf("x %w", `+e(failure)+")", "error("+p.low("Str")+"("+e(text)+"))", "errors.Join("+e(failure)+", "+e(failure)+")")
	case address:
		return p.one(e(pointer)+".Q", "(&"+p.variableOrNew()+")", p.low("Id")+"("+e(address)+")", p.addressOf(e(pointer)+".A"))
	case fns:
		return p.one("[]func(string) string{"+e(mapper)+"}", "append("+e(fns)+", "+e(mapper)+")")
	case things:
		return p.one("map[string]*"+p.low("T")+`{"k": `+e(pointer)+"}", p.low("Id")+"("+e(things)+")")
	}
	return p.fresh(k)
}

func (p *program) method(name string) string { return fmt.Sprintf("%s%d", name, p.id) }

func (p *program) second(call string, k kind) string {
	return "func() " + p.typ(k) + " { _, x := " + call + "; return x }()"
}

func (p *program) orElse(value string, k kind) string {
	return "func() " + p.typ(k) + " { if x := " + value + "; x != nil { return x }; return " + p.fresh(k) + " }()"
}

func (p *program) chanOf(value string) string {
	return "func() chan string { c := make(chan string, 2); c <- " + value + "; return c }()"
}

func (p *program) addressOf(part string) string { return "(&" + part + ")" }

// variableOrNew names a local text variable whose address can be taken.
func (p *program) variableOrNew() string {
	for _, v := range p.scope {
		if v.kind == text && p.chance(40) {
			return v.name
		}
	}
	return p.fresh(pointer) + ".B"
}

func (p *program) text(d int) string {
	e := func(k kind) string { return p.expr(k, d) }
	switch p.IntN(24) {
	case 0, 22, 23:
		return "oracle.Source()"
	case 1:
		return e(pointer) + p.one(".A", ".B", ".X", ".Inner"+fmt.Sprint(p.id)+".Y")
	case 2:
		return p.low("At") + "(" + e(list) + ", " + p.one("0", "1") + ")"
	case 3:
		return e(table) + p.one(`["k"]`, "["+e(text)+"]")
	case 4:
		return p.one(e(mapper)+"("+e(text)+")", p.low("Apply")+"("+e(mapper)+", "+e(text)+")")
	case 5:
		return p.one(`"<" + `+e(text), e(text)+` + ">"`, e(text)+" + "+e(text))
	case 6:
		return `fmt.Sprintf("%s-%v", ` + e(text) + ", " + e(p.printable()) + ")"
	case 7:
		return p.one("strings.TrimSpace("+e(text)+")", `strings.ReplaceAll(`+e(text)+`, "z", "y")`, "strings.Join("+e(list)+`, ",")`, `strings.TrimPrefix(`+e(text)+`, "q")`)
	case 8:
		return "string(" + e(octets) + ")"
	case 9:
		return "*" + e(address)
	case 10:
		return e(iface) + "." + p.method("Get") + "()"
	case 11:
		return e(box) + p.one(".V", "."+p.method("Take")+"()")
	case 12:
		return p.one("func() string { s, _ := "+e(anything)+".(string); return s }()", "fmt.Sprint("+e(anything)+")")
	case 13:
		return e(failure) + ".Error()"
	case 14:
		return e(getter) + "()"
	case 15:
		return "func() string { select { case x := <-" + e(channel) + ": return x; default: return \"none\" } }()"
	case 16:
		return p.low("Pass") + "(" + e(iface) + ", " + e(text) + ")"
	case 17:
		return p.low("Show") + "[" + p.low("I") + "](" + e(iface) + ")"
	case 18:
		return p.low("Id") + "(" + e(text) + ")"
	case 19:
		return p.one("max("+e(text)+`, "a")`, "func() string { for _, f := range "+e(fns)+" { return f("+e(text)+") }; return \"\" }()")
	case 20:
		return p.low("T") + "{Inner" + fmt.Sprint(p.id) + ": " + p.low("Inner") + "{X: " + e(text) + "}}.X"
	}
	return e(record) + p.one(".A", ".B", "."+p.method("Copy")+"("+e(text)+").A")
}

// printable picks a kind whose value fmt prints with all it holds.
func (p *program) printable() kind {
	return []kind{text, list, table, record, failure}[p.IntN(5)]
}

func (p *program) mapper(d int) string {
	e := func(k kind) string { return p.expr(k, d) }
	switch p.IntN(8) {
	case 0:
		return p.low("Chain") + "(" + e(mapper) + ", " + e(mapper) + ")"
	case 1:
		return "func(s string) string { if oracle.Low() { return \"\" }; return s + " + e(text) + " }"
	case 2:
		return "strings.TrimSpace"
	case 3:
		return "func(s string) string { " + e(pointer) + ".A = s; return \"kept\" }"
	case 4:
		return p.low("Id") + "(" + e(mapper) + ")"
	case 5:
		return "func(s string) string { if oracle.Low() { return s }; return " + e(mapper) + "(s) }"
	case 6:
		return p.orElse(e(pointer)+".F", mapper)
	}
	if names := p.mappers(); len(names) > 0 {
		return names[p.IntN(len(names))]
	}
	return p.low("Id") + "[string]"
}

// mappers lists the functions from text to text so far.
func (p *program) mappers() []string {
	var names []string
	for _, f := range p.funcs {
		if len(f.params) == 1 && f.params[0] == text && len(f.results) == 1 && f.results[0] == text {
			names = append(names, p.ref(f.pkg, f.name))
		}
	}
	return names
}

func (p *program) iface(d int) string {
	e := func(k kind) string { return p.expr(k, d) }
	choices := []string{e(pointer), p.low("Str") + "(" + e(text) + ")", p.orElse(e(pointer)+".I", iface), p.low("Id") + "[" + p.low("I") + "](" + e(iface) + ")"}
	if p.pkg > 0 {
		choices = append(choices, p.ref(1, p.method("NewQ"))+"("+e(text)+")")
	}
	return p.typ(iface) + "(" + p.one(choices...) + ")"
}

// callOf calls a function that was written before, for its result of a kind.
func (p *program) callOf(k kind, depth int) (string, bool) {
	var fit []callable
	for _, f := range p.funcs {
		for _, r := range f.results {
			if r == k {
				fit = append(fit, f)
				break
			}
		}
	}
	if len(fit) == 0 {
		return "", false
	}
	f := fit[p.IntN(len(fit))]
	call := p.callTo(f, depth)
	if len(f.results) == 1 {
		return call, true
	}
	var names []string
	taken := false
	for _, r := range f.results {
		if r == k && !taken {
			names, taken = append(names, "x"), true
			continue
		}
		names = append(names, "_")
	}
	return "func() " + p.typ(k) + " { " + strings.Join(names, ", ") + " := " + call + "; return x }()", true
}

func (p *program) callTo(f callable, depth int) string {
	var args []string
	for _, k := range f.params {
		args = append(args, p.expr(k, depth-1))
	}
	return p.ref(f.pkg, f.name) + "(" + strings.Join(args, ", ") + ")"
}
