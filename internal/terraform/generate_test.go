package terraform

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// generator writes expressions of the Terraform language, typed so that most
// of them have a value. The same seed writes the same expressions.
type generator struct {
	*rand.Rand
	vars []string // of the for expressions around
}

func newGenerator(seed uint64) *generator {
	return &generator{Rand: rand.New(rand.NewPCG(seed, 1))}
}

// signatures are the functions by name: the kinds of the arguments, and behind
// an arrow the kind of the result. A kind is a letter of kinds; "..." repeats
// the last argument. Left out are functions whose result is made up anew in
// each run (bcrypt, uuid, timestamp, plantimestamp), those that tell of the
// machine (abspath, pathexpand), and rsadecrypt, which has a case of its own.
var signatures = map[string][]string{
	"abs": {"n>n"}, "ceil": {"n>n"}, "floor": {"n>n"}, "signum": {"n>n"}, "log": {"gg>n"}, "pow": {"gi>n"},
	"max": {"n...>n"}, "min": {"n...>n"}, "parseint": {"si>n"}, "sum": {"N>n", "l>n"},
	"alltrue": {"B>b"}, "anytrue": {"B>b"}, "can": {"a>b"}, "try": {"aa>a", "a...>a"},
	"tobool": {"b>b", "s>b"}, "tonumber": {"n>n", "s>n"}, "tostring": {"n>s", "b>s", "s>s"},
	"tolist": {"S>S", "e>S", "t>S"}, "toset": {"S>e", "t>e"}, "tomap": {"m>m", "o>m"},
	"base64encode": {"s>x"}, "base64decode": {"x>s", "s>s"}, "base64gzip": {"s>x"}, "base64sha256": {"s>s"}, "base64sha512": {"s>s"},
	"md5": {"s>s"}, "sha1": {"s>s"}, "sha256": {"s>s"}, "sha512": {"s>s"}, "uuidv5": {"us>s"},
	"urlencode": {"s>s"}, "textencodebase64": {"sE>x"}, "textdecodebase64": {"xE>s"},
	"basename": {"p>s"}, "dirname": {"p>s"},
	"chomp": {"s>s"}, "lower": {"s>s"}, "upper": {"s>s"}, "title": {"s>s"}, "strrev": {"s>s"}, "trimspace": {"s>s"},
	"indent": {"is>s"}, "trim": {"ss>s"}, "trimprefix": {"ss>s"}, "trimsuffix": {"ss>s"},
	"startswith": {"ss>b"}, "endswith": {"ss>b"}, "strcontains": {"ss>b"}, "replace": {"sss>s", "srs>s"},
	"substr": {"sin>s"}, "split": {"ss>S"}, "join": {"sS>s", "sS...>s"}, "format": {"fa...>s"}, "formatlist": {"fS>S", "fSs>S"},
	"regex": {"rs>a"}, "regexall": {"rs>a"},
	"formatdate": {"Dd>s"}, "timeadd": {"dw>d"}, "timecmp": {"dd>n"},
	"cidrhost": {"ci>s"}, "cidrnetmask": {"c>s"}, "cidrsubnet": {"cii>c"}, "cidrsubnets": {"cii>S"},
	"jsonencode": {"a>j"}, "jsondecode": {"j>a", "s>a"}, "yamlencode": {"a>y"}, "yamldecode": {"y>a", "j>a"}, "csvdecode": {"v>a"},
	"chunklist": {"Si>L"}, "coalesce": {"s...>s", "n...>n", "a...>a"}, "coalescelist": {"S...>S", "t...>t"}, "compact": {"S>S"},
	"concat": {"S...>S", "t...>t", "N...>N"}, "contains": {"Ss>b", "ta>b", "es>b"}, "distinct": {"S>S", "t>a"},
	"element": {"Sn>s", "ti>a"}, "flatten": {"L>S", "t>a"}, "index": {"Ss>n", "ta>n"}, "keys": {"m>S", "o>S"},
	"values": {"m>S", "o>t"}, "length": {"s>n", "S>n", "m>n", "t>n", "o>n", "e>n"}, "lookup": {"mss>s", "oss>a", "ms>s"},
	"matchkeys": {"SSS>S"}, "merge": {"m...>m", "o...>o", "mo>m"}, "one": {"t>a", "S>s", "e>s"}, "range": {"i>N", "ii>N", "iii>N"},
	"reverse": {"S>S", "t>t"}, "setintersection": {"ee>e", "e...>e"}, "setproduct": {"Se>a", "ee>a", "tS>a"}, "setsubtract": {"ee>e"}, "setunion": {"e...>e"},
	"slice": {"Sii>S", "tii>t"}, "sort": {"S>S"}, "transpose": {"M>M"}, "zipmap": {"SS>m", "St>o"},
	"sensitive": {"s>s", "S>S", "o>o"}, "nonsensitive": {"s>s"}, "issensitive": {"a>b"}, "ephemeralasnull": {"a>a"},
	"file": {"F>s"}, "filebase64": {"F>x"}, "filemd5": {"F>s"}, "filesha1": {"F>s"}, "filesha256": {"F>s"}, "filesha512": {"F>s"},
	"filebase64sha256": {"F>s"}, "filebase64sha512": {"F>s"}, "fileexists": {"F>b", "p>b"}, "fileset": {"GP>e"},
	"templatefile": {"To>s"}, "templatestring": {"Ho>s"},
}

// The last letter of kinds is never asked for at the top.
const kinds = "nibsgSNBLmMelotacdfjyrupwxDEvFGPTHW"

// words fill the kinds that are texts of a certain form.
var words = map[byte][]string{
	's': {`""`, `"a"`, `"B c"`, `"héllo, wörld"`, `"  spaced\n"`, `"10"`, `"true"`, `"\u00e9\U0001F600"`, `"a,b,,c"`, `"x\ty\"z\""`, `"$${no} %%{no}"`, `"null"`, `"-0.5"`, `"ß"`, `"<&>"`},
	'n': {"0", "1", "-1", "2.5", "1e3", "0.1", "-0.75", "100000000000000000000", "3.14159265358979", "7", "1e-7", "16"},
	'g': {"2", "10", "0.5", "8", "100"}, // logarithms and powers of others are infinite, which no output can be
	'i': {"0", "1", "2", "3", "4", "8", "-1", "16"},
	'b': {"true", "false"},
	'c': {`"10.0.0.0/8"`, `"192.168.1.0/24"`, `"10.1.2.240/28"`, `"2001:db8::/32"`, `"172.16.0.1/12"`, `"0.0.0.0/0"`, `"10.0.0.0"`},
	'd': {`"2024-02-29T12:30:00Z"`, `"1999-12-31T23:59:59+02:00"`, `"2025-01-01T00:00:00.5Z"`, `"not a time"`},
	'f': {`"%s"`, `"%d-%s"`, `"%5.2f|%v"`, `"%q %%"`, `"%#v"`, `"%05d"`, `"%[2]s %[1]s"`, `"%x"`, `"plain"`, `"%t"`, `"%-6s|"`, `"%+d"`, `"%e"`, `"%o %b"`},
	'j': {`"{\"a\":[1,2,{\"b\":null}],\"c\":\"x\"}"`, `"[]"`, `"3.50"`, `"\"t\""`, `"{bad"`, `"{\"a\":1,\"a\":2}"`, `"[true,false,null]"`},
	'y': {`"a: 1\nb: [x, y]\n"`, `"- 1\n- two\n- 3.0\n"`, `"a: &x {b: true}\nc: *x\n"`, `"~"`, `"yes"`, `"0x1F"`, `"2024-01-01"`, `"a: |\n  text\n"`, `"{a: 1"`, `"'10'"`, `"1_000"`},
	'r': {`"[a-z]+"`, `"(\\d+)-(\\d+)"`, `"(?P<first>\\w)(?P<rest>.*)"`, `"/[0-9]/"`, `"^$"`, `"("`, `"a|b"`, `"/(a)(b)?/"`, `"\\bx"`},
	'u': {`"dns"`, `"url"`, `"oid"`, `"x500"`, `"6ba7b810-9dad-11d1-80b4-00c04fd430c8"`, `"bad"`},
	'p': {`"a/b/c.txt"`, `"/etc/passwd"`, `"a.txt"`, `""`, `"../x"`, `"a//b/"`, `"."`},
	'w': {`"1h"`, `"-30m"`, `"1.5s"`, `"10x"`, `"720h3m0.5s"`},
	'x': {`"aGk="`, `""`, `"w6k="`, `"!"`, `"aGk"`},
	'D': {`"YYYY-MM-DD"`, `"DD MMM YYYY hh:mm ZZZ"`, `"EEEE, D MMMM YY h:m:s AA"`, `"'on' YYYY"`, `"hh:mm:ssZZZZZ"`, `"X"`, `"HH 'o''clock' aa Z"`},
	'E': {`"UTF-16LE"`, `"UTF-8"`, `"ISO-8859-1"`, `"windows-1252"`, `"Shift_JIS"`, `"nope"`},
	'v': {`"a,b\n1,2\n3,4\n"`, `"a,b\n1\n"`, `"a\n\"x,y\"\n"`, `"a,a\n1,2\n"`, `""`},
	'F': {`"a.txt"`, `"${path.module}/b.json"`, `"./dir/c.txt"`},
	'G': {`path.module`, `"dir"`, `"."`},
	'P': {`"*.txt"`, `"dir/**"`, `"**/*.txt"`, `"{a,b}.*"`, `"nothing*"`, `"?.txt"`},
	'T': {`"t.tmpl"`},
	'H': {`local.template`},
}

// expression writes an expression of a kind, at most depth levels deep.
func (g *generator) expression(kind byte, depth int) string {
	if kind == 'g' || kind == 'H' { // templatestring takes nothing but a name
		return words[kind][g.IntN(len(words[kind]))]
	}
	if g.IntN(100) < 3 {
		kind = kinds[g.IntN(len(kinds)-1)] // an argument of the wrong kind
	}
	if g.IntN(100) < 2 {
		return "null"
	}
	if depth > 0 {
		switch g.IntN(10) {
		case 0, 1, 2, 3:
			if call := g.call(kind, depth); call != "" {
				return call
			}
		case 4:
			return fmt.Sprintf("(%s ? %s : %s)", g.expression('b', depth-1), g.expression(kind, depth-1), g.expression(kind, depth-1))
		case 5, 6:
			if text := g.operation(kind, depth); text != "" {
				return text
			}
		}
	}
	return g.literal(kind, depth)
}

// call writes a call of a function that gives the kind, or nothing.
func (g *generator) call(kind byte, depth int) string {
	candidates := callable(kind)
	if len(candidates) == 0 {
		return ""
	}
	name, form, _ := strings.Cut(candidates[g.IntN(len(candidates))], " ")
	return g.callOf(name, form, depth)
}

func (g *generator) callOf(name, form string, depth int) string {
	in, _, _ := strings.Cut(form, ">")
	in, more := strings.CutSuffix(in, "...")
	if more {
		in += strings.Repeat(in[len(in)-1:], g.IntN(3))
	}
	var args []string
	for i := range len(in) {
		args = append(args, g.expression(in[i], depth-1))
	}
	if more && g.IntN(12) == 0 {
		args[len(args)-1] = "[" + args[len(args)-1] + "]..."
	}
	if g.IntN(40) == 0 {
		name = "core::" + name
	}
	return name + "(" + strings.Join(args, ", ") + ")"
}

// callable lists "name form" of the functions that give a kind.
func callable(kind byte) []string {
	var list []string
	for name, forms := range signatures {
		for _, form := range forms {
			if out := form[len(form)-1]; out == kind || kind == 'a' || kind == 'i' && out == 'n' {
				list = append(list, name+" "+form)
			}
		}
	}
	slices.Sort(list)
	return list
}

// operation writes what is no call: operators, templates, for, splat, index.
func (g *generator) operation(kind byte, depth int) string {
	sub := func(k byte) string { return g.expression(k, depth-1) }
	pick := func(list ...string) string { return list[g.IntN(len(list))] }
	switch kind {
	case 'n', 'i':
		return pick("("+sub('n')+pick(" + ", " - ", " * ", " / ", " % ")+sub('n')+")", "-"+sub('n'), sub('S')+"."+"length", "length("+sub('S')+"[*])")
	case 'b':
		return pick("("+sub('n')+pick(" < ", " >= ", " > ", " <= ")+sub('n')+")", "!"+sub('b'),
			"("+sub('b')+pick(" && ", " || ")+sub('b')+")", "("+sub('a')+pick(" == ", " != ")+sub('a')+")")
	case 's':
		return g.template(depth)
	case 'S', 't':
		return pick(
			g.loop("["+"for %[1]s in %[2]s : ", sub('S'), "]", depth, 's'),
			sub('L')+"[*][0]", sub('t')+"[*]", "["+sub('s')+"][*]",
			g.filtered(sub('S'), depth))
	case 'm', 'o':
		return pick(g.mapping(sub('S'), depth), g.grouping(sub('S'), depth))
	case 'a':
		return pick(sub('o')+".a", sub('m')+"[\"a\"]", sub('t')+"["+sub('i')+"]", sub('L')+".*.0", sub('o')+"[*].a", "("+sub('a')+")")
	}
	return ""
}

// template writes a template with interpolations, directives and strip
// markers, now and then as a heredoc.
func (g *generator) template(depth int) string {
	sub := func(k byte) string { return g.expression(k, depth-1) }
	switch g.IntN(6) {
	case 0:
		return fmt.Sprintf(`"%%{ if %s }yes ${%s}%%{ else }no%%{ endif }"`, sub('b'), sub('s'))
	case 1:
		return fmt.Sprintf(`"a %%{~ for v in %s ~} <${v}> %%{~ endfor ~} z"`, sub('S'))
	case 2:
		return fmt.Sprintf("(<<-EOT\n    one ${%s}\n      two\n    EOT\n)", sub('s'))
	case 3:
		return fmt.Sprintf(`"${%s}"`, sub('a'))
	case 4:
		return fmt.Sprintf(`"x ${~ %s ~} y"`, sub('n'))
	}
	return fmt.Sprintf(`"p-${%s}-${%s}"`, sub('s'), sub('n'))
}

func (g *generator) loop(head, over, tail string, depth int, kind byte) string {
	name := fmt.Sprintf("v%d", len(g.vars))
	g.vars = append(g.vars, name)
	defer func() { g.vars = g.vars[:len(g.vars)-1] }()
	return fmt.Sprintf(head, name, over) + g.expression(kind, depth-1) + tail
}

func (g *generator) filtered(over string, depth int) string {
	name := fmt.Sprintf("v%d", len(g.vars))
	g.vars = append(g.vars, name)
	defer func() { g.vars = g.vars[:len(g.vars)-1] }()
	return fmt.Sprintf("[for i, %s in %s : %s if %s]", name, over, g.expression('s', depth-1), g.expression('b', depth-1))
}

func (g *generator) mapping(over string, depth int) string {
	name := fmt.Sprintf("v%d", len(g.vars))
	g.vars = append(g.vars, name)
	defer func() { g.vars = g.vars[:len(g.vars)-1] }()
	return fmt.Sprintf("{for i, %s in %s : \"${i}-${%s}\" => %s}", name, over, name, g.expression('s', depth-1))
}

func (g *generator) grouping(over string, depth int) string {
	name := fmt.Sprintf("v%d", len(g.vars))
	g.vars = append(g.vars, name)
	defer func() { g.vars = g.vars[:len(g.vars)-1] }()
	return fmt.Sprintf("{for %s in %s : upper(%s) => %s...}", name, over, name, g.expression('s', depth-1))
}

// literal writes a value without a call around it.
func (g *generator) literal(kind byte, depth int) string {
	sub := func(k byte) string { return g.expression(k, max(depth-1, 0)) }
	items := func(k byte) string {
		var list []string
		for range g.IntN(4) {
			list = append(list, sub(k))
		}
		return strings.Join(list, ", ")
	}
	if kind == 's' && len(g.vars) > 0 && g.IntN(2) == 0 {
		return g.vars[g.IntN(len(g.vars))]
	}
	switch kind {
	case 'S':
		if g.IntN(2) == 0 {
			return "[" + items('s') + "]"
		}
		return "tolist([" + items('s') + "])"
	case 'N':
		return "[" + items('n') + "]"
	case 'B':
		return "[" + items('b') + "]"
	case 'L':
		return "[" + items('S') + "]"
	case 'l', 't':
		return "[" + items("nsb"[g.IntN(3)]) + "]"
	case 'e':
		return "toset([" + items('s') + "])"
	case 'm':
		return g.object("tomap({", 's', depth) + ")"
	case 'M':
		return g.object("{", 'S', depth)
	case 'o':
		return g.object("{", "snbS"[g.IntN(4)], depth)
	case 'a', 'W':
		return g.expression("nsbSmoet"[g.IntN(8)], max(depth-1, 0))
	}
	list := words[kind]
	return list[g.IntN(len(list))]
}

func (g *generator) object(open string, kind byte, depth int) string {
	var parts []string
	for _, key := range []string{"a", `"b c"`, "é", `("k${1}")`}[:g.IntN(5)] {
		parts = append(parts, key+" = "+g.expression(kind, max(depth-1, 0)))
	}
	return open + strings.Join(parts, ", ") + "}"
}
