// Package revision lays the files of a git revision out in a directory of its
// own. It reads objects only: the work tree, the index and the references stay
// as they are, and no hook, filter or remote of the repository is used.
package revision

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Repository is a git repository on this machine.
type Repository struct {
	// Top is the absolute directory of its work tree.
	Top string
}

// Open finds the repository that holds dir.
func Open(ctx context.Context, dir string) (*Repository, error) {
	r := &Repository{Top: dir}
	top, err := r.git(ctx, "rev-parse", "--show-toplevel")
	if errors.Is(err, errNoGit) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("%s is in no git repository, and a revision needs one: %w", dir, err)
	}
	r.Top = filepath.FromSlash(top)
	return r, nil
}

// Resolve returns the commit that a revision names, as git rev-parse reads it
// (main, HEAD~3, v1.2.0, a hash).
func (r *Repository) Resolve(ctx context.Context, name string) (string, error) {
	commit, err := r.git(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		if ctx.Err() != nil {
			return "", err
		}
		return "", fmt.Errorf("no revision %q in %s; `git log --oneline` lists them, and `git fetch` brings those of others", name, r.Top)
	}
	return commit, nil
}

// MergeBase returns the last commit that two commits have in common.
func (r *Repository) MergeBase(ctx context.Context, a, b string) (string, error) {
	commit, err := r.git(ctx, "merge-base", a, b)
	if err != nil {
		if ctx.Err() != nil {
			return "", err
		}
		return "", fmt.Errorf("%.12s and %.12s have no commit in common here; a shallow clone lacks it: `git fetch --unshallow`", a, b)
	}
	return commit, nil
}

// git runs one command of git and returns its output without the last line
// break.
func (r *Repository) git(ctx context.Context, args ...string) (string, error) {
	var out, message bytes.Buffer
	cmd := r.command(ctx, args...)
	cmd.Stdout, cmd.Stderr = &out, &message
	if err := cmd.Run(); err != nil {
		return "", said(err, message.String())
	}
	return strings.TrimRight(out.String(), "\r\n"), nil
}

// command prepares git so that it neither writes to the repository nor talks to
// another machine.
func (r *Repository) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false"}, args...)...)
	cmd.Dir = r.Top
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1", "LC_ALL=C")
	return cmd
}

var errNoGit = errors.New("revisions are read with git, which is not installed here or not on PATH")

// said adds what git itself said about a failure.
func said(err error, message string) error {
	if errors.Is(err, exec.ErrNotFound) {
		return errNoGit
	}
	if message = strings.TrimSpace(message); message != "" {
		return errors.New(message)
	}
	return fmt.Errorf("git: %w", err)
}
