// Package both draws from both versions of the generator; both are to be
// replaced.
package both

import (
	"math/big"
	"math/rand"          // want `can compute them because they are made with math/rand`
	newer "math/rand/v2" // want `can compute them because they are made with math/rand`
)

// Draw is the winning number.
func Draw() int { return rand.Intn(1_000_000) + newer.IntN(6) }

func sum(a, b *big.Int) *big.Int { return new(big.Int).Add(a, b) }
