// Package jwt is a fake with the signatures that the cases need.
package jwt

type (
	Claims    interface{ GetSubject() (string, error) }
	MapClaims map[string]any
	Keyfunc   func(*Token) (any, error)
	Token     struct {
		Method SigningMethod
		Header map[string]any
		Claims Claims
		Valid  bool
	}
	SigningMethod     interface{ Alg() string }
	SigningMethodHMAC struct{}
	Parser            struct{}
	ParserOption      func(*Parser)
)

var SigningMethodNone SigningMethod

const UnsafeAllowNoneSignatureType = "none signing method allowed"

func (MapClaims) GetSubject() (string, error)   { return "", nil }
func (*SigningMethodHMAC) Alg() string          { return "" }
func NewParser(options ...ParserOption) *Parser { return nil }
func WithValidMethods([]string) ParserOption    { return nil }
func WithLeeway(int) ParserOption               { return nil }

func Parse(text string, key Keyfunc, options ...ParserOption) (*Token, error) { return nil, nil }
func ParseWithClaims(text string, claims Claims, key Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}
func (p *Parser) Parse(text string, key Keyfunc) (*Token, error) { return nil, nil }
func (p *Parser) ParseUnverified(text string, claims Claims) (*Token, []string, error) {
	return nil, nil, nil
}
