package gosystem

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// testFlag asks for test files too.
const testFlag = "-gosystem.tests"

// withoutTests prepares the unit that the go command asks to have checked. For
// it a package with tests is the package and its tests in one, whether the unit
// is named after both or after the package alone; the tests are taken out, so that neither they nor what only they import costs anything.
// What is left of the arguments names the unit to check; done is true where
// nothing is left of it.
func withoutTests(args []string) (left []string, done bool, err error) {
	if len(args) == 0 || slices.Contains(args, testFlag) || slices.Contains(args, testFlag+"=true") {
		return args, false, nil
	}
	name := args[len(args)-1]
	if !strings.HasSuffix(name, ".cfg") {
		return args, false, nil
	}
	unit, err := readUnit(name)
	if err != nil {
		return nil, false, err
	}
	var id, facts string
	var only bool
	var files []string
	for key, to := range map[string]any{"ID": &id, "VetxOutput": &facts, "VetxOnly": &only, "GoFiles": &files} {
		if err := json.Unmarshal(unit[key], to); err != nil && unit[key] != nil {
			return nil, false, fmt.Errorf("%s: %s: %w", name, key, err)
		}
	}
	forTest := strings.Contains(id, " [")
	if !forTest && !slices.ContainsFunc(files, isTest) {
		return args, false, nil
	}
	files = slices.DeleteFunc(files, isTest)
	if len(files) == 0 || forTest && only {
		// Only tests import it, and they are not checked either.
		return nil, true, os.WriteFile(facts, nil, 0o666)
	}
	if unit["GoFiles"], err = json.Marshal(files); err != nil {
		return nil, false, err
	}
	left = slices.Clone(args)
	left[len(left)-1] = filepath.Join(filepath.Dir(name), "threatvet.cfg")
	return left, false, writeUnit(left[len(left)-1], unit)
}

func isTest(file string) bool { return strings.HasSuffix(file, "_test.go") }

func readUnit(name string) (map[string]json.RawMessage, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var unit map[string]json.RawMessage
	if err := json.Unmarshal(text, &unit); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return unit, nil
}

func writeUnit(name string, unit map[string]json.RawMessage) error {
	text, err := json.Marshal(unit)
	if err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o666)
}
