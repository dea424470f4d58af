package terraform

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/zclconf/go-cty/cty"
)

// hostile is a tree that someone made to harm, or by mistake.
type hostile struct {
	name  string
	files map[string]string
	want  string // in a diagnostic; empty for none at all
}

const soon = 10 * time.Second // of a shared machine; each takes far less

func alone(text string) map[string]string { return map[string]string{"main.tf": text} }

// doubling is a chain of n modules of which each calls the next twice.
func doubling(n int) map[string]string {
	files := map[string]string{"main.tf": "module \"a\" { source = \"./m0\" }\n"}
	for i := range n {
		files[fmt.Sprintf("m%d/main.tf", i)] = fmt.Sprintf("module \"a\" { source = \"../m%d\" }\nmodule \"b\" { source = \"../m%d\" }\nresource \"x_y\" \"z\" {}\n", i+1, i+1)
	}
	files[fmt.Sprintf("m%d/main.tf", n)] = "resource \"x_y\" \"z\" {}\n"
	return files
}

func chain(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("m%d/main.tf", i)] = fmt.Sprintf("module \"a\" { source = \"../m%d\" }\n", i+1)
	}
	files["main.tf"] = "module \"a\" { source = \"./m0\" }\n"
	files[fmt.Sprintf("m%d/main.tf", n)] = "resource \"x_y\" \"z\" {}\n"
	return files
}

func manyLocals(n int) string {
	var b strings.Builder
	b.WriteString("locals {\n l0 = 1\n")
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, " l%d = local.l%d + 1\n", i, i-1)
	}
	fmt.Fprintf(&b, "}\nresource \"x_y\" \"z\" { v = local.l%d }\n", n-1)
	return b.String()
}

func hostiles() []hostile {
	deep := func(open, inner, end string) string {
		return strings.Repeat(open, 10_000) + inner + strings.Repeat(end, 10_000)
	}
	return []hostile{
		{"locals in a cycle", alone("locals {\n a = local.b\n b = local.a\n}\nresource \"x_y\" \"z\" { v = local.a }\n"), "a cycle"},
		{"module arguments in a cycle", map[string]string{"main.tf": "module \"m\" {\n source = \"./m\"\n a = module.m.a\n}\nresource \"x_y\" \"z\" { v = module.m.a }\n", "m/main.tf": "variable \"a\" {}\noutput \"a\" { value = var.a }\n"}, "a cycle"},
		{"resources in a cycle", alone("resource \"x_y\" \"a\" { v = x_y.b.v }\nresource \"x_y\" \"b\" { v = x_y.a.v }\n"), "a cycle"},
		{"a count in a cycle", alone("resource \"x_y\" \"a\" { count = length(x_y.a) }\n"), ""},
		{"count = 1e9", alone("resource \"x_y\" \"z\" { count = 1e9 }\n"), "too many instances"},
		{"count = 1e30", alone("resource \"x_y\" \"z\" { count = 1e30 }\n"), "count"},
		{"for_each over a giant set", alone("resource \"x_y\" \"z\" { for_each = toset([for a in range(1000) : \"k${a}\"]) }\nresource \"x_y\" \"b\" { for_each = toset([for a in range(1000) : \"${a}\" ]) }\nresource \"x_y\" \"c\" {\n for_each = { for p in flatten([for a in range(200) : [for b in range(200) : \"${a}-${b}\"]]) : p => p }\n}\n"), "too many instances"},
		{"modules that double", doubling(40), "too many modules"},
		{"a deep chain of modules", chain(2000), "nested too deeply"},
		{"a module that calls itself", map[string]string{"main.tf": "module \"m\" { source = \"./m\" }\n", "m/main.tf": "module \"m\" { source = \"../m\" }\n"}, "calls itself"},
		{"a root that calls itself", alone("module \"m\" { source = \"./\" }\n"), "calls itself"},
		{"a long chain of locals", alone(manyLocals(20_000)), "too deep"},
		{"deep parentheses", alone("locals { a = " + deep("(", "1", ")") + " }\n"), "nested too deeply"},
		{"deep lists", alone("locals { a = " + deep("[", "1", "]") + " }\n"), "nested too deeply"},
		{"deep blocks", alone(deep("a {\n", "", "}\n")), "nested too deeply"},
		{"deep templates", alone("locals { a = " + deep("\"${", "1", "}\"") + " }\n"), "nested too deeply"},
		{"deep negation", alone("locals { a = " + strings.Repeat("!", 200_000) + "true }\nresource \"x_y\" \"z\" { v = local.a }\n"), "nested too deeply"},
		{"deep minus", alone("locals { a = " + strings.Repeat("-", 200_000) + "1 }\nresource \"x_y\" \"z\" { v = local.a }\n"), "nested too deeply"},
		{"deep conditionals", alone("locals { a = " + strings.Repeat("true ? 1 : ", 100_000) + "1 }\nresource \"x_y\" \"z\" { v = local.a }\n"), "nested too deeply"},
		{"a long sum", alone("locals { a = " + strings.Repeat("1 + ", 200_000) + "1 }\nresource \"x_y\" \"z\" { v = local.a }\n"), "nested too deeply"},
		{"a long traversal", alone("locals { a = local.b" + strings.Repeat(".c", 100_000) + " }\nresource \"x_y\" \"z\" { v = local.a }\n"), "not declared"},
		{"deep template directives", alone("locals { a = \"" + strings.Repeat("%{if true}", 10_000) + strings.Repeat("%{endif}", 10_000) + "\" }\nresource \"x_y\" \"z\" { v = local.a }\n"), "nested too deeply"},
		{"deep JSON", map[string]string{"main.tf.json": `{"locals":{"a":` + deep("[", "1", "]") + `}}`}, "nested too deeply"},
		{"deep types", alone("variable \"v\" { type = " + deep("list(", "string", ")") + " }\n"), "nested too deeply"},
		{"a string that doubles", alone("locals {\n s0 = \"xxxxxxxxxxxxxxxx\"\n" + doubled(60) + "}\nresource \"x_y\" \"z\" { v = local.s60 }\n"), "too large"},
		{"a list that doubles", alone("locals {\n s0 = [1, 2, 3, 4]\n" + doubledLists(60) + "}\nresource \"x_y\" \"z\" { v = local.s60 }\n"), "too large"},
		{"lists in lists that double", alone("locals {\n s0 = [1, 2, 3, 4]\n" + nestedLists(60) + "}\nresource \"x_y\" \"z\" { v = local.s60 }\n"), "too large"},
		{"no UTF-8", alone("locals { a = \"\xff\xfe\" }\n"), "Invalid"},
		{"null bytes", alone("locals { a = \"x\x00y\" }\nresource \"x_y\" \"z\" { v = local.a }\n\x00"), "Invalid"},
		{"a byte order mark and CRLF", alone("\xef\xbb\xbfresource \"x_y\" \"z\" {\r\n  v = 1\r\n}\r\n"), ""},
	}
}

func doubled(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " s%d = \"${local.s%d}${local.s%d}\"\n", i+1, i, i)
	}
	return b.String()
}

func doubledLists(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " s%d = concat(local.s%d, local.s%d)\n", i+1, i, i)
	}
	return b.String()
}

func nestedLists(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " s%d = [local.s%d, local.s%d]\n", i+1, i, i)
	}
	return b.String()
}

func TestHostileTreesEndSoon(t *testing.T) {
	for _, tt := range hostiles() {
		t.Run(tt.name, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, text := range tt.files {
				files[name] = &fstest.MapFile{Data: []byte(text)}
			}
			checkHostile(t, Options{FS: files}, tt.want)
		})
	}
}

// checkHostile loads within the time, a bounded heap, and says what was lost.
func checkHostile(t *testing.T, o Options, want string) {
	t.Helper()
	start := time.Now()
	r, err := Load(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range r.Roots {
		for _, res := range root.Resources[:min(len(root.Resources), 100)] {
			res.Origins(cty.GetAttrPath("v"))
			res.References(nil)
		}
	}
	if took := time.Since(start); took > soon {
		t.Errorf("took %v", took)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > 2<<30 {
		t.Errorf("%d MiB on the heap", m.HeapAlloc>>20)
	}
	said := r.Diagnostics.Errs()
	if want == "" && len(said) > 0 {
		t.Errorf("said %.300v, want nothing", said)
	}
	if want != "" && !slices.ContainsFunc(said, func(err error) bool { return strings.Contains(err.Error(), want) }) {
		t.Errorf("said %.600v, want %q", fmt.Sprint(said), want)
	}
}

// FuzzEvaluate evaluates arbitrary expressions beside values of every kind.
func FuzzEvaluate(f *testing.F) {
	for _, expr := range []string{
		`[for k, v in local.map : "${k}-${v}" if v != var.open]`, `jsonencode(merge(local.map, { a = x_y.z[0].id }))`, `local.list[*].name`,
		`"%{for x in local.list}${x.name}%{endfor}"`, `try(module.absent.x, var.open.y, null)`, `x_y.z[count.index].id`, `{ for i in range(3) : i => local.map... }`,
	} {
		f.Add(expr)
	}
	f.Fuzz(func(t *testing.T, expr string) {
		text := "variable \"open\" {}\nlocals {\n map = { a = 1, b = var.open }\n list = [{ name = \"n\" }, { name = var.open }]\n}\nmodule \"absent\" { source = \"a/b/c\" }\nresource \"x_y\" \"z\" { count = 2 }\nresource \"x_y\" \"v\" {\n v = " + expr + "\n}\noutput \"o\" { value = x_y.v.v }\n"
		r, err := Load(context.Background(), Options{FS: fstest.MapFS{"main.tf": &fstest.MapFile{Data: []byte(text)}}})
		if err != nil {
			t.Fatal(err)
		}
		for _, root := range r.Roots {
			if _, err := OutputsJSON(root); err != nil {
				t.Error(err)
			}
			root.Knowledge()
			for _, res := range root.Resources {
				res.Origins(cty.GetAttrPath("v"))
				res.References(nil)
			}
		}
	})
}

func TestHostileDirectories(t *testing.T) {
	write := func(t *testing.T, dir, name string, text []byte) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(t *testing.T, dir, to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	tests := []struct {
		name, want string
		make       func(t *testing.T, dir string)
	}{
		{"links in a loop", "", func(t *testing.T, dir string) {
			write(t, dir, "main.tf", []byte("module \"m\" { source = \"./again\" }\nmodule \"n\" { source = \"./again\" }\n"))
			link(t, dir, ".", "again")
		}},
		{"files outside", "", func(t *testing.T, dir string) {
			secret := t.TempDir()
			write(t, secret, "secret.txt", []byte("hunter2"))
			link(t, dir, secret, "out")
			write(t, dir, "main.tf", fmt.Appendf(nil, "module \"m\" { source = \"./out\" }\nresource \"x_y\" \"z\" {\n v = file(\"../../etc/passwd\")\n w = file(\"out/secret.txt\")\n x = file(%q)\n y = templatefile(\"out/secret.txt\", {})\n u = fileset(\"out\", \"*\")\n}\n", filepath.Join(secret, "secret.txt")))
		}},
		{"a link to a file outside", "cannot read the file", func(t *testing.T, dir string) {
			secret := t.TempDir()
			write(t, secret, "secret.tf", []byte("locals { a = \"hunter2\" }\n"))
			link(t, dir, filepath.Join(secret, "secret.tf"), "main.tf")
		}},
		{"a file of 200 MB", "larger than 16 MiB", func(t *testing.T, dir string) {
			write(t, dir, "main.tf", []byte("resource \"x_y\" \"z\" { v = filesha256(\"big.bin\") }\n"))
			write(t, dir, "big.tf", bytes.Repeat([]byte("# comment comment\n"), 200<<20/18))
		}},
		{"a folder named as a file", "", func(t *testing.T, dir string) {
			write(t, dir, "main.tf/inner.tf", []byte("resource \"x_y\" \"z\" { v = 1 }\n"))
		}},
		{"an endless file", "cannot read the file", func(t *testing.T, dir string) {
			link(t, dir, "/dev/zero", "main.tf")
		}},
		{"thousands of files", "", func(t *testing.T, dir string) {
			for i := range 5_000 {
				write(t, dir, fmt.Sprintf("d%d/f%d.tf", i%50, i), fmt.Appendf(nil, "resource \"x_y\" \"z%d\" { v = %d }\n", i, i))
			}
		}},
		{"an unreadable file", "cannot read the file", func(t *testing.T, dir string) {
			if os.Getuid() == 0 {
				t.Skip("root reads everything")
			}
			write(t, dir, "main.tf", nil)
			if err := os.Chmod(filepath.Join(dir, "main.tf"), 0); err != nil {
				t.Fatal(err)
			}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			tt.make(t, dir)
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			checkHostile(t, Options{FS: root.FS()}, tt.want)
			r, err := Load(context.Background(), Options{FS: root.FS()})
			if err != nil {
				t.Fatal(err)
			}
			for _, root := range r.Roots {
				for _, res := range root.Resources {
					if strings.Contains(fmt.Sprintf("%#v", res.Body), "hunter2") {
						t.Errorf("%s tells what lies outside the scan: %#v", res.Address, res.Body)
					}
				}
			}
		})
	}
}
