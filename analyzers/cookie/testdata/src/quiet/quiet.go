package quiet

import (
	"net/http"
	"time"
)

func both(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: true, HttpOnly: true})
}

// The flags are set before the cookie is sent.
func later(w http.ResponseWriter, id string) {
	c := &http.Cookie{Name: "session", Value: id}
	c.Secure = true
	c.HttpOnly = true
	http.SetCookie(w, c)
}

// An option decides; nothing is proven here.
func byOption(w http.ResponseWriter, id string, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: secure, HttpOnly: true})
}

// A colour is nothing to steal.
func theme(w http.ResponseWriter, colour string) {
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: colour})
}

// This ends a session.
func logout(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", Expires: time.Unix(0, 0)})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "gone", MaxAge: -1})
}

// This is a request that the program sends: the flags mean nothing there.
func client(req *http.Request, id string) {
	req.AddCookie(&http.Cookie{Name: "session", Value: id})
}

// The page's script must read this one.
func forgery(w http.ResponseWriter, csrfToken string) {
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: csrfToken, Secure: true})
}
