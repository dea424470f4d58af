// Package fragment reads from one Go package what it contributes to the model
// of a system: ways in, calls to other systems, settings that are read, and
// how values travel between functions and fields. It knows go/ssa and the
// library descriptions; it puts nothing together, that is the driver's part.
package fragment
