package businesscontext_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/businesscontext"
)

func TestStated(t *testing.T) {
	program := element("go:example.com/shop/cmd/web", "cmd/web/main.go")
	program.Kind = "go.service"
	one, two := element("aws_instance.web[0]", "main.tf"), element("aws_instance.web[1]", "main.tf")
	one.Kind, two.Kind = "compute.vm", "compute.vm"
	bucket := element("aws_s3_bucket.web", "main.tf")
	bucket.Kind = "store.object"
	tests := map[string]struct {
		said []string // host, and ! where denied
		told []string
	}{
		"{program: 'go:example.com/shop/cmd/web', runs_on: [aws_instance.web], not_on: ['aws_instance.web[1]']}": {
			said: []string{"aws_instance.web[0]", "aws_instance.web[1]", "!aws_instance.web[1]"},
		},
		"{program: 'go:example.com/shop/cmd/wep', runs_on: [aws_instance.web]}": {
			told: []string{`threat-context.yaml:1:19: error: program names "go:example.com/shop/cmd/wep", which is no element that was found; did you mean "go:example.com/shop/cmd/web"?`},
		},
		"{program: 'go:example.com/shop/cmd/web', runs_on: [aws_s3_bucket.web]}": {
			told: []string{`threat-context.yaml:1:60: error: runs_on names "aws_s3_bucket.web", which is no element that was found`},
		},
	}
	for source, want := range tests {
		c, problems := businesscontext.Load(repo("threat-context.yaml", "links: ["+source+"]"), "")
		stated, more := c.Stated(system(program, one, two, bucket))
		var said []string
		for _, s := range stated {
			if s.Denied {
				s.Host = "!" + s.Host
			}
			said = append(said, s.Host)
		}
		if diff := cmp.Diff(want.said, said); diff != "" {
			t.Errorf("%s: %s", source, diff)
		}
		if diff := cmp.Diff(want.told, told(append(problems, more...))); diff != "" {
			t.Errorf("%s: %s", source, diff)
		}
	}
}
