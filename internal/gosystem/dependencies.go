package gosystem

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/model"
)

// dependencyCalls notes, of each program of a module, the cloud services that
// packages outside the scanned modules call. Their bodies are not read, so what
// they do there is not known.
func (s *scanner) dependencyCalls(l *listing) {
	if s.outOfSight == nil {
		s.outOfSight = map[string][]string{}
	}
	for _, p := range l.pkgs {
		if p.Name == "main" && s.frags[p.ImportPath] != nil {
			s.outOfSight[p.ImportPath] = s.calledBelow(p, l)
		}
	}
}

// calledBelow walks the imports of a program.
func (s *scanner) calledBelow(program *listed, l *listing) []string {
	var services []string
	seen := map[string]bool{program.ImportPath: true}
	queue := []*listed{program}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		for _, path := range p.Imports {
			imported := l.all[path]
			if imported == nil || imported.Standard || seen[path] && s.frags[p.ImportPath] != nil {
				continue
			}
			if s.frags[p.ImportPath] == nil && !ofOneVendor(p.ImportPath, path) {
				services = append(services, library.Given.Library().Calls(path)...)
			}
			if !seen[path] {
				seen[path] = true
				queue = append(queue, imported)
			}
		}
	}
	slices.Sort(services)
	return slices.Compact(services)
}

// ofOneVendor reports whether two packages are of one repository: an SDK's
// packages call each other on behalf of whoever uses them.
func ofOneVendor(a, b string) bool { return repositoryOf(a) == repositoryOf(b) }

// repositoryOf is the part of an import path that names host, owner and
// repository.
func repositoryOf(path string) string {
	parts := strings.SplitN(path, "/", 4)
	return strings.Join(parts[:min(len(parts), 3)], "/")
}

func (a *assembler) dependencies(e *model.Element, pkg string) {
	services := a.outOfSight[pkg]
	if len(services) == 0 {
		return
	}
	if e.Facts == nil {
		e.Facts = map[string]model.Fact{}
	}
	e.Facts["dependencies_call"] = model.Fact{Value: services, State: model.Known, Evidence: []model.Evidence{{Location: e.Location, Note: "imports"}}}
}
