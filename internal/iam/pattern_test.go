package iam

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestPattern(t *testing.T) {
	tests := []struct {
		pattern, text string
		want          grade
	}{
		{"*", "", yes}, {"*", "anything", yes}, {"", "", yes}, {"", "x", no},
		{"s3:Get*", "s3:GetObject", yes}, {"s3:Get*", "s3:PutObject", no}, {"s3:*Object", "s3:GetObject", yes},
		{"a?c", "abc", yes}, {"a?c", "ac", no}, {"a*b*c", "a-b-b-c", yes}, {"a*b*c", "a-c-b", no}, {"ab*ba", "aba", no},
		{"*b?d*", "xxbxdxx", yes}, {"*b?d*", "xxbdxx", no},
		{"arn:aws:s3:::⟦?⟧/*", "arn:aws:s3:::b/x", unseen}, {"arn:aws:s3:::⟦?⟧/*", "arn:aws:sqs:e:1:q", no},
		{"arn:aws:iam::⟦?⟧:role/app", "arn:aws:iam::111111111111:role/app", depends}, {"arn:aws:iam::⟦?⟧:role/app", "arn:aws:iam::111111111111:role/other", no},
		{"arn:aws:iam::⟦?⟧:root", "arn:aws:iam::111111111111:root", unseen},
		{"b/?", "b/*", no}, {"b/*", "b/*", yes}, {"b/x*", "b/*", no},
	}
	for _, tt := range tests {
		if got := newPattern(tt.pattern, false).matches(tt.text); got != tt.want {
			t.Errorf("%q matches %q: %d, want %d", tt.pattern, tt.text, got, tt.want)
		}
	}
}

func TestPatternTouches(t *testing.T) {
	tests := []struct {
		pattern, subject string
		want             grade
	}{
		{"b/x", "b/*", yes}, {"b/x/*", "b/*", yes}, {"c/*", "b/*", no}, {"b*", "b/*", yes}, {"b", "b/*", no}, {"*", "b/*", yes},
		{"*.txt", "b/*", yes}, {"b/x", "b/⟦?⟧", unseen}, {"c/x", "b/⟦?⟧", no},
		{"arn:aws:dynamodb:*:1:table/a", "arn:aws:dynamodb:eu-west-1:1:table/b/*", no},
		{"arn:aws:dynamodb:*:1:table/b*", "arn:aws:dynamodb:eu-west-1:1:table/b/*", yes},
		{"arn:aws:lambda:eu-west-1:1:function:f", "arn:*:lambda:*", yes}, {"arn:aws:s3:::b", "arn:*:lambda:*", no},
	}
	for _, tt := range tests {
		if got := newPattern(tt.pattern, false).touches(tt.subject); got != tt.want {
			t.Errorf("%q touches %q: %d, want %d", tt.pattern, tt.subject, got, tt.want)
		}
	}
}

// random makes a text of few characters, so that matches are not rare.
func random(r *rand.Rand, alphabet string) string {
	out := make([]byte, r.IntN(9))
	for i := range out {
		out[i] = alphabet[r.IntN(len(alphabet))]
	}
	return string(out)
}

func TestPatternAgreesWithRegexp(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		pattern, text := random(r, "ab*?"), random(r, "ab")
		expr := "^" + strings.NewReplacer("*", ".*", "?", ".").Replace(pattern) + "$"
		if got, want := newPattern(pattern, false).covers(text), regexp.MustCompile(expr).MatchString(text); got != want {
			t.Fatalf("%q covers %q: %t, want %t", pattern, text, got, want)
		}
	}
}

// TestMeet checks that two patterns meet where some short text matches both.
func TestMeet(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var words []string
	for n := range 7 {
		for bits := range 1 << n {
			word := make([]byte, n)
			for i := range word {
				word[i] = 'a' + byte(bits>>i&1)
			}
			words = append(words, string(word))
		}
	}
	for range 3000 {
		a, b := random(r, "ab*?"), random(r, "ab*")
		if len(strings.ReplaceAll(a, "*", ""))+len(strings.ReplaceAll(b, "*", "")) > 6 {
			continue // a common text may be longer than the words tried
		}
		want := false
		for _, w := range words {
			want = want || newPattern(a, false).covers(w) && newPattern(b, false).covers(w)
		}
		if got := meet(a, b); got != want {
			t.Fatalf("%q meets %q: %t, want %t", a, b, got, want)
		}
		if got := newPattern(a, false).touches(b) != no; got != want {
			t.Fatalf("%q touches %q: %t, want %t", a, b, got, want)
		}
	}
}

func TestPatternBomb(t *testing.T) {
	bomb := newPattern(strings.Repeat("*a", 20000)+"*c", false)
	text := strings.Repeat("a", 40000) + "b"
	begin := time.Now()
	if bomb.covers(text) {
		t.Error("matches a text without a c")
	}
	if took := time.Since(begin); took > time.Second {
		t.Errorf("took %s", took)
	}
}
