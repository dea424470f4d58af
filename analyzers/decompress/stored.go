package decompress

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/threatvet/threatvet/internal/gocode"
)

// stores are the functions that give out what the program has put away itself:
// databases that live inside it, and buckets behind a library that programs
// keep their own blocks with. What users put into a bucket is read through the
// clouds' own libraries, which are not among them.
var stores = []string{
	"go.etcd.io/bbolt.Bucket.Get", "github.com/boltdb/bolt.Bucket.Get",
	"github.com/dgraph-io/badger.Item.ValueCopy",
	"github.com/syndtr/goleveldb/leveldb.DB.Get",
	"github.com/cockroachdb/pebble.DB.Get",
	"github.com/thanos-io/objstore.BucketReader.Get", "github.com/thanos-io/objstore.BucketReader.GetRange",
}

// passOn are the functions whose first argument is where their result comes from.
var passOn = []string{
	"bytes.NewReader", "bytes.NewBuffer", "bytes.Clone", "bufio.NewReader", "bufio.NewReaderSize", "io.NopCloser", "io.ReadAll", "io/ioutil.ReadAll",
}

// stored reports whether data comes out of such a store whichever way is taken.
// What is seen already lies on a round: a variable that holds first what was
// stored and then what that expands to.
func (e *expansion) stored(data ast.Expr, seen map[types.Object]bool) bool {
	call, ok := ast.Unparen(data).(*ast.CallExpr)
	if !ok {
		return e.givenStored(gocode.Object(e.TypesInfo, data), seen)
	}
	name := gocode.CallName(e.TypesInfo, call)
	if slices.Contains(stores, name) {
		return true
	}
	hands := slices.Contains(passOn, name) || slices.Contains(expanders, name)
	return hands && len(call.Args) > 0 && e.stored(call.Args[0], seen)
}

func (e *expansion) givenStored(obj types.Object, seen map[types.Object]bool) bool {
	if v, ok := obj.(*types.Var); !ok || v.Kind() != types.LocalVar && v.Kind() != types.ResultVar {
		return false // others may give it values
	}
	if seen[obj] {
		return true
	}
	seen[obj] = true
	given := e.values.To(obj)
	return len(given) > 0 && !slices.ContainsFunc(given, func(g gocode.Given) bool {
		return !g.Zero && (g.Value == nil || !g.Whole || g.Result > 0 || !e.stored(g.Value, seen))
	})
}
