package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// instance is one use of a module: the root itself, or one instance of a call.
type instance struct {
	*module
	eval    *evaluator
	address string // "" for the root, module.x["a"] else
	parent  *instance
	call    *call
	// scope is where the module's own expressions stand, outer where those of
	// the call do.
	scope        *scope
	outer        *scope
	providers    map[string]*provider // handed down by the call, by local name
	ownProviders map[string]*provider

	variableValues map[string]*lazy
	localValues    map[string]*lazy
	resourceSets   map[string]*resourceSet
	callSets       map[string]*callSet
	outputValues   map[string]*lazy
	scopes         map[string]*scope // of locals and outputs
}

// scope is where an expression stands: its module instance, and each, count
// and iterators of the blocks around it.
type scope struct {
	in      *instance
	locals  map[string]cty.Value // each, count and iterators
	sources map[string]source    // where the values of each and iterators stand
	address string               // what holds the expression
	deep    bool                 // inside a nested block, where there are no meta-arguments
}

// source is an expression and the part of its value that is meant.
type source struct {
	expr  hcl.Expression
	scope *scope
	path  []cty.Value // keys to descend by
}

func (s *scope) with(name string, v cty.Value, from source) *scope {
	n := &scope{in: s.in, address: s.address, deep: s.deep, locals: map[string]cty.Value{}, sources: map[string]source{}}
	for k, v := range s.locals {
		n.locals[k] = v
	}
	for k, v := range s.sources {
		n.sources[k] = v
	}
	n.locals[name], n.sources[name] = v, from
	return n
}

func (s *scope) at(address string) *scope {
	n := *s
	n.address = address
	return &n
}

// scopeOf is where the expression of a local or an output stands. It is always
// the same for the same name, so that places can be compared.
func (in *instance) scopeOf(local string) *scope {
	s, ok := in.scopes[local]
	if !ok {
		if in.scopes == nil {
			in.scopes = map[string]*scope{}
		}
		s = in.scope.at(in.name(local))
		in.scopes[local] = s
	}
	return s
}

// lazy is a value that is computed once, when it is first asked for.
type lazy struct {
	value   cty.Value
	done    bool
	views   [2]cty.Value
	running bool
}

func (l *lazy) get(e *evaluator, at hcl.Range, what string, compute func() cty.Value) cty.Value {
	if l.done {
		return l.value
	}
	if l.running {
		e.warnOnce(problem("a cycle", what+" depends on itself; it was taken as unknown", at))
		return cty.DynamicVal
	}
	if e.depth >= maxDepth {
		e.warnOnce(problem("too deep", what+" depends on too long a chain of values; it was taken as unknown", at))
		return cty.DynamicVal
	}
	l.running = true
	e.depth++
	l.value = compute()
	e.depth--
	l.running, l.done = false, true
	return l.value
}

// resourceSet is a resource block with all its instances.
type resourceSet struct {
	block     *block
	instances []*Resource
	// spare is an instance that the root at hand turns off, see sample.
	spare    []*Resource
	repeat   repetition
	lazy     lazy
	expanded bool
}

type callSet struct {
	call      *call
	module    *module
	instances []*instance
	spare     []*instance // see resourceSet
	// opaque stands for the uses of a module that could not be read.
	opaque   *resourceSet
	repeat   repetition
	expanded bool
	reason   string
}

// repetition says how a block is repeated.
type repetition int

const (
	once repetition = iota
	byCount
	byKey
	unknownTimes
)

// provider is a configuration of a provider, evaluated when a resource first
// needs it: it may rest on what other providers make.
type provider struct {
	owner  *instance
	block  *block
	name   string
	asked  bool
	values map[string]cty.Value
}
