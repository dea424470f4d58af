package outline

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

const (
	magic = "vetx"
	// indexed is what gcexportdata puts before types in the form that the files
	// hold without it.
	indexed = "i"
	header  = len(magic) + 8 // and the lengths of both parts
)

// output is what a unit leaves to those that import it.
type output struct{ types, facts []byte }

var errForm = errors.New("not in the form that this program writes")

func readImports(files map[string]string) (map[string]output, error) {
	given := map[string]output{}
	for path, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out, err := parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		given[path] = out
	}
	return given, nil
}

func parse(data []byte) (output, error) {
	if len(data) < header || string(data[:len(magic)]) != magic {
		return output{}, errForm
	}
	declared, facts := lengthAt(data, 0), lengthAt(data, 1)
	rest := data[header:]
	if uint64(declared)+uint64(facts) > uint64(len(rest)) {
		return output{}, errForm
	}
	return output{types: rest[:declared], facts: rest[declared : declared+facts]}, nil
}

func lengthAt(data []byte, part int) uint32 {
	return binary.LittleEndian.Uint32(data[len(magic)+4*part:])
}

func (o output) write(name string) error {
	data := []byte(magic)
	data = binary.LittleEndian.AppendUint32(data, uint32(len(o.types)))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(o.facts)))
	return os.WriteFile(name, slices.Concat(data, o.types, o.facts), 0o666)
}

// fact is a fact as unitchecker writes it; gob goes by the names of the fields.
type fact struct {
	PkgPath string
	Object  string
	Fact    analysis.Fact
}

func (f fact) key() [2]string { return [2]string{f.PkgPath, fmt.Sprintf("%s %T", f.Object, f.Fact)} }

func decode(data []byte) ([]fact, error) {
	if len(data) == 0 {
		return nil, nil
	}
	var facts []fact
	err := gob.NewDecoder(bytes.NewReader(data)).Decode(&facts)
	return facts, err
}

// passedOn returns the facts of imports that whoever imports this package sees
// through it: those of methods and fields. Those of packages and functions are
// read where they are imported.
func passedOn(given map[string]output) ([]byte, error) {
	kept := map[[2]string]fact{}
	for _, out := range given {
		facts, err := decode(out.facts)
		if err != nil {
			return nil, err
		}
		for _, f := range facts {
			if strings.Contains(f.Object, ".") {
				kept[f.key()] = f
			}
		}
	}
	return encode(kept)
}

func encode(kept map[[2]string]fact) ([]byte, error) {
	if len(kept) == 0 {
		return nil, nil
	}
	var list []fact
	for _, key := range sortedKeys(kept) {
		list = append(list, kept[key])
	}
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).Encode(list)
	return buf.Bytes(), err
}

func sortedKeys(kept map[[2]string]fact) [][2]string {
	var keys [][2]string
	for key := range kept {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	return keys
}
