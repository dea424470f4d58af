package scan

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/terraform"
)

// Coverage says how much of the Terraform in a scan was understood.
type Coverage struct {
	Files int `json:"files"`
	Lines int `json:"lines"`
	// Problems counts what is wrong in the sources.
	Problems int     `json:"problems"`
	Total    Share   `json:"total"`
	Roots    []Share `json:"roots"`
}

// Share is what of one root, or of all of them, was understood.
type Share struct {
	Root       string  `json:"root,omitempty"`
	Resources  int     `json:"resources"`
	Data       int     `json:"data_sources"`
	Types      int     `json:"types"`
	Understood int     `json:"understood"`
	Missing    []Count `json:"missing_types"`
	// Arguments are all that the sources set; Partly known ones have a value
	// with parts that are not known.
	Arguments int     `json:"arguments"`
	Known     int     `json:"known"`
	Partly    int     `json:"partly_known"`
	Unknown   []Count `json:"unknown_because"`
	Causes    []Count `json:"unknown_causes"`
}

// Count is how often something occurs.
type Count struct {
	What  string `json:"what"`
	Count int    `json:"count"`
}

// Cover loads the Terraform sources and measures what of them was understood.
func Cover(ctx context.Context, o Options) (*Coverage, error) {
	result, types, err := load(ctx, o)
	if err != nil {
		return nil, err
	}
	if result.Files == 0 {
		return nil, &NothingError{Dir: o.Dir}
	}
	return cover(types, result), nil
}

func cover(types *catalog.Catalog, result *terraform.Result) *Coverage {
	c := &Coverage{Files: result.Files, Lines: result.Lines, Problems: len(result.Diagnostics)}
	all := terraform.Knowledge{Causes: map[terraform.Cause]int{}}
	data := 0
	for _, root := range result.Roots {
		known := root.Knowledge()
		share := shareOf(types.RootStats(root), known)
		share.Root = root.Key
		for _, r := range root.Resources {
			if r.Mode == "data" {
				share.Data++
			}
		}
		data += share.Data
		all.Arguments += known.Arguments
		all.Known += known.Known
		all.Partly += known.Partly
		for cause, n := range known.Causes {
			all.Causes[cause] += n
		}
		c.Roots = append(c.Roots, share)
	}
	c.Total = shareOf(types.Stats(result), all)
	c.Total.Data = data
	return c
}

func shareOf(stats catalog.Stats, known terraform.Knowledge) Share {
	why, causes := map[string]int{}, map[string]int{}
	for cause, n := range known.Causes {
		why[string(cause.Why)] += n
		if cause.What != "" {
			causes[string(cause.Why)+" "+cause.What] += n
		}
	}
	return Share{
		Resources: stats.Resources, Types: len(stats.Types), Understood: stats.Understood, Missing: ranked(stats.Missing),
		Arguments: known.Arguments, Known: known.Known, Partly: known.Partly, Unknown: ranked(why), Causes: ranked(causes),
	}
}

// ranked lists what is counted, most frequent first.
func ranked(counts map[string]int) []Count {
	list := make([]Count, 0, len(counts))
	for what, n := range counts {
		list = append(list, Count{what, n})
	}
	slices.SortFunc(list, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.What, b.What))
	})
	return list
}
