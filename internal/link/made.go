package link

import (
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/builds"
	"github.com/threatvet/threatvet/internal/model"
)

// made says by what a place runs what is made of a program.
type made struct {
	kind string // image, archive or handler
	name string
	// sure is false where the names are alike only in their last part.
	sure     bool
	evidence []model.Evidence
}

// follow finds the places that run what is made of programs.
func (j *joiner) follow(sys *model.System, artifacts []builds.Artifact) {
	services := map[string]*model.Element{}
	for _, e := range j.index.ByKind["go.service"] {
		services[path.Dir(e.Location.File)] = e
	}
	for _, host := range sys.Elements {
		if !host.RunsCode() {
			continue
		}
		for _, a := range artifacts {
			service := services[a.Program]
			if service == nil {
				continue
			}
			m, ok := runs(host, a)
			key := pair{service.ID, host.ID}
			if old := j.made[key]; ok && !old.sure && (old.kind == "" || m.sure) {
				j.made[key] = m
			}
		}
	}
}

// runs reports whether a place runs an artifact, and by which of its facts.
func runs(host *model.Element, a builds.Artifact) (made, bool) {
	if a.Kind == builds.Image {
		images, _ := host.Fact("images").Value.([]string)
		for _, ref := range images {
			if alike, sure := sameImage(builds.ImageName(ref), a.Name); alike {
				return made{"image", a.Name, sure, evidenceOf(a, host.Fact("images"))}, true
			}
		}
		return made{}, false
	}
	if file, _ := host.Fact("code_file").Value.(string); file != "" && sameFile(path.Base(file), a.Name) {
		return made{"archive", path.Base(file), true, evidenceOf(a, host.Fact("code_file"))}, true
	}
	if start, _ := host.Fact("starts").Value.(string); start != "" && start == a.Name {
		return made{"handler", start, true, evidenceOf(a, host.Fact("starts"))}, true
	}
	return made{}, false
}

// sameImage compares repositories. Whole names are sure if they have two parts;
// one part alone is a word that others use too.
func sameImage(a, b string) (alike, sure bool) {
	if a == "" || b == "" {
		return false, false
	}
	if a == b {
		return true, strings.Contains(a, "/")
	}
	return strings.HasSuffix(a, "/"+b) || strings.HasSuffix(b, "/"+a), strings.Contains(a, "/") && strings.Contains(b, "/")
}

// sameFile compares a file of code with a binary or archive.
func sameFile(file, name string) bool {
	return file == name || strings.TrimSuffix(file, ".zip") == name
}

func evidenceOf(a builds.Artifact, f model.Fact) []model.Evidence {
	list := []model.Evidence{a.Evidence}
	if len(f.Evidence) > 0 {
		used := f.Evidence[0]
		used.Note = "run"
		list = append(list, used)
	}
	return list
}

// madeLink is the link that follows from what is made of a program.
func (j *joiner) madeLink(service, host *model.Element) (*model.Link, bool) {
	m := j.made[pair{service.ID, host.ID}]
	if m.kind == "" {
		return nil, false
	}
	strength := "weak"
	if m.sure {
		strength = "strong"
	}
	return &model.Link{
		ID: service.ID + " " + host.ID + " " + m.kind + " " + m.name, Kind: m.kind, From: service.ID, To: host.ID, Via: m.name,
		Strength: strength, Evidence: slices.Clone(m.evidence),
	}, true
}
