package names

const dbPassword = "Xk29-bLw7!" // want `written in the code`

var apiKey = "9f86d081884c7d659a2feaa0c55ad015" // want `written in the code`

type config struct {
	ClientSecret string
	TokenURL     string
}

var provider = config{
	ClientSecret: "4uXw-88Zq-kkLm", // want `written in the code`
	TokenURL:     "https://id.example.org/oauth2/v1/token",
}

var settings = map[string]string{
	"smtp_password": "Gr4vity#91", // want `written in the code`
	"smtp_host":     "mail7.internal",
}

func check(password string) bool {
	return password == "letmein2024" // want `written in the code`
}

func login(name, password string) {}

func start() { login("root", "T0psecret") } // want `written in the code`

// The beginning of a key says which service it is for, here a made-up one.
var github = "ghp_0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX" // want `written in the code`

// These are names of secrets, not secrets.
const (
	secretKey      = "signing_key"
	passwordEnv    = "DB_PASSWORD_2"
	apiToken       = "API_TOKEN_V2"
	privateKey     = "/run/secrets/key1.pem"
	accessToken    = "access_token"
	passwordPrompt = "Type your password, 12 characters:"
)

// These stand for secrets that somebody else fills in.
var (
	sessionToken = "your-token-here-1"
	authToken    = "xxxxxxxxxxxxxxxx1"
	adminSecret  = "changeme123"
	userPassword = "${PASSWORD1}"
	awsMask      = "AKIAXXXXXXXXXXXXXXXX"
)

// Whoever runs this puts their own key in its place, in the source.
var awsKey = "AKIAIOSFODNN7EXAMPLE" // want `can use the account of whoever puts a key of theirs here`

var account = map[string]string{
	"aws_access_key": "ASIAIOSFODNN7EXAMPLE", // want `takes it from a constant`
	"help":           "such as AKIAIOSFODNN7EXAMPLE",
	"region":         "AKIA-EXAMPLE",
}

// A page's place in a list, and the number of words, are no secrets.
var pageToken, tokenLimit = "c2VjcmV0MTIz", "4096tok"

// An address with the words that documentation uses.
var help = "postgres://user:password@db/shop"

// Checking for nothing is not comparing with a secret.
func empty(password string) bool { return password == "" }

// The name of a kind is no secret.
const methodBearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer"

// What tokens are made of is no token, and the name of a header is none.
var (
	tokenCharacters = []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
	encryptionKey   = "X-Shop-Internal-S3-Kms-Sealed-Key"
)
