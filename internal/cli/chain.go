package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/terraform"
)

// link is one place of a chain, as JSON.
type link struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	EndLine int    `json:"end_line"`
	Note    string `json:"note"`
	Address string `json:"address"`
}

// writeChains prints where values came from, the attribute itself first.
func writeChains(w io.Writer, answers []terraform.Answer, format string) error {
	if format == "json" {
		return writeChainsJSON(w, answers)
	}
	var b strings.Builder
	for _, a := range answers {
		name := a.Address
		if len(answers) > 1 {
			name = a.Root + "//" + name
		}
		value := string(a.Value)
		switch {
		case a.Value == nil:
			value = "not set"
		case a.Computed:
			value = "computed by the provider"
		}
		fmt.Fprintf(&b, "%s: %s\n", plain.Line(name), plain.Line(value))
		for _, o := range a.Chain {
			place := o.Range.Filename
			if o.Range.Start.Line > 0 {
				place = fmt.Sprintf("%s:%d", place, o.Range.Start.Line)
			}
			fmt.Fprintf(&b, "  %-24s %-16s %s\n", plain.Line(place), o.Note, plain.Line(o.Address))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeChainsJSON(w io.Writer, answers []terraform.Answer) error {
	type chained struct {
		terraform.Answer
		Chain []link `json:"chain"`
	}
	list := make([]chained, len(answers))
	for i, a := range answers {
		list[i].Answer = a
		for _, o := range a.Chain {
			list[i].Chain = append(list[i].Chain, link{o.Range.Filename, o.Range.Start.Line, o.Range.End.Line, o.Note, o.Address})
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(list)
}
