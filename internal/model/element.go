package model

import "strings"

// Element is a part of the system: a resource, a Go service, a person.
type Element struct {
	ID         string `json:"id"`
	Kind       string `json:"kind"`
	Technology string `json:"technology"`
	Name       string `json:"name"`
	Provider   string `json:"provider,omitempty"`
	// Root is the Terraform root or Go module the element belongs to, as a
	// directory relative to the scan root.
	Root string `json:"root,omitempty"`
	// Region is where the provider keeps the element, as the sources say; empty
	// where they do not.
	Region string `json:"region,omitempty"`
	// Account tells accounts at the provider apart: its number, or what the
	// sources use to get into it. Empty where they do not say.
	Account string `json:"account,omitempty"`
	// RegionAssumed is true where the sources do not tell the region, so that
	// the one in Aliases is only a stand-in.
	RegionAssumed bool `json:"-"`
	// Zone is the id of the innermost zone that holds the element.
	Zone string `json:"zone,omitempty"`
	// RunsAs is the id of the identity whose rights code in this element has.
	RunsAs string `json:"runs_as,omitempty"`
	// PartOf is the id of the element that contains or runs this one: a
	// handler's service, a service's machine.
	PartOf   string          `json:"part_of,omitempty"`
	Exposure Exposure        `json:"exposure"`
	Facts    map[string]Fact `json:"facts,omitempty"`
	// Opaque is true for a module that could not be read: what nothing says
	// about it is not known, and there is more in it.
	Opaque bool `json:"opaque,omitempty"`
	// Latent is true where the element is dangerous only once something uses
	// it and nothing in the sources does.
	Latent      bool              `json:"latent,omitempty"`
	Rules       []NetworkRule     `json:"rules,omitempty"`
	Network     *Network          `json:"network,omitempty"`
	Environment []EnvVar          `json:"environment,omitempty"`
	Reads       []ConfigRead      `json:"reads,omitempty"`
	References  []Reference       `json:"references,omitempty"`
	Tags        map[string]string `json:"tags,omitempty"`
	// Aliases are the values by which sources name the element: its ARN, URL,
	// host name, bucket name. They serve to join, never to print.
	Aliases []string `json:"aliases,omitempty"`
	// Scopes name what the element lies in as far as rights go: a project, a
	// resource group, a subscription. They are for joining too.
	Scopes   []string `json:"scopes,omitempty"`
	Stores   []string `json:"stores,omitempty"`
	Process  []string `json:"processes,omitempty"`
	Controls []string `json:"controls,omitempty"`
	Owners   []string `json:"owners,omitempty"`
	// IfDown is the owner's word for what happens when the service that the
	// element belongs to is down: none, minor, noticeable, serious or severe.
	// Empty means that nobody has said.
	IfDown   string   `json:"if_down,omitempty"`
	Location Location `json:"location"`
}

// Fact returns the named fact, or an unknown one.
func (e *Element) Fact(name string) Fact {
	if f, ok := e.Facts[name]; ok {
		return f
	}
	return Fact{State: Unknown}
}

// RunsCode reports whether programs run on the element.
func (e *Element) RunsCode() bool {
	area, _, _ := strings.Cut(e.Kind, ".")
	return area == "compute" || area == "k8s"
}

// Exposure says from how far away an element can be reached, and why.
// The words, from near to far: none, privileged, internal, partner,
// internet_authenticated, internet. Empty means not computed.
type Exposure struct {
	Level string `json:"level"`
	State State  `json:"state"`
	// Chain is what proves the level, outermost first: gateway, listener,
	// rule, address.
	Chain []Evidence `json:"chain,omitempty"`
	// Through lists the ids of the elements passed on the way in.
	Through []string `json:"through,omitempty"`
}

// The exposure levels.
const (
	ExposureNone          = "none"
	ExposurePrivileged    = "privileged"
	ExposureInternal      = "internal"
	ExposurePartner       = "partner"
	ExposureAuthenticated = "internet_authenticated"
	ExposureInternet      = "internet"
)

// NetworkRule lets traffic in or out. An empty list of Sources with no Groups
// admits nobody. Ports are -1 where every port is meant.
type NetworkRule struct {
	Direction string   `json:"direction"` // in or out
	Allow     bool     `json:"allow"`
	Protocol  string   `json:"protocol"` // tcp, udp, icmp, any or a number
	FromPort  int      `json:"from_port"`
	ToPort    int      `json:"to_port"`
	CIDRs     []string `json:"cidrs,omitempty"`
	Groups    []string `json:"groups,omitempty"` // element ids of other rule sets
	// Priority orders the rules of clouds where a deny can stand before an
	// allow: the lowest number counts. 0 where rules have no order.
	Priority int        `json:"priority,omitempty"`
	State    State      `json:"state"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Network says where in the network an element stands. Subnets and Groups are
// element ids (groups are rule sets such as security groups). Targets are the
// elements that a gateway forwards to.
type Network struct {
	VPC           string   `json:"vpc,omitempty"`
	Subnets       []string `json:"subnets,omitempty"`
	Groups        []string `json:"groups,omitempty"`
	Targets       []string `json:"targets,omitempty"`
	Ports         []int    `json:"ports,omitempty"`
	PublicAddress Fact     `json:"public_address"`
	// Partial is true where the sources name groups that cannot be resolved, so
	// that Groups may lack some.
	Partial  bool       `json:"partial,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// EnvVar is a setting that a compute element gives to the program it runs.
// Value is nil in an unknown fact, and withheld where Sensitive.
type EnvVar struct {
	Name      string   `json:"name"`
	Value     Fact     `json:"value"`
	Sensitive bool     `json:"sensitive,omitempty"`
	RefersTo  []string `json:"refers_to,omitempty"`
}

// ConfigRead is a place where a program reads a setting. Origin is env, flag
// or file.
type ConfigRead struct {
	Origin   string   `json:"origin"`
	Name     string   `json:"name"`
	Function string   `json:"function,omitempty"`
	Location Location `json:"location"`
}

// Reference is an attribute of one element that names another.
type Reference struct {
	Attribute string `json:"attribute"`
	To        string `json:"to"`
	// Credential is true where the attribute holds what lets somebody act as
	// the other element, such as an access key.
	Credential bool     `json:"credential,omitempty"`
	Location   Location `json:"location"`
}
