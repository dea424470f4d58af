package cloud

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

// client waits for the cloud, but not for ever.
var client = &http.Client{Timeout: 10 * time.Second}

// Bucket is a place for files.
type Bucket struct{ name string }

// NewBucket returns the bucket of that name.
func NewBucket(name string) *Bucket { return &Bucket{name: name} }

// Put stores a file.
func (b *Bucket) Put(ctx context.Context, key string, content []byte) error {
	address := "https://" + b.name + ".s3.amazonaws.com/" + url.PathEscape(key)
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, address, bytes.NewReader(content))
	if err != nil {
		return err
	}
	sign(req, "s3", content, time.Now())
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(io.LimitReader(res.Body, 1<<10)) // the status says enough without it
		return fmt.Errorf("put %q: %s: %s", key, res.Status, text)
	}
	return nil
}
