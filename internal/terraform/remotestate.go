package terraform

import (
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// statePlaces are the settings of each backend that say where the state lies.
// https://developer.hashicorp.com/terraform/language/backend
var statePlaces = map[string][]string{
	"azurerm": {"storage_account_name", "container_name", "key"},
	"consul":  {"path"},
	"gcs":     {"bucket", "prefix"},
	"http":    {"address"},
	"local":   {"path"},
	"oss":     {"bucket", "prefix", "key"},
	"remote":  {"organization", "workspace"},
	"s3":      {"bucket", "key"},
}

// optionalPlaces are settings that may be missing, with what holds then.
var optionalPlaces = map[string]string{"gcs.prefix": "", "oss.prefix": "env:", "oss.key": "terraform.tfstate", "local.path": "terraform.tfstate"}

// maxReads limits how many other roots one root's evaluation looks into.
const maxReads = 200

// state says where the state of a root lies, or nothing where that cannot be
// told from its own files. Without a backend it is a file beside the root.
func (m *module) state() string {
	if m.backend == nil {
		return statePlace("local", nil, m.dir)
	}
	values := map[string]string{}
	for name, a := range attributesOf(m.backend.body) {
		literal(values, name, a.Expr)
	}
	content, _, _ := m.backend.body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "workspaces"}}})
	for _, b := range content.Blocks {
		if a := attributesOf(b.Body)["name"]; a != nil {
			literal(values, "workspace", a.Expr)
		}
	}
	return statePlace(m.backend.typ, values, m.dir)
}

func literal(into map[string]string, name string, expr hcl.Expression) {
	v, diags := expr.Value(nil)
	if !diags.HasErrors() && v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
		into[name] = v.AsString()
	}
}

// statePlace is one text for a place of a state. The settings of a backend that
// this package does not know, and incomplete ones, give none.
func statePlace(typ string, values map[string]string, dir string) string {
	if typ == "cloud" {
		typ = "remote"
	}
	names, known := statePlaces[typ]
	if !known {
		return ""
	}
	parts := []string{typ}
	for _, name := range names {
		text, set := values[name]
		if !set {
			if text, set = optionalPlaces[typ+"."+name]; !set {
				return ""
			}
		}
		parts = append(parts, text)
	}
	if typ == "local" {
		parts[1] = path.Join(dir, parts[1])
	}
	return strings.Join(parts, "\x00")
}

// remoteState finds the outputs that a terraform_remote_state reads, where the
// root that has them is in the scan.
func (e *evaluator) remoteState(r *Resource, config map[string]cty.Value) {
	config["outputs"] = cty.DynamicVal
	target, ok := e.stateOwner(config)
	if !ok {
		if values, ok := e.stateFile(config); ok {
			config["outputs"] = cty.ObjectVal(withDefaults(values, config["defaults"]))
		}
		return
	}
	values, ok := e.outputsOf(target)
	if !ok {
		return
	}
	r.origins.remote = target + 1
	config["outputs"] = cty.ObjectVal(withDefaults(values, config["defaults"]))
}

func withDefaults(values map[string]cty.Value, defaults cty.Value) map[string]cty.Value {
	out := map[string]cty.Value{}
	if defaults != cty.NilVal {
		if bare, _ := defaults.Unmark(); bare.IsKnown() && !bare.IsNull() && bare.CanIterateElements() {
			for name, v := range bare.AsValueMap() {
				out[name] = v
			}
		}
	}
	for name, v := range values {
		out[name] = v
	}
	return out
}

// stateOwner finds the plan whose state a data source's settings name: the one
// there is, or that of the same environment.
func (e *evaluator) stateOwner(config map[string]cty.Value) (int, bool) {
	typ, complete, ok := Text(orNil(config["backend"]))
	if !ok || !complete || e.otherWorkspace(config["workspace"]) {
		return 0, false
	}
	place := statePlace(typ, settingsOf(config["config"]), e.dir)
	if place == "" {
		return 0, false
	}
	owners := e.estate.byBackend[place]
	if len(owners) == 1 {
		return owners[0], owners[0] != e.plan
	}
	env := e.estate.plans[e.plan].env.name
	i := slices.IndexFunc(owners, func(i int) bool { return env != "" && e.estate.plans[i].env.name == env })
	if i < 0 || owners[i] == e.plan {
		return 0, false
	}
	return owners[i], true
}

// otherWorkspace reports whether a workspace may be one that is not the default:
// its state lies elsewhere.
func (e *evaluator) otherWorkspace(v cty.Value) bool {
	if v == cty.NilVal || isNull(v) {
		return false
	}
	text, complete, ok := Text(v)
	return !ok || !complete || text != "default"
}

func orNil(v cty.Value) cty.Value {
	if v == cty.NilVal {
		return cty.NullVal(cty.String)
	}
	return v
}

// settingsOf takes the known texts out of a config argument; the name inside
// workspaces counts as workspace.
func settingsOf(v cty.Value) map[string]string {
	values := map[string]string{}
	if v == cty.NilVal {
		return values
	}
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || !(v.Type().IsObjectType() || v.Type().IsMapType()) {
		return values
	}
	for name, item := range v.AsValueMap() {
		if name == "workspaces" {
			if inner, ok := settingsOf(item)["name"]; ok {
				values["workspace"] = inner
			}
			continue
		}
		if text, complete, ok := Text(item); ok && complete {
			values[name] = text
		} else if !isNull(item) {
			values[name] = Hole // set, but not known: no place is called that
		}
	}
	return values
}

// outputsOf evaluates the outputs of another plan in an evaluator of its own,
// because plans are evaluated side by side. A result that rests on no cycle is
// kept for all; within one evaluation every plan is looked into once.
func (e *evaluator) outputsOf(target int) (map[string]cty.Value, bool) {
	e.reads = e.reads.or(e.plan)
	e.reads.asked[target] = true
	if values, ok := e.reads.have[target]; ok {
		e.partial = e.partial || values == nil || e.reads.partial[target]
		return values, values != nil
	}
	e.estate.mu.Lock()
	values, ok := e.estate.done[target]
	e.estate.mu.Unlock()
	if ok {
		return values, true
	}
	if len(e.reads.have) >= maxReads {
		e.partial = true
		return nil, false
	}
	e.reads.have[target] = nil // while it is under way, a cycle finds nothing
	other := e.estate.evaluator(target)
	other.reads, other.depth = e.reads, e.depth
	in := newInstance(other, e.estate.plans[target].module, "")
	values = map[string]cty.Value{}
	for name := range in.outputs {
		values[name] = in.output(name)
	}
	e.reads.have[target], e.reads.partial[target] = values, other.partial
	e.partial = e.partial || other.partial
	if !other.partial {
		e.estate.mu.Lock()
		e.estate.done[target] = values
		e.estate.mu.Unlock()
	}
	return values, true
}

// reads is what one evaluation has looked up in other roots; nil stands for one
// that is under way.
type reads struct {
	have    map[int]map[string]cty.Value
	partial map[int]bool
	// asked are all that were looked up, those of the estate's own store too;
	// self is who asks.
	asked map[int]bool
	self  int
}

func (r *reads) or(self int) *reads {
	if r != nil {
		return r
	}
	return &reads{have: map[int]map[string]cty.Value{self: nil}, partial: map[int]bool{}, asked: map[int]bool{}, self: self}
}
