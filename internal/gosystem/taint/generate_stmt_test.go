package taint

import "strings"

// statement writes one statement.
func (p *program) statement() {
	e := func(k kind) string { return p.expr(k, 2) }
	switch n := p.IntN(34); {
	case n < 4:
		k := kind(p.IntN(int(kindCount)))
		p.declare(k, e(k))
	case n < 7:
		p.assign()
	case n < 10:
		p.field()
	case n < 12:
		p.sink()
	case n == 12:
		p.line("if m := %s; m != nil { m[%s] = %s }", e(table), p.one(`"k"`, e(text)), e(text))
	case n == 13:
		p.line("select { case %s <- %s: default: }", p.variable(channel), e(text))
	case n == 14 && p.depth < 4:
		p.line("if oracle.If(%d) {", p.IntN(4))
		p.block(2)
		p.line("} else {")
		p.block(2)
		p.line("}")
	case n == 15 && p.depth < 4:
		p.loop()
	case n == 16 && p.depth < 4:
		p.line("defer func() {")
		p.block(2)
		p.line("}()")
	case n == 17 && p.depth < 4:
		p.goroutine()
	case n == 18 || n == 19:
		p.call()
	case n == 20 && p.depth < 4:
		p.closure()
	case n == 21 && p.depth < 4:
		p.typeSwitch()
	case n == 22 && p.depth < 4:
		p.recovered()
	case n == 23:
		p.line("*%s = %s", e(address), e(text))
	case n == 24:
		p.line("copy(%s, %s)", e(list), e(list))
	case n == 25 && p.depth < 4:
		p.checked()
	case n == 26:
		p.builder()
	case n == 27:
		p.line("%s.%s(%s)", e(iface), p.method("Set"), e(text))
	case n == 28:
		p.line("%s.%s(%s)", e(box), p.method("Put"), e(text))
	case n == 29:
		p.line("if l := %s; len(l) > 0 { l[0] = %s }", e(list), e(text))
	case n == 30:
		p.line("if m := %s; m != nil { m[\"k\"] = %s }", e(things), e(pointer))
	case n == 31:
		p.shared()
	case n == 32 && p.depth < 4:
		p.callback()
	default:
		p.line("_ = %s", e(text))
	}
}

func (p *program) assign() {
	k := kind(p.IntN(int(kindCount)))
	if name, ok := p.pick(k); ok {
		p.line("%s = %s", name, p.expr(k, 3))
	}
}

func (p *program) field() {
	target := p.expr(pointer, 2)
	switch p.IntN(9) {
	case 0, 1:
		p.line("%s.%s = %s", target, p.one("A", "B", "X", "Y"), p.expr(text, 3))
	case 2:
		p.line("%s.L = %s", target, p.expr(list, 2))
	case 3:
		p.line("%s.M = %s", target, p.expr(table, 2))
	case 4:
		p.line("%s.F = %s", target, p.expr(mapper, 2))
	case 5:
		p.line("%s.I = %s", target, p.expr(iface, 2))
	case 6:
		p.line("%s.P = %s", target, p.expr(pointer, 2))
	case 7:
		p.line("%s.Q = %s", target, p.expr(address, 2))
	case 8:
		p.line("%s.Any = %s", target, p.expr(anything, 2))
	}
}

func (p *program) loop() {
	v := variable{p.name("v"), text, p.pkg}
	switch p.IntN(6) {
	case 0:
		p.line("for _, %s := range %s {", v.name, p.expr(list, 2))
	case 1:
		p.line("for %s := range %s {", v.name, p.expr(table, 2))
	case 2:
		p.line("for _, %s := range %s {", v.name, p.expr(table, 2))
	case 3:
		p.line("for %s := range %s(%s) {", v.name, p.low("Seq"), p.expr(list, 2))
	case 4:
		p.line("for %s := range slices.Values(%s) {", v.name, p.expr(list, 2))
	case 5:
		v.kind = pointer
		p.line("for _, %s := range %s {", v.name, p.expr(things, 2))
	}
	saved := p.scope
	p.scope = append(saved[:len(saved):len(saved)], v)
	p.line("_ = %s\nif oracle.Low() { break }", v.name)
	p.block(2)
	if p.chance(20) {
		p.line("if oracle.If(%d) { %s }", p.IntN(4), p.one("break", "continue"))
	}
	p.scope = saved
	p.line("}")
}

func (p *program) goroutine() {
	wg := p.name("wg")
	p.line("var %s sync.WaitGroup", wg)
	if p.chance(50) {
		p.line("%s.Go(func() { defer func() { recover() }()", wg)
		p.block(3)
		p.line("})")
	} else {
		v := variable{p.name("v"), text, p.pkg}
		p.line("%s.Add(1)\ngo func(%s string) { defer %s.Done(); defer func() { recover() }()", wg, v.name, wg)
		saved := p.scope
		p.scope = append(saved[:len(saved):len(saved)], v)
		p.block(3)
		p.scope = saved
		p.line("}(%s)", p.expr(text, 2))
	}
	p.line("%s.Wait()", wg)
}

func (p *program) call() {
	if len(p.funcs) == 0 {
		return
	}
	f := p.funcs[p.IntN(len(p.funcs))]
	call := p.callTo(f, 3)
	if len(f.results) == 0 {
		p.line("%s%s", p.one("", "", "defer "), call)
		return
	}
	var names []string
	for _, k := range f.results {
		v := variable{p.name("v"), k, p.pkg}
		names = append(names, v.name)
		p.scope = append(p.scope, v)
	}
	p.line("%s := %s", strings.Join(names, ", "), call)
	for _, n := range names {
		p.line("_ = %s", n)
	}
}

func (p *program) closure() {
	v := variable{p.name("v"), mapper, p.pkg}
	s := variable{p.name("s"), text, p.pkg}
	p.line("%s := func(%s string) string {\nif oracle.Low() { return \"\" }", v.name, s.name)
	saved := p.scope
	p.scope = append(saved[:len(saved):len(saved)], s)
	p.block(3)
	p.line("return %s\n}\n_ = %s", p.expr(text, 2), v.name)
	p.scope = append(saved, v)
}

func (p *program) typeSwitch() {
	x := p.name("x")
	p.line("switch %s := %s.(type) {", x, p.expr(anything, 2))
	for _, k := range []kind{text, pointer, list, record} {
		p.line("case %s:\n_ = %s", p.typ(k), x)
		saved := p.scope
		p.scope = append(saved[:len(saved):len(saved)], variable{x, k, p.pkg})
		p.block(1)
		p.scope = saved
	}
	p.line("}")
}

func (p *program) recovered() {
	out := p.variable(text)
	p.line("func() {\ndefer func() { if r := recover(); r != nil { %s = fmt.Sprint(r) } }()", out)
	p.block(2)
	p.line("if oracle.If(%d) { panic(%s) }\n}()", p.IntN(4), p.one(p.expr(text, 2), p.expr(failure, 2)))
}

// checked uses a text behind a check that refuses everything from outside, and
// in front of it.
func (p *program) checked() {
	s := p.variable(text)
	check := p.one(
		s+` == "ok"`, `slices.Contains([]string{"ok", "fine"}, `+s+")", `map[string]bool{"ok": true}[`+s+"]",
		`regexp.MustCompile("^[0-9]+$").MatchString(`+s+")",
		s+` != "" || oracle.If(1)`,
	)
	p.line("if %s%s {", p.one("", "!", "!")+"(", check+")")
	p.sinks++
	p.line("oracle.Sink(%d, %s)", p.id*1000+p.sinks, p.one(s, s, `"x" + `+s))
	p.block(1)
	p.line("}")
}

func (p *program) builder() {
	b := p.name("b")
	switch p.IntN(3) {
	case 0:
		p.line("var %s strings.Builder", b)
	case 1:
		p.line("%s := new(bytes.Buffer)", b)
	case 2:
		p.line("%s := bytes.NewBufferString(%s)", b, p.expr(text, 2))
	}
	p.line("%s.WriteString(%s)", b, p.expr(text, 2))
	p.declare(text, b+".String()")
}

// shared uses the means by which goroutines share values.
func (p *program) shared() {
	m := p.name("m")
	switch p.IntN(3) {
	case 0:
		p.line("var %s sync.Map\n%s.Store(\"k\", %s)", m, m, p.expr(text, 2))
		p.declare(anything, "func() any { x, _ := "+m+".Load(\"k\"); return x }()")
	case 1:
		p.line("var %s atomic.Value\n%s.Store(%s)", m, m, p.expr(pointer, 2))
		p.declare(pointer, m+".Load().("+p.typ(pointer)+")")
	case 2:
		p.line("var %s sync.Once\n%s.Do(func() {", m, m)
		p.block(2)
		p.line("})")
	}
}

// callback gives a function literal to one that calls it.
func (p *program) callback() {
	s := variable{p.name("s"), text, p.pkg}
	end := "})"
	switch p.IntN(5) {
	case 0:
		p.line("%s.%s(func(%s string) {", p.expr(box, 2), p.method("Each"), s.name)
	case 1:
		p.line("slices.ContainsFunc(%s, func(%s string) bool {", p.expr(list, 2), s.name)
		end = "return oracle.If(1) })"
	case 2:
		s.kind = pointer
		p.line("%s(%s, 3, func(%s *%s) {", p.low("Walk"), p.expr(pointer, 2), s.name, p.low("T"))
	case 3:
		p.line("_ = strings.FieldsFunc(%s, func(rune) bool {", p.expr(text, 2))
		s = variable{"nothing", kindCount, 0}
		end = "return oracle.If(2) })"
	case 4:
		p.line("_ = %s(%s, func(%s string) string {", p.low("Map"), p.expr(list, 2), s.name)
		end = "return \"done\" })"
	}
	saved := p.scope
	if s.kind != kindCount {
		p.line("_ = %s", s.name)
		p.scope = append(saved[:len(saved):len(saved)], s)
	}
	p.line("if oracle.Low() { return %s }", map[string]string{"})": "", "return oracle.If(1) })": "false", "return oracle.If(2) })": "false", "return \"done\" })": `""`}[end])
	p.block(2)
	p.scope = saved
	p.line("%s", end)
}
