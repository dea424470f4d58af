package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/model"
)

func TestSortGivesTheSameOrderWhateverTheInput(t *testing.T) {
	a, b, c := &model.Element{ID: "a"}, &model.Element{ID: "b"}, &model.Element{ID: "c"}
	one := &model.System{Elements: []*model.Element{c, a, b}}
	two := &model.System{Elements: []*model.Element{b, c, a}}
	one.Sort()
	two.Sort()
	if diff := cmp.Diff(one.Elements, two.Elements); diff != "" {
		t.Error(diff)
	}
	if one.Elements[0].ID != "a" || one.Elements[2].ID != "c" {
		t.Errorf("order = %v", one.Elements)
	}
}

func TestFactIsThreeValued(t *testing.T) {
	unknown := model.Fact{State: model.Unknown}
	if unknown.True() || unknown.False() || unknown.Is(nil) {
		t.Error("an unknown fact equals something")
	}
	assumed := model.Fact{Value: true, State: model.Assumed}
	if assumed.True() {
		t.Error("an assumed fact counts as known")
	}
	list := model.Fact{Value: []string{"a"}, State: model.Known}
	if list.Is("a") {
		t.Error("a list equals one of its items")
	}
	if diff := cmp.Diff([]string{"a"}, list.Strings()); diff != "" {
		t.Error(diff)
	}
}
