// Package open draws numbers that may be foreseen.
package open

import (
	"math/rand"
	"time"
)

func retryDelay(n int) time.Duration { return time.Duration(rand.Intn(n)) }

func isSampled(rate float64) bool { return rand.Float64() < rate }

func one(servers []string) string { return servers[rand.Intn(len(servers))] }

func wait() {
	jitter := rand.Int63n(100)
	time.Sleep(time.Duration(jitter))
}
