// Package cloud speaks to object storage and queues, with the credentials of
// the machine, and with nothing but the standard library.
package cloud

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"os"
	"time"
)

// sign adds Signature Version 4 to a request with the given payload.
func sign(req *http.Request, service string, payload []byte, now time.Time) {
	region := os.Getenv("AWS_REGION")
	date := now.UTC().Format("20060102T150405Z")
	hash := hex.EncodeToString(sum(payload))
	req.Header.Set("X-Amz-Date", date)
	req.Header.Set("X-Amz-Content-Sha256", hash)
	canonical := req.Method + "\n" + req.URL.EscapedPath() + "\n" + req.URL.RawQuery + "\n" +
		"host:" + req.URL.Host + "\nx-amz-content-sha256:" + hash + "\nx-amz-date:" + date + "\n\n" +
		"host;x-amz-content-sha256;x-amz-date\n" + hash
	scope := date[:8] + "/" + region + "/" + service + "/aws4_request"
	text := "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + hex.EncodeToString(sum([]byte(canonical)))

	key := []byte("AWS4" + os.Getenv("AWS_SECRET_ACCESS_KEY"))
	for _, part := range []string{date[:8], region, service, "aws4_request"} {
		key = mac(key, part)
	}
	req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential="+os.Getenv("AWS_ACCESS_KEY_ID")+"/"+scope+
		", SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="+hex.EncodeToString(mac(key, text)))
}

func sum(b []byte) []byte {
	s := sha256.Sum256(b)
	return s[:]
}

func mac(key []byte, text string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(text))
	return h.Sum(nil)
}
