package scan

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/revision"
)

// RunRevision scans o.Dir as it is at a commit of its repository, without touching
// the work tree. A directory that the commit lacks, or that holds nothing to
// analyse there, gives an empty report.
func RunRevision(ctx context.Context, repository *revision.Repository, commit string, o Options) (*finding.Report, error) {
	dir, plan, err := locate(o.Dir)
	if err != nil {
		return nil, err
	}
	if plan != "" {
		return nil, fmt.Errorf("%s: a plan has no revisions; compare two models instead (threatvet model PLAN.json > before.json)", o.Dir)
	}
	prefix, err := filepath.Rel(repository.Top, dir)
	if err != nil {
		return nil, err
	}
	tree, err := repository.CheckOut(ctx, commit)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	o.Dir, o.Repository = filepath.Join(tree.Dir, prefix), tree.Dir
	found, err := Run(ctx, o)
	var nothing *NothingError
	if errors.As(err, &nothing) || errors.Is(err, fs.ErrNotExist) {
		return &finding.Report{System: model.New(), Prefix: filepath.ToSlash(prefix)}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("at %.12s: %w", commit, err)
	}
	for _, name := range tree.Empty {
		found.System.Gaps = append(found.System.Gaps, &model.Gap{Severity: "warning", What: "a file of the older revision", Why: "it is larger than 32 MiB and was taken for empty", Location: model.Location{File: name}})
	}
	return found, nil
}
