package terraform

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// environment is one way to plan a root: the variables files that belong
// together. The zero value is a root without files of its own.
type environment struct {
	name  string
	files []string
}

// maxEnvironments limits how often one root is evaluated.
const maxEnvironments = 24

// environmentFolders are where people keep the variables of each environment.
var environmentFolders = []string{"env", "envs", "environment", "environments", "vars", "tfvars", "variables", "config", "configs"}

// sharedFiles are the names of files that hold for every environment.
var sharedFiles = []string{"common", "shared", "global", "globals", "base", "default", "defaults", "all"}

// environments lists the ways to plan a root. A root whose variables all have
// values is planned once; one that needs values is planned with each variables
// file that gives some of them, beside it or in an environment folder.
func (ms *modules) environments(m *module, opts Options) ([]environment, *hcl.Diagnostic) {
	open := ms.open(m, opts)
	if len(open) == 0 || len(opts.VarFiles) > 0 {
		return []environment{{}}, nil
	}
	var found []environment
	var shared []string
	for _, env := range ms.candidates(m.dir) {
		switch {
		case slices.Contains(sharedFiles, env.name):
			shared = append(shared, env.files...)
		case slices.ContainsFunc(env.files, func(f string) bool { return ms.sets(f, open) }):
			found = append(found, env)
		}
	}
	if len(found) == 0 {
		return []environment{{files: shared}}, nil
	}
	for i := range found {
		found[i].files = append(slices.Clone(shared), found[i].files...)
	}
	if len(found) > maxEnvironments {
		at := hcl.Range{Filename: m.dir}
		return found[:maxEnvironments], problem("too many environments", "there are more than 24 variables files for this root, and it was evaluated with the first 24; name those that matter with --var-file", at)
	}
	return found, nil
}

// open lists the required variables that nothing sets so far.
func (ms *modules) open(m *module, opts Options) map[string]bool {
	open := map[string]bool{}
	for name, v := range m.variables {
		if _, set := opts.Env[name]; v.def == nil && !set {
			open[name] = true
		}
	}
	for _, file := range m.tfvars {
		for name := range ms.assigned(file) {
			delete(open, name)
		}
	}
	return open
}

// candidates are the environments that the files around a root make up, in the
// order of their names.
func (ms *modules) candidates(dir string) []environment {
	var found []environment
	for _, name := range ms.varFiles(dir) {
		if !automatic(path.Base(name)) {
			found = append(found, environment{name: environmentName(name), files: []string{name}})
		}
	}
	for _, folder := range environmentFolders {
		found = append(found, ms.folder(path.Join(dir, folder))...)
	}
	return merged(found)
}

// folder reads an environment folder: a file for each environment, or a folder
// for each. A folder with Terraform files of its own is a root and keeps its
// variables for itself.
func (ms *modules) folder(dir string) []environment {
	entries, err := fs.ReadDir(ms.fsys, dir)
	if err != nil || hasSources(entries) {
		return nil
	}
	var found []environment
	for _, name := range ms.varFiles(dir) {
		found = append(found, environment{name: environmentName(name), files: []string{name}})
	}
	for _, e := range entries {
		inner := path.Join(dir, e.Name())
		if !e.IsDir() {
			continue
		}
		if below, err := fs.ReadDir(ms.fsys, inner); err != nil || hasSources(below) {
			continue
		}
		if files := ms.varFiles(inner); len(files) > 0 {
			found = append(found, environment{name: e.Name(), files: files})
		}
	}
	return found
}

func hasSources(entries []fs.DirEntry) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() && sourceFile(e.Name()) })
}

// merged puts the files of the same environment together, sorted by name.
func merged(list []environment) []environment {
	slices.SortStableFunc(list, func(a, b environment) int { return strings.Compare(a.name, b.name) })
	var out []environment
	for _, env := range list {
		if n := len(out); n > 0 && out[n-1].name == env.name {
			out[n-1].files = append(out[n-1].files, env.files...)
			continue
		}
		out = append(out, env)
	}
	return out
}

// varFiles lists the variables files of a directory, sorted.
func (ms *modules) varFiles(dir string) []string {
	entries, err := fs.ReadDir(ms.fsys, dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if name := e.Name(); !e.IsDir() && (strings.HasSuffix(name, ".tfvars") || strings.HasSuffix(name, ".tfvars.json")) {
			names = append(names, path.Join(dir, name))
		}
	}
	return names
}

// automatic reports whether Terraform reads a variables file by itself.
func automatic(name string) bool {
	name = strings.TrimSuffix(name, ".json")
	return name == "terraform.tfvars" || strings.HasSuffix(name, ".auto.tfvars")
}

func environmentName(file string) string {
	name := strings.TrimSuffix(strings.TrimSuffix(path.Base(file), ".json"), ".tfvars")
	return strings.TrimSuffix(name, ".auto")
}

// sets reports whether a file gives one of the variables a value.
func (ms *modules) sets(file string, open map[string]bool) bool {
	for name := range ms.assigned(file) {
		if open[name] {
			return true
		}
	}
	return false
}

// assigned lists what a variables file sets. What is wrong with the file is said
// when it is used.
func (ms *modules) assigned(file string) hcl.Attributes {
	text, err := readFile(ms.fsys, file)
	if err != nil {
		return nil
	}
	parsed, _ := parseHCL(text, file)
	if parsed == nil || parsed.Body == nil {
		return nil
	}
	attrs, _ := parsed.Body.JustAttributes()
	return attrs
}
