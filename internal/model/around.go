package model

import (
	"iter"
	"strings"
)

// mostAround bounds the way from a part to what it is part of, which hostile
// sources may close to a ring.
const mostAround = 8

// Around yields an element and then what it is part of, from the inside out: a
// handler, its program, what runs that. Nothing for nil.
func (x *Index) Around(e *Element) iter.Seq[*Element] {
	return func(yield func(*Element) bool) {
		for hops := 0; e != nil && hops < mostAround; hops++ {
			if !yield(e) {
				return
			}
			e = x.Elements[e.PartOf]
		}
	}
}

// Service returns the program that an element of code is part of, or nil.
func (x *Index) Service(id string) *Element {
	for e := range x.Around(x.Elements[id]) {
		switch {
		case e.Kind == "go.service":
			return e
		case !strings.HasPrefix(e.Kind, "go."):
			return nil
		}
	}
	return nil
}
