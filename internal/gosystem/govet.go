package gosystem

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
)

// vet runs the analyzers over packages whose imports are all there. It returns
// the packages of which nothing came back.
func (s *scanner) vet(ctx context.Context, at, dir string, pkgs []*listed, all bool) ([]*listed, error) {
	patterns := importPaths(pkgs)
	if all && len(s.o.Patterns) == 0 {
		patterns = []string{"./..."}
	}
	lost, err := s.runVet(ctx, at, dir, pkgs, nil, patterns)
	if err != nil || len(lost) == 0 {
		return lost, err
	}
	// Go 1.26 keeps one answer for a package, whether it was asked about or
	// only imported, and one that was only imported has no findings. A setting
	// that changes nothing makes the question another one.
	var anew []string
	for _, p := range lost {
		anew = append(anew, "-gcflags="+p.ImportPath+"=-e")
	}
	if len(anew) > maxSettings {
		anew = []string{"-gcflags=./...=-e"}
	}
	return s.runVet(ctx, at, dir, lost, anew, importPaths(lost))
}

// maxSettings bounds how many packages are named in settings one by one.
const maxSettings = 200

func (s *scanner) runVet(ctx context.Context, at, dir string, pkgs []*listed, more, patterns []string) ([]*listed, error) {
	args := append([]string{"vet", "-json", "-vettool=" + s.o.Tool, "-tags=" + strings.Join(s.o.Tags, ",")}, more...)
	args = append(args, "-gosystem.emit")
	if s.o.Tests {
		args = append(args, testFlag)
	}
	if s.extra != "" {
		args = append(args, librariesFlag+s.extra)
	}
	args = append(append(args, "--"), patterns...)
	stdout, stderr, err := goCommand(ctx, s.o, at, s.settings, args...)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, fmt.Errorf("go vet: %w", err)
	}
	s.take(append(parseVet(stdout), parseVet(stderr)...), dir)
	if err != nil {
		s.said = strings.TrimPrefix(reason(inOrder(stderr)), "vet: ")
	}
	var lost []*listed
	for _, p := range pkgs {
		if s.frags[p.ImportPath] == nil {
			lost = append(lost, p)
		}
	}
	return lost, nil
}

// inOrder sorts what the go command says of each package: it comes in the order
// in which the builds end.
func inOrder(stderr []byte) []byte {
	var parts []string
	for line := range strings.Lines(string(stderr)) {
		if len(parts) == 0 || strings.HasPrefix(line, "# ") {
			parts = append(parts, "")
		}
		parts[len(parts)-1] += line
	}
	slices.Sort(parts)
	return []byte(strings.Join(parts, ""))
}

func importPaths(pkgs []*listed) []string {
	paths := make([]string, len(pkgs))
	for i, p := range pkgs {
		paths[i] = p.ImportPath
	}
	return paths
}
