// Command threatvet finds threats to the system that Terraform and Go sources
// describe. Called by go vet, it is a vet tool.
package main

import (
	"os"

	"github.com/threatvet/threatvet/internal/cli"
	"github.com/threatvet/threatvet/internal/gosystem"
)

func main() {
	if gosystem.IsVet(os.Args[1:]) {
		gosystem.VetMain(os.Args[1:])
		return
	}
	os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr))
}
