package topology_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
	"github.com/threatvet/threatvet/internal/topology"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestTerraform computes whole systems: main.tf in, what is exposed and why out.
func TestTerraform(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := view(load(t, c, archive.Files[0].Data))
			want := ""
			if len(archive.Files) > 1 {
				want = string(archive.Files[1].Data)
			}
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "exposure.txt", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func load(t *testing.T, c *catalog.Catalog, src []byte) *model.System {
	t.Helper()
	result, err := terraform.Load(context.Background(), terraform.Options{FS: fstest.MapFS{"main.tf": {Data: src}}, Schema: c})
	if err != nil {
		t.Fatal(err)
	}
	if result.Diagnostics.HasErrors() {
		t.Fatal(result.Diagnostics)
	}
	sys := c.Build(result)
	topology.Compute(sys)
	return sys
}

// view is one line for each element, zone and crossing flow.
func view(sys *model.System) string {
	var out strings.Builder
	for _, e := range sys.Elements {
		fmt.Fprintf(&out, "%s: %s", e.ID, e.Exposure.Level)
		if e.Exposure.State != model.Known {
			fmt.Fprintf(&out, " (%s)", e.Exposure.State)
		}
		if len(e.Exposure.Through) > 0 {
			fmt.Fprintf(&out, " through %s", strings.Join(e.Exposure.Through, ", "))
		}
		for i, c := range e.Exposure.Chain {
			fmt.Fprintf(&out, "%s%d", []string{" @", ","}[min(i, 1)], c.Line)
		}
		if e.Latent {
			out.WriteString(" latent")
		}
		fmt.Fprintf(&out, " in %s", e.Zone)
		if len(e.Controls) > 0 {
			fmt.Fprintf(&out, " behind %s", strings.Join(e.Controls, ", "))
		}
		for _, d := range sys.DataAssets {
			if slices.Contains(e.Stores, d.ID) {
				fmt.Fprintf(&out, " holds %s", strings.Join(d.Categories, ", "))
			}
		}
		out.WriteString("\n")
	}
	for _, z := range sys.Zones {
		fmt.Fprintf(&out, "zone %s: %s, trust %d, in %q\n", z.ID, z.Kind, z.Trust, z.Parent)
	}
	for _, f := range sys.Flows {
		if len(f.Crosses) > 0 {
			fmt.Fprintf(&out, "%s crosses %s\n", f.ID, strings.Join(f.Crosses, ", "))
		}
	}
	return out.String()
}

// exposure names what a program gets from where it runs and from its entries.
func TestPrograms(t *testing.T) {
	service := &model.Element{ID: "go:shop/cmd/web", Kind: "go.service"}
	entry := func(kind, authn string) *model.EntryPoint {
		return &model.EntryPoint{ID: "e", Element: "go:shop/web.Avatar", Kind: kind, Authn: model.Fact{Value: authn, State: model.Known}}
	}
	public := &model.Element{ID: "vm", Kind: "compute.function", Facts: map[string]model.Fact{"url_authn": {Value: "none", State: model.Known}}}
	private := &model.Element{ID: "vm", Kind: "compute.function"}
	for _, tt := range []struct {
		name  string
		host  *model.Element
		entry *model.EntryPoint
		want  string
	}{
		{"an open route on a public host", public, entry("http", "none"), "internet known"},
		{"a route behind a login on a public host", public, entry("http", "session"), "internet_authenticated known"},
		{"a queue consumer on a public host", public, entry("queue", "none"), "internal known"},
		{"a command on a public host", public, entry("cli", "none"), "privileged known"},
		{"a socket of a public host", public, entry("local", "none"), "privileged known"},
		{"an open route on a private host", private, entry("http", "none"), "internal known"},
		{"an open route on a host nobody knows", nil, entry("http", "none"), "internet assumed"},
		{"a consumer on a host nobody knows", nil, entry("queue", "none"), "internal assumed"},
		{"code without entry on a host nobody knows", nil, nil, "internal unknown"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := *service
			handler := &model.Element{ID: "go:shop/web.Avatar", Kind: "go.handler", PartOf: s.ID}
			sys := &model.System{Elements: []*model.Element{&s, handler}}
			if tt.host != nil {
				host := *tt.host
				s.PartOf = host.ID
				sys.Elements = append(sys.Elements, &host)
			}
			if tt.entry != nil {
				sys.EntryPoints = append(sys.EntryPoints, tt.entry)
			}
			topology.Compute(sys)
			if got := fmt.Sprint(handler.Exposure.Level, " ", handler.Exposure.State); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestInferredData(t *testing.T) {
	site := map[string]model.Fact{"website": {Value: true, State: model.Known}}
	for _, tt := range []struct {
		name string
		e    model.Element
		want string
	}{
		{"by a tag", model.Element{ID: "b", Kind: "store.object", Name: "logs", Tags: map[string]string{"DataClassification": "Confidential"}}, "pii"},
		{"by kind", model.Element{ID: "b", Kind: "secret_store", Name: "customers"}, "credentials"},
		{"by a word in a name", model.Element{ID: "aws_s3_bucket.patientRecords", Kind: "store.object"}, "special_pii"},
		{"by a word in a name with digits", model.Element{ID: "b", Kind: "store.sql", Name: "shop-payments-2024"}, "payment"},
		{"public", model.Element{ID: "b", Kind: "store.object", Name: "acme-brochures"}, "public"},
		{"a web site", model.Element{ID: "b", Kind: "store.object", Name: "acme", Facts: site}, "public"},
		{"a web site of invoices", model.Element{ID: "b", Kind: "store.object", Name: "acme-invoices", Facts: site}, "payment"},
		{"a web site in a table", model.Element{ID: "b", Kind: "store.nosql", Name: "acme", Facts: site}, "business"},
		{"part of a word says nothing", model.Element{ID: "b", Kind: "store.object", Name: "userland"}, "business"},
		{"nothing", model.Element{ID: "b", Kind: "store.object", Name: "x1"}, "business"},
		{"no store", model.Element{ID: "b", Kind: "compute.vm", Name: "customers"}, ""},
		{"declared already", model.Element{ID: "b", Kind: "store.object", Name: "customers", Stores: []string{"d"}}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := tt.e
			sys := &model.System{Elements: []*model.Element{&e}}
			topology.Compute(sys)
			got := ""
			for _, d := range sys.DataAssets {
				if d.Declared {
					t.Error("an inferred asset must not be declared")
				}
				got = strings.Join(d.Categories, " ")
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCyclesEnd(t *testing.T) {
	a := &model.Element{ID: "a", Kind: "go.service", PartOf: "b"}
	b := &model.Element{ID: "b", Kind: "go.service", PartOf: "a"}
	lb := &model.Element{ID: "l", Kind: "gateway.cdn", Network: &model.Network{Targets: []string{"m"}, PublicAddress: model.Fact{Value: true, State: model.Known}}}
	other := &model.Element{ID: "m", Kind: "gateway.cdn", Network: &model.Network{Targets: []string{"l"}}}
	sys := &model.System{Elements: []*model.Element{a, b, lb, other}}
	topology.Compute(sys)
	if a.Exposure.Level == "" || other.Exposure.Level != model.ExposureInternet {
		t.Errorf("got %+v and %+v", a.Exposure, other.Exposure)
	}
}
