// Package weakkdf finds slow hashes that are set too fast.
//
// # Analyzer weakkdf
//
// weakkdf: report functions for passwords with too little work
//
// bcrypt, scrypt, argon2 and PBKDF2 protect passwords by the work that each try
// costs. With too little of it, whoever copies the hashes tries as many as with
// a fast hash (CWE-916):
//
//	pbkdf2.Key([]byte(password), salt, 1000, 32, sha256.New)
//
// Give it what a login can bear, a tenth of a second or so:
//
//	bcrypt.GenerateFromPassword([]byte(password), 12)
//
// Reported are constants below: bcrypt cost 10; scrypt N 16384; argon2 less
// than 7 MiB of memory times passes; PBKDF2 100,000 rounds. Numbers from a
// setting, and what stretches a random key (by the name of its first argument)
// instead of a password, are not.
package weakkdf
