// Package mongo is a stand-in with the signatures that matter.
package mongo

import "context"

type (
	Collection   struct{}
	SingleResult struct{}
)

func (*Collection) FindOne(ctx context.Context, filter any) *SingleResult { return nil }
