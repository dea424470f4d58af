// Package weakhash finds passwords that are stored with a fast hash, and hashes with known collisions.
//
// # Analyzer weakhash
//
// weakhash: report passwords put through a fast hash, and hashes with known collisions
//
// Whoever copies the table of users tries billions of passwords a second
// against MD5, SHA-1 or SHA-2, salted or not, and signs in here and elsewhere
// with those found (CWE-916, CWE-328):
//
//	sum := sha256.Sum256([]byte(password))
//
// Use a function that is made to be slow:
//
//	hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
//
// What counts as a password is said by names: of variables, parameters and
// fields. Hashing before bcrypt, scrypt, argon2 or PBKDF2 in the same function
// is not reported, nor a keyed hash, nor the range query of Pwned Passwords and
// HTTP digest authentication or lines of a password file ({SHA}), which prescribe the hash, nor anything
// inside a package that is a slow hash itself. A password that reaches the hash
// through another function is missed.
//
// MD5, SHA-1, MD4 and RIPEMD-160 are also reported, as unlikely (GOX-009,
// CWE-328), at their first use in a package, where nothing there says that the
// hash is only a label: an ETag, the key of a cache, a shard, what Git, UUIDs or
// WebSockets prescribe. A keyed hash (HMAC) is not reported. Use SHA-256:
//
//	sum := sha256.Sum256(release)
package weakhash
