package gosystem

import (
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/driver"
)

// diagnostic is what an analyzer reported of a package.
type diagnostic struct {
	driver.Diagnostic
	pkg string
}

// position splits file:line:column.
func position(posn string) (file string, line, col int) {
	parts := strings.Split(posn, ":")
	if len(parts) < 3 {
		return posn, 0, 0
	}
	line, _ = strconv.Atoi(parts[len(parts)-2])
	col, _ = strconv.Atoi(parts[len(parts)-1])
	return strings.Join(parts[:len(parts)-2], ":"), line, col
}
