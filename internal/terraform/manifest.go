package terraform

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// manifestFile is where terraform init notes which directory holds the module
// of each call.
const manifestFile = ".terraform/modules/modules.json"

// manifest maps module calls (a.b) to directories, as terraform init left it.
// Directories outside the scan root are left out: nothing there is read.
func manifest(fsys fs.FS, root string) (map[string]string, *hcl.Diagnostic) {
	name := path.Join(root, manifestFile)
	text, err := readFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var file struct {
		Modules []struct{ Key, Dir string }
	}
	if err == nil {
		err = json.Unmarshal(text, &file)
	}
	if err != nil {
		at := hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos}
		return nil, problem("the list of modules cannot be read", err.Error()+"; run `terraform init` again, the modules it names were left out", at)
	}
	dirs := map[string]string{}
	for _, m := range file.Modules {
		dir := path.Join(root, strings.ReplaceAll(m.Dir, `\`, "/"))
		if m.Key != "" && m.Dir != "" && !path.IsAbs(m.Dir) && fs.ValidPath(dir) {
			dirs[m.Key] = dir
		}
	}
	return dirs, nil
}
