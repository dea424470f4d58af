package cli

import (
	"errors"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/lsp"
	"github.com/threatvet/threatvet/internal/scan"
)

func newLSP(std *streams) *cobra.Command {
	var c common
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor: threats as you type, for Terraform and Go",
		Long: `lsp speaks the Language Server Protocol over standard input and output. An
editor starts it; docs/editors.md says how for Neovim, VS Code, Helix, Emacs and
others.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			saveMemory()
			err := lsp.Serve(cmd.Context(), stdio{os.Stdin, std.out}, std.err, lsp.Options{
				Version: version(),
				Scan:    func(dir string) (scan.Options, error) { return c.forEditor(cmd, std, dir) },
			})
			if errors.Is(err, lsp.ErrNotShutDown) {
				return &exitError{code: exitFound, message: err.Error()}
			}
			return err
		},
	}
	c.register(cmd)
	c.registerThreats(cmd)
	cmd.Flags().Bool("stdio", true, "speak over standard input and output, the only way there is")
	return cmd
}

// forEditor are the options of one scan, with the settings of its directory as
// they are now.
func (c *common) forEditor(cmd *cobra.Command, std *streams, dir string) (scan.Options, error) {
	set := *c
	if err := set.load(cmd, dir); err != nil {
		return scan.Options{}, err
	}
	timeout, err := set.timeout()
	if err != nil {
		return scan.Options{}, err
	}
	return set.options(std, dir, timeout), nil
}

// saveMemory undoes what suits a program that ends soon: a server stays.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(100)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(1 << 62)
	}
}

// stdio is the editor at the other end of the standard streams.
type stdio struct {
	io.Reader
	io.Writer
}

// Close lets the editor see that nothing more comes.
func (s stdio) Close() error {
	if c, ok := s.Reader.(io.Closer); ok {
		return c.Close()
	}
	return nil
}
