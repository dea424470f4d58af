package a

import "net/http"

func bare(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id}) // want `lacks Secure and HttpOnly`
}

func open(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{
		Name:     "shop_session",
		Value:    id,
		Secure:   false, // want `lacks Secure and so`
		HttpOnly: true,
	})
}

const cookieName = "auth_token"

func readable(w http.ResponseWriter, id string) {
	c := &http.Cookie{Name: cookieName, Value: id, Secure: true} // want `lacks HttpOnly`
	http.SetCookie(w, c)
}

func made(accessToken string) *http.Cookie {
	return &http.Cookie{Name: "t", Value: accessToken, Secure: true} // want `lacks HttpOnly`
}
