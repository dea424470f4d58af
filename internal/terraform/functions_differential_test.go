package terraform

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// perRoot is how many expressions one root holds.
const perRoot = 500

// Generated expressions give the same value of the same type as in the real
// Terraform, or are an error in both. THREATVET_EXPRESSIONS makes it more
// roots of 500 expressions each.
func TestExpressionsAreTerraforms(t *testing.T) {
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("terraform is not installed")
	}
	roots := 8
	if n, err := strconv.Atoi(os.Getenv("THREATVET_EXPRESSIONS")); err == nil {
		roots = (n + perRoot - 1) / perRoot
	}
	var compared, errs int
	for seed := range uint64(roots) {
		c, e := compareRoot(t, seed)
		compared, errs = compared+c, errs+e
	}
	t.Logf("%d expressions compared with terraform, %d of them an error in both", compared, errs)
	if errs*2 > compared {
		t.Error("more than half of the expressions are errors: the generator proves too little")
	}
}

func compareRoot(t *testing.T, seed uint64) (compared, errs int) {
	t.Helper()
	dir := t.TempDir()
	expressions := writeRoot(t, dir, seed)
	want, got := realOutputs(t, dir), ourOutputs(t, dir)
	failed := 0
	for i, text := range expressions {
		name := fmt.Sprintf("o%d", i)
		if want[name] == "" {
			continue // no state can hold it
		}
		compared++
		if want[name] == failure {
			errs++
		}
		if want[name] != got[name] && !knownDifference(text, want[name], got[name]) {
			failed++
			if failed <= 20 {
				t.Errorf("seed %d, %s\n terraform: %s\n threatvet: %s", seed, text, want[name], got[name])
			}
		}
	}
	return compared, errs
}

// knownDifference reports the differences that are right to keep.
func knownDifference(text, want, got string) bool {
	switch {
	case (want == failure || strings.HasPrefix(got, "unknown")) && strings.Contains(text, "file"):
		return true // one that is not there may be made before Terraform runs; one outside the root is not looked at
	case want == failure && strings.Contains(text, "element("):
		return true // later Terraforms count negative indices from the end
	case want == failure && (strings.Contains(text, "||") || strings.Contains(text, "&&")):
		return true // since Terraform 1.12 the right side counts only where it decides
	case want == `"dynamic" null`:
		return true // Terraform could not say at all
	}
	return false
}

const failure = `["tuple",["string"]] ["this is an error"]`

// writeRoot writes a root with an output for each expression. The tuple keeps
// null, and the try makes an error a value, so that others are still judged.
func writeRoot(t *testing.T, dir string, seed uint64) []string {
	t.Helper()
	g := newGenerator(seed)
	var list []string
	for _, c := range callable('a') { // each function at least once per root
		name, form, _ := strings.Cut(c, " ")
		list = append(list, g.callOf(name, form, 2))
	}
	for len(list) < perRoot {
		list = append(list, g.expression(kinds[g.IntN(len(kinds)-1)], 3))
	}
	files := map[string]string{
		"main.tf": "locals {\n  template = \"<$${try(a, 1)}>\"\n}\n", "a.txt": "text é\n", "b.json": `{"a": [1, 2]}`, "dir/c.txt": "", "t.tmpl": "%{ for x in [1, 2] }<${x}${try(a, \"-\")}>%{ endfor }\n",
	}
	for i, text := range list {
		files[fmt.Sprintf("o%d.tf", i)] = fmt.Sprintf("output \"o%d\" {\n  sensitive = true\n  value = try([%s], [\"this is an error\"])\n}\n", i, text)
	}
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return list
}

// realOutputs returns "type value" of each output, as Terraform prints them.
func realOutputs(t *testing.T, dir string) map[string]string {
	t.Helper()
	applyAll(t, dir)
	var outputs map[string]struct{ Type, Value json.RawMessage }
	if err := json.Unmarshal(terraform(t, dir, "output", "-json"), &outputs); err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	for name, o := range outputs {
		values[name] = compact(t, o.Type) + " " + compact(t, o.Value)
	}
	return values
}

// applyAll applies a root without the outputs that no state can hold, such as
// infinity.
func applyAll(t *testing.T, dir string) {
	t.Helper()
	for range 50 {
		cmd := exec.Command("terraform", "apply", "-auto-approve", "-input=false", "-no-color")
		cmd.Dir = dir
		cmd.Env = terraformEnv()
		out, err := cmd.CombinedOutput()
		if err == nil {
			return
		}
		m := unserializable.FindSubmatch(out)
		if m == nil {
			t.Fatalf("terraform apply: %v\n%s", err, out)
		}
		if err := os.Remove(filepath.Join(dir, string(m[1])+".tf")); err != nil {
			t.Fatal(err)
		}
		for _, left := range []string{"terraform.tfstate", "errored.tfstate", ".terraform.tfstate.lock.info"} {
			os.Remove(filepath.Join(dir, left))
		}
	}
	t.Fatal("too many outputs that no state can hold")
}

var unserializable = regexp.MustCompile(`output\s+value\s+"(o\d+)"`)

func ourOutputs(t *testing.T, dir string) map[string]string {
	t.Helper()
	result, err := Load(context.Background(), Options{FS: os.DirFS(dir)})
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	for _, d := range result.Diagnostics {
		t.Errorf("diagnostic: %v", d)
	}
	for name, o := range result.Roots[0].Outputs {
		v, _ := o.Value.UnmarkDeep()
		if !v.IsWhollyKnown() {
			values[name] = fmt.Sprintf("unknown: %#v", v)
			continue
		}
		values[name] = typed(t, v)
	}
	return values
}

func typed(t *testing.T, v cty.Value) string {
	t.Helper()
	kind, err := ctyjson.MarshalType(v.Type())
	if err != nil {
		t.Fatal(err)
	}
	text, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		t.Fatal(err)
	}
	return compact(t, kind) + " " + compact(t, text)
}

// compact writes JSON in one way: keys sorted, numbers as they are.
func compact(t *testing.T, text []byte) string {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	out, err := json.Marshal(rounded(v))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// rounded writes fractions with 15 digits: on their way through plan and state
// they lose the last ones.
func rounded(v any) any {
	switch v := v.(type) {
	case json.Number:
		f, _, err := big.ParseFloat(v.String(), 10, 512, big.ToNearestEven)
		switch {
		case err != nil:
		case f.Sign() == 0:
			return 0 // no state keeps the sign
		case !f.IsInt():
			return f.Text('g', 15)
		}
	case []any:
		for i := range v {
			v[i] = rounded(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = rounded(v[k])
		}
	}
	return v
}

// Every function of the installed Terraform is there, and none besides.
func TestFunctionsAreTerraforms(t *testing.T) {
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("terraform is not installed")
	}
	var metadata struct {
		Functions map[string]struct {
			Parameters []struct{ Name string } `json:"parameters"`
			Variadic   *struct{ Name string }  `json:"variadic_parameter"`
		} `json:"function_signatures"`
	}
	if err := json.Unmarshal(terraform(t, t.TempDir(), "metadata", "functions", "-json"), &metadata); err != nil {
		t.Fatal(err)
	}
	ours := functions(os.DirFS(t.TempDir()), ".")
	for name, want := range metadata.Functions {
		got, ok := ours[name]
		if !ok {
			t.Errorf("%s is missing", name)
			continue
		}
		if len(got.Params()) != len(want.Parameters) || (got.VarParam() != nil) != (want.Variadic != nil) {
			t.Errorf("%s takes %d parameters (more: %v), terraform's %d (more: %v)", name,
				len(got.Params()), got.VarParam() != nil, len(want.Parameters), want.Variadic != nil)
		}
	}
	for name := range ours {
		if _, ok := metadata.Functions[name]; !ok && !strings.HasPrefix(name, "provider::") {
			t.Errorf("%s is no function of this Terraform", name)
		}
	}
	generated := map[string]bool{}
	for name := range signatures {
		generated[name] = true
	}
	apart := []string{"abspath", "bcrypt", "pathexpand", "plantimestamp", "rsadecrypt", "timestamp", "uuid"}
	for name := range metadata.Functions {
		if !strings.HasPrefix(name, "core::") && !generated[name] && !slices.Contains(apart, name) {
			t.Errorf("no expression is generated with %s", name)
		}
	}
}

// rsadecrypt needs a key, which is made for the occasion.
func TestRSADecryptIsTerraforms(t *testing.T) {
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("terraform is not installed")
	}
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	//lint:ignore SA1019 rsadecrypt takes this padding and no other
	sealed, err := rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, []byte("the administrator's password"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"key.pem": string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)})),
		"sealed":  base64.StdEncoding.EncodeToString(sealed),
		"main.tf": `
output "opened" { value = rsadecrypt(file("sealed"), file("key.pem")) }
output "broken" { value = try(rsadecrypt("bm90aGluZw==", file("key.pem")), "no") }
output "no_key" { value = try(rsadecrypt(file("sealed"), "key"), "no") }
`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, got := apply(t, dir), evaluated(t, dir)
	if want["opened"] != "the administrator's password" {
		t.Fatalf("terraform says %v", want)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("outputs differ (-terraform +threatvet):\n%s", diff)
	}
}
