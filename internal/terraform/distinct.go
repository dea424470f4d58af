package terraform

import "slices"

// distinct is a list without repetitions, in the order of arrival.
type distinct[T comparable] struct {
	list []T
	seen map[T]bool // where they are many
}

// few are found faster by comparing than by a table.
const few = 16

func (d *distinct[T]) add(item T) {
	switch {
	case len(d.list) < few:
		if slices.Contains(d.list, item) {
			return
		}
	case d.seen == nil:
		d.seen = make(map[T]bool, 2*len(d.list))
		for _, known := range d.list {
			d.seen[known] = true
		}
		fallthrough
	default:
		if d.seen[item] {
			return
		}
		d.seen[item] = true
	}
	d.list = append(d.list, item)
}
