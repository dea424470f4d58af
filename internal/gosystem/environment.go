package gosystem

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
)

// environment is what the go command says of itself, as far as results depend
// on it.
type environment struct{ GOVERSION, GOROOT, GOMODCACHE, GOOS, GOARCH, GOEXPERIMENT string }

func environmentOf(ctx context.Context, o Options) (environment, error) {
	var env environment
	stdout, stderr, err := goCommand(ctx, o, o.Dir, []string{"GOWORK=off"}, "env", "-json", "GOVERSION", "GOROOT", "GOMODCACHE", "GOOS", "GOARCH", "GOEXPERIMENT")
	if err == nil {
		err = json.Unmarshal(stdout, &env)
	}
	if err != nil {
		return env, fmt.Errorf("go env: %w", errors.Join(err, said(stderr)))
	}
	return env, nil
}

// said is what the go command said of its failure, or nil.
func said(stderr []byte) error {
	if text := reason(stderr); text != "" {
		return errors.New(text)
	}
	return nil
}

// thisProgram stands for this program: what is kept by one is of no use to another.
var thisProgram = sync.OnceValues(func() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
})
