package catalog_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/terraform"
)

// files is a root whose data sources need files, or what is not known.
func files(main string) fstest.MapFS {
	return fstest.MapFS{
		"root/main.tf":  {Data: []byte(main)},
		"root/key.txt":  {Data: []byte("k3y")},
		"root/hi.tftpl": {Data: []byte("hello ${name}")},
	}
}

func attribute(t *testing.T, main, address, name string) cty.Value {
	t.Helper()
	v, ok := bodies(t, files(main), "root")[address].AsValueMap()[name]
	if !ok {
		t.Fatalf("%s has no %s", address, name)
	}
	return v
}

func TestDataSourcesThatReadFiles(t *testing.T) {
	tests := []struct{ name, main, address, attribute, want string }{
		{"a file", `data "local_file" "f" { filename = "${path.module}/key.txt" }`, "data data.local_file.f", "content", "k3y"},
		{"its digest", `data "local_file" "f" { filename = "${path.module}/key.txt" }`, "data data.local_file.f", "content_md5", "fbe8cdb8cacde73703e02dcf0866f7e9"},
		{"a sensitive one", `data "local_sensitive_file" "f" { filename = "key.txt" }`, "data data.local_sensitive_file.f", "content_base64", "azN5"},
		{"a template with functions", "data \"template_file\" \"t\" {\n template = \"$${upper(name)} ${file(\"key.txt\")}\"\n vars = { name = \"x\" }\n}", "data data.template_file.t", "rendered", "X k3y"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, _ := attribute(t, tt.main, tt.address, tt.attribute).Unmark()
			if !v.IsKnown() || v.AsString() != tt.want {
				t.Errorf("%#v, want %q", v, tt.want)
			}
		})
	}
}

// What the provider for cloud-init renders for these parts, decoded.
const message = "Content-Type: multipart/mixed; boundary=\"MIMEBOUNDARY\"\nMIME-Version: 1.0\r\n\r\n" +
	"--MIMEBOUNDARY\r\nContent-Disposition: attachment; filename=\"hi.sh\"\r\nContent-Transfer-Encoding: 7bit\r\nContent-Type: text/x-shellscript\r\nMime-Version: 1.0\r\n\r\n" +
	"echo hi\r\n--MIMEBOUNDARY--\r\n"

const part = "\n part {\n  filename = \"hi.sh\"\n  content_type = \"text/x-shellscript\"\n  content = \"echo hi\"\n }\n}"

func TestCloudinit(t *testing.T) {
	plain := "data \"cloudinit_config\" \"c\" {\n gzip = false\n base64_encode = false" + part
	if v := attribute(t, plain, "data data.cloudinit_config.c", "rendered"); v.AsString() != message {
		t.Errorf("plain: %q", v.AsString())
	}
	packed := attribute(t, "data \"cloudinit_config\" \"c\" {"+part, "data data.cloudinit_config.c", "rendered").AsString()
	bytesOf, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(bytesOf))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(r); err != nil || string(text) != message {
		t.Errorf("packed: %q, %v", text, err)
	}
}

func TestCloudinitKeepsWhatIsKnown(t *testing.T) {
	v := attribute(t, "variable \"who\" { type = string }\ndata \"cloudinit_config\" \"c\" {\n part {\n  content = \"export TOKEN=abc WHO=${var.who}\"\n }\n}", "data data.cloudinit_config.c", "rendered")
	text, complete, ok := terraform.Text(v)
	if !ok || complete || !strings.Contains(text, "TOKEN=abc WHO="+terraform.Hole) {
		t.Errorf("%q, complete %v, ok %v", text, complete, ok)
	}
}
