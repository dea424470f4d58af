package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/policies"
)

// Where policy files lie, as people see it.
const (
	builtIn = "policies/"
	usersIn = ".threatvet/policies/"
)

// maxFile bounds a policy file; real ones have 2 KB.
const maxFile = 1 << 20

// source is one policy file. A file without a threat is a library.
type source struct {
	file   string
	module *ast.Module
	threat *model.Threat
}

// load reads the built-in policies and the user's. A user's file may not take
// the id or package of another, because results of both would be mixed.
func load(user fs.FS) ([]*source, []*model.Gap) {
	sources, gaps := loadFrom(policies.FS(), builtIn)
	if user == nil {
		return sources, gaps
	}
	own, more := loadFrom(user, usersIn)
	gaps = append(gaps, more...)
	taken := map[string]string{}
	for _, s := range append(sources, own...) {
		keys := []string{s.module.Package.Path.String()}
		if s.threat != nil {
			keys = append(keys, s.threat.ID)
		}
		if gap := claim(taken, s, keys); gap != nil {
			gaps = append(gaps, gap)
			own = drop(own, s)
		}
	}
	return append(sources, own...), gaps
}

func claim(taken map[string]string, s *source, keys []string) *model.Gap {
	for _, k := range keys {
		if other := taken[k]; other != "" {
			name := strings.TrimPrefix(k, "data.")
			return gapAt(s.file, s.module.Package.Location, fmt.Sprintf("%s is already taken by %s", name, other), "give it a name of its own")
		}
	}
	for _, k := range keys {
		taken[k] = s.file
	}
	return nil
}

func drop(list []*source, s *source) []*source {
	var kept []*source
	for _, o := range list {
		if o != s {
			kept = append(kept, o)
		}
	}
	return kept
}

// loadFrom reads all policy files of a tree that are not tests.
func loadFrom(tree fs.FS, prefix string) ([]*source, []*model.Gap) {
	var sources []*source
	var gaps []*model.Gap
	err := walk(tree, func(name string, text []byte, err error) {
		if strings.HasSuffix(name, "_test.rego") {
			return
		}
		file := prefix + name
		var s *source
		if err == nil {
			s, err = parse(file, text)
		}
		if err != nil {
			gaps = append(gaps, gapOf(file, err))
			return
		}
		sources = append(sources, s)
	})
	if err != nil {
		gaps = append(gaps, gapOf(strings.TrimSuffix(prefix, "/"), err))
	}
	return sources, gaps
}

// walk visits the Rego files of a tree in order of name.
func walk(tree fs.FS, visit func(name string, text []byte, err error)) error {
	return fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() || !strings.HasSuffix(name, ".rego") {
			return nil
		}
		info, err := fs.Stat(tree, name)
		if err == nil && info.Size() > maxFile {
			err = fmt.Errorf("has %d bytes; a policy may have %d", info.Size(), maxFile)
		}
		var text []byte
		if err == nil {
			text, err = fs.ReadFile(tree, name)
		}
		visit(name, text, err)
		return nil
	})
}

func parse(file string, text []byte) (*source, error) {
	module, err := ast.ParseModuleWithOpts(file, string(text), ast.ParserOptions{
		ProcessAnnotation: true,
		RegoVersion:       ast.RegoV1,
		Capabilities:      capabilities(),
	})
	if err != nil {
		return nil, err
	}
	if module == nil {
		return nil, errors.New("the file is empty")
	}
	s := &source{file: file, module: module}
	path := strings.TrimPrefix(module.Package.Path.String(), "data.")
	switch {
	case strings.HasPrefix(path, "threatvet.lib."):
	case strings.HasPrefix(path, "threatvet.threats."):
		if err := checkRule(module); err != nil {
			return nil, err
		}
		if s.threat, err = metadata(file, module); err != nil {
			return nil, err
		}
	default:
		return nil, problem{module.Package.Location, fmt.Sprintf("package %s is neither under threatvet.threats (a threat) nor under threatvet.lib (shared rules)", path)}
	}
	if err := checkWords(module); err != nil {
		return nil, err
	}
	return s, nil
}

// checkRule sees to it that a threat's module has the rule that is asked for.
func checkRule(module *ast.Module) error {
	for _, r := range module.Rules {
		if r.Head.Ref()[0].Value.Compare(ast.Var("threats")) == 0 {
			if r.Head.RuleKind() == ast.MultiValue {
				return nil
			}
			return problem{r.Location, "threats is not a set; write `threats contains threat if {…}`"}
		}
	}
	return problem{module.Package.Location, "there is no rule `threats contains threat if {…}`"}
}
