// Package cli is the command: flags, settings, output and exit codes. It holds
// no knowledge of threats or sources.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes. They are part of the contract with scripts.
const (
	exitDone    = 0 // ran, nothing at or above --fail-on
	exitFound   = 1 // findings at or above --fail-on
	exitWrong   = 2 // wrong use, or nothing could be analysed
	exitPartial = 3 // done, but parts could not be analysed and --strict is on
)

// Main runs the command line and returns the exit code.
func Main(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	spendMemory()
	root := newRoot(&streams{out: stdout, err: stderr})
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	var code *exitError
	if errors.As(err, &code) {
		if code.message != "" {
			fmt.Fprintf(stderr, "threatvet: %s\n", code.message)
		}
		return code.code
	}
	fmt.Fprintf(stderr, "threatvet: %s\n", err)
	return exitWrong
}

// exitError ends the program with a code; an empty message has been said
// already.
type exitError struct {
	code    int
	message string
}

func (e *exitError) Error() string { return e.message }

// streams are where a command writes: results to out, everything else to err.
type streams struct {
	out, err io.Writer
}

func newRoot(io *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "threatvet",
		Short: "Find threats to the system that your Terraform and Go sources describe",
		Long: `threatvet reads Terraform and Go, works out what the system is, and says
who could do what harm to it, and what to change.

  threatvet scan            the threats to the system in this directory
  threatvet explain ID      why a finding is rated as it is
  threatvet paths           how an attacker gets to what matters
  threatvet report          all of it on one page, with a diagram
  threatvet diff main       what a change does to all of this`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		newScan(io),
		newModel(io),
		newMerge(io),
		newPaths(io),
		newReport(io),
		newExplain(io),
		newEval(io),
		newContext(io),
		newQuestions(io),
		newPolicy(io),
		newBaseline(io),
		newDiff(io),
		newLSP(io),
		newDocs(io),
		newVersion(io),
	)
	return root
}

// noArgs refuses words that are not a command, and names the nearest one.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	message := fmt.Sprintf("no command %q", args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		message += fmt.Sprintf("; there is %q", near[0])
	}
	return errors.New(message + "; `threatvet --help` lists the commands")
}

// oneDir takes at most one directory or plan, the current directory where none
// is given.
func oneDir(args []string) (string, error) {
	switch len(args) {
	case 0:
		return ".", nil
	case 1:
		return args[0], nil
	}
	return "", fmt.Errorf("%d directories given; threatvet scans one, the one that holds the others", len(args))
}
