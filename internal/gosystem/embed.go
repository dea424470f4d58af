package gosystem

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// standInFor makes, for files that //go:embed asks for and that are not there,
// empty ones that only the go command sees: such files come from a build, say
// nothing about types, and without them nothing that imports the package would
// be read. It returns the settings that show them, and what takes them away.
func standInFor(pkgs []*listed) (settings []string, done func(), err error) {
	missing := map[string]string{}
	for _, p := range pkgs {
		for _, pattern := range p.EmbedPatterns {
			if name := absent(p.Dir, strings.TrimPrefix(pattern, "all:")); name != "" {
				missing[name] = ""
			}
		}
	}
	done = func() {}
	if len(missing) == 0 {
		return nil, done, nil
	}
	dir, err := os.MkdirTemp("", "threatvet")
	if err != nil {
		return nil, done, fmt.Errorf("embedded files: %w", err)
	}
	done = func() { os.RemoveAll(dir) } // what stays is an empty file
	empty := filepath.Join(dir, "empty")
	for name := range missing {
		missing[name] = empty
	}
	text, err := json.Marshal(map[string]any{"Replace": missing})
	if err != nil {
		return nil, done, err
	}
	overlay := filepath.Join(dir, "overlay.json")
	for file, content := range map[string][]byte{empty: nil, overlay: text} {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			return nil, done, fmt.Errorf("embedded files: %w", err)
		}
	}
	return []string{"GOFLAGS=-buildvcs=false '-overlay=" + overlay + "'"}, done, nil
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
