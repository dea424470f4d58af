package a

import (
	"crypto/pbkdf2"
	"crypto/sha256"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/scrypt"
)

const rounds = 1000

func weak(password string, salt []byte) {
	pbkdf2.Key(sha256.New, password, salt, rounds, 32)            // want `too little work`
	bcrypt.GenerateFromPassword([]byte(password), bcrypt.MinCost) // want `too little work`
	scrypt.Key([]byte(password), salt, 1024, 8, 1, 32)            // want `too little work`
	argon2.IDKey([]byte(password), salt, 1, 1024, 4, 32)          // want `too little work`
}

func strong(password string, salt []byte) {
	pbkdf2.Key(sha256.New, password, salt, 600_000, 32)
	bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	scrypt.Key([]byte(password), salt, 1<<15, 8, 1, 32)
	argon2.IDKey([]byte(password), salt, 1, 64*1024, 4, 32)
}

// A setting decides; zero means the default of bcrypt.
func set(password string, cost int) {
	bcrypt.GenerateFromPassword([]byte(password), cost)
	bcrypt.GenerateFromPassword([]byte(password), 0)
}

// A random key needs no work.
func stretch(masterKey string, salt []byte) { pbkdf2.Key(sha256.New, masterKey, salt, 1, 32) }
