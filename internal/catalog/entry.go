package catalog

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// file is one data file.
type file struct {
	Providers []*provider `hcl:"provider,block"`
	Locals    []*locals   `hcl:"locals,block"`
	Resources []*entry    `hcl:"resource,block"`
	Data      []*entry    `hcl:"data,block"`
	Modules   []*entry    `hcl:"module,block"`
}

// locals are constants for the expressions of all files.
type locals struct {
	Body hcl.Body `hcl:",remain"`
}

// provider holds what all types of one provider share. Its label is the prefix
// of their names.
type provider struct {
	Prefix string         `hcl:"prefix,label"`
	Tags   hcl.Expression `hcl:"tags,optional"`
	Region hcl.Expression `hcl:"region,optional"`
	// RegionGiven is false where region is a stand-in.
	RegionGiven hcl.Expression `hcl:"region_given,optional"`
	// Location is where a resource lies, as far as the sources say.
	Location hcl.Expression `hcl:"location,optional"`
	Account  hcl.Expression `hcl:"account,optional"`
	// Identifies tells accounts apart, as far as the sources say.
	Identifies hcl.Expression `hcl:"identifies,optional"`
	Partition  hcl.Expression `hcl:"partition,optional"`
	Scopes     hcl.Expression `hcl:"scopes,optional"`
}

// entry is what the catalogue says of one resource type.
type entry struct {
	Type      string    `hcl:"type,label"`
	Range     hcl.Range `hcl:",def_range"`
	Kind      string    `hcl:"kind,optional"`
	KindRange hcl.Range `hcl:"kind,attr_value_range"`
	// Twins are stems of a family that stand for the same things: rights on either
	// can be given through both.
	Twins map[string]string `hcl:"twins,optional"`
	// KindOf names another type, of whose kind this one is.
	KindOf string `hcl:"kind_of,optional"`
	// StandsFor is the type that a module makes most of all: what names that type
	// may name the module.
	StandsFor string         `hcl:"stands_for,optional"`
	Also      []string       `hcl:"also,optional"`
	Name      hcl.Expression `hcl:"name,optional"`
	Aliases   hcl.Expression `hcl:"aliases,optional"`
	Tags      hcl.Expression `hcl:"tags,optional"`
	Scopes    hcl.Expression `hcl:"scopes,optional"`
	RunsAs    hcl.Expression `hcl:"runs_as,optional"`
	PartOf    hcl.Expression `hcl:"part_of,optional"`
	Members   hcl.Expression `hcl:"members,optional"`
	BelongsTo hcl.Expression `hcl:"belongs_to,optional"`
	// OfType limits the types that belongs_to can name.
	OfType []string `hcl:"of_type,optional"`
	Read   string   `hcl:"read,optional"`
	// Alone makes an element only while no other resource names this one.
	Alone bool `hcl:"alone,optional"`
	// Credential marks what lets somebody act as the element that it belongs to.
	Credential bool `hcl:"credential,optional"`

	Becomes      []*becoming    `hcl:"becomes,block"`
	Standins     []*standin     `hcl:"standin,block"`
	Lets         []*let         `hcl:"let,block"`
	Companions   []*companion   `hcl:"companion,block"`
	Facts        []*fact        `hcl:"fact,block"`
	Networks     []*network     `hcl:"network,block"`
	Rules        []*rule        `hcl:"rule,block"`
	Environments []*environment `hcl:"environment,block"`
	Identities   []*identity    `hcl:"identity,block"`
	Memberships  []*membership  `hcl:"membership,block"`
	Policies     []*policy      `hcl:"policy,block"`
	Resource     []*policy      `hcl:"resource_policy,block"`
	Roles        []*role        `hcl:"role,block"`
	Bindings     []*binding     `hcl:"binding,block"`
	Controls     []*control     `hcl:"control,block"`
	Flows        []*flow        `hcl:"flow,block"`
	EntryPoints  []*entryPoint  `hcl:"entry_point,block"`
	Zones        []*zone        `hcl:"zone,block"`
	Guards       []*guard       `hcl:"guards,block"`

	provider *provider
	isData   bool
	// attributes are the arguments of self that expressions read: those that
	// nobody set are bound to null.
	attributes []string
	// read by name of companion
	companionAttributes map[string][]string
	// judged are the arguments, of self or a companion, that literal looks into.
	judged         []string
	eachAttributes []string
}

// becoming is another kind that an element has where a condition is known to hold.
type becoming struct {
	Kind string         `hcl:"kind,label"`
	When hcl.Expression `hcl:"when"`
}

type standin struct {
	Name  string         `hcl:"name,label"`
	Value hcl.Expression `hcl:"value"`
	// Shared marks values that other resources have too: no names.
	Shared bool `hcl:"shared,optional"`
}

// let names an intermediate value; expressions see it as let.NAME.
type let struct {
	Name  string         `hcl:"name,label"`
	Value hcl.Expression `hcl:"value"`
}

type companion struct {
	Name  string    `hcl:"name,label"`
	Range hcl.Range `hcl:",def_range"`
	Type  string    `hcl:"type"`
	Where string    `hcl:"where,optional"`
	Named string    `hcl:"named,optional"`
	// Of is the companion above from which the search starts, instead of self.
	Of string `hcl:"of,optional"`
}

type fact struct {
	Name      string         `hcl:"name,label"`
	NameRange hcl.Range      `hcl:"name,label_range"`
	Value     hcl.Expression `hcl:"value"`
	Assumed   bool           `hcl:"assumed,optional"`
	// Raises makes what holds for a part hold for what it belongs to.
	Raises bool `hcl:"raises,optional"`
}

type network struct {
	Subnets       hcl.Expression `hcl:"subnets,optional"`
	Groups        hcl.Expression `hcl:"groups,optional"`
	VPC           hcl.Expression `hcl:"vpc,optional"`
	PublicAddress hcl.Expression `hcl:"public_address,optional"`
	Ports         hcl.Expression `hcl:"ports,optional"`
	// Tags are the marks by which rule sets choose whom they guard.
	Tags hcl.Expression `hcl:"tags,optional"`
	// Like names other resources, such as network interfaces, whose place in
	// the network is this one's too.
	Like hcl.Expression `hcl:"like,optional"`
	// Alone is the place of an element of its own, not of what it belongs to.
	Alone bool `hcl:"alone,optional"`
}

// guard says whom a rule set guards that names no members: everything in a
// network, or what there carries a tag or runs as an identity.
type guard struct {
	When       hcl.Expression `hcl:"when,optional"`
	Network    hcl.Expression `hcl:"network"`
	Tags       hcl.Expression `hcl:"tags,optional"`
	Identities hcl.Expression `hcl:"identities,optional"`
}

type rule struct {
	Each      hcl.Expression `hcl:"each,optional"`
	When      hcl.Expression `hcl:"when,optional"`
	Direction hcl.Expression `hcl:"direction"`
	Allow     hcl.Expression `hcl:"allow,optional"`
	Protocol  hcl.Expression `hcl:"protocol,optional"`
	FromPort  hcl.Expression `hcl:"from_port,optional"`
	ToPort    hcl.Expression `hcl:"to_port,optional"`
	CIDRs     hcl.Expression `hcl:"cidrs,optional"`
	Groups    hcl.Expression `hcl:"groups,optional"`
	// Priority orders rules where a deny can stand before an allow: the lowest
	// number counts.
	Priority hcl.Expression `hcl:"priority,optional"`
}

type environment struct {
	Variables hcl.Expression `hcl:"variables,optional"`
	Secrets   hcl.Expression `hcl:"secrets,optional"`
}

type identity struct {
	Kind string         `hcl:"kind"`
	When hcl.Expression `hcl:"when,optional"`
	ARN  hcl.Expression `hcl:"arn,optional"`
}

type membership struct {
	Members     hcl.Expression `hcl:"members"`
	MembersType []string       `hcl:"members_type,optional"`
	Groups      hcl.Expression `hcl:"groups"`
	GroupsType  []string       `hcl:"groups_type,optional"`
}

type policy struct {
	// Kind is that of what managed names where it is not given.
	Kind   string         `hcl:"kind,optional"`
	Each   hcl.Expression `hcl:"each,optional"`
	When   hcl.Expression `hcl:"when,optional"`
	Holder hcl.Expression `hcl:"holder,optional"`
	OfType []string       `hcl:"of_type,optional"`
	// Outside lets the holder be somebody who is not in the sources.
	Outside  bool           `hcl:"outside,optional"`
	Document hcl.Expression `hcl:"document,optional"`
	Managed  hcl.Expression `hcl:"managed,optional"`
	Name     hcl.Expression `hcl:"name,optional"`
}

// role says what a role of the sources' own may do.
type role struct {
	Permissions hcl.Expression `hcl:"permissions"`
	Except      hcl.Expression `hcl:"except,optional"`
}

// binding gives a role to members.
type binding struct {
	Each      hcl.Expression `hcl:"each,optional"`
	When      hcl.Expression `hcl:"when,optional"`
	Role      hcl.Expression `hcl:"role"`
	Members   hcl.Expression `hcl:"members"`
	On        hcl.Expression `hcl:"on,optional"`
	OfType    []string       `hcl:"of_type,optional"`
	Condition hcl.Expression `hcl:"condition,optional"`
	// Denied are permissions that are taken away and not given, except from those
	// who are Exempt.
	Denied hcl.Expression `hcl:"denied,optional"`
	Exempt hcl.Expression `hcl:"exempt,optional"`
}

type control struct {
	Kind   string         `hcl:"kind,label"`
	Range  hcl.Range      `hcl:",def_range"`
	Each   hcl.Expression `hcl:"each,optional"`
	When   hcl.Expression `hcl:"when,optional"`
	On     hcl.Expression `hcl:"on,optional"`
	OfType []string       `hcl:"of_type,optional"`
}

type flow struct {
	Each       hcl.Expression `hcl:"each,optional"`
	When       hcl.Expression `hcl:"when,optional"`
	From       hcl.Expression `hcl:"from,optional"`
	To         hcl.Expression `hcl:"to,optional"`
	OfType     []string       `hcl:"of_type,optional"`
	Protocol   hcl.Expression `hcl:"protocol,optional"`
	Port       hcl.Expression `hcl:"port,optional"`
	Operation  hcl.Expression `hcl:"operation,optional"`
	Ranges     hcl.Expression `hcl:"ranges,optional"`
	Encryption hcl.Expression `hcl:"encryption,optional"`
	// Forwards marks a gateway that passes requests on: the receiver inherits
	// the sender's exposure.
	Forwards bool `hcl:"forwards,optional"`
}

type entryPoint struct {
	Kind   string         `hcl:"kind"`
	Each   hcl.Expression `hcl:"each,optional"`
	When   hcl.Expression `hcl:"when,optional"`
	On     hcl.Expression `hcl:"on,optional"`
	OfType []string       `hcl:"of_type,optional"`
	Method hcl.Expression `hcl:"method,optional"`
	Path   hcl.Expression `hcl:"path,optional"`
	Authn  hcl.Expression `hcl:"authn,optional"`
}

type zone struct {
	Kind   string         `hcl:"kind"`
	Parent hcl.Expression `hcl:"parent,optional"`
}

// written reports whether an optional argument stands in the data file.
func written(e hcl.Expression) bool {
	_, ok := e.(hclsyntax.Expression)
	return ok
}
