// Package catalog says what each Terraform resource type means for the model,
// as data (aws/*.hcl and its neighbours), and holds the small engine that applies
// it. It knows HCL, values and the model; everything that is special to a cloud
// stands in the data.
//
// # An entry
//
// A resource block describes one type, a data block one data source, a module
// block a module that could not be read, by its address in the public registry or
// its repository; module "*" describes all others. In a module block self is what
// the call hands over, and a standin is an output. A label
// with a star describes every type of such a name that has no entry of its own:
// google_*_iam_member. Except for the labels everything is optional, and every
// expression sees:
//
//   - self: the resource, configuration and stand-ins. What nobody set is null;
//     what cannot be known is unknown.
//   - companion.NAME: another resource joined by a companion block, or null.
//     companions.NAME: all of them, as a list.
//   - let.NAME: the value of a let block above.
//   - each: the item of the block's own each argument.
//   - region, account, partition, provider (the provider's configuration),
//     standin_name and standin_hash (see below), local (locals blocks).
//
// Arguments of an entry: kind (absent: not an element of its own), stands_for (the
// type that a module makes most of all: what may name that type may name it), kind_of (a type
// of whose kind this one is; a star stands for what it stood for in the label, in
// of_type too), also (other
// names of the type), name, aliases, tags, scopes (the project, resource group or
// the like that it lies in; the provider's where not said), runs_as, part_of, belongs_to (the
// resource is a part of the element that this expression names, and an element
// of its own only where that one is not in the sources), credential (whoever
// has it acts as what it belongs to), alone (an element only while no other resource
// names this one: a document that others carry is theirs), members (the elements
// whose part_of is this one), read (a Go function that evaluates a data
// source).
//
// Blocks, all repeatable:
//
//	becomes "kind"     when: another kind, where that is known to hold
//	standin "arn"      value: what the provider would compute, and a name of
//	                   the resource unless shared
//	companion "x"      type, and where (path of the companion's argument that
//	                   names self) or named (path of self's argument that names
//	                   the companion); with neither, the companion's belongs_to;
//	                   of: searched from that companion instead of from self
//	let "x"            value: an intermediate result
//	fact "versioned"   value, assumed, raises (what is true of a part is true of
//	                   the element that it belongs to)
//	network            subnets, groups, vpc, public_address, ports, tags, like (other
//	                   resources in whose place this one stands: its interfaces),
//	                   alone (counts only while it is an element of its own)
//	rule               direction, allow, protocol, from_port, to_port, cidrs, groups,
//	                   priority
//	guards             network, tags, identities: whom a rule set guards that names
//	                   no members
//	environment        variables (a map), secrets (a map, values are withheld)
//	identity           kind, arn, when
//	membership         members, groups, members_type, groups_type
//	policy             kind, holder, outside (the holder may be none of the
//	                   sources'), document, managed, name
//	resource_policy    document: a policy of kind resource on the element itself
//	role               permissions, except: what a role of one's own may do
//	binding            role, members, on, condition, denied, exempt: gives a role (in clouds where
//	                   rights are given so) on what on names and all that lies in it
//	control "waf"      on
//	flow               from, to, protocol, port, operation, ranges, encryption, forwards
//	entry_point        kind, on, method, path, authn
//	zone               kind, parent
//
// rule, policy, binding, control, flow and entry_point also take each (one per item of a
// list) and when (none where false; unknown where it cannot be decided).
// policy, binding, flow, control and entry_point name other resources by value or by
// reference, limited by of_type.
//
// # Stand-ins
//
// standin_name is the configured name where that is known, else a slug of the
// address, so that values are well formed and unique; standin_hash is 17
// hexadecimal digits that depend on the address alone. Stand-ins serve to join
// and to match, and never reach a message.
//
// # Functions
//
// The Terraform functions, and of our own: default (the first argument that has
// a value: neither an error nor null), allows_anyone, allows_only_services and denies_plain (policy
// documents; see functions.go), has (a value is
// there), issuer_shared and issuer_admits (see package issuer), has_secret, written_out (a password), covering (a range for
// two addresses), entries (of a map or list, or of JSON), settings and secret_settings
// (environment variables in the forms that people hand to modules), literal, matches
// and one_of (texts that may be known in part).
package catalog
