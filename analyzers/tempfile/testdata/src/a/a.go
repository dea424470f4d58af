package a

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func fixed() {
	os.Create("/tmp/report.csv") // want `can be foreseen`
}

const state = "/var/tmp/app/state.json"

func byConstant(data []byte) {
	os.WriteFile(state, data, 0o600) // want `can be foreseen`
}

func joined(data []byte) {
	name := filepath.Join(os.TempDir(), "app", "cache")
	os.MkdirAll(name, 0o700) // want `can be foreseen`
}

func numbered() {
	os.Create(fmt.Sprintf("/tmp/app-%d", os.Getpid())) // want `can be foreseen`
}

func timed() {
	os.OpenFile("/tmp/app-"+time.Now().Format("150405"), os.O_CREATE|os.O_RDWR, 0o600) // want `can be foreseen`
}

// The system chooses a free name.
func chosen() { os.CreateTemp("", "report-*.csv") }

// Creation fails where something is there already.
func exclusive() { os.OpenFile("/tmp/lock", os.O_CREATE|os.O_EXCL, 0o600) }

// Reading is another question.
func read() { os.ReadFile("/tmp/report.csv") }

// A part of the name is unknown here.
func unknown(id string) { os.Create("/tmp/report-" + id) }

// Not everyone may write there.
func elsewhere() { os.Create("/var/lib/app/report.csv") }

// The directory itself is there anyway.
func itself() { os.MkdirAll("/tmp", 0o777) }

// A name is not a place.
func name() { os.Create("tmp/report.csv") }

// A fresh directory is private.
func inFresh() {
	dir, _ := os.MkdirTemp("", "app")
	os.Create(filepath.Join(dir, "report.csv"))
}
