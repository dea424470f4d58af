package taint

import "strings"

// A path names a part of a value: .Field, ["key"] of a map, .$1 for what a
// function literal has captured, and #1 for a result of a call with several, one
// after the other.

// maxDepth is how many parts a path keeps; what lies deeper belongs to the
// whole of the last part.
const maxDepth = 3

// maxCaptured is how many function values within function values are told
// apart.
const maxCaptured = 2

func isStart(c byte) bool { return c == '.' || c == '[' || c == '#' }

// within reports whether the part that b names lies within the part a.
func within(a, b string) bool {
	return strings.HasPrefix(b, a) && (len(a) == len(b) || isStart(b[len(a)]))
}

// maxDeep is how many parts a path of data from outside keeps. It is not cut
// like others: a handler that sets one field deep in a long-lived object would
// seem to fill all of it. What is stored deeper is not followed.
const maxDeep = 6

// tooDeep reports whether a path has more than maxDeep parts.
func tooDeep(path string) bool { return cut(path, maxDeep) != path }

// shorten cuts a path to maxDepth parts, not counting result numbers.
func shorten(path string) string { return cut(path, maxDepth) }

func cut(path string, deepest int) string {
	depth, captured := 0, 0
	for i := 0; i < len(path); i++ {
		switch {
		case path[i] == '.' && i+1 < len(path) && path[i+1] == '$':
			captured++
		case path[i] == '.' || path[i] == '[':
			depth++
		}
		if depth > deepest || captured > maxCaptured {
			return path[:i]
		}
	}
	return path
}

// element drops a leading map key, so that m["a"].x is seen as m[k].x.
func element(path string) string {
	if path == "" || path[0] != '[' {
		return path
	}
	if i := strings.IndexByte(path, ']'); i >= 0 {
		return path[i+1:]
	}
	return ""
}

var keyCleaner = strings.NewReplacer(".", "_", "[", "_", "]", "_", "#", "_")

func keyPart(key string) string { return "[" + keyCleaner.Replace(key) + "]" }
