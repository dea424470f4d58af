package csrf

import "net/http"

func Protect(key []byte) func(http.Handler) http.Handler { return nil }
