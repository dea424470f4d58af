package driver

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What nobody reads for a while is removed, but not what is read.
func TestTrim(t *testing.T) {
	s := &Store{Dir: t.TempDir()}
	long := time.Now().Add(-2 * keptFor)
	for _, key := range []string{"aa", "bb"} {
		s.keepSaid(key, []Diagnostic{{Message: key}})
		if err := os.Chtimes(s.file(key+partSaid), long, long); err != nil {
			t.Fatal(err)
		}
	}
	if list, ok := s.said("bb"); !ok || list[0].Message != "bb" {
		t.Fatalf("said = %v, %v", list, ok)
	}
	s.Trim()
	if _, ok := s.said("aa"); ok {
		t.Error("what nobody read is still there")
	}
	if _, ok := s.said("bb"); !ok {
		t.Error("what was read is gone")
	}
	// Once a day is enough.
	if err := os.Chtimes(s.file("bb"+partSaid), long, long); err != nil {
		t.Fatal(err)
	}
	s.Trim()
	if _, err := os.Stat(filepath.Join(s.Dir, "bb", "bb"+partSaid)); err != nil {
		t.Error("it was trimmed twice on one day")
	}
}
