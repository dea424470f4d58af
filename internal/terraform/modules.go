package terraform

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// modules parses each directory once, however many callers it has.
type modules struct {
	fsys     fs.FS
	mu       sync.Mutex
	dirs     map[string]func() *module
	mentions mentions
}

func (ms *modules) get(dir string) *module {
	ms.mu.Lock()
	parse, ok := ms.dirs[dir]
	if !ok {
		parse = sync.OnceValue(func() *module { return parseModule(ms.fsys, dir) })
		ms.dirs[dir] = parse
	}
	ms.mu.Unlock()
	return parse()
}

// manifest maps module calls (a.b) to directories, as terraform init left it.
func manifest(fsys fs.FS, root string) map[string]string {
	text, err := readFile(fsys, path.Join(root, ".terraform/modules/modules.json"))
	if err != nil {
		return nil
	}
	var file struct {
		Modules []struct{ Key, Dir string }
	}
	if json.Unmarshal(text, &file) != nil {
		return nil
	}
	dirs := map[string]string{}
	for _, m := range file.Modules {
		if dir := path.Join(root, m.Dir); m.Key != "" && fs.ValidPath(dir) {
			dirs[m.Key] = dir
		}
	}
	return dirs
}

// source returns the text of a call's source and version.
func (c *call) source() (source, version string) {
	text := func(name string) string {
		a := c.attr[name]
		if a == nil {
			return ""
		}
		v, diags := a.Expr.Value(nil)
		if diags.HasErrors() || v.Type() != cty.String || !v.IsKnown() || v.IsNull() {
			return ""
		}
		return v.AsString()
	}
	return text("source"), text("version")
}

func localSource(source string) bool {
	return strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../") || source == "." || source == ".."
}

func (in *instance) callSet(name string) *callSet {
	if set, ok := in.callSets[name]; ok {
		if !set.expanded {
			return nil
		}
		return set
	}
	c, ok := in.calls[name]
	if !ok {
		return nil
	}
	set := &callSet{call: c}
	in.callSets[name] = set
	set.module, set.reason = in.resolve(c)
	repeat, times := in.eval.expand(c.attr, in.scope.at(in.name("module."+name)), c.rng)
	set.repeat = repeat
	if set.module == nil {
		src, version := c.source()
		in.eval.open = append(in.eval.open, &ModuleCall{Address: in.name("module." + name), Source: src, Version: version, Reason: set.reason, Range: c.rng})
		set.expanded = true
		return set
	}
	for _, t := range times {
		child := newInstance(in.eval, set.module, in.name("module."+name)+t.suffix)
		child.parent, child.call, child.outer = in, c, t.scope
		child.providers = in.passed(c)
		set.instances = append(set.instances, child)
	}
	set.expanded = true
	return set
}

// resolve finds the directory that a call's source names.
func (in *instance) resolve(c *call) (*module, string) {
	source, _ := c.source()
	depth := 0
	for at := in; at != nil; at = at.parent {
		depth++
	}
	if depth > maxModules {
		in.eval.warnOnce(problem("modules nested too deeply", "a module calls itself, or calls are nested more than 64 deep; skipped, the rest was analysed", c.rng))
		return nil, "nested too deeply"
	}
	if dir, ok := in.eval.manifest[in.manifestKey(c.name)]; ok {
		if m := in.eval.modules.get(dir); m.files > 0 {
			return m, ""
		}
	}
	if !localSource(source) {
		return nil, "the module is not in the sources; run `terraform init` so that .terraform/modules holds it"
	}
	dir := path.Join(in.dir, source)
	if !fs.ValidPath(dir) {
		return nil, "the module lies outside the scanned directory"
	}
	m := in.eval.modules.get(dir)
	if m.files == 0 {
		return nil, "there are no Terraform files in " + dir
	}
	for at := in; at != nil; at = at.parent {
		if at.module == m {
			in.eval.warnOnce(problem("a module calls itself", "skipped, the rest was analysed", c.rng))
			return nil, "the module calls itself"
		}
	}
	return m, ""
}

func (in *instance) manifestKey(name string) string {
	if in.parent == nil {
		return name
	}
	return in.parent.manifestKey(in.call.name) + "." + name
}

// passed are the provider configurations that a call hands to its module.
func (in *instance) passed(c *call) map[string]*provider {
	all := in.allProviders()
	a := c.attr["providers"]
	if a == nil {
		return all
	}
	pairs, diags := hcl.ExprMap(a.Expr)
	if diags.HasErrors() {
		return all
	}
	out := map[string]*provider{}
	for name, p := range all {
		if !strings.Contains(name, ".") {
			out[name] = p
		}
	}
	for _, kv := range pairs {
		if p, ok := all[traversalText(kv.Value)]; ok {
			out[traversalText(kv.Key)] = p
		}
	}
	return out
}

func traversalText(expr hcl.Expression) string {
	t, diags := hcl.AbsTraversalForExpr(expr)
	if diags.HasErrors() {
		return hcl.ExprAsKeyword(expr)
	}
	text := t.RootName()
	if len(t) > 1 {
		text += "." + step(t, 1)
	}
	return text
}

func (in *instance) allProviders() map[string]*provider {
	all := map[string]*provider{}
	for name, p := range in.providers {
		all[name] = p
	}
	for name, b := range in.module.providers {
		all[name] = in.provider(name, b)
	}
	return all
}

func (in *instance) provider(name string, b *block) *provider {
	if p, ok := in.ownProviders[name]; ok {
		return p
	}
	p := &provider{}
	in.ownProviders[name] = p // before evaluating, so that a cycle ends
	_, p.values = in.eval.evaluate(b.body, in.scope.at("provider."+name).inside())
	return p
}

// providerFor is the configuration that a resource type uses.
func (in *instance) providerFor(typ string, body hcl.Body) map[string]cty.Value {
	name, _, _ := strings.Cut(typ, "_")
	if a := attributesOf(body)["provider"]; a != nil {
		if text := traversalText(a.Expr); text != "" {
			name = text
		}
	}
	for at := in; at != nil; at = at.parent {
		if b, ok := at.module.providers[name]; ok {
			return at.provider(name, b).values
		}
		if p, ok := at.providers[name]; ok {
			return p.values
		}
	}
	return nil
}
