package taint

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// copyTo records in a cell what a value holds, part by part. Where the value
// is an address, or holds some, what is later stored through the one name is
// seen through the other.
func (s *state) copyTo(at cell, v ssa.Value, block *ssa.BasicBlock, pos token.Pos, note string) {
	s.share(at, s.canon(v), plain(v).Type(), false, block, pos, note)
}

// storeTo is copyTo for what is stored through an address.
func (s *state) storeTo(at cell, v ssa.Value, block *ssa.BasicBlock, pos token.Pos, note string) {
	s.share(at, s.canon(v), plain(v).Type(), true, block, pos, note)
}

// storeEntry stores a value under a constant key of a map. A text under the
// name of a field is compared as a text by the stores that take maps as
// queries; only under an operator, as in {"$where": text}, is it more.
func (s *state) storeEntry(at cell, key string, v ssa.Value, block *ssa.BasicBlock, pos token.Pos) {
	if !isString(plain(v).Type()) || strings.HasPrefix(key, "$") {
		s.storeTo(at, v, block, pos, "")
		return
	}
	for _, have := range s.readCell(s.canon(v)) {
		mask := have.mask &^ s.guards.cleared(have, block) &^ library.Of(library.NoSQLInjection)
		s.write(cell{at.root, at.path + have.path}, have.label, mask, &have, pos, "")
	}
}

// share copies what a cell of a type holds to another one, and back what was
// stored there.
func (s *state) share(at, from cell, t types.Type, stored bool, block *ssa.BasicBlock, pos token.Pos, note string) {
	if at == from || s.e.silent(t) {
		return
	}
	for _, have := range s.readCell(from) {
		mask := have.mask &^ s.guards.cleared(have, block)
		to := cell{at.root, at.path + have.path}
		if stored {
			s.write(to, have.label, mask, &have, pos, note)
		} else {
			s.put(to, have.label, mask, &have, pos, note)
		}
	}
	s.sendBack(at, from, t, pos)
}

// sendBack copies to where an address is from what was stored through a copy
// of it.
func (s *state) sendBack(at, from cell, t types.Type, pos token.Pos) {
	for _, have := range s.cells[at.root] {
		if !have.written || !within(at.path, have.at.path) {
			continue
		}
		path := have.at.path[len(at.path):]
		if !sharedPart(t, path) {
			continue
		}
		back := taint{path: path, label: have.label, mask: have.mask, slot: have, read: have.at}
		s.write(cell{from.root, from.path + path}, have.label, have.mask, &back, pos, have.note)
	}
}

// shares reports whether a copy of a value of the type refers to what the
// value refers to. Errors are taken not to be changed once they are made.
func shares(t types.Type) bool {
	if isError(t) {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Chan, *types.Slice, *types.Interface, *types.Signature:
		return true
	}
	return false
}

// sharedPart reports whether a part of a value is behind an address in it, so
// that a copy of the value has the same part.
func sharedPart(t types.Type, path string) bool {
	for !shares(t) {
		st, ok := t.Underlying().(*types.Struct)
		if !ok || path == "" || path[0] != '.' {
			return false
		}
		name, rest := path[1:], ""
		if i := strings.IndexAny(name, ".[#"); i >= 0 {
			name, rest = name[:i], name[i:]
		}
		field := fieldType(st, name)
		if field == nil {
			return false
		}
		t, path = field, rest
	}
	return true
}

func fieldType(st *types.Struct, name string) types.Type {
	for f := range st.Fields() {
		if f.Name() == name {
			return f.Type()
		}
	}
	return nil
}

// elementType returns the type of what is copied out of a slice or a text: the
// copy shares with it no more than its elements do.
func elementType(v ssa.Value) types.Type {
	switch t := plain(v).Type().Underlying().(type) {
	case *types.Slice:
		return t.Elem()
	case *types.Basic:
		return types.Typ[types.Byte]
	}
	return plain(v).Type()
}

// partType returns the type of a part of a value, nil where it is not clear.
func partType(t types.Type, path string) types.Type {
	for path != "" && t != nil {
		name, rest := path[1:], ""
		if i := strings.IndexAny(name, ".[#"); i >= 0 {
			name, rest = name[:i], name[i:]
		}
		t = behind(t)
		st, ok := t.Underlying().(*types.Struct)
		if !ok || path[0] != '.' {
			return nil
		}
		t, path = fieldType(st, name), rest
	}
	return t
}

// behind returns the type of what values of the type hold or point to.
func behind(t types.Type) types.Type {
	for range 4 {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		case *types.Chan:
			t = u.Elem()
		default:
			return t
		}
	}
	return t
}
