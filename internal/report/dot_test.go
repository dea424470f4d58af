package report

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/reporttest"
)

// Graphviz reads what is written, whatever the sources call their parts.
func TestGraphvizReadsDOT(t *testing.T) {
	program, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("no Graphviz here, so it is not tried; install graphviz")
	}
	for name, r := range map[string]*finding.Report{"shop": reporttest.Shop(), "quotes": hostile(`a"b\c]}; x -> y`), "end": hostile(`\`), "html": hostile("<b>&amp;")} {
		var in, out bytes.Buffer
		if err := DOT(&in, r.System); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(program, "-Tplain")
		cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &out
		if err := cmd.Run(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out.String())
		}
		want := newDiagram(r.System)
		if nodes := strings.Count("\n"+out.String(), "\nnode "); nodes != len(want.nodes) {
			t.Errorf("%s: Graphviz sees %d boxes of %d", name, nodes, len(want.nodes))
		}
	}
}
