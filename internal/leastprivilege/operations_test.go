package leastprivilege

import (
	"testing"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
)

// TestOperationsNameRealActions keeps the data free of misspelt actions.
func TestOperationsNameRealActions(t *testing.T) {
	if len(known().List) < 30 {
		t.Fatalf("%d operations", len(known().List))
	}
	check := func(action string) {
		if _, ok := awsdata.Actions().Find(action); !ok {
			t.Errorf("%s is no action", action)
		}
	}
	for _, o := range known().List {
		for _, action := range o.Needs {
			check(action)
		}
	}
	for _, list := range known().Keys {
		for _, action := range list {
			check(action)
		}
	}
	for _, service := range known().Platform {
		if awsdata.Actions().Services[service] == nil {
			t.Errorf("%s is no service", service)
		}
	}
}
