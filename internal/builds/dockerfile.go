package builds

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"
)

// dockerfile is what matters of a Dockerfile: the commands that build programs,
// where they run, and what is started.
type dockerfile struct {
	args  map[string]string // defaults
	steps []step
	start string // of the last stage
}

// step is a command with the directory that it runs in, inside the image.
type step struct {
	command []string
	dir     string
}

func (r *reader) dockerfile(name string) *dockerfile {
	if d, known := r.dockerfiles[name]; known {
		return d
	}
	r.dockerfiles[name] = nil
	text, ok := r.text(name)
	if !ok {
		return nil
	}
	d := parseDockerfile(text)
	r.dockerfiles[name] = d
	return d
}

// parseDockerfile reads instructions as Docker's reference describes them.
// https://docs.docker.com/reference/dockerfile/
func parseDockerfile(text string) *dockerfile {
	d := &dockerfile{args: map[string]string{}}
	dir := "/"
	for _, l := range logicalLines(withoutComments(text)) {
		word, rest, _ := strings.Cut(strings.TrimSpace(l.text), " ")
		rest = strings.TrimSpace(rest)
		switch strings.ToUpper(word) {
		case "FROM":
			dir, d.start = "/", ""
		case "ARG", "ENV":
			if key, value, ok := strings.Cut(rest, "="); ok {
				d.args[strings.TrimSpace(key)] = unquote(strings.TrimSpace(value))
			}
		case "WORKDIR":
			if dir = path.Join(dir, rest); path.IsAbs(rest) {
				dir = path.Clean(rest)
			}
		case "RUN":
			d.steps = append(d.steps, step{[]string{rest}, dir})
		case "ENTRYPOINT":
			d.start = firstWord(rest)
		case "CMD":
			if d.start == "" {
				d.start = firstWord(rest)
			}
		}
	}
	return d
}

// withoutComments takes out lines that are comments, which may stand between the
// lines of one instruction.
func withoutComments(text string) string {
	var kept []string
	for l := range strings.SplitSeq(text, "\n") {
		if !strings.HasPrefix(strings.TrimSpace(l), "#") {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n")
}

func firstWord(rest string) string {
	var list []string
	if json.Unmarshal([]byte(rest), &list) == nil {
		if len(list) > 0 {
			return list[0]
		}
		return ""
	}
	if words := shellWords(rest); len(words) > 0 {
		return words[0]
	}
	return ""
}

// inImage returns the program that a Dockerfile puts into an image and starts.
// Context is the directory whose files it copies. Of several programs, the one
// counts whose binary is started.
func (r *reader) inImage(name, context string, args map[string]string) (string, bool) {
	d := r.dockerfile(path.Clean(name))
	if d == nil {
		return "", false
	}
	set := maps.Clone(d.args)
	maps.Copy(set, args)
	byBinary := map[string]string{}
	for _, s := range d.steps {
		dir := expand(s.dir, set)
		for _, c := range splitCommands(expand(stripMounts(s.command[0]), set)) {
			switch {
			case len(c) == 2 && c[0] == "cd":
				dir = path.Join(dir, c[1])
			case isGoBuild(c):
				r.builtInImage(c, dir, context, byBinary)
			}
		}
	}
	programs := slices.Sorted(maps.Values(byBinary))
	programs = slices.Compact(programs)
	if len(programs) == 1 {
		return programs[0], true
	}
	program, ok := byBinary[path.Base(expand(d.start, set))]
	return program, ok
}

// stripMounts takes off --mount and the like, which stand before a command of RUN.
func stripMounts(text string) string {
	for strings.HasPrefix(text, "--") {
		_, rest, ok := strings.Cut(text, " ")
		if !ok {
			return ""
		}
		text = strings.TrimSpace(rest)
	}
	return text
}

func (r *reader) builtInImage(c []string, dir, context string, byBinary map[string]string) {
	b := parseGoBuild(c)
	if len(b.packages) != 1 {
		return
	}
	program, ok := r.fromContext(path.Join(dir, b.dir), b.packages[0], context)
	if !ok {
		return
	}
	binary := path.Base(b.out)
	if b.out == "" || strings.HasSuffix(b.out, "/") {
		binary = path.Base(program)
	}
	byBinary[binary] = program
}

// fromContext finds the program that a path inside an image is a copy of: the
// longest end of the path that is a program in the context.
func (r *reader) fromContext(dir, name, context string) (string, bool) {
	if strings.ContainsAny(name, "$*?") || strings.HasSuffix(name, "...") {
		return "", false
	}
	parts := strings.Split(strings.Trim(path.Join(dir, name), "/"), "/")
	for i := range parts {
		if program, ok := r.program(context, path.Join(parts[i:]...)); ok {
			return program, true
		}
	}
	return r.program(context, ".")
}

// standalone takes a Dockerfile for the image that is called like the folder that
// it stands in, or like the program that it starts, for where nothing says how the
// image is called.
func (r *reader) standalone(name string) {
	dir := path.Dir(name)
	for _, context := range []string{dir, "."} {
		program, ok := r.inImage(name, context, nil)
		if !ok {
			continue
		}
		for _, called := range []string{path.Base(program), path.Base(dir)} {
			if plainName(called) && called != "docker" && called != "build" {
				r.add(program, Image, strings.ToLower(called), name, 1)
			}
		}
		return
	}
}
