package finding

import (
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

func at(file string, line int, address, note string) model.Evidence {
	return model.Evidence{Location: model.Location{File: file, Line: line}, Address: address, Note: note}
}

func TestCallerFirst(t *testing.T) {
	attribute := at("modules/b/main.tf", 5, `module.b["x"].aws_s3_bucket.this`, "attribute")
	tests := []struct {
		name  string
		chain []model.Evidence
		want  string
	}{
		{"in the root the attribute is the line", []model.Evidence{at("db.tf", 3, "aws_db.d", "attribute"), at("terraform.tfvars", 1, "var.v", "tfvars")}, "db.tf"},
		{"the caller's argument", []model.Evidence{attribute, at("main.tf", 9, `module.b["x"]`, "module argument")}, "main.tf"},
		{"the caller's item behind it", []model.Evidence{attribute, at("main.tf", 9, `module.b["x"]`, "module argument"), at("main.tf", 8, "module.b", "for_each"), at("list.tf", 2, "local.l", "item")}, "list.tf"},
		{"the module's own default", []model.Evidence{attribute, at("modules/b/variables.tf", 1, `module.b["x"].var.v`, "variable default")}, "modules/b/main.tf"},
		{"the module decides", []model.Evidence{attribute}, "modules/b/main.tf"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := callerFirst(tt.chain); got[0].File != tt.want || len(got) != len(tt.chain) {
				t.Errorf("first is %s, want %s", got[0].File, tt.want)
			}
		})
	}
}
