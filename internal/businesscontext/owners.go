package businesscontext

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/hmarr/codeowners"

	"github.com/threatvet/threatvet/internal/model"
)

// ownerSection is a part of a CODEOWNERS file within which the last matching
// line decides. GitHub's form is one section, GitLab's may be several, and a
// file then has the owners of all of them.
type ownerSection struct {
	name  string
	rules []ownerRule
}

// ownerRule is one line. An exclusion takes files out of its section for good.
type ownerRule struct {
	codeowners.Rule
	owners  []string
	exclude bool
}

// codeOwnersFiles are the places where GitHub looks, in its order, and the one
// that GitLab has besides; the first file that exists counts.
func codeOwnersFiles() []string {
	return []string{".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"}
}

// loadOwners reads CODEOWNERS line by line, so that one bad line costs itself
// and not the file.
func (c *Context) loadOwners(fsys fs.FS) []Problem {
	for _, name := range codeOwnersFiles() {
		source, err := readLimited(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		at := model.Location{File: c.relative(name)}
		if err != nil {
			return []Problem{{Location: at, Severity: "warning", Message: "cannot be read: " + err.Error()}}
		}
		if len(source) > maxSize {
			return []Problem{{Location: at, Severity: "warning", Message: "the file is larger than 1 MiB, so it was not read"}}
		}
		return c.parseOwners(at.File, strings.Split(string(source), "\n"))
	}
	return nil
}

func (c *Context) parseOwners(name string, lines []string) []Problem {
	reader := newOwnerReader(name, lines)
	var problems []Problem
	for i, line := range lines {
		line = strings.TrimRight(line, "\r")
		if err := reader.line(line); err != nil {
			at := model.Location{File: name, Line: i + 1, Column: 1, EndLine: i + 1, EndColumn: len(line) + 1}
			problems = append(problems, Problem{
				Location: at, Severity: "warning", Source: excerpt(lines, at),
				Message: fmt.Sprintf("this line does not count: %s", strings.TrimPrefix(err.Error(), "line 1: ")),
			})
		}
	}
	c.owners = reader.sections
	return problems
}

// codeOwners returns the owners of a file of the repository: in each section
// the last line that matches decides, also where it names nobody.
func (c *Context) codeOwners(file string) []string {
	if file == "" {
		return nil
	}
	var list []string
	for _, s := range c.owners {
		for _, owner := range s.of(file) {
			if !slices.Contains(list, owner) {
				list = append(list, owner)
			}
		}
	}
	return list
}

func (s ownerSection) of(file string) []string {
	matches := func(r ownerRule) bool {
		ok, err := r.Match(file)
		return err == nil && ok
	}
	if slices.ContainsFunc(s.rules, func(r ownerRule) bool { return r.exclude && matches(r) }) {
		return nil
	}
	for _, r := range slices.Backward(s.rules) {
		if matches(r) {
			return r.owners
		}
	}
	return nil
}
