package gosystem_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	pathpkg "path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"golang.org/x/tools/txtar"

	"github.com/threatvet/threatvet/internal/gosystem"
	"github.com/threatvet/threatvet/internal/gosystem/libraries"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/model"
)

// Each case is a module that uses what the library files describe. What must
// be found on a line stands behind it (want "sql_injection"); nothing else may
// be found, so that lines without the comment are the tempting false ones.
// Dependencies cannot be had, as on a machine without network: the
// descriptions alone say what the calls do.
func TestLibraries(t *testing.T) {
	cases, err := filepath.Glob("testdata/libraries/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	t.Setenv("GOPROXY", "off")
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := unpack(t, archive)
			got := found(analyze(t, dir, gosystem.Options{}), checked(archive))
			if diff := cmp.Diff(wanted(archive), got); diff != "" {
				t.Errorf("want -, got +:\n%s", diff)
			}
		})
	}
}

func unpack(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	files, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	return dir
}

var (
	want   = regexp.MustCompile(`// want (.*)$`)
	quoted = regexp.MustCompile(`"[^"]*"`)
)

func wanted(archive *txtar.Archive) []string {
	list := []string{}
	for _, f := range archive.Files {
		lines := bufio.NewScanner(bytes.NewReader(f.Data))
		for n := 1; lines.Scan(); n++ {
			m := want.FindStringSubmatch(lines.Text())
			if m == nil {
				continue
			}
			for _, q := range quoted.FindAllString(m[1], -1) {
				list = append(list, fmt.Sprintf("%s:%03d %s", f.Name, n, strings.Trim(q, `"`)))
			}
		}
	}
	slices.Sort(list)
	return list
}

// checked lists what a case is held to: all, or what its line "checks:" names.
func checked(archive *txtar.Archive) []string {
	for line := range strings.Lines(string(archive.Comment)) {
		if kinds, ok := strings.CutPrefix(line, "checks: "); ok {
			return strings.Fields(kinds)
		}
	}
	return []string{"entry", "flow", "weakness"}
}

// found lists entry points, flows to other systems and proven weaknesses, as
// far as they are checked.
func found(sys *model.System, checked []string) []string {
	list := []string{}
	add := func(l model.Location, words ...string) {
		text := strings.Join(strings.Fields(strings.Join(words, " ")), " ")
		list = append(list, fmt.Sprintf("%s:%03d %s", l.File, l.Line, text))
	}
	if !slices.Contains(checked, "entry") {
		sys.EntryPoints = nil
	}
	if !slices.Contains(checked, "flow") {
		sys.Flows = nil
	}
	if !slices.Contains(checked, "weakness") {
		sys.Weaknesses = nil
	}
	for _, p := range sys.EntryPoints {
		add(p.Location, "entry", p.Kind, p.Method, p.Path)
	}
	for _, f := range sys.Flows {
		add(f.Evidence[0].Location, "flow", f.Operation, f.Target.Service, f.Target.Origin, f.Target.Name, f.Target.Value)
	}
	for _, w := range sys.Weaknesses {
		if len(w.Trace) > 0 {
			add(w.Location, w.Kind)
		}
	}
	slices.Sort(list)
	return list
}

// A package that is described and in no case could say anything.
func TestEveryLibraryHasACase(t *testing.T) {
	imported := importsOfCases(t)
	for _, name := range describedPackages(t) {
		used := slices.ContainsFunc(slices.Collect(maps.Keys(imported)), func(path string) bool {
			ok, err := pathpkg.Match(name, path)
			return ok && err == nil
		})
		if !used {
			t.Errorf("package %q is described and no case in testdata/libraries imports it: add one that calls what the description names", name)
		}
	}
}

func describedPackages(t *testing.T) []string {
	t.Helper()
	names := map[string]bool{}
	err := fs.WalkDir(libraries.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(libraries.Files, name)
		if err != nil {
			return err
		}
		file, diags := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
		if diags.HasErrors() {
			return diags
		}
		for _, block := range file.Body.(*hclsyntax.Body).Blocks {
			if block.Type == "package" {
				names[block.Labels[0]] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(names))
}

var importLine = regexp.MustCompile(`(?m)^\s*(?:import )?(?:\w+ )?("[a-z][^" ]*")$`)

func importsOfCases(t *testing.T) map[string]bool {
	t.Helper()
	cases, err := filepath.Glob("testdata/libraries/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	imported := map[string]bool{}
	for _, file := range cases {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range importLine.FindAllSubmatch(text, -1) {
			path, err := strconv.Unquote(string(m[1]))
			if err != nil {
				t.Fatal(err)
			}
			imported[library.PlainPath(path)] = true
		}
	}
	return imported
}
