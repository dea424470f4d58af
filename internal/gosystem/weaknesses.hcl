# What kind of weakness a threat id stands for. An analyzer reports the threat;
# policies and attack techniques speak of the kind.

kinds = {
  "DB-002"  = "sql_injection"
  "DB-003"  = "nosql_injection"
  "GOC-001" = "tls_unverified"
  "GOC-002" = "ssh_unverified"
  "GOC-003" = "grpc_plaintext"
  "GOC-004" = "request_forgery"
  "GOC-006" = "hardcoded_credential"
  "GOC-007" = "no_client_timeout"
  "GOC-008" = "redirect_credentials"
  "GOC-009" = "key_stands_in"
  "GOH-001" = "jwt_unverified"
  "GOH-002" = "jwt_algorithm"
  "GOH-003" = "hardcoded_credential"
  "GOH-004" = "cookie_insecure"
  "GOH-005" = "csrf_open"
  "GOH-007" = "webhook_unsigned"
  "GOH-008" = "unequal_compare"
  "GOH-009" = "command_injection"
  "GOH-010" = "archive_traversal"
  "GOH-011" = "xss"
  "GOH-012" = "mass_assignment"
  "GOH-013" = "open_redirect"
  "GOH-014" = "log_injection"
  "GOH-016" = "ldap_injection"
  "GOH-020" = "owner_check"
  "GOH-021" = "path_traversal"
  "GOH-022" = "error_detail"
  "GOH-023" = "pprof_exposed"
  "GOH-024" = "cors_any"
  "GOH-025" = "secret_in_log"
  "GOH-026" = "dir_listing"
  "GOH-030" = "no_read_timeout"
  "GOH-031" = "body_unlimited"
  "GOH-032" = "decompression"
  "GOH-034" = "handler_panic"
  "GOH-040" = "missing_authz"
  "GOH-041" = "auth_error_ignored"
  "GOH-044" = "temp_file"
  "GOH-045" = "file_mode"
  "GOH-046" = "template_injection"
  "GOH-047" = "header_injection"
  "GOH-048" = "open_port"
  "GOH-049" = "secret_in_answer"
  "GOH-050" = "cgi_program"
  "GOH-051" = "http_plaintext"
  "GOH-052" = "reflect_by_name"
  "GOH-053" = "shared_address"
  "GOH-055" = "secret_serialised"
  "GOH-056" = "mode_by_umask"
  "GOH-057" = "argument_injection"
  "GOH-058" = "number_narrowed"
  "GOH-059" = "deserialisation"
  "GOH-060" = "offered_key"
  "GOH-061" = "resumed_unchecked"
  "GOH-062" = "data_narrowed"
  "GOH-070" = "redirect_part"
  "GOH-071" = "session_goes_on"
  "GOH-072" = "path_cleaned"
  "GOS-006" = "pasted_value"
  "GOS-007" = "turned_text"
  "GOS-008" = "local_input"
  "GOX-001" = "weak_hash"
  "GOX-002" = "weak_random"
  "GOX-003" = "broken_cipher"
  "GOX-004" = "nonce_reused"
  "GOX-005" = "key_short"
  "GOX-006" = "no_integrity"
  "GOX-007" = "tls_old"
  "GOX-008" = "hardcoded_credential"
  "GOX-009" = "hash_collision"
  "GOX-010" = "foreseeable_number"
  "GOX-011" = "weak_kdf"
  "GW-001"  = "missing_authn"
  "SEC-003" = "hardcoded_credential"
}

# Kinds whose proof leads from a way in to the dangerous place.
traced = [
  "archive_traversal", "argument_injection", "command_injection", "deserialisation", "header_injection", "ldap_injection", "local_input", "log_injection",
  "nosql_injection", "open_redirect", "path_traversal", "redirect_part", "request_forgery", "sql_injection", "template_injection", "xss",
]

# Kinds that are told where a route is set up, and that its handler has.
routed = ["missing_authn", "missing_authz", "webhook_unsigned"]

# Words in the name of a middleware that say how it recognises a caller.
recognises = {
  iam     = ["sigv4", "iam"]
  mtls    = ["mtls", "clientcert"]
  session = ["session", "cookie", "login", "signedin", "signin"]
  token   = ["jwt", "token", "bearer", "oauth", "oidc", "apikey", "auth", "require", "signature", "hmac"]
}

# Words in the name of a middleware that lets every caller through.
passes = [
  "logger", "logging", "recover", "requestid", "realip", "timeout", "compress", "gzip", "metrics", "trace", "tracing", "cors",
  "heartbeat", "nocache", "stripslashes", "cleanpath", "secureheaders", "stripprefix", "maxbytes", "throttle", "ratelimit", "telemetry", "otel",
]

# Text in an address that says which service answers there.
hosts = {
  dynamodb       = ["dynamodb."]
  s3             = [".s3.", "//s3.", "storage.googleapis.com"]
  secretsmanager = ["secretsmanager."]
  sns            = ["//sns."]
  sqs            = ["//sqs."]
}

# Folders of what shows how something is used, and is not run by its users.
examples = ["example", "examples", "_example", "_examples", "sample", "samples", "dummy", "testdata"]
