package gosystem

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// shownFor makes the files of packages look to the go command as an analysis
// needs them, and returns the settings that do so and what takes them away.
// Files that //go:embed asks for and that are not there are empty ones: they
// come from a build, say nothing about types, and without them nothing that
// imports the package could be compiled.
func shownFor(pkgs []*listed) (settings []string, done func(), err error) {
	empty := standIns(pkgs)
	done = func() {}
	if len(empty) == 0 {
		return nil, done, nil
	}
	dir, err := os.MkdirTemp("", "threatvet")
	if err != nil {
		return nil, done, fmt.Errorf("files for the go command: %w", err)
	}
	done = func() { os.RemoveAll(dir) } // what stays is an empty file
	overlay, err := writeOverlay(dir, empty)
	if err != nil {
		return nil, done, fmt.Errorf("files for the go command: %w", err)
	}
	return []string{"GOFLAGS=-buildvcs=false '-overlay=" + overlay + "'"}, done, nil
}

// writeOverlay writes which files are empty, in the form that the go command
// reads.
func writeOverlay(dir string, empty []string) (string, error) {
	none := filepath.Join(dir, "empty")
	replace := map[string]string{}
	for _, name := range empty {
		replace[name] = none
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(none, nil, 0o600); err != nil {
		return "", err
	}
	return overlay, os.WriteFile(overlay, text, 0o600)
}

// standIns returns the files that //go:embed asks for and that are not there.
func standIns(pkgs []*listed) []string {
	var missing []string
	for _, p := range pkgs {
		for _, pattern := range p.EmbedPatterns {
			if name := absent(p.Dir, strings.TrimPrefix(pattern, "all:")); name != "" {
				missing = append(missing, name)
			}
		}
	}
	return missing
}

var wildcard = regexp.MustCompile(`\*|\?|\[[^]]*\]`)

// absent returns the file whose presence makes a pattern of //go:embed match,
// or nothing where it matches already.
func absent(dir, pattern string) string {
	matches, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
	if err != nil {
		return ""
	}
	for _, m := range matches {
		if holdsFile(m) {
			return ""
		}
	}
	if len(matches) > 0 {
		return filepath.Join(matches[0], "empty")
	}
	return filepath.Join(dir, filepath.FromSlash(wildcard.ReplaceAllString(pattern, "0")))
}

// holdsFile reports whether something is a file, or a directory with one that
// is embedded with it.
func holdsFile(name string) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.IsDir() {
		return true
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return true
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "_") && holdsFile(filepath.Join(name, e.Name())) {
			return true
		}
	}
	return false
}
