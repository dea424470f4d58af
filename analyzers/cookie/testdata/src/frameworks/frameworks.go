package frameworks

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/sessions"
)

var open = &sessions.Options{Path: "/", HttpOnly: true} // want `lacks Secure and so`

var foreign = &sessions.Options{
	Secure:   true,
	HttpOnly: true,
	SameSite: http.SameSiteNoneMode, // want `other sites start`
}

// Lax keeps foreign pages out.
var lax = &sessions.Options{Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}

// These end a session; only one does so everywhere.
var (
	gone   = &sessions.Options{MaxAge: -1} // want `can go on with the session that this is to end`
	ended  = &sessions.Options{MaxAge: -1, Secure: true}
	chosen = &sessions.Options{MaxAge: -1, Secure: overTLS}
)

var overTLS bool

func login(c *gin.Context, id string) {
	c.SetCookie("session", id, 3600, "/", "", false, true) // want `lacks Secure and so`
}

// A language is nothing to steal, and ending a session needs no flags.
func quiet(c *gin.Context) {
	c.SetCookie("language", "en", 3600, "/", "", false, false)
	c.SetCookie("session", "", -1, "/", "", false, false)
}
