package model

import (
	"slices"
	"testing"
)

func TestAround(t *testing.T) {
	sys := New()
	sys.Elements = []*Element{
		{ID: "go:web.list", Kind: "go.handler", PartOf: "go:web"},
		{ID: "go:web", Kind: "go.service", PartOf: "task"},
		{ID: "task", Kind: "compute.container"},
		{ID: "a", PartOf: "b"},
		{ID: "b", PartOf: "a"},
	}
	x := sys.Index()
	ids := func(id string) []string {
		var list []string
		for e := range x.Around(x.Elements[id]) {
			list = append(list, e.ID)
		}
		return list
	}
	if got := ids("go:web.list"); !slices.Equal(got, []string{"go:web.list", "go:web", "task"}) {
		t.Errorf("around the handler are %v", got)
	}
	if got := ids("nobody"); got != nil {
		t.Errorf("around what is not there are %v", got)
	}
	if got := ids("a"); len(got) != mostAround {
		t.Errorf("a ring ends after %d", len(got))
	}
	for id, want := range map[string]string{"go:web.list": "go:web", "go:web": "go:web"} {
		if got := x.Service(id); got == nil || got.ID != want {
			t.Errorf("the program of %s is %v", id, got)
		}
	}
	for _, id := range []string{"task", "a", "nobody"} {
		if got := x.Service(id); got != nil {
			t.Errorf("%s is part of the program %s", id, got.ID)
		}
	}
}
