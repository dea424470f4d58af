package gosystem_test

import (
	"os"
	"testing"

	"github.com/threatvet/threatvet/internal/gosystem"
)

// TestMain lets the test binary be the vet tool that it tests.
func TestMain(m *testing.M) {
	if gosystem.IsVet(os.Args[1:]) {
		noteUnit(os.Args[len(os.Args)-1])
		gosystem.VetMain(os.Args[1:])
		return
	}
	os.Exit(m.Run())
}

// unitsFile names the file to which this binary, as a vet tool, appends what it
// is asked to check.
const unitsFile = "THREATVET_TEST_UNITS"

func noteUnit(name string) {
	to := os.Getenv(unitsFile)
	unit, err := os.ReadFile(name)
	if to == "" || err != nil {
		return
	}
	f, err := os.OpenFile(to, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	if _, err := f.Write(unit); err != nil {
		panic(err)
	}
}
