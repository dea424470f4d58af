// Package awsdata holds what AWS publishes about its actions and managed
// policies, reduced to what decisions about rights need. It decides nothing.
// NOTICE.md names the sources and their licences.
package awsdata

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"io"
	"strings"
	"sync"
)

//go:generate go run ./gen -actions $IAM_DATA -managed $MANAGED_POLICIES

//go:embed actions.json.gz
var actionsFile []byte

//go:embed managed.tsv.gz
var managedFile []byte

// Source names a data set and its version.
type Source struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	License string `json:"license"`
	// Updated is when the data was taken, as RFC 3339; empty where not said.
	Updated string `json:"updated"`
}

// Table is what is known of the actions of all services.
type Table struct {
	Source   Source
	Services map[string]*Service // by prefix, such as s3
	found    sync.Map            // actions by the spelling that was asked for
}

// Service is one service's actions and resource types.
type Service struct {
	// Types maps a resource type to its ARN pattern with ${...} parts.
	Types map[string]string
	// Actions are keyed by lower-case name without the service.
	Actions map[string]Action
}

// Action is one action. Level is list, read, write, tagging or permissions. An
// action without Types is not limited to resources: only a policy that names
// "*" grants it.
type Action struct {
	Name  string
	Level string
	Types []string
}

// Actions returns the table of actions.
var Actions = sync.OnceValue(func() *Table {
	var file struct {
		Source   Source `json:"source"`
		Services map[string]struct {
			Types  map[string]string              `json:"types"`
			Levels map[string]map[string][]string `json:"levels"`
		} `json:"services"`
	}
	if err := json.Unmarshal(unzip(actionsFile), &file); err != nil {
		panic(err) // embedded: a bug in this program
	}
	t := &Table{Source: file.Source, Services: make(map[string]*Service, len(file.Services))}
	for name, s := range file.Services {
		service := &Service{Types: s.Types, Actions: map[string]Action{}}
		for level, actions := range s.Levels {
			for action, types := range actions {
				service.Actions[strings.ToLower(action)] = Action{Name: action, Level: level, Types: types}
			}
		}
		t.Services[name] = service
	}
	return t
})

// Find returns an action such as s3:GetObject, in any case.
func (t *Table) Find(action string) (Action, bool) {
	if known, ok := t.found.Load(action); ok {
		return *known.(*Action), true
	}
	a, ok := t.FindLower(strings.ToLower(action))
	if ok {
		t.found.Store(action, &a)
	}
	return a, ok
}

// FindLower is [Table.Find] for a name that is in lower case already.
func (t *Table) FindLower(action string) (Action, bool) {
	prefix, name, _ := strings.Cut(action, ":")
	s := t.Services[prefix]
	if s == nil {
		return Action{}, false
	}
	a, ok := s.Actions[name]
	return a, ok
}

// managedText is the unpacked file: a line that names the source, then one line
// for each policy, the ARN first.
var managedText = sync.OnceValue(func() []byte { return unzip(managedFile) })

// Managed returns the newest document of a policy that AWS manages. Partitions
// other than aws share the documents.
func Managed(arn string) (document string, ok bool) {
	parts := strings.SplitN(arn, ":", 3)
	if len(parts) != 3 || parts[0] != "arn" || strings.ContainsAny(arn, "\n\t") {
		return "", false
	}
	text := managedText()
	key := []byte("\narn:aws:" + parts[2] + "\t")
	at := bytes.Index(text, key)
	if at < 0 {
		return "", false
	}
	line := text[at+len(key):]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	return string(line), true
}

// ManagedSource names the data set of managed policies.
func ManagedSource() Source {
	var s Source
	line, _, _ := bytes.Cut(managedText(), []byte("\n"))
	if err := json.Unmarshal(line, &s); err != nil {
		panic(err) // embedded: a bug in this program
	}
	return s
}

func unzip(file []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		panic(err) // embedded: a bug in this program
	}
	text, err := io.ReadAll(z)
	if err != nil {
		panic(err) // embedded: a bug in this program
	}
	return text
}
