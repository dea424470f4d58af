package fragment

import (
	"go/types"
	"slices"
	"strings"
)

// types looks at the package's struct types: settings in their tags, and
// fields whose names say that they hold data that matters.
func (r *reader) types() {
	scope := r.pkg.SSA.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || obj.IsAlias() {
			continue
		}
		st, ok := obj.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		typed := Typed{Type: r.pkg.SSA.Pkg.Path() + "." + name, At: r.at(obj.Pos())}
		for i := range st.NumFields() {
			f := st.Field(i)
			r.tag(typed.Type, f, st.Tag(i))
			if category := categoryOf(f); category != "" {
				typed.Fields = append(typed.Fields, f.Name())
				if !slices.Contains(typed.Categories, category) {
					typed.Categories = append(typed.Categories, category)
				}
			}
		}
		slices.Sort(typed.Categories)
		if len(typed.Fields) > 0 && !strings.HasSuffix(typed.At.File, "_test.go") {
			r.out.Types = append(r.out.Types, typed)
		}
	}
}

// categories maps the words of field names to kinds of data.
var categories = []struct {
	category string
	words    []string
}{
	{"credentials", []string{"password", "passwordhash", "passwd", "privatekey", "apikey", "secretkey", "accesstoken", "refreshtoken", "clientsecret"}},
	{"payment", []string{"cardnumber", "cvv", "cvc", "iban", "bankaccount", "accountnumber", "creditcard", "pan"}},
	{"special_pii", []string{"diagnosis", "religion", "ethnicity", "bloodtype", "healthrecord"}},
	{"pii", []string{
		"email", "emailaddress", "phone", "phonenumber", "ssn", "dateofbirth", "dob", "birthdate", "firstname", "lastname", "fullname",
		"street", "postaladdress", "homeaddress", "passportnumber", "nationalid", "taxid",
	}},
}

func categoryOf(f *types.Var) string {
	if !isText(f.Type()) && typeName(f.Type()) != "time.Time" {
		return ""
	}
	name := strings.ToLower(strings.ReplaceAll(f.Name(), "_", ""))
	for _, c := range categories {
		if slices.Contains(c.words, name) {
			return c.category
		}
	}
	return ""
}
