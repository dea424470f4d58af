package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/report"
)

// asked is how many questions are shown unless all are wanted: what people answer
// in one sitting.
const asked = 10

func newQuestions(std *streams) *cobra.Command {
	var (
		c            common
		format, file string
		all          bool
		o            report.QuestionOptions
	)
	cmd := &cobra.Command{
		Use:   "questions [DIR|PLAN.json]",
		Short: "List what the sources cannot tell and owners can, with what each answer would change",
		Long: `questions lists what the sources cannot tell and an owner can, by owner and in
plain words, those first whose answers would change most. Each says what its
answers would make of the findings. The answers go into threat-context.yaml, under
"answers"; a question keeps its id as long as it is the same question.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			if format != "markdown" && format != "json" {
				return fmt.Errorf("no format %q; there are json, markdown", format)
			}
			r, err := c.report(cmd.Context(), std, dir)
			if err != nil {
				return err
			}
			o.Most = asked
			if all {
				o.Most = 0
			}
			write := func(w io.Writer) error {
				if format == "json" {
					return report.QuestionsJSON(w, r, o)
				}
				return report.QuestionsMarkdown(w, r, o)
			}
			if file != "" {
				return writeFile(file, write)
			}
			return write(std.out)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", "markdown", "output `format`: json, markdown")
	f.StringVarP(&file, "output", "o", "", "write to `file` instead of standard output")
	f.BoolVar(&all, "all", false, fmt.Sprintf("all questions, instead of the %d whose answers change most", asked))
	f.StringVar(&o.Owner, "owner", "", "only the questions to this `owner`")
	c.register(cmd)
	c.registerThreats(cmd)
	return cmd
}
