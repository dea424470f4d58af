// Package seclog finds secrets and personal numbers that are written to logs.
//
// # Analyzer seclog
//
// seclog: report secrets and personal numbers written to logs
//
// More people and vendors read logs than may use the secrets in them, and logs
// are kept for years (CWE-532):
//
//	log.Printf("login %s %s", name, password)
//	slog.Info("call", "header", r.Header)
//
// Log who, not with what:
//
//	log.Printf("login %s", name)
//
// Reported are arguments of log, slog, logrus, zap, zerolog, klog, glog, and of
// other packages and types that are called a log or logger, where the argument
// is called a password, secret, API key, access token, card or social security
// number, is read from an authentication header, or is all headers of a
// request. Lengths, comparisons, hashes and what a function such as mask or
// redact returns are not, nor a plain "token" where the package serves no
// requests. Structs that hold a password are reported when printed with all
// their fields (%v), unless they say themselves how they are printed. A secret
// under another name is missed.
package seclog
