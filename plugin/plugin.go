// Package plugin makes threatvet's analyzers a module plugin of golangci-lint.
// Import it for its effect in a custom build, as .custom-gcl.yml does.
package plugin

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/analyzers"
	"github.com/threatvet/threatvet/analyzers/acceptance"
	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/fragment"
)

// golangci-lint knows a module plugin by what registers itself on import.
func init() {
	register.Plugin("threatvet", New)
}

// Settings are what .golangci.yml may say under
// linters.settings.custom.threatvet.settings.
type Settings struct {
	// Only names the analyzers to run; none means all.
	Only []string `json:"only"`
	// Skip names analyzers to leave out.
	Skip []string `json:"skip"`
}

// New makes the linter of its settings.
func New(conf any) (register.LinterPlugin, error) {
	settings, err := register.DecodeSettings[Settings](conf)
	if err != nil {
		return nil, err
	}
	list, err := choose(settings)
	if err != nil {
		return nil, err
	}
	return &linter{list}, nil
}

type linter struct{ analyzers []*analysis.Analyzer }

// BuildAnalyzers returns the chosen analyzers.
func (l *linter) BuildAnalyzers() ([]*analysis.Analyzer, error) { return l.analyzers, nil }

// GetLoadMode says that the analyzers need types.
func (*linter) GetLoadMode() string { return register.LoadModeTypesInfo }

func choose(settings Settings) ([]*analysis.Analyzer, error) {
	known := map[string]bool{}
	for _, a := range analyzers.All {
		known[a.Name] = true
	}
	wanted := map[string]bool{}
	for _, name := range settings.Only {
		wanted[name] = true
	}
	for _, name := range append(settings.Only, settings.Skip...) {
		if !known[name] {
			return nil, &unknownError{name}
		}
	}
	for _, name := range settings.Skip {
		delete(known, name)
	}
	var list []*analysis.Analyzer
	for _, a := range analyzers.All {
		// The model of the system is for scans; a linter has no use for it.
		if a != fragment.Analyzer && known[a.Name] && (len(wanted) == 0 || wanted[a.Name]) {
			list = append(list, acceptance.Honour(a))
		}
	}
	return gocode.Named(list), nil
}
