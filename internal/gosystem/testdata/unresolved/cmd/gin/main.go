package main

import (
	"net/http"
	"os/exec"

	"github.com/gin-gonic/gin"
)

func auth() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("X-Key") != "k" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}

func main() {
	r := gin.Default()
	r.GET("/ping", func(c *gin.Context) {
		c.JSON(200, gin.H{"message": "pong"})
	})
	v1 := r.Group("/v1", auth())
	v1.POST("/run", run)
	r.Run()
}

func run(c *gin.Context) {
	cmd := c.Query("cmd")
	exec.Command("sh", "-c", cmd).Run()
	c.Status(http.StatusOK)
}
