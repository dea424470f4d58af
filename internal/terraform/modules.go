package terraform

import (
	"io/fs"
	"maps"
	"path"
	"slices"
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

// parsed lists the modules that were read, by directory: those of the walk, and
// those elsewhere that a call named and that are there.
func (ms *modules) parsed(walked []string) []*module {
	ms.mu.Lock()
	defer ms.mu.Unlock()
	var found []*module
	for _, dir := range slices.Sorted(maps.Keys(ms.dirs)) {
		if m := ms.dirs[dir](); m.files > 0 || slices.Contains(walked, dir) {
			found = append(found, m)
		}
	}
	return found
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
	here := in.scope.at(in.name("module." + name))
	repeat, times := in.eval.expand(c.attr, here, c.rng)
	spare := in.spare(c.attr, here, repeat, times)
	set.repeat = repeat
	if set.module == nil {
		src, version := c.source()
		in.eval.open = append(in.eval.open, &ModuleCall{Address: in.name("module." + name), Source: src, Version: version, Reason: set.reason, Do: remedy(src), Range: c.rng})
		set.opaque = in.opaque(c, repeat, times, spare)
		set.expanded = true
		return set
	}
	in.checkArguments(c, set.module)
	for i, t := range slices.Concat(times, spare) {
		if in.eval.uses++; in.eval.uses > maxUses {
			in.eval.warnOnce(problem("too many modules", "the modules of this root call one another more than 50000 times; the rest was left out", hcl.Range{Filename: in.eval.dir}))
			break
		}
		child := newInstance(in.eval, set.module, in.name("module."+name)+t.suffix)
		child.parent, child.call, child.outer = in, c, t.scope
		child.providers = in.passed(c)
		if i >= len(times) {
			set.spare = append(set.spare, child)
			continue
		}
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
		return nil, "the module is not in the sources, and nothing is downloaded"
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

// remedy says how to make an absent module readable.
func remedy(source string) string {
	if localSource(source) {
		return "scan the directory that holds both, or correct the source"
	}
	return "run `terraform init` before the scan, so that .terraform/modules holds it"
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
	p := &provider{owner: in, block: b, name: name}
	in.ownProviders[name] = p
	return p
}

func (p *provider) evaluated() map[string]cty.Value {
	if !p.asked {
		p.asked = true // before evaluating, so that a cycle ends
		_, p.values = p.owner.eval.evaluate("provider", p.block.body, p.owner.scope.at("provider."+p.name).inside())
	}
	return p.values
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
			return at.provider(name, b).evaluated()
		}
		if p, ok := at.providers[name]; ok {
			return p.evaluated()
		}
	}
	return nil
}
