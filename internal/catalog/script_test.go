package catalog

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/terraform"
)

func TestScriptVariables(t *testing.T) {
	script := `#!/bin/sh
export BUCKET="reports"
cat > /etc/app.env <<EOF
QUEUE_URL=https://queue/one
TABLE=` + terraform.Hole + `-orders
EOF
Environment="MODE=fast"
docker run \
  -e TOKEN_FILE=/run/token \
  image
lower=ignored
echo A=b
if [ "$X" = y ]; then
`
	got, err := scriptVariables.Call([]cty.Value{terraform.Partial(script)})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"BUCKET": "reports", "QUEUE_URL": "https://queue/one", "TABLE": terraform.Hole + "-orders",
		"MODE": "fast", "TOKEN_FILE": "/run/token",
	}
	values := got.AsValueMap()
	if len(values) != len(want) {
		t.Errorf("got %d variables, want %d: %#v", len(values), len(want), got)
	}
	for name, text := range want {
		if v, ok := values[name]; !ok {
			t.Errorf("no %s", name)
		} else if s, _, _ := terraform.Text(v); s != text {
			t.Errorf("%s = %q, want %q", name, s, text)
		}
	}
	if _, complete, _ := terraform.Text(values["TABLE"]); complete {
		t.Error("a value with a hole is called complete")
	}
}
