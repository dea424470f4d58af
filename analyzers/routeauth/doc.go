// Package routeauth finds routes that lack the check of the caller that their siblings have.
//
// # Analyzer routeauth
//
// routeauth: report routes without the check of the caller that their siblings have
//
// Where most routes of a router ask who calls, one that does not was probably
// forgotten, and anyone can use it (GW-001, CWE-306):
//
//	mux.Handle("POST /orders", signedIn(createOrder))
//	mux.Handle("PUT /orders/{id}", signedIn(updateOrder))
//	mux.Handle("DELETE /orders/{id}", deleteOrder)
//
// And where a route for administrators has no more than the check that every
// user passes, every user is an administrator (GOH-040, CWE-862):
//
//	mux.Handle("POST /admin/users", signedIn(createUser))
//
// A check of the caller is a function around the handler, or a middleware of
// the route, its group or its router, that has a telling name or that answers
// 401 or 403. Covered are net/http, chi, gorilla/mux, gin, echo, fiber and
// httprouter, with their groups.
//
// A router where no majority of routes is checked is not judged. Routes that
// are made for everyone (login, health, static files, webhooks and so on) and
// handlers that ask for the caller themselves, also those of other packages, are
// not reported, nor a route that only reads where the checked ones of its kind all change something. Checks in
// front of the whole router, or in a gateway, apply to all alike and change
// nothing here. Paths that are not constant are missed.
package routeauth
