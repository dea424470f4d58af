package gosystem

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// workspace returns the setting by which the go command reads a module: with
// the nearest go.work of the scan that uses it, else by itself. A go.work above
// the scan root is none of the scan's.
func (s *scanner) workspace(ctx context.Context, at string) []string {
	const alone = "GOWORK=off"
	for dir := at; ; dir = filepath.Dir(dir) {
		file := filepath.Join(dir, "go.work")
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() {
			in := []string{"GOWORK=" + file}
			used, _, _ := goCommand(ctx, s.o, dir, in, "list", "-m", "-f", "{{.Dir}}") // a go.work that is wrong uses nothing
			if slices.Contains(strings.Split(string(used), "\n"), at) {
				return in
			}
			return []string{alone}
		}
		if dir == s.o.Dir || dir == filepath.Dir(dir) {
			return []string{alone}
		}
	}
}
