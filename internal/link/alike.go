package link

import (
	"maps"
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// alike takes a program to run too where the image runs that is known to hold it
// elsewhere: one program often has several jobs. Where places of several programs
// use an image, nothing is said.
func (j *joiner) alike(sys *model.System) {
	holds, taken := map[string][]string{}, map[string]bool{}
	from := map[string]*model.Element{}
	for _, service := range slices.Sorted(maps.Keys(j.runs)) {
		for _, host := range j.runs[service] {
			taken[host.ID] = true
			image := imageOf(host)
			if image == "" || slices.Contains(holds[image], service) {
				continue
			}
			holds[image] = append(holds[image], service)
			from[image] = host
		}
	}
	for _, host := range sys.Elements {
		image := imageOf(host)
		if image == "" || len(holds[image]) != 1 || taken[host.ID] || !host.RunsCode() {
			continue
		}
		key := pair{holds[image][0], host.ID}
		if j.denied[key] {
			continue
		}
		j.runs[key.program] = append(j.runs[key.program], host)
		j.made[key] = made{kind: "image", name: nameOfImage(host), evidence: append(placeOf(host.Fact("images"), "run"), placeOf(from[image].Fact("images"), "run")...)}
	}
}

// imageOf identifies the one image that a place runs: by its name, or else by the
// variables of its root that name it.
func imageOf(host *model.Element) string {
	f := host.Fact("images")
	if f.Known() {
		if list, _ := f.Value.([]string); len(list) == 1 {
			return list[0]
		}
		return ""
	}
	id := ""
	for _, e := range f.Evidence {
		if e.Note == "variable" {
			id += " " + host.Root + " " + e.Address
		}
	}
	return id
}

func nameOfImage(host *model.Element) string {
	if list, _ := host.Fact("images").Value.([]string); len(list) == 1 {
		return list[0]
	}
	return "image"
}

// placeOf is the place of a fact, with a note.
func placeOf(f model.Fact, note string) []model.Evidence {
	if len(f.Evidence) == 0 {
		return nil
	}
	e := f.Evidence[0]
	e.Note = note
	return []model.Evidence{e}
}
