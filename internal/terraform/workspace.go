package terraform

import (
	"cmp"
	"path"
	"strings"
)

// workspace is what terraform.workspace stands for: what was asked for, else
// what `terraform workspace select` noted in the root's working directory.
func (e *evaluator) workspace() string {
	if e.opts.Workspace != "" {
		return e.opts.Workspace
	}
	text, err := readFile(e.opts.FS, path.Join(e.dir, ".terraform/environment"))
	if err != nil {
		return "default" // nobody selected one
	}
	return cmp.Or(strings.TrimSpace(string(text)), "default")
}
