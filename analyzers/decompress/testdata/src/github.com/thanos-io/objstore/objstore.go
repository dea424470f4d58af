package objstore

import (
	"context"
	"io"
)

type BucketReader interface {
	Get(ctx context.Context, name string) (io.ReadCloser, error)
}

type Bucket interface {
	BucketReader
	Upload(ctx context.Context, name string, r io.Reader) error
}
