package catalog

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/terraform"
)

// maxScript limits what a compressed start script may become. Clouds take 16 KiB.
const maxScript = 1 << 20

// script is the catalogue's function script: a start script as a machine gets to
// read it, decoded from base64 and decompressed where it is so written.
var script = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "script", Type: cty.String, AllowNull: true, AllowUnknown: true, AllowMarked: true}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		text, _, ok := terraform.Text(args[0])
		if !ok {
			return args[0], nil
		}
		return terraform.Partial(unpacked(text)), nil
	},
})

// unpacked decodes each part between Holes: what is encoded keeps them, see
// base64encode in internal/terraform.
func unpacked(text string) string {
	parts := strings.Split(text, terraform.Hole)
	for i, part := range parts {
		decoded, err := base64.StdEncoding.DecodeString(strings.TrimSpace(part))
		if err != nil {
			return decompressed(text)
		}
		parts[i] = decompressed(string(decoded))
	}
	return strings.Join(parts, terraform.Hole)
}

func decompressed(text string) string {
	r, err := gzip.NewReader(bytes.NewReader([]byte(text)))
	if err != nil {
		return text
	}
	plain, err := io.ReadAll(io.LimitReader(r, maxScript))
	if err != nil && len(plain) == 0 {
		return text
	}
	return string(plain)
}
