package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/scan"
)

func newContext(std *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "context",
		Short: "Work with threat-context.yaml, what the owners say",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newContextInit(std), newContextCheck(std), newContextSchema(std))
	return cmd
}

func newContextInit(std *streams) *cobra.Command {
	var (
		c     common
		file  string
		force bool
	)
	cmd := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Draft threat-context.yaml from what the sources tell, for owners to correct",
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			if file == "" {
				file = filepath.Join(scan.Directory(dir), businesscontext.Names()[0])
			}
			if _, err := os.Lstat(file); err == nil && !force && file != "-" {
				return fmt.Errorf("%s is there already; --force writes over it, -o - prints the draft", file)
			}
			draft, err := scan.DraftContext(cmd.Context(), c.options(std, dir, 0))
			if err != nil {
				return err
			}
			write := func(w io.Writer) error { _, err := w.Write(draft); return err }
			if file == "-" {
				return write(std.out)
			}
			if err := writeFile(file, write); err != nil {
				return err
			}
			_, err = fmt.Fprintf(std.err, "%s drafted; correct it, and `threatvet context check` checks it\n", file)
			return err
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "the `file` to write (default threat-context.yaml in DIR; - for standard output)")
	cmd.Flags().BoolVar(&force, "force", false, "write over a file that is there")
	c.register(cmd)
	return cmd
}

func newContextSchema(std *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of context files, for editors",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := std.out.Write(businesscontext.Schema())
			return err
		},
	}
}

func newContextCheck(std *streams) *cobra.Command {
	var c common
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check the context files: words, names of elements, dates",
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			problems, err := scan.CheckContext(cmd.Context(), c.options(std, dir, 0))
			if err != nil {
				return err
			}
			for _, p := range problems {
				fmt.Fprintf(std.out, "%s: %s: %s\n", plain.Place(p.Location), p.Severity, plain.Line(p.Message))
				for line := range strings.Lines(p.Source) {
					fmt.Fprintln(std.out, plain.Line(strings.TrimRight(line, "\n")))
				}
			}
			if len(problems) > 0 {
				return &exitError{code: exitFound, message: fmt.Sprintf("%d %s in the context files", len(problems), plural(len(problems), "problem", "problems"))}
			}
			return nil
		},
	}
	c.register(cmd)
	return cmd
}
