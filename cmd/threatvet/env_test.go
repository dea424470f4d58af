package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// prepare gives a script the path of the command (THREATVET), of the project
// (PROJECT), a copy of the sample system (shop), and the go command's settings.
func prepare(env *testscript.Env) error {
	project, err := filepath.Abs("../..")
	if err != nil {
		return err
	}
	env.Setenv("PROJECT", project)
	cache, err := os.MkdirTemp("", "threatvet-cache-") // not in WorkDir, which may be a repository
	if err != nil {
		return err
	}
	env.Defer(func() { os.RemoveAll(cache) })
	env.Setenv("XDG_CACHE_HOME", cache)
	bin, _, _ := strings.Cut(env.Getenv("PATH"), string(os.PathListSeparator))
	env.Setenv("THREATVET", filepath.Join(bin, "threatvet"))
	sample := os.DirFS(filepath.Join(project, "testdata", "systems", "shop"))
	if err := os.CopyFS(filepath.Join(env.WorkDir, "shop"), sample); err != nil {
		return err
	}
	return passOn(env, "GOCACHE", "GOMODCACHE", "GOPATH", "GOFLAGS", "GOROOT")
}

// passOn gives scripts the go command's own settings, so that they share its
// build cache with the tests around them.
func passOn(env *testscript.Env, names ...string) error {
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	if err != nil {
		return err
	}
	for i, value := range strings.Split(strings.TrimRight(string(out), "\n"), "\n") {
		env.Setenv(names[i], value)
	}
	return nil
}
