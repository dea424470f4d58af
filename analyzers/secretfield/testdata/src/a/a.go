package a

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"os"
)

type user struct {
	Name     string
	Password string
}

type account struct {
	Owner user
	Limit int
}

type page struct {
	Name string `json:"name"`
	Key  string `json:"api_key"`
}

func answer(w http.ResponseWriter, r *http.Request, u user, a account) {
	json.NewEncoder(w).Encode(u) // want `gets the field Password`
	enc := json.NewEncoder(w)
	enc.Encode([]*account{&a}) // want `gets the field Owner.Password`
}

func text(p page, u user) {
	json.Marshal(p)                      // want `Whoever gets this text gets the field Key`
	xml.Marshal(map[string]user{"u": u}) // want `gets the field Password`
}

type hidden struct {
	Name     string
	Password string `json:"-"`
	secret   string
}

// The field is left out.
func left(w http.ResponseWriter, h hidden) { json.NewEncoder(w).Encode(h) }

type masked string

func (masked) MarshalText() ([]byte, error) { return []byte("***"), nil }

type config struct{ Password masked }

// The type writes itself, without what it holds.
func maskedField(c config) { json.Marshal(c) }

type credentials struct{ User, Password string }

func (c credentials) MarshalJSON() ([]byte, error) {
	type plain credentials
	c.Password = "***"
	return json.Marshal(plain(c))
}

// Its marshaler decides.
func own(c credentials) { json.Marshal(c) }

// Another service has to know the password to let us in.
func login(u user) (*http.Response, error) {
	body, err := json.Marshal(u)
	if err != nil {
		return nil, err
	}
	return http.Post("https://id.example.com", "application/json", bytes.NewReader(body))
}

// The file is for its owner.
func keep(u user) error {
	body, err := json.Marshal(u)
	if err != nil {
		return err
	}
	return os.WriteFile("session.json", body, 0o600)
}

type session struct {
	AccessToken string
	Expires     int
}

// A login hands out tokens: that is what it is for.
func issue(w http.ResponseWriter, s session) { json.NewEncoder(w).Encode(s) }

type limits struct {
	MaxTokens    int
	PasswordHint bool
}

// A number is no secret.
func numbers(w http.ResponseWriter, l limits) { json.NewEncoder(w).Encode(l) }

func mask(string) string { return "***" }

// What is written is the mask.
func maskedValue(name, password string) {
	json.Marshal(user{Name: name, Password: mask(password)})
}

func checkAdmin(r *http.Request) bool { return r != nil }

// Only administrators, who set it, get this answer.
func settings(w http.ResponseWriter, r *http.Request, u user) {
	if checkAdmin(r) {
		json.NewEncoder(w).Encode(u)
	}
}

type storage struct {
	Name string
	Key  string `json:"access-key"`
}

type pair struct {
	AccessKey string
	SecretKey string `json:"-"`
}

// An access key alone is the secret; beside one, it says whose it is.
func accessKeys(a storage, p pair) {
	json.Marshal(a) // want `gets the field Key`
	json.Marshal(p)
}

func (u *user) Copy() *user { return &user{Name: u.Name} }

func (u *user) Clone() *user { return &user{Name: u.Name, Password: u.Password} }

func (u *user) With(name string) *user {
	next := *u
	next.Name = name
	return &next
}

// The copy has no password.
func copied(w http.ResponseWriter, u *user, list []*user) {
	json.NewEncoder(w).Encode(u.Copy())
	for i, one := range list {
		list[i] = one.Copy()
	}
	json.NewEncoder(w).Encode(list)
}

// These have.
func cloned(w http.ResponseWriter, u *user, list []*user) {
	json.NewEncoder(w).Encode(u.Clone())      // want `gets the field Password`
	json.NewEncoder(w).Encode(u.With("anna")) // want `gets the field Password`
	json.NewEncoder(w).Encode(list)           // want `gets the field Password`
}
