// Package gin is a fake with the signatures that the cases need.
package gin

type Context struct{}

type HandlerFunc func(*Context)

type RouterGroup struct{}

type Engine struct{ RouterGroup }

func (g *RouterGroup) Group(path string, handlers ...HandlerFunc) *RouterGroup { return nil }
func (g *RouterGroup) Use(handlers ...HandlerFunc)                             {}
func (g *RouterGroup) GET(path string, handlers ...HandlerFunc)                {}
func (g *RouterGroup) POST(path string, handlers ...HandlerFunc)               {}
