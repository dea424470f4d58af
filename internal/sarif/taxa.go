package sarif

import (
	"cmp"
	_ "embed"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsimple"
	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

//go:embed taxa.hcl
var taxaSource []byte

// A list is a published list of names that threats refer to, such as CWE.
type list struct {
	Name           string            `hcl:"name,label"`
	FullName       string            `hcl:"full_name"`
	Organization   string            `hcl:"organization"`
	GUID           string            `hcl:"guid"`
	InformationURI string            `hcl:"information_uri"`
	HelpURI        string            `hcl:"help_uri,optional"`
	Names          map[string]string `hcl:"names"`
}

// taxa is what of the published lists this run refers to.
type taxa struct {
	lists []*list
	used  []map[string]int // by list: entry -> its index in the run's taxonomy
	order [][]string       // by list: the entries in that order
	index []int            // by list: its index among the run's taxonomies, -1 if unused
}

// reference names an entry of a list.
type reference struct{ list, entry string }

// newTaxa collects every entry that one of the threats or steps refers to.
func newTaxa(references []reference) (*taxa, error) {
	var file struct {
		Lists []*list `hcl:"taxonomy,block"`
	}
	if err := hclsimple.Decode("taxa.hcl", taxaSource, nil, &file); err != nil {
		return nil, fmt.Errorf("published lists: %w", err)
	}
	t := &taxa{lists: file.Lists}
	used := 0
	for _, l := range t.lists {
		entries := entriesOf(l.Name, references)
		t.order = append(t.order, entries)
		t.used = append(t.used, positions(entries))
		if len(entries) == 0 {
			t.index = append(t.index, -1)
			continue
		}
		t.index = append(t.index, used)
		used++
	}
	return t, nil
}

func entriesOf(name string, references []reference) []string {
	var entries []string
	for _, r := range references {
		if r.list == name {
			entries = append(entries, r.entry)
		}
	}
	slices.SortFunc(entries, compareEntries)
	return slices.Compact(entries)
}

// compareEntries orders numbers as numbers and everything else as text.
func compareEntries(a, b string) int {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(a, b))
}

func positions(entries []string) map[string]int {
	at := make(map[string]int, len(entries))
	for i, e := range entries {
		at[e] = i
	}
	return at
}

// referencesOf lists what a threat refers to.
func referencesOf(t *model.Threat) []reference {
	var refs []reference
	for _, n := range t.CWE {
		refs = append(refs, reference{"CWE", strconv.Itoa(n)})
	}
	for _, n := range t.CAPEC {
		refs = append(refs, reference{"CAPEC", strconv.Itoa(n)})
	}
	for _, id := range t.Attack {
		refs = append(refs, attack(id))
	}
	if t.Stride != "" {
		refs = append(refs, reference{"STRIDE", plain.Cut(plain.Line(t.Stride), maxName)})
	}
	return refs
}

func attack(id string) reference { return reference{"ATT&CK", plain.Cut(plain.Line(id), maxName)} }

// taxonomies are the lists in use, with the entries in use.
func (t *taxa) taxonomies() []*taxonomy {
	var all []*taxonomy
	for i, l := range t.lists {
		if t.index[i] < 0 {
			continue
		}
		x := &taxonomy{ToolComponent: &sarif.ToolComponent{
			Name:             l.Name,
			FullName:         ptr(l.FullName),
			GUID:             ptr(l.GUID),
			Organization:     ptr(l.Organization),
			InformationURI:   ptr(l.InformationURI),
			ShortDescription: multi(l.FullName, ""),
			IsComprehensive:  ptr(false),
		}}
		for _, entry := range t.order[i] {
			x.Taxa = append(x.Taxa, l.taxon(entry))
		}
		all = append(all, x)
	}
	return all
}

func (l *list) taxon(entry string) *taxon {
	x := &taxon{ReportingDescriptor: &sarif.ReportingDescriptor{ID: entry}}
	if name, known := l.Names[entry]; known {
		x.ShortDescription = multi(name, "")
	}
	if l.HelpURI != "" {
		x.HelpURI = ptr(l.helpFor(entry))
	}
	return x
}

// helpFor is the entry's page. ATT&CK's sub-techniques are folders of their
// technique's.
func (l *list) helpFor(entry string) string {
	id := url.PathEscape(entry)
	return strings.NewReplacer("{id}", id, "{path}", strings.ReplaceAll(id, ".", "/")).Replace(l.HelpURI)
}

// label is how people write the entry: CWE-89, T1190, CAPEC-66, tampering.
func (r reference) label() string {
	if r.list == "CWE" || r.list == "CAPEC" {
		return r.list + "-" + r.entry
	}
	return r.entry
}

// describe returns an entry's label with its name, and its page, where known.
func (t *taxa) describe(r reference) (text, page string) {
	for _, l := range t.lists {
		if l.Name != r.list {
			continue
		}
		text = r.label()
		if name, known := l.Names[r.entry]; known {
			text += ": " + name
		}
		if l.HelpURI != "" {
			page = l.helpFor(r.entry)
		}
	}
	return text, page
}

// reference points at an entry of the run's taxonomies; nil where the list is
// not one of ours.
func (t *taxa) reference(r reference) *sarif.ReportingDescriptorReference {
	for i, l := range t.lists {
		position, used := t.used[i][r.entry]
		if l.Name != r.list || !used {
			continue
		}
		return &sarif.ReportingDescriptorReference{
			Id:            ptr(r.entry),
			Index:         ptr(uint(position)),
			ToolComponent: t.component(i),
		}
	}
	return nil
}

func (t *taxa) component(i int) *sarif.ToolComponentReference {
	return &sarif.ToolComponentReference{
		Name:  ptr(t.lists[i].Name),
		Index: ptr(uint(t.index[i])),
		Guid:  ptr(t.lists[i].GUID),
	}
}

// components are the taxonomies in use.
func (t *taxa) components() []*sarif.ToolComponentReference {
	var all []*sarif.ToolComponentReference
	for i := range t.lists {
		if t.index[i] >= 0 {
			all = append(all, t.component(i))
		}
	}
	return all
}
