// Package lib is for others to import: to do what its callers say is its work.
package lib

import (
	"os"
	"os/exec"
)

func Create(name string) (*os.File, error) { return os.Create(name) }

func run(program string) error { return exec.Command(program).Run() }

// Home is decided by whoever starts a program that uses this.
func Home() (*os.File, error) {
	return os.Open(os.Getenv("SHOP_HOME")) // want `by way of the environment`
}
