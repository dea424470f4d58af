package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError turns a flag that does not exist into a message that names the
// nearest one which does.
func flagError(cmd *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if !errors.As(err, &missing) {
		return fmt.Errorf("%w; `%s --help` lists the flags", err, cmd.CommandPath())
	}
	name := missing.GetSpecifiedName()
	dashes := "--"
	if missing.GetSpecifiedShortnames() != "" {
		dashes = "-"
	}
	message := fmt.Sprintf("no flag %s%s", dashes, name)
	if near := nearestFlag(cmd, name); near != "" {
		message += "; there is " + near
	}
	return errors.New(message + fmt.Sprintf("; `%s --help` lists the flags", cmd.CommandPath()))
}

func nearestFlag(cmd *cobra.Command, name string) string {
	best, distance := "", 4
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		d := levenshtein.ComputeDistance(name, f.Name)
		if strings.HasPrefix(f.Name, name) {
			d = 0
		}
		if d < distance {
			kind, _ := pflag.UnquoteUsage(f)
			best, distance = strings.TrimSpace("--"+f.Name+" "+kind), d
		}
	})
	return best
}
