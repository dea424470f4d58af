package revision

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// largest is the size of a file beyond which it is no source that people write;
// such a file is left empty.
const largest = 32 << 20

// Tree holds the files of a commit, or of the index, until it is closed.
type Tree struct {
	// Dir is the absolute directory that stands for the repository's top.
	Dir string
	// Empty names the files that were too large and are empty instead.
	Empty []string
}

// Close removes the files.
func (t *Tree) Close() error { return os.RemoveAll(t.Dir) }

// CheckOut writes the files of a commit to a new directory outside the
// repository. Modules that `terraform init` has put beside the work tree's own
// sources are copied too, so that both sides know them.
func (r *Repository) CheckOut(ctx context.Context, commit string) (*Tree, error) {
	entries, err := r.list(ctx, commit)
	if err != nil {
		return nil, fmt.Errorf("the files of %.12s: %w", commit, err)
	}
	return r.layOut(ctx, fmt.Sprintf("%.12s", commit), "", entries)
}

// CheckOutIndex does the same with what is staged for the next commit.
func (r *Repository) CheckOutIndex(ctx context.Context) (*Tree, error) {
	entries, err := r.staged(ctx)
	if err != nil {
		return nil, fmt.Errorf("what is staged: %w", err)
	}
	return r.layOut(ctx, "what is staged", "index", entries)
}

func (r *Repository) layOut(ctx context.Context, what, kind string, entries []entry) (*Tree, error) {
	dir, err := r.place(kind)
	if err != nil {
		return nil, fmt.Errorf("a directory for %s: %w", what, err)
	}
	t := &Tree{Dir: dir}
	if err := r.fill(ctx, t, entries); err != nil {
		t.Close() //nolint:errcheck // the first error is the one to tell
		return nil, fmt.Errorf("the files of %s: %w", what, err)
	}
	return t, nil
}

// place makes the directory. It has the same name each time where it can, for
// results of earlier scans are kept by directory.
func (r *Repository) place(kind string) (string, error) {
	sum := sha256.Sum256([]byte(r.Top + "\x00" + kind))
	dir := filepath.Join(os.TempDir(), "threatvet-"+hex.EncodeToString(sum[:6]))
	err := os.Mkdir(dir, 0o700)
	if errors.Is(err, fs.ErrExist) { // another run, or someone else's
		dir, err = os.MkdirTemp("", "threatvet-*")
	}
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(dir)
}

func (r *Repository) fill(ctx context.Context, t *Tree, entries []entry) error {
	root, err := os.OpenRoot(t.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := r.write(ctx, root, t, entries); err != nil {
		return err
	}
	return r.copyModules(root, entries)
}

// entry is a file of a commit.
type entry struct {
	mode, object, name string
}

const (
	modeLink      = "120000"
	modeSubmodule = "160000"
)

// list returns the files of a commit, without submodules, whose objects lie in
// another repository, and without names that no honest tree holds.
func (r *Repository) list(ctx context.Context, commit string) ([]entry, error) {
	out, err := r.git(ctx, "ls-tree", "-r", "-z", "--full-tree", commit)
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
		entries = append(entries, entry{fields[0], fields[2], name})
	}
	return entries, nil
}

func honest(name string) bool {
	return fs.ValidPath(name) && !slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return strings.EqualFold(part, ".git")
	})
}

// write asks git for one object after the other and writes each to its place.
func (r *Repository) write(ctx context.Context, root *os.Root, t *Tree, entries []entry) error {
	cmd := r.command(ctx, "cat-file", "--batch", "--buffer")
	var names, message bytes.Buffer
	for _, e := range entries {
		names.WriteString(e.object + "\n")
	}
	cmd.Stdin, cmd.Stderr = &names, &message
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return said(err, "")
	}
	writeErr := writeAll(root, t, entries, bufio.NewReaderSize(out, 1<<16))
	if writeErr != nil {
		cmd.Process.Kill() //nolint:errcheck // it may be gone already
	}
	if err := cmd.Wait(); err != nil && writeErr == nil {
		return said(err, message.String())
	}
	return writeErr
}

func writeAll(root *os.Root, t *Tree, entries []entry, objects *bufio.Reader) error {
	for _, e := range entries {
		size, err := header(objects)
		if err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
		content := io.LimitReader(objects, size)
		if err := writeOne(root, t, e, content, size); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
		if _, err := io.Copy(io.Discard, content); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
		if _, err := objects.Discard(1); err != nil { // the line break behind an object
			return fmt.Errorf("%s: %w", e.name, err)
		}
	}
	return nil
}

// header reads "<object> <type> <size>" and returns the size.
func header(objects *bufio.Reader) (int64, error) {
	line, err := objects.ReadString('\n')
	if err != nil {
		return 0, fmt.Errorf("git gave less than it promised: %w", err)
	}
	fields := strings.Fields(line)
	if len(fields) != 3 {
		return 0, fmt.Errorf("the object is not here (%s); in a partial clone `git fetch --refetch` brings it", strings.TrimSpace(line))
	}
	return strconv.ParseInt(fields[2], 10, 64)
}

func writeOne(root *os.Root, t *Tree, e entry, content io.Reader, size int64) error {
	if err := root.MkdirAll(path.Dir(e.name), 0o700); err != nil {
		return err
	}
	if e.mode == modeLink {
		to, err := io.ReadAll(content)
		if err != nil {
			return err
		}
		return root.Symlink(string(to), e.name)
	}
	if size > largest {
		t.Empty = append(t.Empty, e.name)
		content = strings.NewReader("")
	}
	return writeFile(root, e.name, content)
}

func writeFile(root *os.Root, name string, content io.Reader) error {
	file, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, content)
	return errors.Join(err, file.Close())
}
