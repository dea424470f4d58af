package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/policy"
)

func newPolicyTest(std *streams) *cobra.Command {
	verbose := false
	cmd := &cobra.Command{
		Use:   "test [DIR]",
		Short: "Check the policies of DIR, run their tests, and say which lines no test reaches",
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			folder := filepath.Join(dir, policyFolder)
			if _, err := os.Stat(folder); err != nil {
				return errors.New("there are no policies in " + folder + "; `threatvet policy new ID` begins one")
			}
			_, gaps := ownPolicies(folder)
			say(std, gaps)
			if len(gaps) > 0 {
				return &exitError{code: exitFound}
			}
			results, coverage, err := policy.CoveredTests(cmd.Context(), os.DirFS(folder))
			if err != nil {
				return fmt.Errorf("%s: %w", folder, err)
			}
			failed := tellResults(std.out, results, verbose)
			tellCoverage(std.out, coverage)
			fmt.Fprintf(std.out, "\n%d %s, %d failed\n", len(results), plural(len(results), "test", "tests"), failed)
			if failed > 0 {
				return &exitError{code: exitFound}
			}
			return nil
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list the tests that pass too")
	return cmd
}

// tellResults prints what failed, and counts it.
func tellResults(out io.Writer, results []policy.TestResult, all bool) (failed int) {
	for _, r := range results {
		switch {
		case r.Failure != "":
			failed++
			fmt.Fprintf(out, "FAIL  %s/%s:%d: %s %s\n", policyFolder, r.Location.File, r.Location.Line, r.Name, r.Failure)
		case all:
			fmt.Fprintf(out, "ok    %s/%s:%d: %s\n", policyFolder, r.Location.File, r.Location.Line, r.Name)
		}
	}
	return failed
}

func tellCoverage(out io.Writer, coverage []policy.Coverage) {
	for _, c := range coverage {
		fmt.Fprintf(out, "%3.0f %%  %s/%s", c.Percent, policyFolder, c.File)
		if len(c.Missed) > 0 {
			fmt.Fprintf(out, ": no test reaches %s", linesOf(c.Missed))
		}
		fmt.Fprintln(out)
	}
}

func linesOf(missed []policy.Lines) string {
	word := "line "
	if len(missed) > 1 || missed[0].First != missed[0].Last {
		word = "lines "
	}
	parts := make([]string, len(missed))
	for i, l := range missed {
		parts[i] = fmt.Sprint(l.First)
		if l.Last > l.First {
			parts[i] += fmt.Sprint("-", l.Last)
		}
	}
	return word + strings.Join(parts, ", ")
}
