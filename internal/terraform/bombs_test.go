package terraform

import (
	"context"
	"fmt"
	"runtime/metrics"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// No expression may cost more than a moment or much memory, whatever its
// author had in mind.
func TestBombs(t *testing.T) {
	doubling := func(f string) string {
		var b strings.Builder
		b.WriteString("locals {\n  a0 = \"xxxxxxxxxx\"\n")
		for i := range 40 {
			fmt.Fprintf(&b, "  a%d = "+f+"\n", i+1, fmt.Sprintf("local.a%d", i))
		}
		return b.String() + "}\noutput \"o\" { value = length(local.a40) }\n"
	}
	output := func(text string) string { return "output \"o\" {\n  value = " + text + "\n}\n" }
	laughs := "a0: &a0 [x,x]\\n"
	for i := 1; i < 40; i++ {
		laughs += fmt.Sprintf("a%d: &a%d [*a%d,*a%d]\\n", i, i, i-1, i-1)
	}
	for name, source := range map[string]string{
		"range":          output("length(range(0, 1000000000))"),
		"format width":   output(`length(format("%1000000000d", 1))`),
		"format text":    output(`length(format("%-1000000000s", "x"))`),
		"formatlist":     output(`formatlist("%999999999s", ["a", "b"])`),
		"indent":         output(`length(indent(1000000000, "a\nb"))`),
		"setproduct":     output("length(setproduct(range(1000), range(1000), range(1000)))"),
		"number":         output("length(tostring(1e1000000000))"),
		"number text":    output("\"${1e900000000}\""),
		"power":          output("pow(10, 1000000000)"),
		"join doubles":   doubling(`join("", [%[2]s, %[2]s])`),
		"template":       doubling(`"${%[2]s}${%[2]s}"`),
		"replace":        doubling(`replace(%[2]s, "x", "xx")`),
		"regex replace":  doubling(`replace(%[2]s, "/./", "$0$0")`),
		"lists double":   strings.Replace(doubling(`concat(%[2]s, %[2]s)`), `"xxxxxxxxxx"`, `["x"]`, 1),
		"list of lists":  strings.Replace(doubling(`[%[2]s, %[2]s]`), "length(local.a40)", "jsonencode(local.a40)", 1),
		"for in for":     output("length([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]])"),
		"yaml aliases":   output("yamldecode(\"" + laughs + "\")"),
		"json depth":     output("jsondecode(\"" + strings.Repeat("[", 100000) + "\")"),
		"yaml depth":     output("yamldecode(\"" + strings.Repeat("- ", 100000) + "x\")"),
		"yaml flow":      output("yamldecode(\"" + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "\")"),
		"regex":          output(`regexall("(a*)*b", "` + strings.Repeat("a", 50000) + `")`),
		"template loop":  output(`"%{ for a in range(1000) }%{ for b in range(1000) }%{ for c in range(1000) }x%{ endfor }%{ endfor }%{ endfor }"`),
		"cidrsubnets":    output(`cidrsubnets("::/0", ` + strings.Repeat("120, ", 500) + `120)`),
		"count":          "resource \"terraform_data\" \"x\" {\n  count = 1000000000\n}\n",
		"count variable": "variable \"n\" { default = 50000000 }\nresource \"terraform_data\" \"x\" {\n  count = var.n\n}\n",
	} {
		t.Run(name, func(t *testing.T) {
			before, start := allocated(), time.Now()
			_, err := Load(context.Background(), Options{FS: fstest.MapFS{"main.tf": {Data: []byte(source)}}})
			if err != nil {
				t.Fatal(err)
			}
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
			if n := allocated() - before; n > 2<<30 {
				t.Errorf("allocated %d MB", n>>20)
			}
		})
	}
}

func allocated() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// What many a real root does is not taken for a bomb.
func TestLoopsThatAreNoBombs(t *testing.T) {
	for name, source := range map[string]string{
		"a loop over a flattened nest": "length({ for p in flatten([for a in range(200) : [for b in range(200) : \"${a}-${b}\"]]) : p => p })",
		"a loop over a loop":           "length([for a in [for b in range(900) : b] : [for c in range(500) : c]])",
	} {
		t.Run(name, func(t *testing.T) {
			result, err := Load(context.Background(), Options{FS: fstest.MapFS{"main.tf": {Data: []byte("output \"o\" {\n  value = " + source + "\n}\n")}}})
			if err != nil {
				t.Fatal(err)
			}
			if len(result.Diagnostics) > 0 {
				t.Error(result.Diagnostics)
			}
		})
	}
}
