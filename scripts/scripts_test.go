// Package scripts_test runs what other machines run: the install script, the
// steps of the action, the template for GitLab.
package scripts_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"
)

var built struct {
	once sync.Once
	dir  string
	err  error
}

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(built.dir)
	os.Exit(code)
}

// program builds threatvet once for all tests, and returns its directory.
func program(t *testing.T) string {
	t.Helper()
	built.once.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "threatvet-scripts-"); built.err != nil {
			return
		}
		out, err := exec.Command("go", "build", "-o", filepath.Join(built.dir, "threatvet"), "../cmd/threatvet").CombinedOutput()
		if err != nil {
			built.err = fmt.Errorf("%w\n%s", err, out)
		}
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return built.dir
}

// archive packs a program as a release does.
func archive(t *testing.T, text []byte) []byte {
	t.Helper()
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	tape := tar.NewWriter(zip)
	if err := tape.WriteHeader(&tar.Header{Name: "threatvet", Mode: 0o755, Size: int64(len(text))}); err != nil {
		t.Fatal(err)
	}
	if _, err := tape.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := tape.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func TestInstall(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the script needs a POSIX shell")
	}
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip("curl is not installed here")
	}
	file := fmt.Sprintf("threatvet_%s_%s.tar.gz", runtime.GOOS, runtime.GOARCH)
	packed := archive(t, []byte("#!/bin/sh\necho threatvet v1.2.3\n"))
	sum := fmt.Sprintf("%x  %s\n", sha256.Sum256(packed), file)
	mux := http.NewServeMux()
	serve := func(path string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(body) })
	}
	for _, at := range []string{"/latest/download/", "/download/v1.2.3/"} {
		serve(at+file, packed)
		serve(at+"checksums.txt", []byte(sum))
	}
	serve("/download/v1.2.4/"+file, append(packed, 0))
	serve("/download/v1.2.4/checksums.txt", []byte(sum))
	serve("/download/v1.2.5/"+file, packed)
	serve("/download/v1.2.5/checksums.txt", []byte(strings.ReplaceAll(sum, file, "other.tar.gz")))
	server := httptest.NewServer(mux)
	defer server.Close()

	for version, want := range map[string]string{
		"v1.2.3": "installed threatvet v1.2.3",
		"latest": "installed threatvet v1.2.3",
		"v1.2.4": "nothing was installed",
		"v1.2.5": "does not name " + file,
		"v9.9.9": "is v9.9.9 a release?",
	} {
		t.Run(version, func(t *testing.T) {
			bin := filepath.Join(t.TempDir(), "bin")
			cmd := exec.Command("sh", "install.sh", version, bin)
			cmd.Env = append(os.Environ(), "THREATVET_RELEASES="+server.URL)
			out, err := cmd.CombinedOutput()
			if !strings.Contains(string(out), want) {
				t.Errorf("said %s, want %q", out, want)
			}
			_, missing := os.Stat(filepath.Join(bin, "threatvet"))
			if good := strings.HasPrefix(want, "installed"); good != (err == nil) || good != (missing == nil) {
				t.Errorf("%v, program: %v", err, missing)
			}
		})
	}
}

// action is what of action.yml is run here.
type action struct {
	Runs struct {
		Steps []struct {
			Name string            `yaml:"name"`
			Env  map[string]string `yaml:"env"`
			Run  string            `yaml:"run"`
		} `yaml:"steps"`
	} `yaml:"runs"`
}

func readAction(t *testing.T) action {
	t.Helper()
	text, err := os.ReadFile("../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var a action
	if err := yaml.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestActionTakesNothingIntoScripts: what a pull request chooses must not become
// part of a script. https://docs.github.com/en/actions/reference/security/secure-use
func TestActionTakesNothingIntoScripts(t *testing.T) {
	for _, s := range readAction(t).Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("step %s puts an expression into its script", s.Name)
		}
	}
}

// runner stands for the machine of a job.
type runner struct {
	t                *testing.T
	repository, temp string
	path, calls      string
	set              map[string]string // what expressions give
}

// step runs a step as a runner would, and returns what it printed.
func (r *runner) step(name string) (string, error) {
	r.t.Helper()
	for _, s := range readAction(r.t).Runs.Steps {
		if s.Name != name {
			continue
		}
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s.Run)
		cmd.Dir = r.repository
		cmd.Env = append(os.Environ(), "PATH="+r.path, "RUNNER_TEMP="+r.temp, "GITHUB_OUTPUT="+filepath.Join(r.temp, "output"), "CALLS="+r.calls)
		for key, value := range s.Env {
			cmd.Env = append(cmd.Env, key+"="+r.expression(value))
		}
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	r.t.Fatalf("action.yml has no step %q", name)
	return "", nil
}

func (r *runner) expression(text string) string {
	name, ok := strings.CutPrefix(text, "${{ ")
	if !ok {
		return text
	}
	value, known := r.set[strings.TrimSuffix(name, " }}")]
	if !known {
		r.t.Fatalf("nothing is known of %s", text)
	}
	return value
}

// outputs are what the steps have handed on.
func (r *runner) outputs() map[string]string {
	text, err := os.ReadFile(filepath.Join(r.temp, "output"))
	if err != nil {
		r.t.Fatal(err)
	}
	list := map[string]string{}
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		list[key] = value
	}
	return list
}

const bucket = `resource "aws_s3_bucket" "files" {
  bucket = "example-files"
}
`

const open = `
resource "aws_s3_bucket_acl" "files" {
  bucket = aws_s3_bucket.files.id
  acl    = "public-read-write"
}
`

// newRunner makes a repository with two commits, of which the second opens the
// bucket, and a gh that notes how it is called.
func newRunner(t *testing.T) *runner {
	t.Helper()
	for _, tool := range []string{"bash", "git"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not installed here")
		}
	}
	r := &runner{t: t, repository: t.TempDir(), temp: t.TempDir()}
	bin := t.TempDir()
	r.path = strings.Join([]string{bin, program(t), os.Getenv("PATH")}, string(os.PathListSeparator))
	r.calls = filepath.Join(r.temp, "calls")
	gh := "#!/bin/sh\necho \"$@\" >>\"$CALLS\"\ncase \"$*\" in *--jq*) [ ! -e \"$CALLS.earlier\" ] || echo 42 ;; esac\n"
	if err := os.WriteFile(filepath.Join(bin, "gh"), []byte(gh), 0o700); err != nil { //nolint:gosec // it has to be run
		t.Fatal(err)
	}
	r.git("init", "-q", "-b", "main")
	r.commit(bucket)
	base := r.git("rev-parse", "HEAD")
	r.commit(bucket + open)
	r.set = map[string]string{
		"inputs.path": ".", "inputs.fail-on": "high", "inputs.new-only": "true", "github.event.pull_request.base.sha": base,
		"github.event.pull_request.number": "7", "github.repository": "example/shop", "inputs.token": "t",
	}
	return r
}

func (r *runner) commit(text string) {
	if err := os.WriteFile(filepath.Join(r.repository, "main.tf"), []byte(text), 0o600); err != nil {
		r.t.Fatal(err)
	}
	r.git("add", "-A")
	r.git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "change")
}

func (r *runner) git(args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.repository
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// TestAction runs the steps of the action for a pull request that opens a bucket,
// and for one that changes nothing.
func TestAction(t *testing.T) {
	r := newRunner(t)
	said, err := r.step("Scan")
	if err != nil || !strings.Contains(said, "::error") || !strings.Contains(said, "main.tf") {
		t.Fatalf("%v\n%s", err, said)
	}
	out := r.outputs()
	if out["exit-code"] != "1" {
		t.Errorf("exit code %q", out["exit-code"])
	}
	if sarif, err := os.ReadFile(out["sarif"]); err != nil || !bytes.Contains(sarif, []byte(`"2.1.0"`)) {
		t.Errorf("no SARIF: %v", err)
	}
	r.set["steps.scan.outputs.exit-code"] = out["exit-code"]
	if _, err := r.step("Result"); err == nil {
		t.Error("a new threat does not fail the job")
	}

	r.set["github.event.pull_request.base.sha"] = r.git("rev-parse", "HEAD")
	if said, err = r.step("Scan"); err != nil || r.outputs()["exit-code"] != "0" {
		t.Errorf("what was there before fails the job: %v\n%s", err, said)
	}
}

func TestActionComments(t *testing.T) {
	r := newRunner(t)
	if said, err := r.step("Comment"); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	text, err := os.ReadFile(filepath.Join(r.temp, "threatvet.md"))
	if err != nil || !bytes.HasPrefix(text, []byte("<!-- threatvet diff -->")) || !bytes.Contains(text, []byte("aws_s3_bucket.files")) {
		t.Errorf("%v\n%s", err, text)
	}
	if err := os.WriteFile(r.calls+".earlier", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := r.step("Comment"); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	calls, err := os.ReadFile(r.calls)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"--method POST repos/example/shop/issues/7/comments", "--method PATCH repos/example/shop/issues/comments/42"} {
		if !bytes.Contains(calls, []byte(want)) {
			t.Errorf("gh was not called with %s:\n%s", want, calls)
		}
	}
}

// TestActionIsValid asks the validator of GitHub's own schema.
func TestActionIsValid(t *testing.T) {
	validator := os.Getenv("THREATVET_ACTION_VALIDATOR")
	if validator == "" {
		t.Skip("THREATVET_ACTION_VALIDATOR does not name an action-validator; .ci/run installs one")
	}
	for _, file := range []string{"action.yml", ".github/workflows/ci.yml"} {
		cmd := exec.Command(validator, file)
		cmd.Dir = ".."
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", file, err, out)
		}
	}
}

// TestGitLabTemplate runs the job with a runner for GitLab's files.
func TestGitLabTemplate(t *testing.T) {
	local := os.Getenv("THREATVET_GITLAB_CI_LOCAL")
	if local == "" {
		t.Skip("THREATVET_GITLAB_CI_LOCAL does not name a gitlab-ci-local; .ci/run installs one")
	}
	r := newRunner(t)
	template, err := os.ReadFile("../docs/ci/gitlab.yml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(r.repository, ".gitlab-ci.yml"), template, 0o600); err != nil {
		t.Fatal(err)
	}
	r.git("add", "-A")
	r.git("remote", "add", "origin", "https://gitlab.example.com/example/shop.git")
	cmd := exec.Command(local, "--force-shell-executor", "threatvet")
	cmd.Dir = r.repository
	cmd.Env = append(os.Environ(), "PATH="+r.path)
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "at or above high") {
		t.Errorf("the open bucket does not fail the job: %v\n%s", err, out)
	}
	report := filepath.Join(r.repository, ".gitlab-ci-local", "artifacts", "threatvet", "gl-code-quality-report.json")
	text, err := os.ReadFile(report)
	if err != nil || !bytes.Contains(text, []byte(`"fingerprint"`)) {
		t.Errorf("no report: %v\n%s\n%s", err, text, out)
	}
}
