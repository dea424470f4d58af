package a

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
	jwx "github.com/lestrrat-go/jwx/v3/jwt"
)

func user(text string) (string, error) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(text, claims); err != nil { // want `without checking the signature`
		return "", err
	}
	return claims.GetSubject()
}

func userInsecure(text []byte) string {
	token, _ := jwx.ParseInsecure(text) // want `without checking the signature`
	return token.Subject()
}

func userUnchecked(text []byte) string {
	token, _ := jwx.Parse(text, jwx.WithVerify(false)) // want `without checking the signature`
	return token.Subject()
}

func none(*jwt.Token) (any, error) {
	return jwt.UnsafeAllowNoneSignatureType, nil // want `"none" is accepted`
}

var key any = loadKey() // of whatever type

func loadKey() any { return nil }

func anyMethod(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil }) // want `choose how the token is checked`
}

func keyFunc(t *jwt.Token) (any, error) { return key, nil }

func anyMethodNamed(text string) (*jwt.Token, error) {
	return jwt.ParseWithClaims(text, jwt.MapClaims{}, keyFunc) // want `choose how the token is checked`
}

func anyMethodParser(text string) (*jwt.Token, error) {
	parser := jwt.NewParser(jwt.WithLeeway(3))
	return parser.Parse(text, keyFunc) // want `choose how the token is checked`
}

// The call says which methods are right.
func pinned(text string) (*jwt.Token, error) {
	return jwt.Parse(text, keyFunc, jwt.WithValidMethods([]string{"HS256"}))
}

// The parser does.
func pinnedParser(text string) (*jwt.Token, error) {
	return jwt.NewParser(jwt.WithValidMethods([]string{"HS256"})).Parse(text, keyFunc)
}

// The key function looks at the method.
func looked(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errors.New("unexpected method")
		}
		return key, nil
	})
}

var secret = []byte("k")

// Bytes fit an HMAC only, whatever method the token names.
func secretOnly(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) {
		if len(secret) == 0 {
			return nil, errors.New("no secret")
		}
		return secret, nil
	})
}

// One of two keys is none of bytes.
func secretOrOther(text string, old bool) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) { // want `choose how the token is checked`
		if old {
			return secret, nil
		}
		return key, nil
	})
}

// What the key function does is not seen here.
func given(text string, f jwt.Keyfunc) (*jwt.Token, error) { return jwt.Parse(text, f) }

// The header says with which key to verify, somewhere else.
func keyID(text string) any {
	token, _, err := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{})
	if err != nil {
		return nil
	}
	return token.Header["kid"]
}

// The issuer is read to find the key, and then the token is verified.
func twice(text string) (*jwt.Token, error) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(text, claims); err != nil {
		return nil, err
	}
	return jwt.ParseWithClaims(text, claims, keysOf(claims["iss"]), jwt.WithValidMethods([]string{"RS256"}))
}

func keysOf(issuer any) jwt.Keyfunc { return nil }

// Verification is on.
func verified(text []byte) (jwx.Token, error) { return jwx.Parse(text, jwx.WithVerify(true)) }
