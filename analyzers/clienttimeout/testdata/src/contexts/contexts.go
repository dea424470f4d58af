// Package contexts leaves the limit to its callers.
package contexts

import (
	"context"
	"net/http"
)

var client = &http.Client{}

func get(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return nil, err
	}
	return client.Do(req)
}

func byDefault(req *http.Request) (*http.Response, error) { return http.DefaultClient.Do(req) }
