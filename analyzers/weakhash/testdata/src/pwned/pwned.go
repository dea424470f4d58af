package pwned

import (
	"crypto/sha1"
	"fmt"
)

// The service prescribes SHA-1 and sees five characters of it.
func rangeURL(password string) string {
	sum := fmt.Sprintf("%X", sha1.Sum([]byte(password)))
	return "https://api.pwnedpasswords.com/range/" + sum[:5]
}
