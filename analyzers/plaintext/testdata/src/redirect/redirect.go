// Package redirect answers on port 80 only to send visitors on.
package redirect

import "net/http"

func serve() {
	http.ListenAndServe(":80", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://"+"shop.example.com"+r.URL.Path, http.StatusPermanentRedirect)
	}))
}
