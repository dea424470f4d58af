package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/merge"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report"
)

type mergeCommand struct {
	io       *streams
	output   string
	list     string
	accounts []string
}

func newMerge(std *streams) *cobra.Command {
	c := &mergeCommand{io: std}
	cmd := &cobra.Command{
		Use:   "merge [NAME=]MODEL.json|DIR ...",
		Short: "Join the models of many repositories into one",
		Long: `merge reads models that "threatvet model" has written, one for each repository, and
writes one model of the whole. Ids and files get the repository's name before them:
NAME, or else the name of the file without .json. A directory stands for the models
in it. The order of the arguments does not matter.

Rights from one repository to another and flows between them are joined by account
numbers, ARNs, URLs and host names that both tell; attack paths are searched anew.
Where the Terraform of a repository does not tell its account (allowed_account_ids
or the role of the provider), --account does. An unknown account joins nothing.

scan, report and paths take the merged model in place of a directory.`,
		Example: `  threatvet merge models/ -o whole.json
  threatvet merge shop=a.json billing=b.json --account shop=222233334444 -o whole.json
  threatvet scan whole.json --format sarif -o threats.sarif`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd.Context(), args) },
	}
	f := cmd.Flags()
	f.StringVarP(&c.output, "output", "o", "", "write to `file` instead of standard output")
	f.StringVar(&c.list, "list", "", "`file` with one [NAME=]MODEL.json on each line")
	f.StringArrayVar(&c.accounts, "account", nil, "`NAME=NUMBER` of the AWS account of a repository (repeatable)")
	return cmd
}

func (c *mergeCommand) run(ctx context.Context, args []string) error {
	parts, err := c.parts(args)
	if err != nil {
		return err
	}
	sys, err := merge.Join(ctx, parts)
	if err != nil {
		return err
	}
	if c.output != "" {
		return writeFile(c.output, func(w io.Writer) error { return report.ModelJSON(w, sys) })
	}
	out := &checked{w: c.io.out}
	if err := report.ModelJSON(out, sys); err != nil {
		return err
	}
	return out.err
}

// parts takes the arguments and the list apart.
func (c *mergeCommand) parts(args []string) ([]merge.Part, error) {
	if c.list != "" {
		lines, err := listed(c.list)
		if err != nil {
			return nil, err
		}
		args = append(args, lines...)
	}
	var parts []merge.Part
	for _, arg := range args {
		more, err := partsOf(arg)
		if err != nil {
			return nil, err
		}
		parts = append(parts, more...)
	}
	if len(parts) == 0 {
		return nil, errors.New("no models; name them, or a directory of them: threatvet merge models/ -o whole.json")
	}
	return parts, c.giveAccounts(parts)
}

func (c *mergeCommand) giveAccounts(parts []merge.Part) error {
	for _, pair := range c.accounts {
		name, number, _ := strings.Cut(pair, "=")
		found := false
		for i := range parts {
			if parts[i].Name == name {
				parts[i].Account, found = number, true
			}
		}
		if !found || number == "" {
			return fmt.Errorf("--account %s: give it as NAME=NUMBER, with the name of one of the repositories", pair)
		}
	}
	return nil
}

// partsOf is the model that an argument names, or those in a directory.
func partsOf(arg string) ([]merge.Part, error) {
	if info, err := os.Stat(arg); err == nil && info.IsDir() {
		files, err := filepath.Glob(filepath.Join(escapeGlob(arg), "*.json"))
		var parts []merge.Part
		for _, file := range files {
			parts = append(parts, partOf(nameOf(file), file))
		}
		if err == nil && len(parts) == 0 {
			err = fmt.Errorf("%s: no models (*.json) here", arg)
		}
		return parts, err
	}
	if name, file, found := strings.Cut(arg, "="); found {
		return []merge.Part{partOf(name, file)}, nil
	}
	return []merge.Part{partOf(nameOf(arg), arg)}, nil
}

func escapeGlob(dir string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(dir)
}

func nameOf(file string) string { return strings.TrimSuffix(filepath.Base(file), ".json") }

func partOf(name, file string) merge.Part {
	return merge.Part{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(file) }}
}

// listed reads a list; empty lines and those that begin with # say nothing.
func listed(name string) ([]string, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var lines []string
	text := bufio.NewScanner(file)
	for text.Scan() {
		if line := strings.TrimSpace(text.Text()); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines, text.Err()
}

// readModel reads a model that "threatvet model" or merge has written; nil where
// the file is something else, such as a Terraform plan.
func readModel(name string) (*model.System, error) {
	if !isModel(name) {
		return nil, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text := bufio.NewReader(file)
	if start, _ := text.Peek(64); !model.Looks(start) {
		return nil, nil
	}
	sys, err := model.Read(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return sys, nil
}
