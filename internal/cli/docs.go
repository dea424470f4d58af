package cli

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/threatvet/threatvet/internal/docs"
)

func newDocs(std *streams) *cobra.Command {
	var names []string
	for _, p := range docs.Pages() {
		names = append(names, p.Name)
	}
	cmd := &cobra.Command{
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
	cmd.AddCommand(newMan())
	return cmd
}

// newMan writes the manual pages that a package of the program installs.
func newMan() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "man",
		Short: "Write the manual pages into a directory",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // for everybody to read
				return err
			}
			root := cmd.Root()
			root.DisableAutoGenTag = true // it is a date
			// Pages say a date as well; a fixed one keeps them the same.
			header := &doc.GenManHeader{Section: "1", Source: "threatvet", Manual: "threatvet", Date: &time.Time{}}
			return doc.GenManTree(root, header, dir)
		},
	}
	cmd.Flags().StringVarP(&dir, "output", "o", "man", "the `directory`")
	return cmd
}
