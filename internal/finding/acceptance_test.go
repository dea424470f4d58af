package finding_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestAcceptance(t *testing.T) {
	comment := func(until string) string {
		return `# threatvet:accept OBJ-005 until=` + until + ` owner=@a reason="for now"`
	}
	inFile := func(on, until string) *fstest.MapFile {
		return text("accept:", "  - threat: OBJ-005", "    on: "+on, "    reason: for now", "    owner: '@a'", "    until: "+until)
	}
	tests := []struct {
		name    string
		tf      []string
		context *fstest.MapFile
		want    string
	}{
		{"nobody has decided", []string{`resource {`, `  acl = 1`}, nil, ""},
		{"on the line", []string{`resource {`, `  acl = 1 ` + comment("2026-12-31")}, nil, "accepted in source"},
		{"on the line above", []string{comment("2026-12-31"), `  acl = 1`}, nil, "accepted in source"},
		{"behind the code of the line above", []string{`other = 1 ` + comment("2026-12-31"), `  acl = 1`}, nil, ""},
		{"for another threat", []string{strings.Replace(comment("2026-12-31"), "OBJ-005", "OBJ-006", 1), `  acl = 1`}, nil, ""},
		{"in a string", []string{`x = "`, `  acl = "` + strings.ReplaceAll(comment("2026-12-31"), `"`, `'`) + `"`}, nil, ""},
		{"on its last day", []string{comment("2026-06-01"), `  acl = 1`}, nil, "accepted in source"},
		{"a day too old", []string{comment("2026-05-31"), `  acl = 1`}, nil, "expired in source"},
		{"more than a year", []string{comment("2027-06-02"), `  acl = 1`}, nil, ""},
		{"a year", []string{comment("2027-06-01"), `  acl = 1`}, nil, "accepted in source"},
		{"in the context file", []string{`resource {`, `  acl = 1`}, inFile("aws_s3_bucket.files", "2026-12-31"), "accepted"},
		{"in the context file, by pattern", []string{`resource {`, `  acl = 1`}, inFile("'aws_s3_bucket.*'", "2026-12-31"), "accepted"},
		{"in the context file, on something else", []string{`resource {`, `  acl = 1`}, inFile("aws_s3_bucket.more", "2026-12-31"), ""},
		{"in the context file, expired", []string{`resource {`, `  acl = 1`}, inFile("aws_s3_bucket.files", "2026-01-31"), "expired"},
		{"expired here, valid there", []string{comment("2026-01-31"), `  acl = 1`}, inFile("aws_s3_bucket.files", "2026-12-31"), "accepted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld()
			w.bucket("aws_s3_bucket.files", "main.tf", 2)
			w.files["main.tf"] = text(tt.tf...)
			if tt.context != nil {
				w.files["threat-context.yaml"] = tt.context
			}
			f := one(t, w.assemble(t))
			got := ""
			if a := f.Acceptance; a != nil {
				got = map[bool]string{true: "expired", false: "accepted"}[a.Expired]
				if a.InSource {
					got += " in source"
				}
				if a.Reason != "for now" || a.Owner != "@a" || a.Location.IsZero() {
					t.Errorf("acceptance %+v", a)
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if noted := strings.Contains(f.Sentence, "that has ended"); noted != strings.HasPrefix(tt.want, "expired") {
				t.Errorf("sentence %q", f.Sentence)
			}
		})
	}
}

func TestAcceptanceOfOneInstanceSplitsTheFinding(t *testing.T) {
	w := newWorld()
	w.bucket(`aws_s3_bucket.b["eu"]`, "main.tf", 2)
	w.bucket(`aws_s3_bucket.b["us"]`, "main.tf", 2)
	w.files["threat-context.yaml"] = text("accept:", "  - threat: OBJ-005", `    on: 'aws_s3_bucket.b["eu"]'`, "    reason: r", "    owner: o", "    until: 2026-12-31")
	found := w.assemble(t)
	if len(found) != 2 {
		t.Fatalf("found %v", ids(found))
	}
	for _, f := range found {
		if (f.Acceptance != nil) != (f.Instances[0] == `aws_s3_bucket.b["eu"]`) {
			t.Errorf("%v accepted: %v", f.Instances, f.Acceptance != nil)
		}
	}
}

func TestBadAcceptancesAreTold(t *testing.T) {
	w := newWorld()
	w.bucket("aws_s3_bucket.files", "main.tf", 3)
	w.files["main.tf"] = text(`# threatvet:accept OBJ-005 until=2031-01-01 owner=@a reason="later"`, `# threatvet:accept OBJ-005 untl=2026-12-31`, `acl = 1`)
	w.assemble(t)
	var got []string
	for _, g := range w.sys.Gaps {
		got = append(got, fmt.Sprintf("%s:%d: %s", g.Location.File, g.Location.Line, g.What))
	}
	want := []string{
		"main.tf:1: context: the acceptance of OBJ-005 ends on 2031-01-01, more than a year from now, and does not count; the latest is 2027-06-01",
		`main.tf:2: context: unknown setting "untl"; did you mean "until"?`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
