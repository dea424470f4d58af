// Package driver runs analyzers over packages in this process. What is imported
// and not to be checked is known by what the Go compiler made of it, so that
// only sources that matter are read; what came of a package is kept, by
// everything that it depends on. It knows no analyzer, no threat and not how
// packages are found.
package driver
