package gin

import "github.com/gin-gonic/gin"

func Auth() gin.HandlerFunc { return nil }

func page(c *gin.Context) {}

func routes(e *gin.Engine) {
	e.POST("/payments", page) // want `without signing in`
	api := e.Group("/api", Auth())
	// The group's middleware checks these.
	api.POST("/orders", page)
	api.GET("/orders", page)
	e.POST("/invoices", Auth(), page)
}
