package leastprivilege

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
)

//go:embed operations.hcl
var operationsFile []byte

type operations struct {
	List []struct {
		Name  string   `hcl:"name,label"`
		Needs []string `hcl:"needs"`
	} `hcl:"operation,block"`
	// Platform lists the services of which the platform calls something itself.
	Platform []string            `hcl:"platform"`
	Keys     map[string][]string `hcl:"keys"`
	byName   map[string][]string
}

var known = sync.OnceValue(func() *operations {
	var o operations
	if err := hclsimple.Decode("operations.hcl", operationsFile, nil, &o); err != nil {
		panic(err) // embedded: a bug in this program
	}
	o.byName = map[string][]string{}
	for _, op := range o.List {
		o.byName[op.Name] = op.Needs
	}
	return &o
})

// needs lists the actions that an operation such as s3:HeadObject takes; false
// where that is not known.
func needs(operation string) ([]string, bool) {
	if actions, ok := known().byName[operation]; ok {
		return actions, true
	}
	if a, ok := awsdata.Actions().Find(operation); ok {
		return []string{serviceOf(operation) + ":" + a.Name}, true
	}
	return nil, false
}

func serviceOf(action string) string {
	service, _, _ := strings.Cut(action, ":")
	return service
}

func isPlatform(service string) bool { return slices.Contains(known().Platform, service) }

// level is what an action does: list, read, write, tagging or permissions.
func level(action string) string {
	a, _ := awsdata.Actions().Find(action)
	return a.Level
}
