package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/scan"
)

// statsLines limits the lists in the text; JSON has all of them.
const statsLines = 8

func writeStats(w io.Writer, c *scan.Coverage, format string) error {
	if format == "json" {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(c)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d files, %d lines, %d %s, %d %s in the sources\n", c.Files, c.Lines,
		len(c.Roots), plural(len(c.Roots), "root", "roots"), c.Problems, plural(c.Problems, "problem", "problems"))
	if len(c.Roots) > 1 {
		writeShare(&b, "all roots", c.Total)
	}
	for _, share := range c.Roots {
		writeShare(&b, share.Root, share)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeShare(b *strings.Builder, name string, s scan.Share) {
	fmt.Fprintf(b, "\n%s\n", plain.Line(name))
	fmt.Fprintf(b, "  resources  %d of %d types, and %d data sources\n", s.Resources, s.Types, s.Data)
	if s.Resources > 0 {
		fmt.Fprintf(b, "  understood %s\n", percent(s.Understood, s.Resources))
	}
	writeCounts(b, "  not described", s.Missing)
	if s.Arguments == 0 {
		return
	}
	fmt.Fprintf(b, "  arguments  %d: known %s, partly %s\n", s.Arguments, percent(s.Known, s.Arguments), percent(s.Partly, s.Arguments))
	writeCounts(b, "  not known because", s.Unknown)
	writeCounts(b, "  most often", s.Causes)
}

func percent(part, whole int) string {
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole))
}

func writeCounts(b *strings.Builder, title string, list []scan.Count) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(b, "%s\n", title)
	for i, c := range list {
		if i == statsLines {
			fmt.Fprintf(b, "    %7s %d more\n", "", len(list)-i)
			break
		}
		fmt.Fprintf(b, "    %7d %s\n", c.Count, plain.Line(c.What))
	}
}
