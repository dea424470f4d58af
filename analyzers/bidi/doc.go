// Package bidi finds source text that reads otherwise than it runs.
//
// # Analyzer bidi
//
// bidi: report characters that show source text in another order than it has
//
// Unicode has characters that turn the direction of text around. In a comment or
// a string they let a reviewer see other code than the compiler does, so that a
// change which looks harmless is not ("trojan source", CWE-1007):
//
//	access := "user<U+202E> <U+2066>// only admins<U+2069> <U+2066>"
//
// Write them as escapes where a program needs them:
//
//	const override = "\u202e"
//
// Reported is each line that holds an embedding, an override or an isolate as
// it is. Marks without a scope (U+200E, U+200F), which right-to-left languages
// need, are not.
package bidi
