package plugin

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/analyzers"
)

// unknownError is a name in the settings that no analyzer has.
type unknownError struct{ name string }

// Error lists the names that there are.
func (e *unknownError) Error() string {
	var names []string
	for _, a := range analyzers.All {
		names = append(names, a.Name)
	}
	slices.Sort(names)
	return fmt.Sprintf("threatvet: there is no analyzer %q; there are %s", e.name, strings.Join(names, ", "))
}
