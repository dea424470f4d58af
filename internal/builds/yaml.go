package builds

import (
	"fmt"
	"path"
	"strings"

	"github.com/goccy/go-yaml"
)

// compose reads which image is built of which Dockerfile.
// https://docs.docker.com/reference/compose-file/build/
func (r *reader) compose(name string) {
	text, ok := r.text(name)
	if !ok {
		return
	}
	var file struct {
		Services map[string]struct {
			Image string `yaml:"image"`
			Build any    `yaml:"build"`
		} `yaml:"services"`
	}
	if decode(text, &file) != nil {
		return // whoever uses it will notice
	}
	dir := path.Dir(name)
	for service, s := range file.Services {
		b, ok := composeBuild(s.Build)
		if !ok {
			continue
		}
		context := path.Join(dir, b.context)
		program, ok := r.inImage(path.Join(context, b.dockerfile), context, b.args)
		if !ok {
			continue
		}
		called := ImageName(s.Image)
		if s.Image == "" {
			called = strings.ToLower(service)
		}
		r.add(program, Image, called, name, lineOf(text, s.Image, service+":"))
	}
}

// decode reads YAML that strangers may have written: the decoder panics on some of
// it (a list that is tagged as something else).
func decode(text string, into any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not YAML that can be read: %v", r)
		}
	}()
	return yaml.Unmarshal([]byte(text), into)
}

type composed struct {
	context, dockerfile string
	args                map[string]string
}

// composeBuild reads the short form (a directory) and the long one.
func composeBuild(v any) (composed, bool) {
	b := composed{context: ".", dockerfile: "Dockerfile", args: map[string]string{}}
	switch v := v.(type) {
	case string:
		b.context = v
		return b, true
	case map[string]any:
		if s, ok := v["context"].(string); ok {
			b.context = s
		}
		if s, ok := v["dockerfile"].(string); ok {
			b.dockerfile = s
		}
		switch args := v["args"].(type) {
		case []any:
			for _, a := range args {
				if s, ok := a.(string); ok {
					key, value, _ := strings.Cut(s, "=")
					b.args[key] = value
				}
			}
		case map[string]any:
			for key, value := range args {
				if s, ok := value.(string); ok {
					b.args[key] = s
				}
			}
		}
		return b, true
	}
	return b, false
}

// lineOf finds the first line that holds a text, or the other one.
func lineOf(text, want, otherwise string) int {
	for _, w := range []string{want, otherwise} {
		if w == "" {
			continue
		}
		if at := strings.Index(text, w); at >= 0 {
			return 1 + strings.Count(text[:at], "\n")
		}
	}
	return 1
}

// goreleaser reads which binary and which image is built of which program.
// https://goreleaser.com/customization/
func (r *reader) goreleaser(name string) {
	text, ok := r.text(name)
	if !ok {
		return
	}
	type image struct {
		IDs        []string `yaml:"ids"`
		Images     []string `yaml:"images"`
		Templates  []string `yaml:"image_templates"`
		Build      string   `yaml:"build"`
		Repository string   `yaml:"repository"`
		Main       string   `yaml:"main"`
	}
	var file struct {
		Builds []struct {
			ID, Main, Binary, Dir string
		}
		Dockers   []image
		DockersV2 []image `yaml:"dockers_v2"`
		Kos       []image
	}
	if decode(text, &file) != nil {
		return
	}
	at := path.Dir(name)
	byID := map[string]string{}
	var only string
	for _, b := range file.Builds {
		program, ok := r.program(path.Join(at, b.Dir), orDot(b.Main))
		if !ok {
			continue
		}
		only = program
		byID[b.ID] = program
		if plainName(b.Binary) {
			r.add(program, File, b.Binary, name, lineOf(text, b.Main, b.Binary))
		}
	}
	for _, list := range [][]image{file.Dockers, file.DockersV2, file.Kos} {
		for _, i := range list {
			program := only
			ids := i.IDs
			if i.Build != "" {
				ids = append(ids, i.Build)
			}
			switch {
			case len(ids) == 1:
				program = byID[ids[0]]
			case len(byID) != 1:
				continue
			}
			for _, t := range append(append(i.Templates, i.Images...), i.Repository) {
				r.add(program, Image, ImageName(t), name, lineOf(text, t, "dockers:"))
			}
		}
	}
}

func orDot(s string) string {
	if s == "" {
		return "."
	}
	return s
}
