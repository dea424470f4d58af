// Package decompress finds compressed data that is expanded without a limit.
//
// # Analyzer decompress
//
// decompress: report compressed data that is expanded without a limit
//
// A few kilobytes can expand to many gigabytes. Whoever supplies them fills
// the memory or the disk, and the program stops for everyone (CWE-409):
//
//	r, err := gzip.NewReader(upload)
//	io.Copy(file, r)
//
// Stop at a size that is enough:
//
//	io.Copy(file, io.LimitReader(r, 100<<20))
//
// Reported are io.Copy, io.CopyBuffer, io.ReadAll and ReadFrom of a buffer, from
// a reader of compress/*, an entry of a zip or tar archive, or a known
// third-party decompressor, where the function makes that reader in sight.
// io.CopyN, io.LimitReader, and functions that look at the size which the
// archive states for an entry are not reported. The answers of servers that the
// program itself asked, files of an io/fs file system as the program brings them along, what is sent on to an HTTP client, and readers that come from another function, are missed.
package decompress
