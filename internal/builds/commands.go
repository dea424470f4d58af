package builds

import (
	"path"
	"slices"
	"strings"
)

// commands reads the command lines of a Makefile or a shell script, with the
// variables that are set in it.
func (r *reader) commands(name string) {
	text, ok := r.text(name)
	if !ok {
		return
	}
	set := map[string]string{}
	at := path.Dir(name)
	made := map[string]string{} // programs, by the file that is made of them
	var zips []archive
	rules := makefile(name)
	for _, l := range logicalLines(text) {
		if rules {
			automatic(l.text, set)
		}
		if key, value, ok := assignment(l.text); ok {
			set[key] = expand(value, set)
			continue
		}
		dir := at
		for _, c := range splitCommands(expand(l.text, set)) {
			switch {
			case len(c) == 2 && c[0] == "cd":
				dir = path.Join(dir, c[1])
			case isGoBuild(c):
				r.goBuild(c, dir, name, l.number, made)
			case isZip(c):
				zips = append(zips, archive{c, l.number}) // its rule may stand before that of the binary
			case isImageBuild(c):
				r.imageBuild(c, dir, name, l.number)
			}
		}
	}
	for _, z := range zips {
		r.zip(z.command, name, z.line, made)
	}
}

// archive is a command that makes one.
type archive struct {
	command []string
	line    int
}

func makefile(name string) bool {
	base := strings.ToLower(path.Base(name))
	return base == "makefile" || base == "gnumakefile" || path.Ext(base) == ".mk"
}

// automatic sets the variables that make gives to the recipe of a rule: $@ is its
// target, $< and $^ what that is made of.
// https://www.gnu.org/software/make/manual/html_node/Automatic-Variables.html
func automatic(text string, set map[string]string) {
	if text == "" || strings.ContainsAny(text[:1], "\t #") {
		return
	}
	target, needs, ok := strings.Cut(text, ":")
	if !ok || strings.HasPrefix(needs, "=") || strings.HasPrefix(needs, ":=") || strings.Contains(target, "=") {
		return
	}
	for _, name := range []string{"@", "<", "^"} {
		delete(set, name)
	}
	if strings.Contains(target, "%") {
		return // a rule for many
	}
	needs, _, _ = strings.Cut(needs, ";")
	before, _, _ := strings.Cut(needs, "|")
	list := strings.Fields(expand(before, set))
	if targets := strings.Fields(expand(target, set)); len(targets) == 1 {
		set["@"] = targets[0]
	}
	if len(list) > 0 {
		set["<"], set["^"] = list[0], strings.Join(list, " ")
	}
}

// line is a line with those that it goes on in.
type line struct {
	number int
	text   string
}

func logicalLines(text string) []line {
	var lines []line
	going := false
	for i, l := range strings.Split(text, "\n") {
		l = strings.TrimRight(l, "\r")
		on := strings.HasSuffix(l, `\`)
		l = strings.TrimSuffix(l, `\`)
		if going {
			lines[len(lines)-1].text += " " + strings.TrimSpace(l)
		} else {
			lines = append(lines, line{i + 1, l})
		}
		going = on
	}
	return lines
}

// assignment reads X=y, X := y, X ?= y and export X=y.
func assignment(text string) (name, value string, ok bool) {
	text = strings.TrimPrefix(strings.TrimSpace(text), "export ")
	name, value, ok = strings.Cut(text, "=")
	name = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(name), ":?+"))
	if !ok || name == "" || strings.ContainsFunc(name, notInName) {
		return "", "", false
	}
	value = strings.TrimSpace(value)
	if strings.Contains(value, " ") && !quoted(value) && strings.Contains(text, "=") && !strings.Contains(text, " = ") && !strings.Contains(text, ":=") && !strings.Contains(text, "?=") {
		return "", "", false // FOO=bar command: a setting for one command
	}
	return name, unquote(value), true
}

func notInName(c rune) bool {
	return !(c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
}

func quoted(s string) bool {
	return len(s) > 1 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0]
}

func unquote(s string) string {
	if quoted(s) {
		return s[1 : len(s)-1]
	}
	return s
}

// expand fills in variables that are known: $X, ${X}, $(X), ${X:-default}. Others
// stay, so that nothing that holds them is taken for a name.
func expand(text string, set map[string]string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '$' || i+1 == len(text) {
			b.WriteByte(text[i])
			continue
		}
		name, length := variable(text[i+1:])
		key, otherwise, _ := strings.Cut(name, ":-")
		value, ok := set[key]
		switch {
		case ok:
			b.WriteString(value)
		case otherwise != "":
			b.WriteString(otherwise)
		default:
			b.WriteString(text[i : i+1+length])
		}
		i += length
	}
	return b.String()
}

// variable reads the name behind a dollar sign and says how long it is written.
func variable(text string) (name string, length int) {
	if strings.ContainsAny(text[:1], "@<^") {
		return text[:1], 1
	}
	if end, ok := map[byte]byte{'{': '}', '(': ')'}[text[0]]; ok {
		if at := strings.IndexByte(text, end); at > 0 {
			return text[1:at], at + 1
		}
		return "", 1
	}
	for length < len(text) && !notInName(rune(text[length])) {
		length++
	}
	return text[:length], max(length, 1)
}

// splitCommands splits a line at &&, ; and |, and each command into words. A
// recipe's @ and -, and settings before a command, are left out.
func splitCommands(text string) [][]string {
	var commands [][]string
	words := []string{}
	flush := func() {
		for len(words) > 0 && strings.Contains(words[0], "=") && !strings.HasPrefix(words[0], "-") {
			words = words[1:]
		}
		if len(words) > 0 {
			words[0] = strings.TrimLeft(words[0], "@-(")
			commands = append(commands, words)
		}
		words = []string{}
	}
	for _, w := range shellWords(text) {
		if w == "&&" || w == "||" || w == ";" || w == "|" || w == "&" {
			flush()
			continue
		}
		words = append(words, w)
	}
	flush()
	return commands
}

// shellWords splits at blanks outside quotes; the signs between commands are words.
func shellWords(text string) []string {
	var words []string
	var b strings.Builder
	open, any := byte(0), false
	end := func() {
		if any {
			words = append(words, b.String())
		}
		b.Reset()
		any = false
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case open != 0:
			if c == open {
				open = 0
			} else {
				b.WriteByte(c)
			}
		case c == '\'' || c == '"':
			open, any = c, true
		case c == ' ' || c == '\t':
			end()
		case c == '#' && !any:
			return words
		case c == ';' || c == '&' || c == '|':
			end()
			sign := string(c)
			if i+1 < len(text) && text[i+1] == c {
				sign += string(c)
				i++
			}
			words = append(words, sign)
		default:
			b.WriteByte(c)
			any = true
		}
	}
	end()
	return words
}

func isGoBuild(c []string) bool {
	return len(c) >= 2 && path.Base(c[0]) == "go" && (c[1] == "build" || c[1] == "install")
}

// valued are the flags of go build that take the next word.
var valued = []string{"-o", "-p", "-asmflags", "-buildmode", "-buildvcs", "-compiler", "-gccgoflags", "-gcflags", "-installsuffix", "-ldflags", "-mod", "-modfile", "-overlay", "-pgo", "-pkgdir", "-tags", "-toolexec", "-C"}

// built is what one go build makes.
type built struct {
	packages []string
	out, dir string
}

func parseGoBuild(c []string) built {
	b := built{}
	for i := 2; i < len(c); i++ {
		flag, value, has := strings.Cut(c[i], "=")
		switch {
		case !strings.HasPrefix(c[i], "-"):
			b.packages = append(b.packages, c[i])
			continue
		case !has && slices.Contains(valued, flag) && i+1 < len(c):
			i++
			value = c[i]
		}
		switch flag {
		case "-o":
			b.out = value
		case "-C":
			b.dir = value
		}
	}
	if len(b.packages) == 0 {
		b.packages = []string{"."}
	}
	return b
}

func (r *reader) goBuild(c []string, dir, file string, number int, made map[string]string) {
	b := parseGoBuild(c)
	if len(b.packages) != 1 {
		return
	}
	program, ok := r.program(path.Join(dir, b.dir), b.packages[0])
	if !ok {
		return
	}
	name := path.Base(b.out)
	if b.out == "" || strings.HasSuffix(b.out, "/") {
		name = path.Base(program)
	}
	if plainName(name) {
		made[name] = program
		r.add(program, File, name, file, number)
	}
}

// plainName refuses what is only known when it is built, and what every program
// is called somewhere.
func plainName(name string) bool {
	return !strings.ContainsAny(name, "$*{}") && !slices.Contains([]string{"", ".", "/", "main", "bootstrap", "app", "handler", "bin"}, name)
}

func isZip(c []string) bool { return len(c) >= 3 && path.Base(c[0]) == "zip" }

// zip follows a binary into an archive.
func (r *reader) zip(c []string, file string, number int, made map[string]string) {
	var names []string
	for _, w := range c[1:] {
		if !strings.HasPrefix(w, "-") {
			names = append(names, path.Base(w))
		}
	}
	if len(names) < 2 || !plainName(strings.TrimSuffix(names[0], ".zip")) {
		return
	}
	for _, n := range names[1:] {
		if program, ok := made[n]; ok {
			r.add(program, File, names[0], file, number)
		}
	}
}

func isImageBuild(c []string) bool {
	tool := path.Base(c[0])
	return len(c) >= 3 && (tool == "docker" || tool == "podman" || tool == "buildah") && slices.Contains(c[1:min(len(c), 4)], "build")
}

// imageBuild reads docker build -t NAME -f FILE CONTEXT.
func (r *reader) imageBuild(c []string, dir, file string, number int) {
	var tags []string
	dockerfileName, args, last := "", map[string]string{}, "."
	for i := 1; i < len(c); i++ {
		flag, value, has := strings.Cut(c[i], "=")
		takes := slices.Contains([]string{"-t", "--tag", "-f", "--file", "--build-arg", "--target", "--platform", "--progress", "--label", "--secret", "--cache-from", "--cache-to"}, flag)
		switch {
		case !strings.HasPrefix(c[i], "-"):
			last = c[i]
			continue
		case takes && !has && i+1 < len(c):
			i++
			value = c[i]
		}
		switch flag {
		case "-t", "--tag":
			tags = append(tags, value)
		case "-f", "--file":
			dockerfileName = value
		case "--build-arg":
			key, v, _ := strings.Cut(value, "=")
			args[key] = v
		}
	}
	at := path.Join(dir, last)
	if dockerfileName == "" {
		dockerfileName = path.Join(at, "Dockerfile")
	} else {
		dockerfileName = path.Join(dir, dockerfileName)
	}
	if program, ok := r.inImage(dockerfileName, at, args); ok {
		for _, t := range tags {
			r.add(program, Image, ImageName(t), file, number)
		}
	}
}
