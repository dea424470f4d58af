package library

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/threatvet/threatvet/internal/gosystem/libraries"
)

// Extra is a flag that carries a user's library files into the processes that
// go vet starts. Its value is the files themselves, packed, so that vet's
// cache notices when they change.
type Extra struct {
	mu   sync.Mutex
	text string
	lib  *Library
}

// Given is the flag as the analyzers of this process share it.
var Given = &Extra{}

// String returns the packed files.
func (e *Extra) String() string {
	if e == nil {
		return ""
	}
	return e.text
}

// Set takes packed files.
func (e *Extra) Set(text string) error {
	if _, err := unpack(text); err != nil {
		return fmt.Errorf("library files: %w", err)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if text != e.text {
		e.text, e.lib = text, nil
	}
	return nil
}

// Library returns the embedded library with the user's files, loaded once.
func (e *Extra) Library() *Library {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.lib == nil {
		// Problems in a user's files are reported by whoever packs them.
		e.lib = Embedded()
		files, _ := unpack(e.text) // checked by Set
		for _, name := range slices.Sorted(maps.Keys(files)) {
			e.lib.parse(name, []byte(files[name]))
		}
	}
	return e.lib
}

// Embedded returns the library of this program, of which nothing is read yet.
func Embedded() *Library {
	l := &Library{chunks: map[string][]chunk{}}
	names, _ := fs.Glob(libraries.Files, "*.hcl") // the pattern is well-formed
	for _, name := range names {
		if text, err := fs.ReadFile(libraries.Files, name); err == nil {
			l.split(name, text)
		}
	}
	return l
}

// Pack turns the .hcl files of a directory into a value for Extra, and says
// what is wrong in them.
func Pack(system fs.FS) (string, hcl.Diagnostics) {
	names, _ := fs.Glob(system, "*.hcl") // the pattern is well-formed
	if len(names) == 0 {
		return "", nil
	}
	_, diags := Load(system)
	files := map[string]string{}
	for _, name := range names {
		if text, err := fs.ReadFile(system, name); err == nil {
			files[name] = string(text)
		}
	}
	plain, err := json.Marshal(files)
	if err != nil {
		return "", append(diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "library files", Detail: err.Error()})
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(plain) // a bytes.Buffer takes everything
	w.Close()
	return base64.RawURLEncoding.EncodeToString(packed.Bytes()), diags
}

// unpackLimit bounds what a packed value may unfold to.
const unpackLimit = 8 << 20

func unpack(text string) (map[string]string, error) {
	if text == "" {
		return nil, nil
	}
	packed, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	plain, err := io.ReadAll(io.LimitReader(r, unpackLimit))
	if err != nil {
		return nil, err
	}
	var files map[string]string
	return files, json.Unmarshal(plain, &files)
}
