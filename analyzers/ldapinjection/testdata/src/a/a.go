package a

import (
	"fmt"
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

func login(w http.ResponseWriter, r *http.Request) {
	ldap.CompileFilter("(uid=" + r.FormValue("name") + ")") // want `can change what this directory search looks for`
	filter := fmt.Sprintf("(&(uid=%s)(active=1))", r.FormValue("name"))
	ldap.CompileFilter(filter) // want `can change what this directory search looks for`
}

func escaped(w http.ResponseWriter, r *http.Request) {
	ldap.CompileFilter("(uid=" + ldap.EscapeFilter(r.FormValue("name")) + ")")
}

func fixed(w http.ResponseWriter, r *http.Request) { ldap.CompileFilter("(uid=admin)") }

func adminOf(r *http.Request) *http.Cookie { return nil }

func memberOf(r *http.Request) *http.Cookie { return nil }

// Administrators may look for whom they like.
func lookUp(w http.ResponseWriter, r *http.Request) {
	if adminOf(r) == nil {
		return
	}
	ldap.CompileFilter("(uid=" + r.FormValue("name") + ")")
}

func lookUpAsMember(w http.ResponseWriter, r *http.Request) {
	if memberOf(r) == nil {
		return
	}
	ldap.CompileFilter("(uid=" + r.FormValue("name") + ")") // want `can change what this directory search looks for`
}
