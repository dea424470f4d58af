package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/docs"
)

func newDocs(std *streams) *cobra.Command {
	var names []string
	for _, p := range docs.Pages() {
		names = append(names, p.Name)
	}
	return &cobra.Command{
		Use:       "docs PAGE",
		Short:     "Print what is built in as Markdown: " + strings.Join(names, ", "),
		ValidArgs: names,
		Args:      cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			for _, p := range docs.Pages() {
				if p.Name != args[0] {
					continue
				}
				text, err := p.Text()
				if err != nil {
					return err
				}
				_, err = fmt.Fprint(std.out, text)
				return err
			}
			return fmt.Errorf("there is no page %q; the pages are %s", args[0], strings.Join(names, ", "))
		},
	}
}
