package library_test

import (
	"testing"

	"github.com/threatvet/threatvet/internal/gosystem/libraries"
	"github.com/threatvet/threatvet/internal/gosystem/library"
)

func TestEmbeddedLoads(t *testing.T) {
	lib, diags := library.Load(libraries.Files)
	for _, d := range diags {
		t.Error(d)
	}
	f := lib.Func("database/sql.DB.QueryContext")
	if f == nil || len(f.Sinks) != 1 || f.Sinks[0].Kind != library.SQLInjection || f.Sinks[0].Port.Index != 1 {
		t.Errorf("sql.DB.QueryContext = %+v", f)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		library.Load(libraries.Files)
	}
}
