package purpose

import (
	"math/rand" // want `can compute them because they are made with math/rand`
)

// Draw is the winning number.
func Draw() int { return rand.Intn(1_000_000) }

func again() int { return rand.Intn(6) }
