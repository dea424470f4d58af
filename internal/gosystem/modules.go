package gosystem

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/sourcetree"
)

// maxModules bounds how many modules of a scan are read.
const maxModules = 500

// modules returns the directories below root that hold a go.mod, sorted,
// relative to root.
func modules(root string) []string {
	var dirs []string
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // what cannot be read is not a module of ours
		}
		if d.IsDir() {
			if path != root && sourcetree.PassedOverByGo(d.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if d.Name() == "go.mod" && d.Type().IsRegular() && len(dirs) < maxModules {
			if rel, err := filepath.Rel(root, filepath.Dir(path)); err == nil {
				dirs = append(dirs, filepath.ToSlash(rel))
			}
		}
		return nil
	})
	slices.Sort(dirs)
	return dirs
}

// inside reports whether a file lies below root, and where.
func inside(root, file string) (string, bool) {
	if !filepath.IsAbs(file) {
		return "", false
	}
	rel, err := filepath.Rel(root, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(os.PathSeparator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}
