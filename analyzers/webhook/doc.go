// Package webhook finds receivers of events that believe any sender.
//
// # Analyzer webhook
//
// webhook: report receivers of events that do not check the sender
//
// The address of a webhook is no secret for long. Whoever knows it can send
// events of their own, and so trigger payments, builds or mail (CWE-345):
//
//	mux.HandleFunc("POST /webhooks/payment", func(w http.ResponseWriter, r *http.Request) {
//		json.NewDecoder(r.Body).Decode(&event)
//		markPaid(event.Order)
//	})
//
// Check the signature that the sender adds:
//
//	if !hmac.Equal(sum(key, body), signature) { ... }
//
// Reported is a route whose path speaks of a webhook or a callback and whose
// handler, as far as this package shows it, reads the body and verifies
// nothing: no keyed hash, no signature, no shared secret in a header or in the
// path, no function with such a name, nothing around the handler that checks the
// caller. Handlers that other packages define, and admission webhooks of
// Kubernetes, whose sender proves itself in TLS, are not reported.
package webhook
