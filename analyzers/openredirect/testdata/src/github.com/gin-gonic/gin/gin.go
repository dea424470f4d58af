package gin

import "net/http"

type Context struct{ Request *http.Request }

func (c *Context) Redirect(code int, location string) {}
func (c *Context) Query(key string) string            { return "" }
