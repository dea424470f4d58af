package a

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"os"
)

func gunzip(in io.Reader, out *os.File) error {
	r, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, r) // want `with a small file because it is expanded without a limit`
	return err
}

func inflate(in io.Reader) ([]byte, error) {
	r, err := zlib.NewReader(in)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(bufio.NewReader(r)) // want `expanded without a limit`
}

func unzip(archive *zip.Reader) error {
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			return err
		}
		var buf bytes.Buffer
		buf.ReadFrom(in) // want `expanded without a limit`
		in.Close()
	}
	return nil
}

func untar(in io.Reader, out io.Writer) {
	gz, _ := gzip.NewReader(in)
	r := tar.NewReader(gz)
	for {
		if _, err := r.Next(); err != nil {
			return
		}
		io.Copy(out, r) // want `expanded without a limit`
	}
}

// A plain archive is as large as what it holds.
func plainTar(in io.Reader, out io.Writer) {
	r := tar.NewReader(in)
	r.Next()
	io.Copy(out, r)
}

func limited(in io.Reader, out io.Writer) {
	r, _ := gzip.NewReader(in)
	io.CopyN(out, r, 1<<20)
	io.Copy(out, io.LimitReader(r, 1<<20))
}

var errLarge = errors.New("too large")

// The size that the archive states is looked at; zip.File.Open stops there.
func sized(f *zip.File, out io.Writer) error {
	if f.UncompressedSize64 > 1<<20 {
		return errLarge
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return err
}

// What is sent on as it comes fills nothing here.
func serve(w http.ResponseWriter, asset io.Reader) error {
	r, err := gzip.NewReader(asset)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

// The program expands what it has compressed itself.
func compressSelfTest(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Nothing is expanded here.
func copyFile(in, out *os.File) { io.Copy(out, in) }

// Compressing makes less.
func compress(in io.Reader, out io.Writer) {
	w := gzip.NewWriter(out)
	io.Copy(w, in)
	w.Close()
}
