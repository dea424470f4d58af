# Tokens, sessions, cookies, and what stands between a browser and a handler.

# What an unverified token says is from outside; a verified one says what its
# issuer wrote.
package "github.com/golang-jwt/jwt" {
  sources = { "an unverified token" = ["Parser.ParseUnverified: 0"] }
  flows   = ["Parser.ParseUnverified: 0 -> arg 1"]
  clean   = ["*", "*.*"]
}

# What an unverified token says is from outside; a verified one says what its
# issuer wrote.
package "github.com/dgrijalva/jwt-go" {
  sources = { "an unverified token" = ["Parser.ParseUnverified: 0"] }
  flows   = ["Parser.ParseUnverified: 0 -> arg 1"]
  clean   = ["*", "*.*"]
}

package "github.com/golang-jwt/jwt/request" {
  clean = ["ParseFromRequest"]
}

package "github.com/go-jose/go-jose" {
  clean = ["{ParseSigned,ParseEncrypted,NewSigner,NewEncrypter}", "*.*"]
  sources = { "an unverified token" = ["JSONWebSignature.UnsafePayloadWithoutVerification: 0"] }
}

package "github.com/go-jose/go-jose/jwt" {
  clean = ["{ParseSigned,ParseEncrypted,ParseSignedAndEncrypted,Signed,Encrypted,NewNumericDate}", "*.*"]
  flows = ["JSONWebToken.UnsafeClaimsWithoutVerification: recv -> arg 0"]
}

package "github.com/lestrrat-go/jwx/jwt" {
  sources = { "an unverified token" = ["ParseInsecure: 0"] }
  clean   = ["*", "Token.*"]
}

package "github.com/lestrrat-go/jwx/jws" {
  clean = ["*", "*.*"]
}

package "github.com/lestrrat-go/jwx/jwk" {
  clean = ["*", "*.*"]
  sinks = { request_forgery = ["Fetch: 1"] }
  client "http" {
    protocol = "http"
    calls    = ["Fetch: 1"]
  }
}

package "github.com/coreos/go-oidc/oidc" {
  clean = ["*", "*.*"]
  sinks = { request_forgery = ["NewProvider: 1"] }
  client "oidc" {
    protocol  = "http"
    operation = "oidc:Discover"
    calls     = ["NewProvider: 1", "NewRemoteKeySet: 1"]
  }
}

package "github.com/go-chi/jwtauth" {
  clean = ["*", "JWTAuth.*"]
}

package "github.com/auth0/go-jwt-middleware" {
  clean = ["*", "JWTMiddleware.*"]
}

package "github.com/labstack/echo-jwt" {
  clean = ["*"]
}

# Session data is what the program put there; the cookie's own store is signed.
package "github.com/gorilla/sessions" {
  clean = ["*", "*.*"]
}

package "github.com/gorilla/securecookie" {
  clean = ["*", "*.*"]
}

package "github.com/alexedwards/scs" {
  clean = ["*", "SessionManager.*"]
}

package "github.com/gin-contrib/sessions" {
  clean = ["*", "*.*"]
}

package "github.com/gin-contrib/cors" {
  clean = ["*", "Config.*"]
}

package "github.com/gorilla/csrf" {
  clean = ["*"]
}

package "github.com/justinas/nosurf" {
  clean = ["*", "CSRFHandler.*"]
}

package "github.com/rs/cors" {
  clean = ["*", "Cors.*"]
}

package "github.com/go-chi/cors" {
  clean = ["*", "Cors.*"]
}

package "github.com/gorilla/handlers" {
  clean = ["*"]
}

package "github.com/unrolled/secure" {
  clean = ["*", "Secure.*"]
}

package "github.com/go-chi/httprate" {
  clean = ["*"]
}
