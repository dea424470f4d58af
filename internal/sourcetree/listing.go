package sourcetree

import (
	"io/fs"
	"sync"
)

// Listing remembers what directories hold, for reading the same trees several
// times within moments.
type Listing struct {
	mu   sync.Mutex
	dirs map[[2]string][]fs.DirEntry
}

// NewListing returns one that knows nothing yet.
func NewListing() *Listing { return &Listing{dirs: map[[2]string][]fs.DirEntry{}} }

// Of returns a tree whose directories are listed once; name tells trees apart.
func (l *Listing) Of(name string, tree fs.FS) fs.FS { return listed{tree, name, l} }

type listed struct {
	fs.FS
	name string
	in   *Listing
}

// Stat passes a question on.
func (t listed) Stat(name string) (fs.FileInfo, error) { return fs.Stat(t.FS, name) }

// ReadDir lists a directory, from memory where it was listed before.
func (t listed) ReadDir(name string) ([]fs.DirEntry, error) {
	key := [2]string{t.name, name}
	t.in.mu.Lock()
	entries, ok := t.in.dirs[key]
	t.in.mu.Unlock()
	if ok {
		return entries, nil
	}
	entries, err := fs.ReadDir(t.FS, name)
	if err == nil {
		t.in.mu.Lock()
		t.in.dirs[key] = entries
		t.in.mu.Unlock()
	}
	return entries, err
}
