// Package openredirect finds data from outside in places where it does harm.
//
// # Analyzer openredirect
//
// openredirect: report redirects to addresses that come from outside
//
// Someone who sends requests can send a victim on to a site of theirs (CWE-601):
//
//	http.Redirect(w, r, r.FormValue("next"), http.StatusFound)
//
// They cannot where the data is checked or kept apart:
//
//	u, err := url.Parse(r.FormValue("next"))
//	if err != nil || u.Host != "" {
//		return
//	}
//	http.Redirect(w, r, u.EscapedPath(), http.StatusFound)
//
// A target that begins with a fixed path or host does not lead to any site. Two
// parts of it are reported as unlikely (GOH-070): text that is put behind a
// question mark of this site's own address unescaped, where it can add
// parameters, and the host of the request, which a cache may keep for others.
// Data that went through a database, a file or a queue is not followed.
package openredirect
