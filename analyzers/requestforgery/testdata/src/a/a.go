package a

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

var client = &http.Client{}

func direct(w http.ResponseWriter, r *http.Request) {
	http.Get(r.FormValue("url")) // want `Whoever sends a form value of the request chooses the address`
}

func throughHelper(w http.ResponseWriter, r *http.Request) {
	fetch(r.URL.Query().Get("url")) // want `Whoever sends the request chooses the address`
}

func fetch(address string) (io.ReadCloser, error) {
	res, err := client.Get(address) // a helper; who calls it decides
	if err != nil {
		return nil, err
	}
	return res.Body, nil
}

func hostIsTheirs(w http.ResponseWriter, r *http.Request) {
	address := fmt.Sprintf("https://%s/status", r.URL.Query().Get("host"))
	req, _ := http.NewRequestWithContext(context.Background(), "GET", address, nil) // want `chooses the address`
	client.Do(req)
}

// The host is fixed; only the path can be chosen.
func fixedHost(w http.ResponseWriter, r *http.Request) {
	http.Get("https://api.example.com/users/" + r.FormValue("id"))
	http.Get(fmt.Sprintf("https://api.example.com/users/%s?x=%s", r.FormValue("id"), r.FormValue("x")))
}

// The host ends where the attacker's text begins.
func hostContinues(w http.ResponseWriter, r *http.Request) {
	http.Get("https://api.example.com" + r.FormValue("id")) // want `chooses the address`
}

func configured(base string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Get(base + "/users/" + r.PathValue("id"))
	}
}

var banks = map[string]bool{"rates.example.com": true}

// The host is looked up in a list of ours.
func listed(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.FormValue("bank"))
	if err != nil || u.Scheme != "https" || !banks[u.Host] {
		http.Error(w, "unknown", http.StatusBadRequest)
		return
	}
	client.Get(u.String())
}

// Only the scheme is checked, which says nothing of the host.
func schemeOnly(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.FormValue("bank"))
	if err != nil || u.Scheme != "https" {
		return
	}
	client.Get(u.String()) // want `chooses the address`
}

func compared(w http.ResponseWriter, r *http.Request) {
	raw := r.FormValue("u")
	u, err := url.Parse(raw)
	if err != nil {
		return
	}
	if u.Hostname() != "static.example.com" {
		return
	}
	client.Get(raw)
}

func switched(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	switch target {
	case "https://a.example.com", "https://b.example.com":
	default:
		return
	}
	client.Get(target)
}

func contained(w http.ResponseWriter, r *http.Request) {
	if target := r.FormValue("target"); slices.Contains([]string{"https://a.example.com"}, target) {
		client.Get(target)
	}
}

// The list is asked for one value and another one is used.
func otherValue(w http.ResponseWriter, r *http.Request) {
	if !banks[r.FormValue("a")] {
		return
	}
	client.Get(r.FormValue("b")) // want `chooses the address`
}

// The answer of the check is not heeded.
func unheeded(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	if !banks[target] {
		fmt.Println("odd")
	}
	client.Get(target) // want `chooses the address`
}

func validate(raw string) error {
	u, err := url.Parse(raw)
	if err != nil {
		return err
	}
	if !banks[u.Hostname()] {
		return errors.New("not a bank")
	}
	return nil
}

func validated(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	if err := validate(target); err != nil {
		return
	}
	client.Get(target)
}

func resolve(raw string) (string, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return "", err
	}
	for _, ip := range must(net.LookupIP(u.Hostname())) {
		if ip.IsPrivate() || ip.IsLoopback() {
			return "", errors.New("inside")
		}
	}
	return u.String(), nil
}

func must(ips []net.IP, err error) []net.IP { return ips }

func prefixed(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	if !strings.HasPrefix(target, "https://cdn.example.com/") {
		return
	}
	client.Get(target)
}

// https://cdn.example.com.evil.org has this prefix, too.
func prefixedBadly(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	if !strings.HasPrefix(target, "https://cdn.example.com") {
		return
	}
	client.Get(target) // want `chooses the address`
}

// What we send ourselves is not from outside.
func outgoing(req *http.Request) {
	req.Header.Set("X-Signed", "yes")
	http.Get(req.URL.String())
}

type holder struct {
	url  string
	name string
}

func (h *holder) get() { http.Get(h.url) }

func fields(w http.ResponseWriter, r *http.Request) {
	good := &holder{url: "https://example.com", name: r.FormValue("name")}
	good.get()
	bad := &holder{url: r.FormValue("url"), name: "x"}
	bad.get() // want `chooses the address`
}

type fetcher interface{ Fetch(address string) }

type plainFetcher struct{}

func (plainFetcher) Fetch(address string) { http.Get(address) }

func viaInterface(f fetcher) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		f.Fetch(r.FormValue("url")) // want `chooses the address`
	}
}

func generic[T ~string](v T) { http.Get(string(v)) }

func viaGeneric(w http.ResponseWriter, r *http.Request) {
	generic(r.FormValue("url")) // want `chooses the address`
}

func viaChannel(w http.ResponseWriter, r *http.Request) {
	jobs := make(chan string, 1)
	jobs <- r.FormValue("url")
	go worker(jobs) // want `chooses the address`
}

func worker(jobs chan string) {
	for job := range jobs {
		http.Get(job)
	}
}

func viaMap(w http.ResponseWriter, r *http.Request) {
	m := map[string]string{"good": "https://example.com", "bad": r.FormValue("url")}
	http.Get(m["good"])
	http.Get(m["bad"]) // want `chooses the address`
}

func viaDefer(w http.ResponseWriter, r *http.Request) {
	defer http.Get(r.FormValue("url")) // want `chooses the address`
}

func adapt(h func(*http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { h(r) }
}

func viaCallback(r *http.Request) error {
	_, err := http.Get(r.FormValue("url")) // want `chooses the address`
	return err
}

var _ = adapt(viaCallback)

func each(list []string, f func(string)) {
	for _, s := range list {
		f(s)
	}
}

func viaFunc(w http.ResponseWriter, r *http.Request) {
	each(r.Form["url"], func(s string) { http.Get(s) }) // want `chooses the address`
	each([]string{"https://example.com"}, func(s string) { http.Get(s) })
}

// A stand-in for tests is no part of what runs.
func MockLogin(w http.ResponseWriter, r *http.Request) { http.Get(r.FormValue("to")) }
