package catalog

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/terraform"
)

func TestRepository(t *testing.T) {
	prefix := func(s string) cty.Value { return terraform.Partial(s + terraform.Hole) }
	tests := []struct {
		image cty.Value
		want  cty.Value
	}{
		{cty.StringVal("shop/web:1"), cty.StringVal("shop/web")},
		{cty.StringVal("nginx"), cty.StringVal("nginx")},
		{cty.StringVal("localhost:5000/web"), cty.StringVal("localhost:5000/web")},
		{cty.StringVal("ghcr.io/shop/web@sha256:abc"), cty.StringVal("ghcr.io/shop/web")},
		{cty.StringVal("shop/web:1@sha256:abc"), cty.StringVal("shop/web")},
		{prefix("ghcr.io/shop/web:"), cty.StringVal("ghcr.io/shop/web")},
		{prefix("ghcr.io/shop/web"), cty.UnknownVal(cty.String)}, // it may go on with more of the name
		{prefix("localhost:5000/"), cty.UnknownVal(cty.String)},
		{cty.UnknownVal(cty.String), cty.UnknownVal(cty.String)},
	}
	for _, tt := range tests {
		got, err := repository.Call([]cty.Value{tt.image})
		if err != nil || !got.RawEquals(tt.want) && !(tt.want.IsKnown() == got.IsKnown() && !got.IsKnown()) {
			t.Errorf("%#v: %#v, %v; want %#v", tt.image, got, err, tt.want)
		}
	}
}
