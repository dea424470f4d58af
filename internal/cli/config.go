package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/scan"
)

// settings are what .threatvet.yaml may hold; each is also a flag, which wins.
type settings struct {
	FailOn        string   `yaml:"fail_on"`
	Only          []string `yaml:"only"`
	Skip          []string `yaml:"skip"`
	VarFiles      []string `yaml:"var_files"`
	Workspace     string   `yaml:"workspace"`
	Tags          []string `yaml:"tags"`
	GoOS          string   `yaml:"goos"`
	GoArch        string   `yaml:"goarch"`
	Tests         bool     `yaml:"tests"`
	Strict        bool     `yaml:"strict"`
	OmitAccepted  bool     `yaml:"omit_accepted"`
	Baseline      string   `yaml:"baseline"`
	PolicyTimeout string   `yaml:"policy_timeout"`
}

const settingsFile = ".threatvet.yaml"

// maxSettings is far more than any settings file needs.
const maxSettings = 1 << 20

// readSettings reads .threatvet.yaml of the scanned directory. A missing file is
// no settings.
func readSettings(dir string) (settings, error) {
	var s settings
	name := filepath.Join(dir, settingsFile)
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return s, nil
	}
	if err != nil || info.IsDir() {
		return s, nil // the scan itself says what is wrong with the directory
	}
	if info.Size() > maxSettings {
		return s, fmt.Errorf("%s: larger than 1 MiB; it holds a few settings only", name)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return s, err
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return s, nil
	}
	if err := decode(text, &s); err != nil {
		return s, fmt.Errorf("%s: %s", name, yaml.FormatError(err, false, true))
	}
	return s, nil
}

// decode reads YAML that strangers may have written: the decoder panics on some of
// it (a list that is tagged as something else).
func decode(text []byte, into *settings) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("this is not YAML that can be read")
		}
	}()
	return yaml.UnmarshalWithOptions(text, into, yaml.Strict())
}

// common are the flags of every command that reads sources.
type common struct {
	settings
	quiet bool
}

func (c *common) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&c.VarFiles, "var-file", nil, "tfvars `file` for every root, relative to the directory (repeatable)")
	f.StringVar(&c.Workspace, "workspace", os.Getenv("TF_WORKSPACE"), "what terraform.workspace is, by `name`, instead of the selected one (TF_WORKSPACE)")
	f.StringSliceVar(&c.Tags, "tags", nil, "build `tags` for Go code")
	f.StringVar(&c.GoOS, "goos", "", "operating `system` that Go code is read for (default this one's)")
	f.StringVar(&c.GoArch, "goarch", "", "`architecture` that Go code is read for (default this one's)")
	f.BoolVar(&c.Tests, "tests", false, "look at Go test files too")
	f.BoolVar(&c.Strict, "strict", false, "exit with 3 where a part could not be analysed")
	f.BoolVarP(&c.quiet, "quiet", "q", false, "say nothing on standard error but errors")
}

func (c *common) registerThreats(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&c.Only, "only", nil, "only these threats: `id`s (OBJ-005) or areas (OBJ)")
	f.StringSliceVar(&c.Skip, "skip", nil, "without these threats: `id`s or areas")
	f.StringVar(&c.PolicyTimeout, "policy-timeout", "", "`time` that one policy may take (default 10s)")
}

// load fills from the settings file what no flag set.
func (c *common) load(cmd *cobra.Command, dir string) error {
	dir = scan.Directory(dir)
	file, err := readSettings(dir)
	if err != nil {
		return err
	}
	set := func(flag string) bool { return cmd.Flags().Changed(flag) }
	take(&c.VarFiles, file.VarFiles, set("var-file"))
	take(&c.Only, file.Only, set("only"))
	take(&c.Skip, file.Skip, set("skip"))
	if !set("workspace") && c.Workspace == "" {
		c.Workspace = file.Workspace
	}
	take(&c.Tags, file.Tags, set("tags"))
	if !set("goos") {
		c.GoOS = file.GoOS
	}
	if !set("goarch") {
		c.GoArch = file.GoArch
	}
	if !set("tests") {
		c.Tests = file.Tests
	}
	if !set("strict") {
		c.Strict = file.Strict
	}
	if !set("policy-timeout") {
		c.PolicyTimeout = file.PolicyTimeout
	}
	if !set("fail-on") && file.FailOn != "" {
		c.FailOn = file.FailOn
	}
	if !set("omit-accepted") {
		c.OmitAccepted = file.OmitAccepted
	}
	if !set("baseline") && file.Baseline != "" {
		c.Baseline = filepath.Join(dir, file.Baseline)
	}
	return nil
}

func take(to *[]string, from []string, set bool) {
	if !set {
		*to = slices.Clone(from)
	}
}

func (c *common) timeout() (time.Duration, error) {
	if c.PolicyTimeout == "" {
		return 0, nil
	}
	d, err := time.ParseDuration(c.PolicyTimeout)
	if err != nil || d <= 0 {
		return 0, fmt.Errorf("policy timeout %q: write a time such as 5s", c.PolicyTimeout)
	}
	return d, nil
}
