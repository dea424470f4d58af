package a

import (
	"archive/tar"
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func unzip(r *zip.Reader, dir string) error {
	for _, f := range r.File {
		out, err := os.Create(filepath.Join(dir, f.Name)) // want `Whoever makes the archive can write any file of this program, because a name in the archive`
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func unzipLocal(r *zip.Reader, dir string) error {
	for _, f := range r.File {
		if !filepath.IsLocal(f.Name) {
			return fmt.Errorf("%q leaves the folder", f.Name)
		}
		out, err := os.Create(filepath.Join(dir, f.Name))
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func unzipPrefix(r *zip.Reader, dir string) error {
	for _, f := range r.File {
		target := filepath.Join(dir, f.Name)
		if !strings.HasPrefix(target, filepath.Clean(dir)+string(os.PathSeparator)) {
			return fmt.Errorf("%q leaves the folder", f.Name)
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o750); err != nil {
			return err
		}
	}
	return nil
}

func untar(in io.Reader, dir string) error {
	r := tar.NewReader(in)
	for {
		h, err := r.Next()
		if err != nil {
			return err
		}
		switch h.Typeflag {
		case tar.TypeDir:
			os.MkdirAll(filepath.Join(dir, h.Name), 0o750) // want `can write any file`
		case tar.TypeSymlink:
			os.Symlink(h.Linkname, filepath.Join(dir, filepath.Base(h.Name)))
		default:
			os.WriteFile(filepath.Join(dir, filepath.Base(h.Name)), nil, 0o600)
		}
	}
}

func list(r *zip.Reader) {
	for _, f := range r.File {
		fmt.Println(f.Name)
	}
}

// Adding the parts is no better than joining them.
func untarAdded(in io.Reader, dir string) error {
	r := tar.NewReader(in)
	for {
		h, err := r.Next()
		if err != nil {
			return err
		}
		name := h.Name
		os.WriteFile(dir+"/"+name, nil, 0o600) // want `can write any file`
	}
}

// Below a root, nothing leaves it.
func rooted(r *zip.Reader, root *os.Root) {
	for _, f := range r.File {
		root.Create(f.Name)
	}
}

// Names that climb are refused.
func refused(r *zip.Reader, dir string) error {
	for _, f := range r.File {
		if strings.Contains(f.Name, "..") {
			continue
		}
		os.Create(filepath.Join(dir, f.Name))
	}
	return nil
}
