package businesscontext

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/hmarr/codeowners"

	"github.com/threatvet/threatvet/internal/model"
)

type ownerRule struct{ codeowners.Rule }

// codeOwnersFiles are the places where GitHub looks, in its order; the first
// file that exists counts.
func codeOwnersFiles() []string {
	return []string{".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"}
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
	var problems []Problem
	for i, line := range lines {
		line = strings.TrimRight(line, "\r")
		rules, err := codeowners.ParseFile(strings.NewReader(line))
		if err != nil {
			at := model.Location{File: name, Line: i + 1, Column: 1, EndLine: i + 1, EndColumn: len(line) + 1}
			problems = append(problems, Problem{
				Location: at, Severity: "warning", Source: excerpt(lines, at),
				Message: fmt.Sprintf("this line does not count: %s", strings.TrimPrefix(err.Error(), "line 1: ")),
			})
			continue
		}
		for _, r := range rules {
			c.owners = append(c.owners, ownerRule{r})
		}
	}
	return problems
}

// codeOwners returns the owners of a file of the repository: the last line that
// matches decides, also where it names nobody.
func (c *Context) codeOwners(file string) []string {
	if file == "" {
		return nil
	}
	for i := len(c.owners) - 1; i >= 0; i-- {
		if ok, err := c.owners[i].Match(file); err != nil || !ok {
			continue
		}
		var list []string
		for _, o := range c.owners[i].Owners {
			list = append(list, o.String())
		}
		return list
	}
	return nil
}
