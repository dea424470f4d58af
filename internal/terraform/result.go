package terraform

import (
	"io/fs"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// Options steer a load. The zero value is usable except for FS.
type Options struct {
	// FS is the scan root. Nothing outside it is read.
	FS fs.FS
	// Dir is where to look for roots, relative to FS; empty means all of it.
	Dir string
	// Roots are the directories of the roots to evaluate, relative to FS; none
	// stands for all that there are. Others are not looked at, so those whose
	// outputs one of them reads have to be among them.
	Roots []string
	// VarFiles are tfvars files (relative to FS) applied to every root, last wins.
	VarFiles []string
	// Env holds TF_VAR_ settings by variable name, as raw text.
	Env map[string]string
	// Workspace is what terraform.workspace is; empty means what the working
	// directory of each root has selected, or else default.
	Workspace string
	// Plan is a plan in JSON (relative to FS) to load instead of the roots; the
	// sources at the top of FS, if there are any, are those it was made from.
	Plan string
	// Schema says what a provider would compute; nil knows no provider.
	Schema Schema
}

// Schema says what a provider would compute for a resource, so that this
// package need not know any cloud.
type Schema interface {
	// Computed returns values for attributes that only the provider knows
	// (arn, id, url). Config is the evaluated body without them, unset
	// attributes absent. The result must be a pure function of its arguments.
	Computed(r Instance, config cty.Value) map[string]cty.Value
	// Read evaluates a data source that needs no cloud. ok is false where it
	// cannot be known; the loader then makes its attributes unknown.
	Read(r Instance, config cty.Value) (attributes map[string]cty.Value, ok bool)
	// Computes reports whether Computed gives an opaque module of this source one
	// of the named outputs.
	Computes(source string, outputs []string) bool
	// HoldsMap reports whether an argument of this name holds a map, at any depth
	// of a resource of this type. Others that are written as an object are nested
	// blocks; the JSON syntax does not tell.
	HoldsMap(typ, argument string) bool
}

// Instance names one instance of a resource or data source to a Schema.
type Instance struct {
	Address  string // module.web.aws_instance.this[0]
	Type     string
	Name     string
	Root     string               // the key of its root
	Opaque   bool                 // a use of a module that could not be read; Type is its source
	Provider map[string]cty.Value // the provider's evaluated configuration (region, default_tags, ...)
	// Functions are those of the root; the ones that read files read below the
	// scanned directory only.
	Functions map[string]function.Function
}

// Result is everything that a load found. All slices are sorted.
type Result struct {
	Roots []*Root
	// Diagnostics are problems in the user's sources; the rest was loaded.
	Diagnostics hcl.Diagnostics
	// Files counts the files read, Lines their lines.
	Files, Lines int
	// Part is true where only some roots were asked for.
	Part bool
}

// Single reports whether the scan has one root only, so that addresses need not
// say in which they are.
func (r *Result) Single() bool { return len(r.Roots) == 1 && !r.Part }

// Root is one configuration that could be planned by itself.
type Root struct {
	Dir string // relative to the scan root; "." for the root itself
	// Key is Dir, and the environment where the root is evaluated once for each
	// of several (infra@prod, @prod). No two roots of a result share it.
	Key string
	// Environment names the variables files that hold, empty where there are no
	// others.
	Environment string
	Resources   []*Resource
	// Unresolved are the calls of modules that could not be read.
	Unresolved []*ModuleCall
	// Opaque are the uses that those calls stand for, each like a resource of
	// mode module: Type is the source as written, and Body what the call hands
	// over.
	Opaque  []*Resource
	Outputs map[string]*Output
	// Backend is where the root keeps its state; nil for a file beside it.
	Backend *Block
	// From are the directories whose files it was evaluated from, Reads the keys
	// of the other roots whose outputs it reads.
	From, Reads []string
}

// Resource is one instance of a resource or data source.
type Resource struct {
	Instance
	Mode   string // managed, data or module
	Module string // address of the module instance, empty in the root
	// Body is an object: every set argument, nested blocks as tuples of
	// objects (one element per block), and the Schema's computed attributes.
	// What cannot be known is a cty unknown; sensitive values are marked with
	// Sensitive.
	Body cty.Value
	// Config is Body without computed attributes.
	Config cty.Value
	// IgnoresChanges names the arguments that the lifecycle block leaves as they
	// are found; Everything stands for all.
	IgnoresChanges []string
	// Range is the block's header line.
	Range hcl.Range
	// BlockRange is the whole block.
	BlockRange hcl.Range

	origins origins
}

// Output is an evaluated output of a root.
type Output struct {
	Value     cty.Value
	Sensitive bool
	Range     hcl.Range
}

// ModuleCall is a module block whose source could not be read.
type ModuleCall struct {
	Address string
	Source  string
	Version string
	Reason  string // why it could not
	Do      string // what to do about it
	Range   hcl.Range
}

// Block is a backend or provider block with what of it could be evaluated.
type Block struct {
	Type  string
	Body  cty.Value
	Range hcl.Range
}

// Origin is one link in the chain of where a value came from. Note is
// attribute, block, local, module argument, variable default, tfvars,
// environment, policy statement or stand-in.
type Origin struct {
	Range   hcl.Range
	Note    string
	Address string // what holds it: a resource, var.x, local.y, module.z
}

type sensitiveMark struct{}

// Sensitive marks values that must never be printed.
var Sensitive = sensitiveMark{}
