// Package gin is a fake with the signatures that the cases need.
package gin

type Context struct{}

func (c *Context) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool) {
}
