package terraform

import (
	"context"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// plan is a root together with one way to plan it.
type plan struct {
	module *module
	env    environment
}

// key names a plan among all of the scan: the root's directory, and the
// environment where there are several (infra@prod).
func (p plan) key() string {
	switch {
	case p.env.name == "":
		return p.module.dir
	case p.module.dir == ".":
		return "@" + p.env.name
	}
	return p.module.dir + "@" + p.env.name
}

// estate is all that a scan plans, so that one root can read another's outputs.
type estate struct {
	ctx     context.Context
	opts    Options
	modules *modules
	plans   []plan
	// byBackend lists the plans whose state lies at the same place.
	byBackend map[string][]int
	// roots are the evaluated roots by plan, complete when all are evaluated.
	roots []*instance

	// planned is the plan that the sources are evaluated for; nil for none.
	planned *planFile

	mu   sync.Mutex
	done map[int]map[string]cty.Value
}

func newEstate(ctx context.Context, ms *modules, opts Options, dirs []string) (*estate, hcl.Diagnostics) {
	es := &estate{ctx: ctx, opts: opts, modules: ms, byBackend: map[string][]int{}, done: map[int]map[string]cty.Value{}}
	var diags hcl.Diagnostics
	for _, dir := range dirs {
		m := ms.get(dir)
		envs, problem := ms.environments(m, opts)
		if problem != nil {
			diags = append(diags, problem)
		}
		place := m.state()
		for _, env := range envs {
			if place != "" {
				es.byBackend[place] = append(es.byBackend[place], len(es.plans))
			}
			es.plans = append(es.plans, plan{m, env})
		}
	}
	es.roots = make([]*instance, len(es.plans))
	return es, diags
}

// evaluator returns a fresh evaluator for a plan.
func (es *estate) evaluator(i int) *evaluator {
	p := es.plans[i]
	e := &evaluator{opts: es.opts, modules: es.modules, dir: p.module.dir, key: p.key(), files: p.env.files, estate: es, plan: i, sample: p.module.sample(), seen: map[string]bool{}, used: map[string]bool{}}
	e.functions = functions(es.opts.FS, e.dir)
	var broken *hcl.Diagnostic
	if e.manifest, broken = manifest(es.opts.FS, e.dir); broken != nil {
		e.warnOnce(broken)
	}
	return e
}
