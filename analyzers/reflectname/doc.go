// Package reflectname finds methods and fields that a caller picks by name.
//
// # Analyzer reflectname
//
// reflectname: report methods and fields that are picked by a name from the caller
//
// Every exported method can be reached by its name, also one that was never
// meant to be (CWE-470):
//
//	reflect.ValueOf(api).MethodByName(r.FormValue("action")).Call(nil)
//
// List what may be called:
//
//	actions := map[string]func(){"list": api.List}
//
// A name that a request says is reported (GOH-052); so is one that is a
// parameter of the function by the name of input, as unlikely (GOH-052 rates it
// by how the function is reached). Constant names, names that reflection itself
// gave out, and names that are looked up in a map or compared first are not.
package reflectname
