// Package scan runs the one-way street: sources, model, threats, findings. It
// decides the order of the stages and what is said when one of them fails; it
// knows nothing of any stage's insides.
package scan

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/threatvet/threatvet/internal/attackpath"
	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/leastprivilege"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/policy"
	"github.com/threatvet/threatvet/internal/sourcetree"
	"github.com/threatvet/threatvet/internal/topology"
)

// Options say what to scan and how.
type Options struct {
	// Dir is the directory to scan, or a Terraform plan in JSON.
	Dir string
	// Repository is the top of the repository that Dir lies in; empty for the
	// nearest directory above that holds a .git.
	Repository string
	// VarFiles are tfvars files relative to Dir.
	VarFiles []string
	// Workspace is what terraform.workspace is; empty for the selected one.
	Workspace string
	// Go says how Go code is read.
	Go GoOptions
	// Variables are TF_VAR_ settings by variable name.
	Variables map[string]string
	// Only and Skip choose threats by id or area (OBJ).
	Only, Skip []string
	// PolicyTimeout limits each policy; zero is the default.
	PolicyTimeout time.Duration
	// Today decides whether an acceptance has ended.
	Today time.Time
	// Overlay holds the texts of files that an editor has not saved yet, by
	// absolute path. Go code is read as it was saved.
	Overlay map[string][]byte
	// Progress is told what is being done; nil for nobody.
	Progress func(string)
}

// GoOptions say for which system Go code is read, and how much of it.
type GoOptions struct {
	// Tags are build tags; OS and Arch are those of this machine where empty.
	Tags     []string
	OS, Arch string
	// Tests asks for test files too.
	Tests bool
}

// NothingError says that a directory holds nothing that can be analysed.
type NothingError struct{ Dir string }

func (e *NothingError) Error() string {
	return fmt.Sprintf("%s: no Terraform (.tf, .tf.json, .tofu) and no Go module (go.mod) here; name the directory that holds them", e.Dir)
}

// Model derives the system model, up to and with its attack paths. The context
// is what the owners have said.
func Model(ctx context.Context, o Options) (*Scan, error) {
	s, err := open(o)
	if err != nil {
		return nil, err
	}
	if err := s.model(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// model derives the model. Between the stages it looks whether anybody still
// wants it.
func (s *Scan) model(ctx context.Context) error {
	if err := s.read(ctx); err != nil {
		return err
	}
	for _, stage := range []func(){
		s.joinWithContext,
		func() {
			s.say("networks and exposure")
			topology.Compute(s.System, s.categories()...)
		},
		func() {
			s.say("who may do what")
			iam.Decide(s.System)
			leastprivilege.Compute(s.System)
		},
		func() {
			s.say("attack paths")
			stopped := func() bool { return ctx.Err() != nil }
			attackpath.Search(s.System, attackpath.Options{Further: s.techniques(), Stopped: stopped})
		},
		s.System.Sort,
	} {
		if stage(); ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// Run derives the model and rates the threats to it.
func Run(ctx context.Context, o Options) (*finding.Report, error) {
	s, err := Model(ctx, o)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return s.Threats(ctx)
}

// Scan is a scan under way.
type Scan struct {
	System  *model.System
	Context *businesscontext.Context
	Stats   finding.Stats

	options Options
	// tree is the scan root, repo the repository's root, prefix the way from
	// repo to tree ("" where they are the same).
	tree, repo *os.Root
	prefix     string
	// sources and around are what lies in tree and repo, with what is not saved.
	sources, around fs.FS
	// part is what of the sources is read; nil for all.
	part *part
	// policies are kept from scan to scan of a session.
	policies *policy.Kept
	// roots are those that were read.
	roots []rootSources
	// plan is the Terraform plan to read instead of the roots, in tree.
	plan string
}

// Close releases the directories that the scan holds open.
func (s *Scan) Close() {
	s.tree.Close()
	s.repo.Close()
}

func open(o Options) (*Scan, error) {
	dir, plan, err := locate(o.Dir)
	if err != nil {
		return nil, err
	}
	top := o.Repository
	if top == "" {
		top = repositoryRoot(dir)
	}
	prefix, err := filepath.Rel(top, dir)
	if err != nil {
		return nil, err
	}
	if prefix = filepath.ToSlash(prefix); prefix == "." {
		prefix = ""
	}
	tree, err := os.OpenRoot(dir)
	if err != nil {
		return nil, shortPath(err, o.Dir)
	}
	repo, err := os.OpenRoot(top)
	if err != nil {
		tree.Close()
		return nil, shortPath(err, top)
	}
	return &Scan{
		System: model.New(), options: o, tree: tree, repo: repo, prefix: prefix, plan: plan,
		sources: sourcetree.Over(tree.FS(), below(dir, o.Overlay)),
		around:  sourcetree.Over(repo.FS(), below(top, o.Overlay)),
	}, nil
}

// below picks the texts of the files below a directory, by their names there.
func below(dir string, texts map[string][]byte) map[string][]byte {
	found := map[string][]byte{}
	for name, text := range texts {
		if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
			found[filepath.ToSlash(rel)] = text
		}
	}
	return found
}

// shortPath names the path as the user wrote it.
func shortPath(err error, path string) error {
	if e, ok := err.(*fs.PathError); ok { //nolint:errorlint // only the outermost names the path
		return fmt.Errorf("%s: %w", path, e.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// repositoryRoot is the nearest directory above dir that holds a .git, or dir.
func repositoryRoot(dir string) string {
	for at := dir; ; {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		up := filepath.Dir(at)
		if up == at {
			return dir
		}
		at = up
	}
}

func (s *Scan) say(what string) {
	if s.options.Progress != nil {
		s.options.Progress(what)
	}
}

// Threats evaluates the policies over the model and rates what they find.
func (s *Scan) Threats(ctx context.Context) (*finding.Report, error) {
	s.say("threats")
	result, err := policy.Evaluate(ctx, s.System, policy.Options{
		User:    s.user("policies"),
		Only:    s.options.Only,
		Skip:    s.options.Skip,
		Timeout: s.options.PolicyTimeout,
		Kept:    s.policies,
	})
	if err != nil {
		return nil, fmt.Errorf("policies: %w", err)
	}
	s.System.Gaps = append(s.System.Gaps, result.Gaps...)
	s.System.Sort()
	s.Stats.Policies = len(result.Threats)
	report := &finding.Report{System: s.System, Threats: result.Threats, Stats: s.Stats, Prefix: s.prefix}
	report.Findings = finding.Assemble(finding.Input{
		System:  s.System,
		Threats: result.Threats,
		Matches: result.Matches,
		Context: s.Context,
		Sources: s.sources,
		Today:   s.options.Today,
		Prefix:  s.prefix,
	})
	s.System.Questions = finding.Questions(s.System, report.Findings, s.Context)
	return report, nil
}

// user returns a sub-directory of .threatvet, or nil where there is none.
func (s *Scan) user(name string) fs.FS {
	sub, err := fs.Sub(s.sources, ".threatvet/"+name)
	if err != nil {
		return nil
	}
	if _, err := fs.Stat(sub, "."); err != nil {
		return nil
	}
	return sub
}
