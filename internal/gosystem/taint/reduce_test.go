package taint

import (
	"go/types"
	"maps"
	"testing"
)

// reduce leaves out of a program what a missed sink does not need, and returns
// its text.
func reduce(t testing.TB, std types.Importer, p *program, sink int) string {
	t.Helper()
	r := &reducer{t: t, std: std, seed: p.seed, sink: sink, without: map[int]bool{}}
	for chunk := p.units / 4; chunk > 0; chunk /= 2 {
		for r.round(p.units, chunk) && chunk == 1 {
		}
	}
	return generate(0, p.seed, r.without).show()
}

type reducer struct {
	t       testing.TB
	std     types.Importer
	seed    uint64
	sink    int
	without map[int]bool
}

// round tries to leave out every chunk of units, and reports whether that
// helped.
func (r *reducer) round(units, chunk int) bool {
	var tries []map[int]bool
	for start := 1; start <= units; start += chunk {
		try := maps.Clone(r.without)
		for u := start; u < start+chunk; u++ {
			try[u] = true
		}
		if len(try) > len(r.without) && r.silent(try) {
			tries = append(tries, try)
		}
	}
	good := r.missed(tries)
	for len(good) > 1 {
		all := map[int]bool{}
		for _, g := range good {
			maps.Copy(all, g)
		}
		if r.silent(all) && len(r.missed([]map[int]bool{all})) == 1 {
			good = []map[int]bool{all}
			break
		}
		good = good[:(len(good)+1)/2]
	}
	if len(good) == 0 {
		return false
	}
	r.without = good[0]
	return true
}

// silent reports whether what is left compiles and the sink is not reported.
func (r *reducer) silent(without map[int]bool) bool {
	b := newBatch(r.t, 1, func(int) *program { return generate(0, r.seed, without) })
	said, err := b.analyse(r.t, r.std)
	return err == nil && !said[r.sink]
}

// missed returns those that still reach the sink.
func (r *reducer) missed(tries []map[int]bool) []map[int]bool {
	if len(tries) == 0 {
		return nil
	}
	b := newBatch(r.t, len(tries), func(id int) *program { return generate(id, r.seed, tries[id]) })
	reached := b.run(r.t)
	var good []map[int]bool
	for id, try := range tries {
		if reached[id*1000+r.sink] {
			good = append(good, try)
		}
	}
	return good
}
