// Package lexer cuts text into tokens; nothing in it is secret.
package lexer

import "log"

func next(token string) { log.Printf("token %s", token) }
