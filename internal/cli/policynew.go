package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/policy"
)

//go:embed templates/policy.rego.tmpl templates/policy_test.rego.tmpl
var policyTemplates embed.FS

// draft is what a new policy starts with.
type draft struct {
	ID, Title, On, Fact, Package string
}

func newPolicyNew(std *streams) *cobra.Command {
	d := draft{}
	cmd := &cobra.Command{
		Use:   "new ID [DIR]",
		Short: "Begin a threat of your own, with its tests, in DIR/" + policyFolder,
		Example: `  threatvet policy new ACME-001 --on store.object --fact versioned --title "Files without a way back"
  threatvet policy test`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			d.ID = args[0]
			if err := d.check(); err != nil {
				return err
			}
			dir, err := oneDir(args[1:])
			if err != nil {
				return err
			}
			files, err := d.write(filepath.Join(dir, policyFolder))
			if err != nil {
				return err
			}
			for _, f := range files {
				fmt.Fprintln(std.out, f)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&d.On, "on", "store.object", "the `kind` of element that the threat is about")
	cmd.Flags().StringVar(&d.Fact, "fact", "encrypted_at_rest", "the `fact` that makes it so where it is false")
	cmd.Flags().StringVar(&d.Title, "title", "What is wrong, in a few words", "the `title`")
	return cmd
}

func (d *draft) check() error {
	words := model.Words()
	fact, known := words.Fact(d.Fact)
	switch {
	case !policy.IsID(d.ID):
		return fmt.Errorf("%q is no id; one is made of capitals, a dash and three digits, such as ACME-001", d.ID)
	case !words.HasKind(d.On):
		return fmt.Errorf("%q is no kind of element; `threatvet docs facts` lists them", d.On)
	case !known || fact.Type != "bool":
		return fmt.Errorf("%q is no fact that is true or false; `threatvet docs facts` lists them", d.Fact)
	}
	d.Package = strings.ToLower(strings.ReplaceAll(d.ID, "-", "_"))
	return nil
}

// write makes the policy and its tests, and never overwrites.
func (d *draft) write(folder string) ([]string, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	var files []string
	for _, suffix := range []string{".rego", "_test.rego"} {
		name := filepath.Join(folder, d.Package+suffix)
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			return files, fmt.Errorf("%s is there already; choose another id", name)
		}
		if err != nil {
			return files, err
		}
		err = d.fill(f, "policy"+suffix+".tmpl")
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return files, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, name)
	}
	return files, nil
}

func (d *draft) fill(f *os.File, name string) error {
	t, err := template.ParseFS(policyTemplates, "templates/"+name)
	if err != nil {
		return err
	}
	return t.Execute(f, d)
}
