package awsdata

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"
)

//go:embed content.hcl
var contentFile []byte

// Content is what it takes to read or change what things hold.
type Content struct {
	// Administrator lists the rights that together are the administrator's.
	Administrator []string         `hcl:"administrator"`
	Services      []ServiceContent `hcl:"service,block"`
	// Controlled lists the services that resource control policies reach.
	Controlled []string `hcl:"resource_controlled"`
}

// Controls reports whether resource control policies reach a service.
func (c *Content) Controls(service string) bool { return slices.Contains(c.Controlled, service) }

// ServiceContent is [Content] for the things of one service.
type ServiceContent struct {
	Service string   `hcl:"service,label"`
	Also    []string `hcl:"also,optional"`
	Read    []string `hcl:"read,optional"`
	Write   []string `hcl:"write,optional"`
}

// Contents returns the table, which is data: content.hcl.
var Contents = sync.OnceValue(func() *Content {
	var c Content
	if err := hclsimple.Decode("content.hcl", contentFile, nil, &c); err != nil {
		panic(err) // embedded: a bug in this program
	}
	return &c
})

// For returns the entry of a service, and whether there is one.
func (c *Content) For(service string) (ServiceContent, bool) {
	for _, s := range c.Services {
		if s.Service == service {
			return s, true
		}
	}
	return ServiceContent{Service: service}, false
}
