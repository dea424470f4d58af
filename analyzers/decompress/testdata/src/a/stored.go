package a

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"

	"github.com/thanos-io/objstore"
	"go.etcd.io/bbolt"
)

type results struct {
	bucket objstore.Bucket
	kept   []byte
}

// The program reads what it has put away, compressed or not.
func (s *results) load(ctx context.Context, name string, packed bool) ([]byte, error) {
	object, err := s.bucket.Get(ctx, name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(object)
	if err != nil {
		return nil, err
	}
	if packed {
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		data, err = io.ReadAll(r)
		if err != nil {
			return nil, err
		}
	}
	return data, nil
}

func cached(b *bbolt.Bucket, key []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(b.Get(key)))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// On one of the ways the data is the caller's.
func cachedOrSent(b *bbolt.Bucket, req *http.Request) ([]byte, error) {
	data := b.Get([]byte("last"))
	if data == nil {
		data, _ = io.ReadAll(req.Body)
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r) // want `expanded without a limit`
}

// The caller's data is expanded in the same variable.
func sent(req *http.Request) ([]byte, error) {
	data, _ := io.ReadAll(req.Body)
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	data, err = io.ReadAll(r) // want `expanded without a limit`
	return data, err
}

// Somebody writes through the pointer.
func filled(b *bbolt.Bucket, fill func(*[]byte)) ([]byte, error) {
	data := b.Get([]byte("last"))
	fill(&data)
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r) // want `expanded without a limit`
}

// The variable of a closure is given a value where the database is looked at.
func viewed(view func(func(*bbolt.Bucket)), key []byte) ([]byte, error) {
	var data []byte
	view(func(b *bbolt.Bucket) { data = bytes.Clone(b.Get(key)) })
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Others may give the field and the parameter values.
func (s *results) hold(b *bbolt.Bucket) ([]byte, error) {
	s.kept = b.Get([]byte("last"))
	r, err := gzip.NewReader(bytes.NewReader(s.kept))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r) // want `expanded without a limit`
}

func given(b *bbolt.Bucket, data []byte) ([]byte, error) {
	if data == nil {
		data = b.Get([]byte("last"))
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r) // want `expanded without a limit`
}

// Two variables that hold each other hold nothing of the store's.
func round(req *http.Request, swap bool) ([]byte, error) {
	first, _ := io.ReadAll(req.Body)
	second := first
	if swap {
		first = second
	}
	r, err := gzip.NewReader(bytes.NewReader(second))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r) // want `expanded without a limit`
}
