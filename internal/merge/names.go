package merge

import (
	"path"
	"reflect"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// external begins the ids of systems of others, which all parts share.
const external = "external:"

// names gives the ids and files of a part the name of its repository.
type names struct {
	repository string
	ids        map[string]string
}

// idFields are the fields that hold ids, of whatever part of the model.
var idFields = map[string]bool{
	"ID": true, "Element": true, "From": true, "To": true, "Zone": true, "RunsAs": true, "PartOf": true, "Groups": true,
	"Subnets": true, "Targets": true, "VPC": true, "Through": true, "RefersTo": true, "Stores": true, "Process": true,
	"Controls": true, "Crosses": true, "Parent": true, "UsedBy": true, "Programs": true, "Unused": true, "On": true,
	"Holder": true, "Members": true, "Exempt": true, "Identity": true, "FoundIn": true, "EntryPoint": true, "Data": true,
	"Address": true,
}

// newNames finds what has an id in a part. Words that stand for somebody or
// something outside, such as internet, have none there and so stay.
func newNames(repository string, sys *model.System) *names {
	n := &names{repository: repository, ids: map[string]string{}}
	list := reflect.ValueOf(sys).Elem()
	for i := range list.NumField() {
		if list.Field(i).Kind() != reflect.Slice {
			continue
		}
		for j := range list.Field(i).Len() {
			if id := list.Field(i).Index(j).Elem().FieldByName("ID"); id.IsValid() {
				n.ids[id.String()] = n.of(id.String())
			}
		}
	}
	return n
}

// of is an id in the whole, such as shop//infra//aws_sqs_queue.jobs or, of a
// program, go:shop//example.com/shop/cmd/web.
func (n *names) of(id string) string {
	if id == "internet" || strings.HasPrefix(id, external) {
		return id
	}
	for _, first := range []string{"go:", "inferred:"} {
		if rest, found := strings.CutPrefix(id, first); found {
			return first + n.repository + "//" + rest
		}
	}
	return n.repository + "//" + id
}

func (n *names) apply(sys *model.System) { n.walk(reflect.ValueOf(sys), "") }

// walk goes through all of a part and renames what a field of that name holds.
func (n *names) walk(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			n.walk(v.Elem(), field)
		}
	case reflect.Slice:
		for i := range v.Len() {
			n.walk(v.Index(i), field)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			n.walk(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Map: // facts are values, and their evidence holds addresses and files
		if v.Type() == reflect.TypeFor[map[string]model.Fact]() {
			for name, f := range v.Interface().(map[string]model.Fact) {
				n.walk(reflect.ValueOf(&f), "")
				v.SetMapIndex(reflect.ValueOf(name), reflect.ValueOf(f))
			}
		}
	case reflect.String:
		v.SetString(n.renamed(v.String(), field))
	}
}

func (n *names) renamed(s, field string) string {
	switch {
	case s == "":
		return s
	case field == "File" || field == "Root":
		return path.Join(n.repository, s)
	case idFields[field]:
		if id, ok := n.ids[s]; ok {
			return id
		}
	}
	return s
}
