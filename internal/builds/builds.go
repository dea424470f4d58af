// Package builds reads what turns programs into images, archives and binaries:
// Dockerfiles, Compose files, Makefiles, shell scripts and goreleaser's
// configuration. It runs nothing and knows no cloud; what it cannot follow it
// leaves out.
package builds

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/sourcetree"
)

// Artifact is something that is made of one program.
type Artifact struct {
	// Program is the directory of its package main, relative to the tree.
	Program string
	// Kind is image or file (a binary or an archive).
	Kind string
	// Name is an image's repository without registry, tag and what is only known
	// when it is built ("shop/web"), or a file's base name.
	Name string
	// Evidence is the line that says so.
	Evidence model.Evidence
}

// The kinds of artifacts.
const (
	Image = "image"
	File  = "file"
)

// largest is the size of a build file beyond which nobody has written it.
const largest = 1 << 20

// Read lists what is made of the given programs (directories of packages main),
// sorted and each once.
func Read(tree fs.FS, programs []string) []Artifact {
	r := &reader{tree: tree, programs: map[string]bool{}, dockerfiles: map[string]*dockerfile{}}
	for _, p := range programs {
		r.programs[p] = true
	}
	if len(programs) == 0 {
		return nil
	}
	// A folder that cannot be read makes nothing known.
	_ = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fs.SkipDir
		case d.IsDir() && name != "." && sourcetree.PassedOver(d.Name()):
			return fs.SkipDir
		case d.Type().IsRegular():
			r.file(name)
		}
		return nil
	})
	slices.SortFunc(r.found, func(a, b Artifact) int {
		return cmp.Or(cmp.Compare(a.Program, b.Program), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name), a.Evidence.Location.Compare(b.Evidence.Location))
	})
	return slices.CompactFunc(r.found, func(a, b Artifact) bool {
		return a.Program == b.Program && a.Kind == b.Kind && a.Name == b.Name
	})
}

type reader struct {
	tree        fs.FS
	programs    map[string]bool
	dockerfiles map[string]*dockerfile // by name; nil where there is none
	found       []Artifact
}

func (r *reader) file(name string) {
	base := strings.ToLower(path.Base(name))
	switch ext := path.Ext(base); {
	case strings.Contains(base, "compose") && (ext == ".yml" || ext == ".yaml"):
		r.compose(name)
	case strings.HasPrefix(base, ".goreleaser") && (ext == ".yml" || ext == ".yaml"), base == "goreleaser.yml", base == "goreleaser.yaml":
		r.goreleaser(name)
	case base == "makefile", base == "gnumakefile", ext == ".mk", ext == ".sh", ext == ".bash", base == "justfile":
		r.commands(name)
	case base == "dockerfile", base == "containerfile", strings.HasPrefix(base, "dockerfile."), ext == ".dockerfile":
		r.standalone(name)
	}
}

func (r *reader) text(name string) (string, bool) {
	info, err := fs.Stat(r.tree, name)
	if err != nil || info.Size() > largest || !info.Mode().IsRegular() {
		return "", false
	}
	text, err := fs.ReadFile(r.tree, name)
	return string(text), err == nil
}

func (r *reader) add(program, kind, name, file string, line int) {
	if name != "" && r.programs[program] {
		r.found = append(r.found, Artifact{program, kind, name, model.Evidence{Location: model.Location{File: file, Line: line}, Note: "build"}})
	}
}

// program returns which program a path names, seen from a directory. A path in an
// image ends like one of the sources: /app/cmd/web is cmd/web.
func (r *reader) program(dir, name string) (string, bool) {
	if strings.ContainsAny(name, "$*?") || strings.HasSuffix(name, "...") {
		return "", false
	}
	if path.Ext(name) == ".go" {
		name = path.Dir(name)
	}
	at := path.Join(dir, name)
	if strings.HasPrefix(at, "../") {
		return "", false
	}
	if r.programs[at] {
		return at, true
	}
	return "", false
}

// ImageName is an image's repository without registry, tag and digest, and
// without parts that are filled in when it is built.
func ImageName(ref string) string {
	ref, _, _ = strings.Cut(ref, "@")
	parts := strings.Split(ref, "/")
	last := len(parts) - 1
	parts[last], _, _ = strings.Cut(parts[last], ":")
	if last > 0 && (strings.ContainsAny(parts[0], ".:") || parts[0] == "localhost") && !strings.Contains(parts[0], "{{") {
		parts = parts[1:]
	}
	for len(parts) > 1 && strings.ContainsAny(parts[0], "${}") {
		parts = parts[1:]
	}
	name := strings.Join(parts, "/")
	if strings.ContainsAny(name, "${} ") {
		return ""
	}
	return strings.ToLower(name)
}
