// Package pathclean finds paths of requests that are cleaned instead of checked.
//
// # Analyzer pathclean
//
// pathclean: report cleaned paths of requests that are taken for checked ones
//
// Clean removes what leads nowhere. It keeps ".." at the beginning of a path that
// does not begin with a slash, and an absolute path as it is (CWE-22):
//
//	name := filepath.Clean(r.URL.Path)
//	os.ReadFile(filepath.Join(root, strings.Trim(name, "/")))
//
// Root the path first, or ask whether it is local:
//
//	name := path.Clean("/" + r.URL.Path)
//
// Analyzer pathtraversal reports what is proven to get out of its folder. This one
// reports, as unlikely (GOH-072), the handlers in which nothing but the route
// stands in between: those that use what they have cleaned as the name of a file,
// check nothing, and have no proven finding. A path that is cleaned in a function
// of its own is missed.
package pathclean
