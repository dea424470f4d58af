package jwt

type Token struct {
	Claims any
	Valid  bool
}

type Keyfunc func(*Token) (any, error)

type MapClaims map[string]any

func ParseWithClaims(raw string, claims any, key Keyfunc) (*Token, error) { return nil, nil }
