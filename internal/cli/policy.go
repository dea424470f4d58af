package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/policy"
)

// policyFolder is where the user's own policies lie.
const policyFolder = ".threatvet/policies"

func newPolicy(std *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "policy",
		Short: "Work with the threats, which are Rego policies",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPolicyList(std), newPolicyNew(std), newPolicyTest(std))
	return cmd
}

func newPolicyList(std *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "list [DIR]",
		Short: "List the threats, the built-in ones and those of DIR, by default the current directory",
		RunE: func(_ *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			threats, err := policy.Threats()
			if err != nil {
				return err
			}
			own, gaps := ownPolicies(filepath.Join(dir, policyFolder))
			say(std, gaps)
			table := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
			fmt.Fprintln(table, "ID\tSTRIDE\tON\tTITLE")
			for _, t := range append(threats, own...) {
				fmt.Fprintln(table, strings.Join([]string{t.ID, t.Stride, t.On, t.Title}, "\t"))
			}
			return table.Flush()
		},
	}
}

func ownPolicies(folder string) ([]*model.Threat, []*model.Gap) {
	if _, err := os.Stat(folder); err != nil {
		return nil, nil
	}
	return policy.Own(os.DirFS(folder))
}

// say prints what is wrong with policies, a line each.
func say(std *streams, gaps []*model.Gap) {
	for _, g := range gaps {
		fmt.Fprintf(std.err, "threatvet: %s:%d: %s; %s\n", g.Location.File, g.Location.Line, g.Why, g.Do)
	}
}
