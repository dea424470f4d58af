# What kinds of data there are, what each is worth where no owner has spoken
# (0 none to 4 severe), and how a store that holds it is recognised: by the
# value of a classifying tag, by the kind of element, by a fact that holds for it, by
# a word in its name; facts and names count in the kinds of "among" only, where
# there is such a list: files are published, a database called "public-api" is not.
# A fact under "served" counts where a gateway hands the element out, or any site
# may fetch from it. Kinds under "else_kinds" are of the category unless one that has
# them under "among" fits: an image called "accounts" is still code.
# The first category that fits counts; the last one is for what says nothing.

tag_keys = ["classification", "dataclass", "dataclassification", "datatype", "confidentiality", "sensitivity", "containspii", "data"]

stores = ["store", "queue", "topic", "stream", "secret_store", "kms_key"]

# Kinds that keep records. Where nothing else says what they hold, it is taken
# from the types of the programs that use them.
records = ["store.sql", "store.nosql", "store.search", "store.warehouse"]

category "keys" {
  confidentiality = 4
  integrity       = 4
  availability    = 3
  kinds           = ["kms_key"]
  words           = ["keystore", "tfstate"]
}

category "credentials" {
  confidentiality = 4
  integrity       = 4
  availability    = 2
  kinds           = ["secret_store"]
  words           = ["credential", "credentials", "password", "passwords", "secret", "secrets", "token", "tokens", "vault", "session", "sessions"]
}

category "special_pii" {
  confidentiality = 3
  integrity       = 3
  availability    = 2
  words           = ["health", "patient", "patients", "medical", "clinical", "phi", "biometric", "diagnosis", "genome", "hipaa"]
}

category "payment" {
  confidentiality = 3
  integrity       = 3
  availability    = 2
  words           = ["payment", "payments", "billing", "card", "cards", "cardholder", "pci", "invoice", "invoices", "payroll", "salary", "bank", "ledger", "transactions"]
}

category "pii" {
  confidentiality = 3
  integrity       = 3
  availability    = 2
  words = [
    "customer", "customers", "user", "users", "person", "people", "personal", "pii", "gdpr", "member", "members",
    "client", "clients", "contact", "contacts", "employee", "employees", "profile", "profiles", "account", "accounts",
    "address", "addresses", "passport", "identity", "applicant", "applicants", "student", "students", "citizen", "citizens",
    "order", "orders", "booking", "bookings", "crm", "subscriber", "subscribers", "email", "emails", "confidential", "restricted",
  ]
}

category "public" {
  confidentiality = 0
  integrity       = 2
  availability    = 1
  among           = ["store.object", "store.registry"]
  facts           = ["meant_public", "website"]
  served          = ["published"]
  words = [
    "public", "website", "www", "site", "static", "assets", "cdn", "brochure", "brochures", "docs", "downloads", "mirror",
    "mirrors", "redirect", "redirects",
  ]
}

category "logs" {
  confidentiality = 2
  integrity       = 2
  availability    = 1
  words           = ["log", "logs", "logging", "trail", "cloudtrail", "audit", "flowlogs", "accesslogs"]
}

category "config" {
  confidentiality = 2
  integrity       = 2
  availability    = 1
  words           = ["config", "configuration", "settings", "parameter", "parameters"]
}

# What everyone may read by name, and nobody list, looks published. Whether it was
# meant so only its owner knows: opened for convenience is how data gets out. So it
# weighs as much as what nobody has spoken of.
category "published" {
  confidentiality = 2
  integrity       = 2
  availability    = 1
  among           = ["store.object", "store.registry"]
  facts           = ["published"]
}

category "code" {
  confidentiality = 2
  integrity       = 2
  availability    = 1
  else_kinds      = ["store.registry"]
  words           = ["artifact", "artifacts", "code", "build", "builds", "deploy", "deployment", "lambda", "release", "releases", "registry", "images"]
}

category "business" {
  confidentiality = 2
  integrity       = 2
  availability    = 2
}
