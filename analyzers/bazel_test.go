package analyzers_test

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestBazelRunsAll holds the nogo rule to the list of analyzers, by the packages
// that the list imports. The one for the model reports nothing and is internal,
// which Bazel would not let another repository use.
func TestBazelRunsAll(t *testing.T) {
	const ours = "github.com/threatvet/threatvet/"
	list, err := parser.ParseFile(token.NewFileSet(), "all.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, spec := range list.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if name, found := strings.CutPrefix(path, ours); found && strings.HasPrefix(name, "analyzers/") {
			want = append(want, name)
		}
	}
	text, err := os.ReadFile("../docs/bazel/BUILD.bazel")
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, m := range regexp.MustCompile(`"@com_github_threatvet_threatvet//([^"]+)"`).FindAllStringSubmatch(string(text), -1) {
		have = append(have, m[1])
	}
	slices.Sort(want)
	slices.Sort(have)
	if !slices.Equal(have, want) {
		t.Errorf("docs/bazel/BUILD.bazel runs %v\nall.go lists %v", have, want)
	}
}

// TestBazelConfiguration reads the configuration as nogo does: by analyzer, or
// _base for all, with patterns of file names.
func TestBazelConfiguration(t *testing.T) {
	text, err := os.ReadFile("../docs/bazel/nogo.json")
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]struct {
		Description  string            `json:"description"`
		ExcludeFiles map[string]string `json:"exclude_files"`
	}
	if err := json.Unmarshal(text, &config); err != nil {
		t.Fatal(err)
	}
	for name, c := range config {
		if name != "_base" {
			t.Errorf("%s: only _base is set", name)
		}
		for pattern := range c.ExcludeFiles {
			if _, err := regexp.Compile(pattern); err != nil {
				t.Error(err)
			}
		}
	}
}
