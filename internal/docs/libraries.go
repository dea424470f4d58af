package docs

import (
	"github.com/threatvet/threatvet/internal/gosystem/libraries"
	"github.com/threatvet/threatvet/internal/gosystem/library"
)

func libraryPage() (string, error) {
	lib, diags := library.Load(libraries.Files)
	if diags.HasErrors() {
		return "", diags
	}
	return lib.Page(), nil
}
