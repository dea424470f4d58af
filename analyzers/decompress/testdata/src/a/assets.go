package a

import (
	"compress/gzip"
	"io"
	"io/fs"
	"os"
)

// The program brings its assets along.
func asset(f fs.File) ([]byte, error) {
	r, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func onDisk(f *os.File) ([]byte, error) {
	r, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r) // want `expanded without a limit`
}
