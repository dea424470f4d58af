package sourcetree

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Overlay is a tree in which some files hold what an editor has not saved yet.
type Overlay struct {
	// Tree is what lies on the disk.
	Tree fs.FS
	// Files are the texts that stand for files of the tree, or for files that it
	// does not hold yet, by their names in it.
	Files map[string][]byte
}

// Over returns the tree with the texts in the place of its files; the tree
// itself where there are none.
func Over(tree fs.FS, files map[string][]byte) fs.FS {
	if len(files) == 0 {
		return tree
	}
	return Overlay{tree, files}
}

// Open opens a file with its text of the overlay, where it has one.
func (o Overlay) Open(name string) (fs.File, error) {
	if text, ok := o.Files[name]; ok {
		return &file{Reader: bytes.NewReader(text), entry: entry{path.Base(name), int64(len(text))}}, nil
	}
	return o.Tree.Open(name)
}

// Stat tells of a file without opening it.
func (o Overlay) Stat(name string) (fs.FileInfo, error) {
	if text, ok := o.Files[name]; ok {
		return entry{path.Base(name), int64(len(text))}, nil
	}
	return fs.Stat(o.Tree, name)
}

// ReadDir lists a directory of the tree, with the files that only the overlay
// holds.
func (o Overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.Tree, name)
	if err != nil {
		return entries, err
	}
	for file, text := range o.Files {
		if path.Dir(file) != name {
			continue
		}
		e := entry{path.Base(file), int64(len(text))}
		if at := slices.IndexFunc(entries, func(d fs.DirEntry) bool { return d.Name() == e.name }); at >= 0 {
			entries[at] = e
		} else {
			entries = append(entries, e)
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// entry is a file of the overlay as directories list it.
type entry struct {
	name string
	size int64
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return e.size }
func (e entry) Mode() fs.FileMode          { return 0o444 }
func (e entry) Type() fs.FileMode          { return 0 }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) IsDir() bool                { return false }
func (e entry) Sys() any                   { return nil }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }

type file struct {
	io.Reader
	entry
}

func (f *file) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *file) Close() error               { return nil }
