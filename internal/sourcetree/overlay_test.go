package sourcetree

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestOverlay(t *testing.T) {
	tree := fstest.MapFS{"infra/main.tf": {Data: []byte("old")}, "infra/other.tf": {Data: []byte("other")}}
	over := Over(tree, map[string][]byte{"infra/main.tf": []byte("unsaved"), "infra/new.tf": []byte("new"), "gone/x.tf": []byte("x")})
	for name, want := range map[string]string{"infra/main.tf": "unsaved", "infra/other.tf": "other", "infra/new.tf": "new", "gone/x.tf": "x"} {
		if text, err := fs.ReadFile(over, name); err != nil || string(text) != want {
			t.Errorf("%s is %q (%v), want %q", name, text, err, want)
		}
	}
	if info, err := fs.Stat(over, "infra/main.tf"); err != nil || info.Size() != int64(len("unsaved")) {
		t.Errorf("the size of an unsaved file is %v (%v)", info, err)
	}
	var walked []string
	_ = fs.WalkDir(over, ".", func(name string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			walked = append(walked, name)
		}
		return err
	})
	if len(walked) != 3 {
		t.Errorf("a walk finds %q; it finds the new file, and none in a directory that is not there", walked)
	}
}
