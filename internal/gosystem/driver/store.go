package driver

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Store keeps what came of packages, by keys of all that it depends on. What is
// damaged or not there is made anew, so nothing that goes wrong here matters.
type Store struct {
	// Dir is where files are kept; where it is empty, what came of packages is
	// known as long as the store is.
	Dir    string
	memory sync.Map
}

// The parts of what came of a package: what is said of it, and what it gives to
// those that import it.
const (
	partSaid  = ".said"
	partGiven = ".given"
)

func (s *Store) said(key string) ([]Diagnostic, bool) {
	var list []Diagnostic
	ok := s.get(key+partSaid, &list)
	return list, ok
}

func (s *Store) keepSaid(key string, list []Diagnostic) { s.put(key+partSaid, list) }

func (s *Store) given(key string) *given {
	g := &given{}
	if !s.get(key+partGiven, g) {
		return nil
	}
	return g
}

func (s *Store) keepGiven(key string, g *given) { s.put(key+partGiven, g) }

func (s *Store) get(name string, to any) bool {
	data, ok := s.read(name)
	if !ok || len(data) < sha256.Size {
		return false
	}
	sum, content := data[:sha256.Size], data[sha256.Size:]
	if got := sha256.Sum256(content); !bytes.Equal(got[:], sum) {
		return false
	}
	return gob.NewDecoder(bytes.NewReader(content)).Decode(to) == nil
}

func (s *Store) put(name string, value any) {
	var content bytes.Buffer
	if gob.NewEncoder(&content).Encode(value) != nil {
		return
	}
	sum := sha256.Sum256(content.Bytes())
	s.write(name, append(sum[:], content.Bytes()...))
}

func (s *Store) read(name string) ([]byte, bool) {
	if s.Dir == "" {
		data, ok := s.memory.Load(name)
		if !ok {
			return nil, false
		}
		return data.([]byte), true
	}
	file := s.file(name)
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, false
	}
	s.used(file)
	return data, true
}

func (s *Store) file(name string) string { return filepath.Join(s.Dir, name[:2], name) }

// write writes a file so that a reader finds all of it or nothing.
func (s *Store) write(name string, data []byte) {
	if s.Dir == "" {
		s.memory.Store(name, data)
		return
	}
	file := s.file(name)
	dir := filepath.Dir(file)
	if os.MkdirAll(dir, 0o700) != nil {
		return
	}
	temp, err := os.CreateTemp(dir, "new")
	if err != nil {
		return
	}
	_, err = temp.Write(data)
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		os.Remove(temp.Name()) // the file is of no use
	}
}

// How long files that nobody reads are kept, and how often they are looked for.
const (
	keptFor   = 10 * 24 * time.Hour
	trimEvery = 24 * time.Hour
	noteEvery = time.Hour
)

// used notes that a file was read.
func (s *Store) used(file string) {
	now := time.Now()
	if info, err := os.Stat(file); err == nil && now.Sub(info.ModTime()) > noteEvery {
		os.Chtimes(file, now, now) // else it is made anew one day
	}
}

// Trim removes what nobody has read for a while, at most once a day.
func (s *Store) Trim() {
	if s.Dir == "" {
		return
	}
	stamp := filepath.Join(s.Dir, "trimmed")
	now := time.Now()
	if info, err := os.Stat(stamp); err == nil && now.Sub(info.ModTime()) < trimEvery {
		return
	}
	if os.MkdirAll(s.Dir, 0o700) != nil || os.WriteFile(stamp, nil, 0o600) != nil {
		return
	}
	files, _ := filepath.Glob(filepath.Join(s.Dir, "??", "*")) // the pattern is well-formed
	for _, file := range files {
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > keptFor {
			os.Remove(file) // else on another day
		}
	}
}
