package hardcoded

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gocode"
)

// use is what a constant secret is used for.
type use struct{ threat, message string }

var (
	tokenKey     = use{"GOH-003", "Everyone who can read this source can forge sessions and act as any user because the key that signs or checks them is a constant in the code."}
	otherService = use{"GOC-006", "Everyone who can read this source can use the other service in our name because the credential for it is a constant in the code."}
	dataKey      = use{"GOX-008", "Everyone who can read this source or the program can decrypt or forge what is protected with this key because it is a constant in the code."}
	database     = use{"SEC-003", "Everyone who can read this source can open the database or service behind this address because the password for it is written in the code."}
	standsIn     = use{"GOC-009", "Everyone who can read this source can use the account of whoever puts a key of theirs here because the program takes it from a constant; what stands here now has the form of one and the words of an example."}
	anything     = use{"SEC-003", "Everyone who can read this source can use what this secret protects because it is written in the code."}
)

// taken says which argument of a function is a secret; from there on all are
// where the function takes several.
type taken struct {
	arg  int
	rest bool
	use  use
}

var secretArguments = map[string]taken{
	"github.com/golang-jwt/jwt.Token.SignedString":                          {0, false, tokenKey},
	"github.com/dgrijalva/jwt-go.Token.SignedString":                        {0, false, tokenKey},
	"github.com/gorilla/sessions.NewCookieStore":                            {0, true, tokenKey},
	"github.com/gorilla/sessions.NewFilesystemStore":                        {1, true, tokenKey},
	"github.com/gorilla/securecookie.New":                                   {0, true, tokenKey},
	"github.com/gin-contrib/sessions/cookie.NewStore":                       {0, true, tokenKey},
	"github.com/gorilla/csrf.Protect":                                       {0, false, tokenKey},
	"github.com/go-chi/jwtauth.New":                                         {1, false, tokenKey},
	"github.com/lestrrat-go/jwx/jwt.WithKey":                                {1, false, tokenKey},
	"github.com/lestrrat-go/jwx/jws.WithKey":                                {1, false, tokenKey},
	"net/http.Request.SetBasicAuth":                                         {1, false, otherService},
	"net/url.UserPassword":                                                  {1, false, otherService},
	"net/smtp.PlainAuth":                                                    {2, false, otherService},
	"net/smtp.CRAMMD5Auth":                                                  {1, false, otherService},
	"golang.org/x/crypto/ssh.Password":                                      {0, false, otherService},
	"golang.org/x/crypto/ssh.ParsePrivateKey":                               {0, false, otherService},
	"github.com/go-resty/resty.Request.SetAuthToken":                        {0, false, otherService},
	"github.com/go-resty/resty.Client.SetAuthToken":                         {0, false, otherService},
	"crypto/aes.NewCipher":                                                  {0, false, dataKey},
	"crypto/des.NewCipher":                                                  {0, false, dataKey},
	"crypto/des.NewTripleDESCipher":                                         {0, false, dataKey},
	"crypto/rc4.NewCipher":                                                  {0, false, dataKey},
	"crypto/hmac.New":                                                       {1, false, dataKey},
	"golang.org/x/crypto/chacha20poly1305.New":                              {0, false, dataKey},
	"golang.org/x/crypto/chacha20poly1305.NewX":                             {0, false, dataKey},
	"golang.org/x/crypto/nacl/secretbox.Seal":                               {3, false, dataKey},
	"golang.org/x/crypto/nacl/secretbox.Open":                               {3, false, dataKey},
	"github.com/aws/aws-sdk-go-v2/credentials.NewStaticCredentialsProvider": {1, false, otherService},
	"github.com/aws/aws-sdk-go/aws/credentials.NewStaticCredentials":        {1, false, otherService},
}

// secretFields are fields of structs that hold a secret.
var secretFields = map[string]map[string]use{
	"github.com/go-jose/go-jose.SigningKey":                {"Key": tokenKey},
	"gopkg.in/square/go-jose.SigningKey":                   {"Key": tokenKey},
	"github.com/labstack/echo/middleware.JWTConfig":        {"SigningKey": tokenKey},
	"github.com/labstack/echo-jwt.Config":                  {"SigningKey": tokenKey},
	"golang.org/x/oauth2.Config":                           {"ClientSecret": otherService},
	"golang.org/x/oauth2/clientcredentials.Config":         {"ClientSecret": otherService},
	"golang.org/x/oauth2.Token":                            {"AccessToken": otherService, "RefreshToken": otherService},
	"github.com/redis/go-redis.Options":                    {"Password": database},
	"github.com/go-redis/redis.Options":                    {"Password": database},
	"github.com/jackc/pgx.ConnConfig":                      {"Password": database},
	"github.com/go-sql-driver/mysql.Config":                {"Passwd": database},
	"github.com/aws/aws-sdk-go-v2/aws.Credentials":         {"SecretAccessKey": otherService},
	"github.com/aws/aws-sdk-go/aws/credentials.Value":      {"SecretAccessKey": otherService},
	"go.mongodb.org/mongo-driver/mongo/options.Credential": {"Password": database},
}

// addresses are functions that take an address which may hold a password.
var addresses = map[string]int{
	"database/sql.Open": 1, "github.com/jmoiron/sqlx.Open": 1, "github.com/jmoiron/sqlx.Connect": 1,
	"github.com/jmoiron/sqlx.MustConnect": 1, "github.com/jackc/pgx.Connect": 1, "github.com/jackc/pgx/pgxpool.New": 1,
	"github.com/jackc/pgx/pgxpool.Connect": 1, "gorm.io/driver/postgres.Open": 0, "gorm.io/driver/mysql.Open": 0,
	"gorm.io/driver/sqlserver.Open": 0, "github.com/redis/go-redis.ParseURL": 0, "github.com/rabbitmq/amqp091-go.Dial": 0,
	"go.mongodb.org/mongo-driver/mongo/options.ClientOptions.ApplyURI": 0,
}

var authHeaders = []string{"authorization", "proxy-authorization", "x-api-key", "api-key", "apikey", "x-auth-token", "private-token", "x-vault-token", "x-access-token"}

// byUse reports constants that go where secrets are used.
func (c *checker) byUse() {
	for cur := range gocode.All(c.Pass, (*ast.CallExpr)(nil), (*ast.CompositeLit)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			c.call(n)
		case *ast.CompositeLit:
			c.literal(n)
		case *ast.FuncLit:
			c.keyFunc(n.Type, n.Body)
		case *ast.FuncDecl:
			c.keyFunc(n.Type, n.Body)
		}
	}
}

func (c *checker) call(call *ast.CallExpr) {
	name := gocode.CallName(c.TypesInfo, call)
	if at, ok := secretArguments[name]; ok {
		last := at.arg + 1
		if at.rest {
			last = len(call.Args)
		}
		for i := at.arg; i < min(last, len(call.Args)); i++ {
			c.secret(call.Args[i], at.use)
		}
		return
	}
	if i, ok := addresses[name]; ok && i < len(call.Args) {
		if text, at := c.constant(call.Args[i]); at != nil && addressPassword(text) != "" {
			c.report(at, database)
		}
		return
	}
	switch name {
	case "net/http.Header.Set", "net/http.Header.Add":
		c.header(call)
	}
}

// header reports a constant credential in an authentication header.
func (c *checker) header(call *ast.CallExpr) {
	name, ok := c.values.Text(call.Args[0])
	if !ok || !slices.Contains(authHeaders, strings.ToLower(name)) {
		return
	}
	text, at := c.constant(call.Args[1])
	if at == nil {
		return
	}
	if _, value, two := strings.Cut(text, " "); two {
		text = value // "Bearer x"
	}
	if len(text) >= 6 && !isPlaceholder(text) {
		c.report(at, otherService)
	}
}

func (c *checker) literal(lit *ast.CompositeLit) {
	fields := secretFields[gocode.TypeName(c.TypesInfo.TypeOf(lit))]
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return
		}
		if id, ok := kv.Key.(*ast.Ident); ok && fields[id.Name] != (use{}) {
			c.secret(kv.Value, fields[id.Name])
		}
	}
}

// keyFunc reports constants that a jwt.Keyfunc returns.
func (c *checker) keyFunc(typ *ast.FuncType, body *ast.BlockStmt) {
	if body == nil || !isKeyFunc(c.TypesInfo, typ) {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) == 2 {
			c.secret(ret.Results[0], tokenKey)
		}
		return true
	})
}

func isKeyFunc(info *types.Info, typ *ast.FuncType) bool {
	if len(typ.Params.List) != 1 || typ.Results == nil || len(typ.Results.List) != 2 {
		return false
	}
	return gocode.IsType(info, typ.Params.List[0].Type, "github.com/golang-jwt/jwt.Token", "github.com/dgrijalva/jwt-go.Token")
}

// secret reports an expression that always has the same value. Even a poor
// one is reported, because it is what protects; a template or mask is not.
func (c *checker) secret(e ast.Expr, u use) {
	text, at := c.constant(e)
	if at == nil || isMask(text) || isTemplate(text) {
		return
	}
	c.report(at, u)
}
