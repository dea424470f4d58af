package gosystem

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"time"
)

// outputLimit bounds what is kept of what a command prints.
const outputLimit = 256 << 20

// goCommand runs the go command in a directory, with further settings as
// NAME=value. Nothing of the scanned project
// is run and nothing is downloaded: no proxy, no other toolchain, no cgo, no
// version control.
func goCommand(ctx context.Context, o Options, dir string, settings []string, args ...string) (stdout, stderr []byte, err error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = append(hardened(o, dir), settings...)
	out, errs := &limited{}, &limited{}
	cmd.Stdout, cmd.Stderr = out, errs
	killGroup(cmd)
	cmd.WaitDelay = 5 * time.Second
	err = cmd.Run()
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return out.Bytes(), errs.Bytes(), err
}

func hardened(o Options, dir string) []string {
	var kept []string
	for _, e := range append(os.Environ(), o.Env...) {
		name, _, _ := strings.Cut(e, "=")
		switch name {
		case "GOFLAGS", "GOPROXY", "GOTOOLCHAIN", "CGO_ENABLED", "GOVCS", "GOSUMDB", "GO111MODULE", "GOWORK", "PWD", "GOOS", "GOARCH":
			continue
		}
		kept = append(kept, e)
	}
	if o.OS != "" {
		kept = append(kept, "GOOS="+o.OS)
	}
	if o.Arch != "" {
		kept = append(kept, "GOARCH="+o.Arch)
	}
	return append(kept,
		"GOFLAGS=-buildvcs=false", "GOPROXY=off", "GOTOOLCHAIN=local", "CGO_ENABLED=0", "GOVCS=*:off", "GOSUMDB=off", "GO111MODULE=on", "PWD="+dir,
	)
}

// limited is a buffer that stops growing.
type limited struct{ bytes.Buffer }

// Write keeps what fits and drops the rest.
func (l *limited) Write(p []byte) (int, error) {
	if room := outputLimit - l.Len(); room < len(p) {
		l.Buffer.Write(p[:max(room, 0)])
		return len(p), nil
	}
	return l.Buffer.Write(p)
}
