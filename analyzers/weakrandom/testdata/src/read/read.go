// Both packages have Read, so one takes the place of the other.
package read

import (
	"encoding/hex"
	"math/rand"
)

func newToken() string {
	b := make([]byte, 16)
	rand.Read(b) // want `predict this token`
	return hex.EncodeToString(b)
}
