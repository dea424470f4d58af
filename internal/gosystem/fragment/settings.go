package fragment

import (
	"go/types"
	"reflect"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// tag reads settings that libraries fill in, named by a field's tag.
func (r *reader) tag(owner string, f *types.Var, tag string) {
	for _, t := range r.lib.Tags() {
		name, _, _ := strings.Cut(reflect.StructTag(tag).Get(t.Key), ",")
		if name != "" && name != "-" {
			r.setBy(owner, f, t.Origin, name, r.pkg.SSA.Pkg.Path()+".init")
		}
	}
}

// setBy notes that a field is filled from a setting.
func (r *reader) setBy(owner string, f *types.Var, origin, name, fn string) {
	at := r.at(f.Pos())
	r.out.Reads = append(r.out.Reads, Read{Origin: origin, Name: name, Func: fn, At: at})
	r.out.Assigns = append(r.out.Assigns, Assign{
		To: Place{Kind: "field", Name: owner + "." + f.Name()}, From: []Place{{Kind: origin, Name: name}}, At: at,
	})
}

// fill reads the settings that a call fills a struct from, where their names
// depend on the call: envconfig.Process("app", &cfg).
func (r *reader) fill(from string, c *ssa.CallCommon, spec *library.Fill) {
	args := arguments(c)
	if spec.Struct >= len(args) {
		return
	}
	prefix := ""
	if spec.Prefix >= 0 && spec.Prefix < len(args) {
		prefix = r.constant(args[spec.Prefix])
	}
	r.fillStruct(from, plainValue(args[spec.Struct]).Type(), prefix, spec, 0)
}

func (r *reader) fillStruct(from string, t types.Type, prefix string, spec *library.Fill, n int) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || n > 4 || typeName(t) == "time.Time" {
		return
	}
	for i := range st.NumFields() {
		f, tag := st.Field(i), reflect.StructTag(st.Tag(i))
		name, _, _ := strings.Cut(tag.Get(spec.Tag), ",")
		if name == "" && spec.Words == "upper" {
			name = strings.ToUpper(f.Name())
			if tag.Get("split_words") == "true" {
				name = strings.ToUpper(snake(f.Name()))
			}
		}
		inside := f.Type().Underlying()
		if p, ok := inside.(*types.Pointer); ok {
			inside = p.Elem().Underlying()
		}
		if _, deeper := inside.(*types.Struct); deeper {
			below := prefix
			if name != "" && !f.Embedded() {
				below = joined(prefix, name)
			}
			r.fillStruct(from, f.Type(), below, spec, n+1)
			continue
		}
		if name != "" && name != "-" && f.Exported() {
			r.setBy(typeName(t), f, spec.Origin, joined(prefix, name), from)
		}
	}
}

func joined(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return strings.ToUpper(prefix) + "_" + name
}

// bind notes under which further names a setting is found, where they are
// stated: viper.BindEnv("db.url", "DB_URL").
func (r *reader) bind(from string, c *ssa.CallCommon, b *library.Bind) {
	args := arguments(c)
	if len(args) == 1 {
		args = variadic(args[0]) // all names are one list
	}
	if b.Key >= len(args) || b.Name > len(args) {
		return
	}
	key, at := r.constant(args[b.Key]), r.at(c.Pos())
	for _, a := range args[b.Name:] {
		list := variadic(a)
		if list == nil {
			list = []ssa.Value{a}
		}
		for _, v := range list {
			name := r.constant(v)
			if key == "" || name == "" {
				continue
			}
			r.out.Reads = append(r.out.Reads, Read{Origin: b.Origin, Name: name, Func: from, At: at})
			r.out.Assigns = append(r.out.Assigns, Assign{To: Place{Kind: "file", Name: key}, From: []Place{{Kind: b.Origin, Name: name}}, At: at})
		}
	}
}

// fieldSetting reads a setting that a literal names, as flags do:
// cli.StringFlag{EnvVars: []string{"DSN"}, Destination: &cfg.dsn}.
func (r *reader) fieldSetting(from string, i *ssa.Store) {
	fa, ok := i.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	spec := r.lib.FieldSetting(fieldName(fa.X.Type(), fa.Field))
	if spec == nil {
		return
	}
	for _, p := range r.places(i.Val, depth) {
		if p.Kind != "const" || p.Name == "" {
			continue
		}
		r.out.Reads = append(r.out.Reads, Read{Origin: spec.Origin, Name: p.Name, Func: from, At: r.at(i.Pos())})
		if target, ok := givenField(fa.X, spec.Target).(*ssa.FieldAddr); ok {
			if owner := fieldName(target.X.Type(), target.Field); owner != "" {
				r.out.Assigns = append(r.out.Assigns, Assign{
					To: Place{Kind: "field", Name: owner}, From: []Place{{Kind: spec.Origin, Name: p.Name}}, At: r.at(i.Pos()),
				})
			}
		}
	}
}

// snake puts _ between the words of a name.
func snake(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, c := range runes {
		if i > 0 && unicode.IsUpper(c) && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			b.WriteByte('_')
		}
		b.WriteRune(c)
	}
	return b.String()
}
