package a

import (
	"net/http"
	"reflect"
	"slices"
)

type api struct{}

func (api) List() {}

func call(w http.ResponseWriter, r *http.Request) {
	action := r.URL.Query().Get("action")
	reflect.ValueOf(api{}).MethodByName(action).Call(nil) // want `Whoever chooses this name`
}

func Field(v any, userInput string) string {
	return reflect.ValueOf(v).Elem().FieldByName(userInput).String() // want `Whoever chooses this name`
}

// The name is one of a list.
func listed(w http.ResponseWriter, r *http.Request) {
	action := r.FormValue("action")
	if !slices.Contains([]string{"List"}, action) {
		return
	}
	reflect.ValueOf(api{}).MethodByName(action).Call(nil)
}

func constant(v any) { reflect.ValueOf(v).MethodByName("List").Call(nil) }

// Reflection itself gives the names out.
func every(v any) {
	t := reflect.TypeOf(v)
	for i := range t.NumMethod() {
		reflect.ValueOf(v).MethodByName(t.Method(i).Name).Call(nil)
	}
}

// The tag of a struct is the programmer's.
func tagged(v reflect.Value, f reflect.StructField) { v.FieldByName(f.Tag.Get("twin")) }
