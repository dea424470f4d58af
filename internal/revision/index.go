package revision

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// staged lists the files of the index: what the next commit will hold. Git says
// by its environment which index that is, as it does to hooks.
func (r *Repository) staged(ctx context.Context) ([]entry, error) {
	out, err := r.git(ctx, "ls-files", "--stage", "-z", "--full-name")
	if err != nil {
		return nil, err
	}
	var entries []entry
	for line := range strings.SplitSeq(out, "\x00") {
		meta, name, ok := strings.Cut(line, "\t")
		fields := strings.Fields(meta)
		if !ok || len(fields) != 3 || fields[0] == modeSubmodule || !honest(name) {
			continue
		}
		if fields[2] != "0" {
			return nil, fmt.Errorf("%s is in conflict; resolve the merge, then stage it", name)
		}
		entries = append(entries, entry{fields[0], fields[1], name})
	}
	return entries, nil
}

// AllStaged reports whether the work tree is what is staged: no file differs from
// the index, and none is new to it.
func (r *Repository) AllStaged(ctx context.Context) (bool, error) {
	_, err := r.git(ctx, "diff", "--quiet", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == 1:
		return false, nil
	case err != nil:
		return false, err
	}
	others, err := r.git(ctx, "ls-files", "--others", "--exclude-standard", "-z")
	return others == "", err
}

// HasCommits reports whether there is a commit to compare with.
func (r *Repository) HasCommits(ctx context.Context) bool {
	_, err := r.git(ctx, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
	return err == nil
}
