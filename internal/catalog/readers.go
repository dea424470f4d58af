package catalog

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"github.com/threatvet/threatvet/internal/catalog/policydoc"
	"github.com/threatvet/threatvet/internal/terraform"
)

// reader evaluates a data source that needs no cloud; false where it cannot be
// known from the sources.
type reader func(r terraform.Instance, config cty.Value) (map[string]cty.Value, bool)

// readers are the data sources that take more than an expression.
var readers = map[string]reader{
	"policy_document": readPolicyDocument,
	"template":        readTemplate,
	"file":            readFile,
	"cloudinit":       readCloudinit,
	"google_policy":   readGooglePolicy,
}

// readTemplate evaluates template_file, whose variables are strings.
func readTemplate(r terraform.Instance, config cty.Value) (map[string]cty.Value, bool) {
	attrs := attributesOf(config, []string{"template", "vars"})
	text, complete, ok := terraform.Text(attrs["template"])
	if !ok || !complete {
		return nil, false
	}
	tmpl, diags := hclsyntax.ParseTemplate([]byte(text), "template", hcl.InitialPos)
	if diags.HasErrors() {
		return nil, false
	}
	rendered, diags := tmpl.Value(&hcl.EvalContext{Variables: attributesOf(attrs["vars"], nil), Functions: r.Functions})
	if diags.HasErrors() {
		return nil, false
	}
	return map[string]cty.Value{"rendered": rendered}, true
}

// readFile evaluates local_file and local_sensitive_file: what the file below the
// scanned directory holds.
func readFile(r terraform.Instance, config cty.Value) (map[string]cty.Value, bool) {
	name := attributesOf(config, []string{"filename"})["filename"]
	content, ok := call(r, "file", name)
	if !ok {
		return nil, false
	}
	out := map[string]cty.Value{"content": content}
	for attribute, function := range map[string]string{
		"content_base64": "filebase64", "content_md5": "filemd5", "content_sha1": "filesha1", "id": "filesha1",
		"content_sha256": "filesha256", "content_base64sha256": "filebase64sha256",
		"content_sha512": "filesha512", "content_base64sha512": "filebase64sha512",
	} {
		if v, ok := call(r, function, name); ok {
			out[attribute] = v
		}
	}
	return out, true
}

func call(r terraform.Instance, name string, args ...cty.Value) (cty.Value, bool) {
	f, ok := r.Functions[name]
	if !ok {
		return cty.NilVal, false
	}
	v, err := f.Call(args)
	return v, err == nil && v.IsKnown() && !v.IsNull()
}

// readGooglePolicy evaluates google_iam_policy: its bindings, as JSON.
func readGooglePolicy(_ terraform.Instance, config cty.Value) (map[string]cty.Value, bool) {
	blocks := attributesOf(config, []string{"binding"})["binding"]
	if !isCollection(blocks) {
		return nil, false
	}
	var bindings []cty.Value
	for _, b := range blocks.AsValueSlice() {
		attrs := attributesOf(b, []string{"role", "members"})
		bindings = append(bindings, cty.ObjectVal(map[string]cty.Value{"role": attrs["role"], "members": attrs["members"]}))
	}
	text, err := stdlib.JSONEncode(cty.ObjectVal(map[string]cty.Value{"bindings": cty.TupleVal(bindings)}))
	if err != nil {
		return nil, false
	}
	return map[string]cty.Value{"policy_data": text}, true
}

func readPolicyDocument(_ terraform.Instance, config cty.Value) (map[string]cty.Value, bool) {
	built, err := policydoc.Build(config)
	if err != nil {
		return nil, false
	}
	return map[string]cty.Value{
		"json":          terraform.Partial(built.JSON),
		"minified_json": terraform.Partial(built.Minified),
	}, true
}

// readCloudinit evaluates cloudinit_config: a MIME message of its parts, which is
// compressed and encoded unless that is turned off. A message with parts that
// are not known is left readable instead.
// https://registry.terraform.io/providers/hashicorp/cloudinit/latest/docs/data-sources/config
func readCloudinit(_ terraform.Instance, config cty.Value) (map[string]cty.Value, bool) {
	attrs := attributesOf(config, []string{"gzip", "base64_encode", "boundary", "part"})
	if !isCollection(attrs["part"]) {
		return nil, false
	}
	boundary := cmp.Or(textOf(attrs["boundary"]), "MIMEBOUNDARY")
	var message bytes.Buffer
	fmt.Fprintf(&message, "Content-Type: multipart/mixed; boundary=%q\nMIME-Version: 1.0\r\n\r\n", boundary)
	w := multipart.NewWriter(&message)
	if err := w.SetBoundary(boundary); err != nil {
		return nil, false
	}
	complete := true
	for _, p := range attrs["part"].AsValueSlice() {
		known, err := writePart(w, attributesOf(p, []string{"content", "content_type", "filename", "merge_type"}))
		if err != nil {
			return nil, false
		}
		complete = complete && known
	}
	if err := w.Close(); err != nil {
		return nil, false
	}
	if !complete {
		return map[string]cty.Value{"rendered": terraform.Partial(message.String())}, true
	}
	rendered, err := encoded(message.Bytes(), onUnlessFalse(attrs["gzip"]), onUnlessFalse(attrs["base64_encode"]))
	return map[string]cty.Value{"rendered": cty.StringVal(rendered)}, err == nil
}

// writePart reports whether the part's content is wholly known.
func writePart(w *multipart.Writer, part map[string]cty.Value) (bool, error) {
	header := textproto.MIMEHeader{}
	header.Set("Content-Type", cmp.Or(textOf(part["content_type"]), "text/plain"))
	header.Set("MIME-Version", "1.0")
	header.Set("Content-Transfer-Encoding", "7bit")
	if name := textOf(part["filename"]); name != "" {
		header.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
	}
	if merge := textOf(part["merge_type"]); merge != "" {
		header.Set("X-Merge-Type", merge)
	}
	content, complete, ok := terraform.Text(part["content"])
	if !ok {
		content, complete = terraform.Hole, false
	}
	body, err := w.CreatePart(header)
	if err == nil {
		_, err = io.WriteString(body, content)
	}
	return complete, err
}

func encoded(message []byte, compress, armour bool) (string, error) {
	if compress {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		if _, err := w.Write(message); err != nil {
			return "", err
		}
		if err := w.Close(); err != nil {
			return "", err
		}
		message = packed.Bytes()
	}
	if armour {
		return base64.StdEncoding.EncodeToString(message), nil
	}
	return string(message), nil
}

func onUnlessFalse(v cty.Value) bool {
	v, _ = v.Unmark()
	return !v.IsKnown() || v.IsNull() || v.Type() != cty.Bool || v.True()
}

func isCollection(v cty.Value) bool {
	v, _ = v.Unmark()
	return v.IsKnown() && !v.IsNull() && v.CanIterateElements()
}
