// Package label uses broken hashes where nobody gains by a collision.
package label

import (
	"crypto/md5"
	"crypto/sha1"
	"encoding/base64"
	"fmt"
	"net/http"
)

func serve(w http.ResponseWriter, body []byte) {
	etag := fmt.Sprintf("%x", md5.Sum(body))
	w.Header().Set("ETag", etag)
}

func cacheKey(query string) string { return fmt.Sprintf("%x", sha1.Sum([]byte(query))) }

// RFC 6455 prescribes SHA-1.
func acceptKey(key string) string {
	sum := sha1.Sum([]byte(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func shardOf(customer string) byte { return md5.Sum([]byte(customer))[0] }
