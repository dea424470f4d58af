package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/policy"
)

func newPolicy(std *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "policy",
		Short: "Work with the threats, which are Rego policies",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPolicyList(std))
	return cmd
}

func newPolicyList(std *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the built-in threats",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			threats, err := policy.Threats()
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
			fmt.Fprintln(table, "ID\tSTRIDE\tON\tTITLE")
			for _, t := range threats {
				fmt.Fprintln(table, strings.Join([]string{t.ID, t.Stride, t.On, t.Title}, "\t"))
			}
			return table.Flush()
		},
	}
}
