package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

var folder = flag.String("folder", "/srv", "where the pages are")

var listing string

func main() {
	flag.StringVar(&listing, "listing", "", "what to read")
	flag.Parse()
	profile()
	pages()
	entries()
	http.HandleFunc("/page", page)
}

func profile() ([]byte, error) {
	name := os.Getenv("SHOP_PROFILE")
	if _, err := os.Stat(name); err != nil { // that it is there can be seen without the program
		return nil, err
	}
	text, err := os.ReadFile("/etc/shop/" + name) // want `Whoever starts this program decides which file it opens or changes by way of the environment, which nothing here checks`
	if err != nil {
		return os.ReadFile("/etc/shop/old/" + name) // told once for each source
	}
	return text, nil
}

// pages reads what a flag of the package says.
func pages() error {
	_, err := os.ReadDir(*folder) // want `by way of the command line`
	return err
}

func entries() error {
	f, err := os.Open(listing) // want `by way of the command line`
	if err != nil {
		return err
	}
	return f.Close()
}

// setting is how programs read the environment with a default.
func setting(name, otherwise string) string {
	if v := os.Getenv(name); v != "" { // the text is followed to who asked for it
		return v
	}
	return otherwise
}

func editor(file *os.File) error {
	return exec.Command(setting("EDITOR", "vi"), file.Name()).Run() // want `decides which program it runs by way of the environment`
}

func fetch() (*http.Response, error) {
	return http.Get(os.Args[1]) // want `decides which address it calls by way of the command line`
}

// again is told with the first: nearly all programs are told so whom to call.
func again() (*http.Response, error) { return http.Get(os.Getenv("SHOP_PEER")) }

func logged() {
	log.Println("working on", os.Args[1]) // want `decides what further lines its log gets by way of the command line`
	log.Printf("working on %q", os.Args[2])
	log.Println("listening on", os.Getenv("ADDR")) // whoever sets it sets up the log as well
}

func typed() error {
	in := bufio.NewReader(os.Stdin)
	name, err := in.ReadString('\n')
	if err != nil {
		return err
	}
	f, err := os.Open(filepath.Join("/srv/reports", strings.TrimSpace(name))) // want `by way of the standard input`
	if err != nil {
		return err
	}
	return f.Close()
}

// piped copies, it names nothing.
func piped() error {
	_, err := io.Copy(os.Stdout, os.Stdin)
	return err
}

func checked() ([]byte, error) {
	name := os.Getenv("SHOP_PROFILE")
	if !filepath.IsLocal(name) {
		return nil, errors.New("SHOP_PROFILE is no name of a profile")
	}
	return os.ReadFile(filepath.Join("/etc/shop", name))
}

func chosen() ([]byte, error) {
	switch name := os.Getenv("SHOP_PROFILE"); name {
	case "test", "live":
		return os.ReadFile("/etc/shop/" + name)
	}
	return nil, errors.New("no such profile")
}

func based() ([]byte, error) {
	return os.ReadFile(filepath.Join("/etc/shop", filepath.Base(os.Args[1])))
}

// absolute is meant to take a path that leads anywhere.
func absolute() ([]byte, error) {
	name, err := filepath.Abs(os.Args[1])
	if err != nil {
		return nil, err
	}
	return os.ReadFile(name)
}

func numbered() ([]byte, error) {
	n, err := strconv.Atoi(os.Getenv("SLOT"))
	if err != nil {
		return nil, err
	}
	return os.ReadFile(fmt.Sprintf("/etc/shop/%d", n))
}

// page is what anyone decides; that is a finding of its own.
func page(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open(r.FormValue("name"))
	if err != nil {
		return
	}
	f.Close()
}
