package gosystem_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/gosystem"
	"github.com/threatvet/threatvet/internal/model"
)

func analyze(t testing.TB, dir string, o gosystem.Options) *model.System {
	t.Helper()
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	o.Dir = abs
	sys, _, err := gosystem.Analyze(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return sys
}

func entryPoints(sys *model.System) []string {
	var list []string
	for _, p := range sys.EntryPoints {
		list = append(list, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s=%v", p.Kind, p.Method, p.Path, p.Element, p.Authn.State, p.Authn.Value)))
	}
	slices.Sort(list)
	return list
}

func flows(sys *model.System) []string {
	var list []string
	for _, f := range sys.Flows {
		list = append(list, fmt.Sprintf("%s -> %s %s %s", f.From, f.Target.Service, f.Target.Origin, f.Target.Name))
	}
	slices.Sort(list)
	return list
}

// injections lists the weaknesses that were proven with a trace.
func injections(sys *model.System) []string {
	var list []string
	for _, w := range sys.Weaknesses {
		if len(w.Trace) > 0 {
			first := w.Trace[0]
			list = append(list, fmt.Sprintf("%s %s:%d <- %s:%d %s", w.Kind, w.Location.File, w.Location.Line, first.File, first.Line, w.EntryPoint))
		}
	}
	return list
}

func TestShop(t *testing.T) {
	sys := analyze(t, "../../testdata/systems/shop", gosystem.Options{})
	web := "go:example.com/shop/internal/web.(*Server)."
	wantFlows := []string{
		"go:example.com/shop/cmd/web -> sql env DATABASE_URL",
		"go:example.com/shop/cmd/worker -> sql env DATABASE_URL",
		"go:example.com/shop/cmd/worker -> sql env DATABASE_URL",
		web + "Address -> s3 env CUSTOMERS_BUCKET",
		web + "Avatar -> http request ",
		web + "Mine -> sql env DATABASE_URL",
		web + "Order -> http env ORDERS_QUEUE_URL",
		web + "Rates -> http request ",
		web + "Search -> sql env DATABASE_URL",
	}
	if diff := cmp.Diff(wantFlows, flows(sys)); diff != "" {
		t.Error(diff)
	}
	wantInjections := []string{
		"command_injection internal/web/files.go:40 <- internal/web/files.go:39 " + web + "Thumbnail POST /thumbnail",
		// What the operator sets is known too, and unlikely.
		"local_input internal/cloud/bucket.go:25 <- cmd/web/main.go:24 ",
		"local_input internal/cloud/queue.go:50 <- cmd/worker/main.go:29 ",
		"local_input internal/web/files.go:17 <- cmd/web/main.go:26 ",
		"open_redirect internal/web/login.go:19 <- internal/web/login.go:19 " + web + "Next GET /next",
		"path_traversal internal/web/files.go:28 <- internal/web/files.go:28 " + web + "Invoice GET /invoice/{name}",
		"request_forgery internal/web/avatar.go:25 <- internal/web/avatar.go:14 " + web + "Avatar GET /avatar",
		"sql_injection internal/store/orders.go:46 <- internal/web/orders.go:10 " + web + "Search GET /search",
	}
	if diff := cmp.Diff(wantInjections, injections(sys)); diff != "" {
		t.Error(diff)
	}
	if got := len(sys.EntryPoints); got != 13 {
		t.Errorf("%d entry points, want 13", got)
	}
	service := sys.Index().Elements["go:example.com/shop/cmd/worker"]
	var reads []string
	for _, r := range service.Reads {
		reads = append(reads, r.Name)
	}
	want := []string{"DATABASE_URL", "ORDERS_QUEUE_URL", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID"}
	if diff := cmp.Diff(want, reads); diff != "" {
		t.Error(diff)
	}
	if len(sys.Gaps) != 0 {
		t.Errorf("gaps: %v", sys.Gaps[0])
	}
}

// Data enters in one package and does harm in another; the bound parameter of
// the same package stays silent.
func TestCrossPackage(t *testing.T) {
	sys := analyze(t, "testdata/crosspkg", gosystem.Options{})
	want := []string{"sql_injection store/store.go:11 <- main.go:14 go:example.com/crosspkg.(*server).list GET /notes"}
	if diff := cmp.Diff(want, injections(sys)); diff != "" {
		t.Error(diff)
	}
}

// None of the module's dependencies can be had.
func TestUnresolved(t *testing.T) {
	sys := analyze(t, "testdata/unresolved", gosystem.Options{})
	want := []string{
		"http   go:example.com/tol/cmd/fn.handle known=none",
		"http GET /files/{name} go:example.com/tol/cmd/api.(*server).file known=none",
		"http GET /ping go:example.com/tol/cmd/gin.main.func1 known=none",
		"http POST /admin/orders go:example.com/tol/cmd/api.(*server).orders known=token",
		"http POST /v1/run go:example.com/tol/cmd/gin.run known=token",
	}
	if diff := cmp.Diff(want, entryPoints(sys)); diff != "" {
		t.Error(diff)
	}
	if f := flows(sys); !slices.Contains(f, "go:example.com/tol/cmd/api.(*server).file -> s3 env BUCKET") {
		t.Errorf("no flow to the bucket in %q", f)
	}
	wantInjections := []string{
		"command_injection cmd/gin/main.go:32 <- cmd/gin/main.go:31 go:example.com/tol/cmd/gin.run POST /v1/run",
		"path_traversal cmd/api/main.go:58 <- cmd/api/main.go:51 go:example.com/tol/cmd/api.(*server).file GET /files/{name}",
		"request_forgery cmd/fn/main.go:12 <- cmd/fn/main.go:12 go:example.com/tol/cmd/fn.handle",
		"sql_injection internal/store/store.go:19 <- cmd/api/main.go:62 go:example.com/tol/cmd/api.(*server).orders POST /admin/orders",
	}
	if diff := cmp.Diff(wantInjections, injections(sys)); diff != "" {
		t.Error(diff)
	}
	if len(sys.Gaps) != 1 || !strings.Contains(sys.Gaps[0].Do, "go mod download") {
		t.Errorf("gaps = %v, want one that says what to run", sys.Gaps)
	}
}

// Who has the secret of the installation is one of its own; a secret of a user,
// or one that the caller brings twice, says nothing of that.
func TestPeers(t *testing.T) {
	sys := analyze(t, "testdata/peers", gosystem.Options{})
	want := []string{
		"http GET /either go:example.com/peers.(*server).either known=none",
		"http GET /form go:example.com/peers.(*server).form known=none",
		"http GET /hello go:example.com/peers/examples/hello.hello known=none",
		"http GET /logged go:example.com/peers.(*server).logged known=none",
		"http GET /metrics go:example.com/peers.metrics known=operator",
		"http GET /named go:example.com/peers.(*server).named known=none",
		"http GET /user/file go:example.com/peers.(*server).ofUser assumed=session",
		"http POST /peer/read go:example.com/peers.(*server).read known=operator",
		"http POST /peer/write go:example.com/peers.(*server).write known=operator",
	}
	if diff := cmp.Diff(want, entryPoints(sys)); diff != "" {
		t.Error(diff)
	}
	var latent []string
	for _, e := range sys.Elements {
		if e.Latent {
			latent = append(latent, e.ID)
		}
	}
	if diff := cmp.Diff([]string{"go:example.com/peers/examples/hello", "go:example.com/peers/examples/hello.hello"}, latent); diff != "" {
		t.Error(diff)
	}
}

// A user's description makes a function of the program a source.
func TestUserLibrary(t *testing.T) {
	own := fstest.MapFS{"own.hcl": {Data: []byte(`package "example.com/crosspkg/store" {
  sinks = { command_injection = ["Notes.By: 0"] }
}`)}}
	sys := analyze(t, "testdata/crosspkg", gosystem.Options{Libraries: own})
	want := []string{"command_injection main.go:13 <- main.go:13 go:example.com/crosspkg.(*server).list GET /notes"}
	if diff := cmp.Diff(want, injections(sys)); diff != "" {
		t.Error(diff)
	}
}

func TestWithoutGo(t *testing.T) {
	t.Setenv("PATH", "")
	sys := analyze(t, "testdata/crosspkg", gosystem.Options{})
	if len(sys.Gaps) != 1 || !strings.Contains(sys.Gaps[0].Why, "no go command") {
		t.Errorf("gaps = %v", sys.Gaps)
	}
}

func TestCancelled(t *testing.T) {
	dir, err := filepath.Abs("testdata/crosspkg")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := gosystem.Analyze(ctx, gosystem.Options{Dir: dir}); err == nil {
		t.Error("a cancelled analysis gave a system")
	}
}

func BenchmarkAnalyzeUnchanged(b *testing.B) {
	analyze(b, "../../testdata/systems/shop", gosystem.Options{})
	for b.Loop() {
		analyze(b, "../../testdata/systems/shop", gosystem.Options{})
	}
}
