package gosystem

import (
	"encoding/gob"
	"encoding/json"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/threatvet/threatvet/analyzers"
	"github.com/threatvet/threatvet/analyzers/bodylimit"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/outline"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// librariesFlag gives packed library descriptions.
const librariesFlag = "-gosystem.libraries="

// silent does all that there is to do for a unit that is only imported and of
// which no analyzer has anything to say, which are most: the standard library,
// what data describes, and what is too large to be read. It reports whether the
// unit is such a one; any other, and one that fails here, is checked whole.
func silent(args []string) bool {
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return false
	}
	text, err := os.ReadFile(args[len(args)-1])
	if err != nil {
		return false
	}
	unit := &unitchecker.Config{}
	if json.Unmarshal(text, unit) != nil || !unit.VetxOnly || unit.VetxOutput == "" {
		return false
	}
	if _, serves := unit.ImportMap["net/http"]; mayLimit(serves, unit.GoFiles) {
		return false
	}
	for _, a := range args {
		if packed, ok := strings.CutPrefix(a, librariesFlag); ok && library.Given.Set(packed) != nil {
			return false
		}
	}
	if origin, err := originOf(unit); err != nil || origin.Read() {
		return false
	}
	registerFacts()
	return outline.Write(unit) == nil
}

// mayLimit reports whether a package may hold functions that limit request
// bodies, a fact that is there for packages whose bodies are not read, too.
func mayLimit(serves bool, files []string) bool {
	return serves && slices.ContainsFunc(files, func(name string) bool {
		text, err := os.ReadFile(name)
		return err != nil || bodylimit.MayLimit(text)
	})
}

func originOf(unit *unitchecker.Config) (ssabuild.Origin, error) {
	o := ssabuild.Origin{Path: unit.ImportPath, Module: unit.ModulePath, Version: unit.ModuleVersion}
	if unit.Module != nil {
		o.Module, o.Version = unit.Module.Path, unit.Module.Version
	}
	err := measure(&o, unit.GoFiles)
	return o, err
}

// measure adds up the size of files.
func measure(o *ssabuild.Origin, files []string) error {
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil {
			return err
		}
		o.Size += int(info.Size())
	}
	return nil
}

func registerFacts() {
	for _, a := range analyzers.All {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
	}
}

// spendMemory lets the heap of a vet tool grow to five times what is live: it
// lives for one package. GOGC, where set, wins.
func spendMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}
