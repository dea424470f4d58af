package gocode

import (
	"slices"
	"strings"
	"unicode"
)

// Words splits a name into its words in lower case, as people read it:
// dbPassword, DB_PASSWORD and db-password are all "db", "password"; APIKey is
// "api", "key".
func Words(name string) []string {
	var words []string
	var word []rune
	runes := []rune(name)
	flush := func() {
		if len(word) > 0 {
			words = append(words, strings.ToLower(string(word)))
			word = nil
		}
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
			continue
		case unicode.IsUpper(r) && startsWord(runes, i):
			flush()
		}
		word = append(word, r)
	}
	flush()
	return words
}

// startsWord reports whether the capital at i begins a word: after a small
// letter or digit, or as the last capital of a run (the K of APIKey).
func startsWord(runes []rune, i int) bool {
	if i == 0 || !unicode.IsUpper(runes[i-1]) {
		return true
	}
	return i+1 < len(runes) && unicode.IsLower(runes[i+1]) && runes[i+1] != 's'
}

// HasWord reports whether a name contains one of the words as a whole word.
func HasWord(name string, words ...string) bool {
	for _, w := range Words(name) {
		if slices.Contains(words, w) {
			return true
		}
	}
	return false
}

// dressing are words that say in which form or role a value is held, not what
// it is: passwordBytes is a password.
var dressing = []string{
	"value", "val", "string", "str", "bytes", "text", "raw", "plain", "plaintext", "hex", "b64", "base64",
	"arg", "param", "input", "header", "data", "buf", "clear", "cleartext", "s",
}

// noun returns the words of a name up to its head noun: "user password" for
// userPasswordStr.
func noun(name string) []string {
	words := Words(strings.TrimRight(name, "0123456789"))
	for len(words) > 1 && slices.Contains(dressing, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

var passwords = []string{"password", "passwd", "passphrase", "passwort", "pwd", "pass", "pw", "passcode"}

// IsPassword reports whether a name is that of a password: its last noun is
// password or a spelling of it. passwordHash, passwordLength and the plain
// pass, pw and pwd, which often mean something else, are not.
func IsPassword(name string) bool {
	words := noun(name)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if !slices.Contains(passwords, last) {
		return false
	}
	if slices.Contains([]string{"pass", "pw", "pwd"}, last) {
		return len(words) > 1 && slices.Contains([]string{"user", "db", "admin", "login", "root", "new", "smtp", "account"}, words[len(words)-2])
	}
	return true
}

var credentialNouns = []string{"secret", "apikey", "authtoken", "accesstoken", "secretkey", "privatekey", "sessionid", "jwt", "bearer"}

var tokenOwners = []string{
	"access", "auth", "refresh", "session", "bearer", "api", "csrf", "xsrf", "reset", "jwt", "oauth", "security",
	"secret", "invite", "verification", "activation", "login", "service", "user", "id", "admin", "github", "gitlab",
	"slack", "bot", "webhook", "deploy", "vault", "signed", "auth2", "client", "password", "account", "magic", "remember",
}

var keyOwners = []string{
	"api", "secret", "private", "signing", "encryption", "hmac", "master", "auth", "session", "cipher", "aes", "jwt",
	"shared", "license", "webhook", "decryption", "sign",
}

// IsCredential reports whether a name is that of a secret which proves who
// somebody is: a password, a secret, a token or key of a kind that is secret
// (accessToken, apiKey, privateKey), a session id. A plain token or key is
// not; IsToken tells.
func IsCredential(name string) bool {
	if IsPassword(name) {
		return true
	}
	words := noun(name)
	if len(words) == 0 {
		return false
	}
	last, owner := words[len(words)-1], ""
	if len(words) > 1 {
		owner = words[len(words)-2]
	}
	switch {
	case slices.Contains(credentialNouns, last):
		return true
	case last == "token":
		return slices.Contains(tokenOwners, owner)
	case last == "key":
		return slices.Contains(keyOwners, owner) || owner == "access" && len(words) > 2 && words[len(words)-3] == "secret"
	case last == "id":
		return owner == "session" || owner == "sess"
	case last == "otp", last == "nonce":
		return false
	}
	return false
}

// IsToken reports whether a name is a plain token, which is a secret where
// requests are served and a piece of text where something is parsed.
func IsToken(name string) bool {
	words := noun(name)
	return len(words) == 1 && (words[0] == "token" || words[0] == "tok")
}

var unguessable = []string{"password", "passwd", "passphrase", "secret", "nonce", "salt", "otp", "passcode", "apikey", "sessionid", "csrf", "totp"}

var codeOwners = []string{"verification", "reset", "otp", "auth", "login", "confirmation", "invite", "recovery", "pairing", "activation", "access", "backup", "oauth"}

var textOwners = []string{"page", "next", "continuation", "sync", "cancel", "cursor", "start", "prev", "previous", "end", "peek", "lex", "syntax", "delim", "stop", "pad", "eos", "mask", "sample"}

// IsUnguessable reports whether what a name stands for is worth nothing once
// somebody can guess it: credentials, tokens, nonces, salts, one-time codes.
// It works for the names of values and of the functions that make them.
func IsUnguessable(name string) bool {
	if IsCredential(name) {
		return true
	}
	words := noun(name)
	if len(words) == 0 {
		return false
	}
	last, owner := words[len(words)-1], ""
	if len(words) > 1 {
		owner = words[len(words)-2]
	}
	switch last {
	case "token":
		return !slices.Contains(textOwners, owner)
	case "code":
		return slices.Contains(codeOwners, owner)
	}
	return slices.Contains(unguessable, last)
}
