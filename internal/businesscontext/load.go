package businesscontext

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/sourcetree"
)

// Names are the names of context files. Of two in one folder the first is read.
func Names() []string { return []string{"threat-context.yaml", "threat-context.yml"} }

// Load reads the context files and CODEOWNERS of a repository. fsys is the
// repository's root and dir the scan root in it ("" or "." where they are the
// same). Context files are read in the folders from the root to dir, and in all
// below dir. Places are told relative to dir. What cannot be used becomes a
// problem, and the rest is read; the context is never nil.
func Load(fsys fs.FS, dir string) (*Context, []Problem) {
	c := &Context{Answers: map[string]*Answer{}, prefix: clean(dir)}
	var problems []Problem
	for _, name := range contextFiles(fsys, c.prefix) {
		source, err := readLimited(fsys, name)
		if err != nil {
			problems = append(problems, Problem{Location: model.Location{File: c.relative(name)}, Severity: "error", Message: "cannot be read: " + err.Error()})
			continue
		}
		v, wrong := read(c.relative(name), source)
		problems = append(problems, wrong...)
		problems = append(problems, c.add(v, clean(path.Dir(name)))...)
	}
	problems = append(problems, c.loadOwners(fsys)...)
	return c, problems
}

func clean(dir string) string {
	dir = path.Clean(strings.TrimPrefix(dir, "/"))
	if dir == "." {
		return ""
	}
	return dir
}

// readLimited reads one byte more than is allowed at most, so that a file that
// is too large is noticed without reading it all.
func readLimited(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxSize+1))
}

// contextFiles lists the context files that count, those further up first.
func contextFiles(fsys fs.FS, dir string) []string {
	var list []string
	in := func(folder string) {
		for _, name := range Names() {
			name = path.Join(folder, name)
			if info, err := fs.Stat(fsys, name); err == nil && !info.IsDir() {
				list = append(list, name)
				return
			}
		}
	}
	for at := dir; at != ""; at = clean(path.Dir(at)) {
		in(clean(path.Dir(at)))
	}
	slices.Reverse(list)
	// A folder that cannot be read holds nothing that we could use; the part
	// that reads its sources says so.
	_ = fs.WalkDir(fsys, cmp.Or(dir, "."), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return fs.SkipDir
		}
		if !d.IsDir() {
			return nil
		}
		if name != cmp.Or(dir, ".") && sourcetree.PassedOver(d.Name()) {
			return fs.SkipDir
		}
		in(name)
		return nil
	})
	slices.SortStableFunc(list, func(a, b string) int {
		return cmp.Or(cmp.Compare(depth(path.Dir(a)), depth(path.Dir(b))), strings.Compare(a, b))
	})
	return slices.Compact(list)
}

func depth(dir string) int {
	if dir = clean(dir); dir == "" {
		return 0
	}
	return 1 + strings.Count(dir, "/")
}

// relative turns a path in the repository into one relative to the scan root.
func (c *Context) relative(name string) string {
	if c.prefix == "" {
		return name
	}
	if rest, ok := strings.CutPrefix(name, c.prefix+"/"); ok {
		return rest
	}
	up := strings.Split(c.prefix, "/")
	parts := strings.Split(name, "/")
	for len(up) > 0 && len(parts) > 1 && up[0] == parts[0] {
		up, parts = up[1:], parts[1:]
	}
	return strings.Repeat("../", len(up)) + strings.Join(parts, "/")
}

// inRepository turns a path relative to the scan root into one in the repository.
func (c *Context) inRepository(file string) string { return clean(path.Join(c.prefix, file)) }

// within reports whether a path in the repository lies in a folder.
func within(file, dir string) bool {
	return dir == "" || file == dir || strings.HasPrefix(file, dir+"/")
}

// add takes over what one file says.
func (c *Context) add(v value, dir string) []Problem {
	for _, s := range v.fields["services"].list {
		c.addService(s, dir, len(v.fields["services"].list) == 1)
	}
	for _, d := range v.fields["data"].list {
		c.addData(d, dir)
	}
	for _, l := range v.fields["links"].list {
		f := l.fields
		c.Links = append(c.Links, &Link{
			Program: Pattern{Text: f["program"].text, Location: f["program"].at, dir: dir},
			RunsOn:  patterns(f["runs_on"], dir), NotOn: patterns(f["not_on"], dir),
		})
	}
	for _, a := range v.fields["attackers"].list {
		f := a.fields
		c.Attackers = append(c.Attackers, &Attacker{
			Name: f["name"].text, Description: f["what"].text, Wants: f["wants"].words(), Can: f["can"].words(), Location: a.at,
		})
	}
	for _, a := range v.fields["assume"].list {
		f := a.fields
		c.Assumptions = append(c.Assumptions, &Assumption{That: f["that"].text, Owner: f["owner"].text, Until: f["until"].text, Location: a.at})
	}
	var problems []Problem
	for _, a := range v.fields["accept"].list {
		f := a.fields
		if p, bad := badThreat(f["threat"].text, f["threat"].at); bad {
			problems = append(problems, p)
			continue
		}
		c.Acceptances = append(c.Acceptances, &Acceptance{
			Threat: f["threat"].text, Reason: f["reason"].text, Owner: f["owner"].text, Until: f["until"].text,
			On:       Pattern{Text: f["on"].text, Location: f["on"].at, dir: dir},
			Location: a.at, dir: dir,
		})
	}
	for _, id := range v.fields["answers"].order {
		said := v.fields["answers"].fields[id]
		c.Answers[id] = &Answer{Text: said.text, Location: said.at}
	}
	return problems
}

func patterns(v value, dir string) []Pattern {
	var list []Pattern
	for _, p := range v.list {
		list = append(list, Pattern{Text: p.text, Location: p.at, dir: dir})
	}
	return list
}

// addService adds a service. The only service of a file is everything in the
// file's folder, unless it says where it is.
func (c *Context) addService(v value, dir string, only bool) {
	f := v.fields
	s := &Service{
		Name: f["name"].text, What: f["what"].text, Owner: f["owner"].text, IfDown: f["if_down"].text,
		Where: patterns(f["where"], dir), Location: v.at, dir: dir, order: len(c.Services),
	}
	if only && len(s.Where) == 0 {
		s.Where = []Pattern{{Text: "**", Location: v.at, dir: dir}}
	}
	c.Services = append(c.Services, s)
}

// addData adds data, or joins it with that of the same name.
func (c *Context) addData(v value, dir string) {
	f := v.fields
	count, _ := parseRecords(f["records"].text)
	d := &Data{
		Name: f["name"].text, Owner: f["owner"].text, Because: f["because"].text, Kinds: f["kinds"].words(), Records: count,
		IfExposed: f["if_exposed"].text, IfChanged: f["if_changed"].text, IfLost: f["if_lost"].text,
		FoundIn: patterns(f["found_in"], dir), Location: v.at, dir: dir,
	}
	for _, old := range c.Data {
		if !strings.EqualFold(old.Name, d.Name) {
			continue
		}
		join := worseWord
		if d.mayLower(old) {
			join = laterWord
		}
		old.Owner, old.Because = cmp.Or(d.Owner, old.Owner), cmp.Or(d.Because, old.Because)
		old.IfExposed, old.IfChanged, old.IfLost = join(old.IfExposed, d.IfExposed), join(old.IfChanged, d.IfChanged), join(old.IfLost, d.IfLost)
		old.Records = max(old.Records, d.Records)
		old.FoundIn = append(old.FoundIn, d.FoundIn...)
		for _, k := range d.Kinds {
			if !slices.Contains(old.Kinds, k) {
				old.Kinds = append(old.Kinds, k)
			}
		}
		old.Location, old.dir = d.Location, d.dir
		return
	}
	c.Data = append(c.Data, d)
}

// mayLower reports whether an entry's words count although others said worse: it
// is in a nearer file, and gives its reason.
func (d *Data) mayLower(than *Data) bool {
	return d.Because != "" && d.dir != than.dir && within(d.dir, than.dir)
}

// laterWord is the later of two impacts; one left open does not count.
func laterWord(earlier, later string) string { return cmp.Or(later, earlier) }

// worseWord is the worse of two impacts; one left open does not count.
func worseWord(a, b string) string {
	if slices.Index(Impacts(), a) >= slices.Index(Impacts(), b) {
		return a
	}
	return b
}
