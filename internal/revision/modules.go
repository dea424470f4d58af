package revision

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
)

// modules is where `terraform init` puts the modules of a root. It is kept out of
// revisions as a rule.
const modules = ".terraform/modules"

// copyModules brings the downloaded modules of each directory that the commit
// has too. What cannot be read is left out: the scan then says which module it
// lacks.
func (r *Repository) copyModules(to *os.Root, entries []entry) error {
	from, err := os.OpenRoot(r.Top)
	if err != nil {
		return err
	}
	defer from.Close()
	for _, dir := range directories(entries) {
		at := path.Join(dir, modules)
		if _, err := to.Stat(at); err == nil {
			continue // the commit has its own
		}
		if err := copyTree(from, to, at); err != nil {
			return err
		}
	}
	return nil
}

// directories are those that hold a file of the commit, sorted.
func directories(entries []entry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, path.Dir(e.name))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func copyTree(from, to *os.Root, at string) error {
	err := fs.WalkDir(from.FS(), at, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == at:
			return fs.SkipAll // no module has been downloaded here
		case err != nil || d.Name() == ".git":
			return skip(d)
		case d.IsDir():
			return to.MkdirAll(name, 0o700)
		case !d.Type().IsRegular():
			return nil
		}
		return copyFile(from, to, name)
	})
	if errors.Is(err, fs.ErrNotExist) { // it went away meanwhile
		return nil
	}
	return err
}

func skip(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func copyFile(from, to *os.Root, name string) error {
	info, err := from.Stat(name)
	if err != nil || info.Size() > largest {
		return nil
	}
	file, err := from.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	return writeFile(to, name, file)
}
