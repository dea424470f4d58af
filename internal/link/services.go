package link

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/threatvet/threatvet/internal/model"
)

//go:embed services.hcl
var servicesSource []byte

// words is the data of services.hcl.
type words struct {
	Answers map[string][]string `hcl:"answers"`
	Common  []string            `hcl:"common"`
	Foreign []string            `hcl:"foreign"`
	Own     []string            `hcl:"own"`
}

// known is the data of services.hcl, which tests read.
var known = sync.OnceValues(func() (*words, error) {
	w := &words{}
	return w, hclsimple.Decode("services.hcl", servicesSource, nil, w)
})

// answers reports whether an element can answer calls to a service; any can where
// nothing is said of the service and no other is meant.
func answers(service string, e *model.Element) bool {
	w, _ := known()
	return slices.Contains(w.Answers[service], e.Kind)
}

// described reports whether the data says who answers calls to a service.
func described(service string) bool {
	w, _ := known()
	return w.Answers[service] != nil
}

// common reports whether a setting says nothing about which program reads it.
func common(name string) bool {
	w, _ := known()
	return slices.Contains(w.Common, name)
}
