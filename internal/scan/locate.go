package scan

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// locate turns what the user named into the directory to scan and, where it is a
// plan, the plan's name in it. The directory of a plan is the nearest one with
// Terraform sources at or above it in the repository, else the plan's own.
func locate(name string) (dir, plan string, err error) {
	if dir, err = filepath.Abs(name); err != nil {
		return "", "", err
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", "", shortPath(err, name)
	}
	info, err := os.Stat(dir)
	if err != nil {
		return "", "", shortPath(err, name)
	}
	if info.IsDir() {
		return dir, "", nil
	}
	if !info.Mode().IsRegular() || filepath.Ext(dir) != ".json" || strings.HasSuffix(dir, ".tf.json") {
		return "", "", fmt.Errorf("%s: not a directory; name the directory that holds the sources, or a plan in JSON (terraform show -json PLAN > plan.json)", name)
	}
	own := filepath.Dir(dir)
	top := repositoryRoot(own)
	for at := own; ; at = filepath.Dir(at) {
		if hasTerraform(at) {
			plan, err := filepath.Rel(at, dir)
			return at, filepath.ToSlash(plan), err
		}
		if at == top {
			return own, filepath.Base(dir), nil
		}
	}
}

// Directory is the directory that is scanned where the user names a directory or
// a plan; the name itself where it is neither.
func Directory(name string) string {
	info, err := os.Stat(name)
	if err != nil || info.IsDir() {
		return name
	}
	if dir, _, err := locate(name); err == nil {
		return dir
	}
	return name
}

func hasTerraform(dir string) bool {
	for _, pattern := range []string{"*.tf", "*.tf.json", "*.tofu", "*.tofu.json"} {
		if found, err := filepath.Glob(filepath.Join(escaped(dir), pattern)); err == nil && len(found) > 0 {
			return true
		}
	}
	return false
}

// escaped is a directory as a pattern that matches only itself.
func escaped(dir string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(dir)
}
