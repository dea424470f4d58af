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
	found, err := runTree(ctx, repository, o, func() (*revision.Tree, error) { return repository.CheckOut(ctx, commit) })
	if err != nil {
		return nil, fmt.Errorf("at %.12s: %w", commit, err)
	}
	return found, nil
}

// RunStaged scans o.Dir as the next commit will hold it. Where all is staged, that
// is the work tree.
func RunStaged(ctx context.Context, repository *revision.Repository, o Options) (*finding.Report, error) {
	all, err := repository.AllStaged(ctx)
	if err != nil {
		return nil, err
	}
	if all {
		return Run(ctx, o)
	}
	return runTree(ctx, repository, o, func() (*revision.Tree, error) { return repository.CheckOutIndex(ctx) })
}

func runTree(ctx context.Context, repository *revision.Repository, o Options, checkOut func() (*revision.Tree, error)) (*finding.Report, error) {
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
	tree, err := checkOut()
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	o.Dir, o.Repository = filepath.Join(tree.Dir, prefix), tree.Dir
	found, err := Run(ctx, o)
	var nothing *NothingError
	if errors.As(err, &nothing) || errors.Is(err, fs.ErrNotExist) {
		return Empty(prefix), nil
	}
	if err != nil {
		return nil, err
	}
	for _, name := range tree.Empty {
		found.System.Gaps = append(found.System.Gaps, &model.Gap{Severity: "warning", What: "a file of the revision", Why: "it is larger than 32 MiB and was taken for empty", Location: model.Location{File: name}})
	}
	return found, nil
}

// Empty is the report on a directory in which there is nothing yet.
func Empty(prefix string) *finding.Report {
	return &finding.Report{System: model.New(), Prefix: filepath.ToSlash(prefix)}
}
