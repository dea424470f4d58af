package a

import (
	"errors"
	"fmt"

	"golang.org/x/crypto/bcrypt"
)

var (
	dummy     = []byte("$2a$10$")
	errNoUser = errors.New("no such user")
)

// Who is not there costs as much time as who is; nobody gets in by it.
func unknownUser(name string, password []byte) error {
	_ = bcrypt.CompareHashAndPassword(dummy, password)
	return fmt.Errorf("no user %s", name)
}

func unknownUserNamed(password []byte) error {
	bcrypt.CompareHashAndPassword(dummy, password)
	return errNoUser
}

// Here everyone does.
func everyUser(hash, password []byte) error {
	_ = bcrypt.CompareHashAndPassword(hash, password) // want `Anyone passes this check`
	return nil
}

func laterError(hash, password []byte, load func() error) error {
	_ = bcrypt.CompareHashAndPassword(hash, password) // want `Anyone passes this check`
	err := load()
	return err
}
