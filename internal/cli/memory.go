package cli

import (
	"os"
	"runtime/debug"
)

// spendMemory lets the heap grow to five times what is live before it is
// collected, up to 900 MiB: a run is short, and a third of its time went into
// collecting. GOGC and GOMEMLIMIT, where set, win.
func spendMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(900 << 20)
	}
}
