package scan

import (
	"io/fs"

	"github.com/threatvet/threatvet/internal/attackpath"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/topology"
)

// categories are the user's own kinds of data.
func (s *Scan) categories() []*topology.Category {
	list, err := own(s.user("data"), topology.ReadCategories)
	if err != nil {
		s.ownGap("the kinds of data in .threatvet/data", err)
	}
	return list
}

// techniques are the user's own.
func (s *Scan) techniques() []*attackpath.Technique {
	list, err := own(s.user("techniques"), attackpath.ReadTechniques)
	if err != nil {
		s.ownGap("the attack techniques in .threatvet/techniques", err)
	}
	return list
}

func own[T any](files fs.FS, read func(fs.FS) ([]T, error)) ([]T, error) {
	if files == nil {
		return nil, nil
	}
	return read(files)
}

func (s *Scan) ownGap(what string, err error) {
	s.System.Gaps = append(s.System.Gaps, &model.Gap{
		Severity: "error", What: what, Why: err.Error(), Do: "correct the file; the built-in ones were used",
	})
}
