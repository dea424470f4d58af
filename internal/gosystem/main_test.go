package gosystem_test

import (
	"os"
	"testing"

	"github.com/threatvet/threatvet/internal/gosystem"
)

// TestMain lets the test binary be the vet tool that it tests.
func TestMain(m *testing.M) {
	if gosystem.IsVet(os.Args[1:]) {
		gosystem.VetMain(os.Args[1:])
		return
	}
	os.Exit(m.Run())
}
