package businesscontext

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// programsWith finds the programs that contain a Go type or function, written
// as import path and name (example.com/shop.Customer). The closest match counts:
// handlers of that package and their services; else services whose entry points
// it serves; else the services of the same module.
func programsWith(sys *model.System, symbol string) []string {
	pkg := packageOf(symbol)
	for _, find := range []func(*model.System, string) []string{programsOfPackage, programsServedBy, programsBeside} {
		if list := find(sys, pkg); len(list) > 0 {
			slices.Sort(list)
			return slices.Compact(list)
		}
	}
	return nil
}

// packageOf cuts the name off: the first dot after the last slash ends the
// import path, unless nothing follows the last slash but a host name.
func packageOf(symbol string) string {
	slash := strings.LastIndex(symbol, "/")
	if dot := strings.IndexByte(symbol[slash+1:], '.'); dot >= 0 {
		return symbol[:slash+1+dot]
	}
	return symbol
}

func programsOfPackage(sys *model.System, pkg string) []string {
	var list []string
	for _, e := range sys.Elements {
		if e.ID != "go:"+pkg && !strings.HasPrefix(e.ID, "go:"+pkg+".") {
			continue
		}
		list = append(list, e.ID)
		if strings.HasPrefix(e.PartOf, "go:") {
			list = append(list, e.PartOf)
		}
	}
	return list
}

func programsServedBy(sys *model.System, pkg string) []string {
	var list []string
	for _, e := range sys.EntryPoints {
		if strings.HasPrefix(e.Handler, pkg+".") {
			list = append(list, e.Element)
		}
	}
	return list
}

// programsBeside finds the services that share most of the import path, at
// least a host and a name.
func programsBeside(sys *model.System, pkg string) []string {
	var list []string
	best := 1
	for _, e := range sys.Elements {
		path, ok := strings.CutPrefix(e.ID, "go:")
		if !ok || e.Kind != "go.service" {
			continue
		}
		switch n := shared(path, pkg); {
		case n > best:
			best, list = n, []string{e.ID}
		case n == best && n > 1:
			list = append(list, e.ID)
		}
	}
	return list
}

// shared counts the leading parts that two import paths have in common.
func shared(a, b string) int {
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}
