package scan

import (
	"context"
	"fmt"

	"github.com/hashicorp/hcl/v2"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/terraform"
)

// Root evaluates the Terraform root in the options' directory.
func Root(ctx context.Context, o Options) (*terraform.Root, hcl.Diagnostics, error) {
	result, _, err := load(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	for _, root := range result.Roots {
		if root.Key == "." || len(result.Roots) == 1 {
			return root, result.Diagnostics, nil
		}
	}
	for _, root := range result.Roots {
		if root.Dir == "." {
			return nil, nil, fmt.Errorf("%s: there is one root for each of several variables files; name one with --var-file", o.Dir)
		}
	}
	return nil, nil, fmt.Errorf("%s: no Terraform root here; name a directory with .tf files", o.Dir)
}

// Ask says where the value of an attribute came from, see terraform.Result.Ask.
func Ask(ctx context.Context, o Options, query string) ([]terraform.Answer, error) {
	result, _, err := load(ctx, o)
	if err != nil {
		return nil, err
	}
	return result.Ask(query)
}

// load evaluates the Terraform sources and nothing else. The result does not
// read files any more.
func load(ctx context.Context, o Options) (*terraform.Result, *catalog.Catalog, error) {
	s, err := open(o)
	if err != nil {
		return nil, nil, err
	}
	defer s.Close()
	types, err := catalog.Default()
	if err != nil {
		return nil, nil, fmt.Errorf("catalogue: %w", err)
	}
	if own := s.user("catalog"); own != nil {
		if err := types.Extend(own); err != nil {
			return nil, nil, fmt.Errorf("the resource types in .threatvet/catalog: %w", err)
		}
	}
	result, err := terraform.Load(ctx, s.loadOptions(types))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", o.Dir, err)
	}
	return result, types, nil
}
