package revision

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository makes one with git itself, in which every commit is of the same
// moment.
func repository(t *testing.T) (dir string, git func(args ...string) string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	git = func(args ...string) string {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main"}, args...)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_AUTHOR_DATE=2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE=2026-01-01T00:00:00Z", "GIT_CONFIG_GLOBAL=/dev/null")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return strings.TrimSpace(string(out))
	}
	git("init", "-q")
	return dir, git
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func open(t *testing.T, dir string) *Repository {
	t.Helper()
	r, err := Open(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCheckOut(t *testing.T) {
	dir, git := repository(t)
	write(t, dir, "main.tf", "# first\n")
	write(t, dir, "deep/er/name with blank\n.tf", "# odd\n")
	write(t, dir, ".gitattributes", "*.secret export-ignore\n*.tf filter=broken\n")
	write(t, dir, "a.secret", "kept\n")
	write(t, dir, "empty.tf", "")
	if err := os.Symlink("main.tf", filepath.Join(dir, "link.tf")); err != nil {
		t.Fatal(err)
	}
	git("add", "-A")
	git("commit", "-qm", "first")
	git("config", "filter.broken.smudge", "false") // a filter that would fail
	write(t, dir, "main.tf", "# not committed\n")
	write(t, dir, ".terraform/modules/modules.json", "{}")
	before := git("status", "--porcelain=v2", "--branch") + read(t, dir, ".git/index")

	r := open(t, filepath.Join(dir, "deep"))
	commit, err := r.Resolve(context.Background(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := r.CheckOut(context.Background(), commit)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"main.tf": "# first\n", "deep/er/name with blank\n.tf": "# odd\n", "a.secret": "kept\n", "empty.tf": "", "link.tf": "# first\n",
		".terraform/modules/modules.json": "{}",
	} {
		if got := read(t, tree.Dir, name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if after := git("status", "--porcelain=v2", "--branch") + read(t, dir, ".git/index"); after != before {
		t.Errorf("the repository is not as it was:\n%q\n%q", before, after)
	}
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(tree.Dir); !os.IsNotExist(err) {
		t.Errorf("%s is left behind (%v)", tree.Dir, err)
	}
}

// TestTwoAtOnce: the second run may not use the first one's directory.
func TestTwoAtOnce(t *testing.T) {
	dir, git := repository(t)
	write(t, dir, "a.tf", "x")
	git("add", "-A")
	git("commit", "-qm", "a")
	r := open(t, dir)
	commit, err := r.Resolve(context.Background(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	one, err := r.CheckOut(context.Background(), commit)
	if err != nil {
		t.Fatal(err)
	}
	defer one.Close()
	two, err := r.CheckOut(context.Background(), commit)
	if err != nil {
		t.Fatal(err)
	}
	defer two.Close()
	if one.Dir == two.Dir {
		t.Errorf("both in %s", one.Dir)
	}
}

func TestMergeBase(t *testing.T) {
	dir, git := repository(t)
	commit := func(name string) string {
		write(t, dir, name, name)
		git("add", "-A")
		git("commit", "-qm", name)
		return git("rev-parse", "HEAD")
	}
	fork := commit("a")
	git("checkout", "-qb", "topic")
	topic := commit("b")
	git("checkout", "-q", "main")
	main := commit("c")
	got, err := open(t, dir).MergeBase(context.Background(), main, topic)
	if err != nil || got != fork {
		t.Errorf("got %s, %v; want %s", got, err, fork)
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	dir, git := repository(t)
	write(t, dir, "a", "a")
	git("add", "-A")
	git("commit", "-qm", "a")
	r := open(t, dir)
	for _, name := range []string{"nowhere", "--output=x", "HEAD~7", ""} {
		if _, err := r.Resolve(context.Background(), name); err == nil || !strings.Contains(err.Error(), "git log") {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := Open(context.Background(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "no git repository") {
		t.Errorf("outside: %v", err)
	}
	if _, err := r.CheckOut(context.Background(), strings.Repeat("0", 40)); err == nil {
		t.Error("a commit that is not there was checked out")
	}
}

func TestHonest(t *testing.T) {
	for name, want := range map[string]bool{
		"a/b.tf": true, "a/.github/x": true, ".gitignore": true,
		"../a": false, "/etc/passwd": false, "a/../b": false, ".git/config": false, "a/.GIT/hooks/x": false, "": false,
	} {
		if honest(name) != want {
			t.Errorf("%q: %v, want %v", name, !want, want)
		}
	}
}
