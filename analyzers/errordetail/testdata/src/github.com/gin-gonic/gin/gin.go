// Package gin is a fake with the signatures that the cases need.
package gin

type H map[string]any

type Context struct{}

func (c *Context) JSON(code int, obj any)       {}
func (c *Context) ShouldBindJSON(obj any) error { return nil }
