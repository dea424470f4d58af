// Package cookie finds session cookies that are easy to steal.
//
// # Analyzer cookie
//
// cookie: report session cookies without Secure or HttpOnly
//
// Without Secure the browser also sends the cookie over plain HTTP, where
// anyone on the network can read it; without HttpOnly a script that gets onto
// the page can read it. Whoever has the cookie continues the victim's session
// (CWE-614, CWE-1004):
//
//	http.SetCookie(w, &http.Cookie{Name: "session", Value: id})
//
// Set both:
//
//	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: true, HttpOnly: true})
//
// Only cookies that speak of a session, a login or a token by their name or
// value are reported, in responses (not in requests that the program sends),
// and not those that delete a cookie, nor flags that an option decides. The
// cookies of forgery checks are meant to be read by scripts and not reported.
// How a session of gorilla/sessions ends is reported as unlikely (GOH-071) where it lacks Secure.
// Session cookies with another name are missed. SameSite=None is reported for
// sessions where the package brings no check against forged requests.
package cookie
