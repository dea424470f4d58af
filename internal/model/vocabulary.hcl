# The words of the model: element kinds and facts. A policy or a catalogue entry
# that uses a word that is not here does not load. Facts have one name for one
# meaning across clouds.

kinds = [
  "actor.user", "ci.pipeline", "ci.runner", "ci.state",
  "compute.batch", "compute.container", "compute.function", "compute.vm",
  "dns.record", "dns.zone", "external.saas",
  "gateway.api", "gateway.cdn", "gateway.lb", "gateway.waf",
  "go.client", "go.consumer", "go.crypto", "go.handler", "go.module", "go.service",
  "iac.config", "iac.module",
  "identity.group", "identity.instance_profile", "identity.policy", "identity.role", "identity.user",
  "identity_provider",
  "k8s.cluster", "k8s.ingress", "k8s.namespace", "k8s.workload",
  "kms_key", "log.detector", "log.sink", "log.trail",
  "network.endpoint", "network.gateway", "network.interface", "network.peering", "network.rule", "network.subnet", "network.vpc",
  "org.root", "org.unit",
  "queue", "secret_store",
  "store.block", "store.cache", "store.file", "store.nosql", "store.object", "store.registry",
  "store.search", "store.snapshot", "store.sql", "store.warehouse", "stream", "topic", "unknown",
]

fact "access_key" {
  type  = "bool"
  about = "Has an access key that never expires."
}
fact "access_keys" {
  type  = "number"
  about = "How many access keys it has, in use or not."
}
fact "access_logs" {
  type  = "bool"
  about = "Each request or access is recorded somewhere that is kept."
}
fact "allowed_cidrs" {
  type  = "list"
  about = "The address ranges that an element lets in by a list of its own."
}
fact "authn_required" {
  type  = "bool"
  about = "Callers must prove who they are with a password or token."
}
fact "backup_retention_days" {
  type  = "number"
  about = "For how many days automatic backups are kept; 0 is none."
}
fact "code_signed" {
  type  = "bool"
  about = "Only code that carries a signature is taken."
}
fact "concurrency_limited" {
  type  = "bool"
  about = "How many instances run at once has a limit."
}
fact "console_login" {
  type  = "bool"
  about = "People can sign in to the console with it."
}
fact "cors_any_origin" {
  type  = "bool"
  about = "Web pages of any site can read answers in a browser."
}
fact "customer_key" {
  type  = "bool"
  about = "Encrypted with a key that the customer controls."
}
fact "dead_letter" {
  type  = "bool"
  about = "Messages that fail again and again are set aside."
}
fact "deletion_protection" {
  type  = "bool"
  about = "Deleting it takes a second, deliberate step."
}
fact "deletion_window_days" {
  type  = "number"
  about = "For how many days a deletion can be undone."
}
fact "drops_invalid_headers" {
  type  = "bool"
  about = "Malformed request headers are not passed on."
}
fact "encrypted_at_rest" {
  type  = "bool"
  about = "What is stored is encrypted."
}
fact "flow_logs" {
  type  = "bool"
  about = "Connections in the network are recorded."
}
fact "held_by_services" {
  type  = "bool"
  about = "Only services of the cloud can take this identity, for what runs there."
}
fact "iam_authn" {
  type  = "bool"
  about = "Logins can use short-lived credentials of the cloud instead of a password."
}
fact "image_pinned" {
  type  = "bool"
  about = "The image is named by digest."
}
fact "internet_route" {
  type  = "bool"
  about = "Has a route to and from the internet."
}
fact "listener_http" {
  type  = "bool"
  about = "Serves plain HTTP without sending callers to HTTPS."
}
fact "literal_secret" {
  type  = "bool"
  about = "A secret is written in the configuration itself."
}
fact "log_file_validation" {
  type  = "bool"
  about = "Changed log files are noticed."
}
fact "metadata_hop_limit" {
  type  = "number"
  about = "Over how many hops the metadata service answers."
}
fact "metadata_token_required" {
  type  = "bool"
  about = "The machine's metadata service asks for a session token (IMDSv2)."
}
fact "multi_region" {
  type  = "bool"
  about = "Covers every region, also the unused ones."
}
fact "multi_zone" {
  type  = "bool"
  about = "Goes on when one zone fails."
}
fact "network_default" {
  type  = "bool"
  about = "A rule set holds for every subnet of its network that has none of its own."
}
fact "object_access_logs" {
  type  = "bool"
  about = "Reading and writing single objects is recorded."
}
fact "object_lock" {
  type  = "bool"
  about = "Objects cannot be erased before a set time."
}
fact "origin_protected" {
  type  = "bool"
  about = "Origins answer only requests that come over this gateway."
}
fact "password_literal" {
  type  = "bool"
  about = "The login password is written in the configuration."
}
fact "password_min_length" {
  type  = "number"
  about = "The shortest password accepted."
}
fact "password_reuse_prevented" {
  type  = "bool"
  about = "Old passwords cannot be used again."
}
fact "plain_secret" {
  type  = "bool"
  about = "A setting that everyone who sees the element's configuration can read holds a secret."
}
fact "privileged" {
  type  = "bool"
  about = "Runs with the rights of its host."
}
fact "public_addresses" {
  type  = "bool"
  about = "What starts in it gets a public address unless told otherwise."
}
fact "public_guard" {
  type  = "bool"
  about = "A guard forbids public access whatever policies and lists say."
}
fact "public_invoke" {
  type  = "bool"
  about = "Anyone with an account can run it."
}
fact "public_network_access" {
  type  = "bool"
  about = "Has an address that the internet can reach, as far as the element itself decides."
}
fact "public_read" {
  type  = "bool"
  about = "Anyone can read what it holds, without signing in."
}
fact "public_write" {
  type  = "bool"
  about = "Anyone can change what it holds, without signing in."
}
fact "remote_commands" {
  type  = "bool"
  about = "Commands can be run in it from outside while it runs."
}
fact "retention_days" {
  type  = "number"
  about = "For how many days records are kept; 0 is for ever."
}
fact "rotation" {
  type  = "bool"
  about = "The secret or key is changed on a schedule."
}
fact "runs_as_root" {
  type  = "bool"
  about = "The program has full rights inside its container."
}
fact "scan_on_push" {
  type  = "bool"
  about = "New images are searched for known flaws."
}
fact "tags_mutable" {
  type  = "bool"
  about = "A tag can be moved to another image."
}
fact "throttled" {
  type  = "bool"
  about = "Callers are limited to a rate."
}
fact "tls_min" {
  type  = "string"
  about = "The oldest TLS version accepted: 1.0, 1.1, 1.2 or 1.3."
}
fact "tls_required" {
  type  = "bool"
  about = "Connections without encryption are refused."
}
fact "url_authn" {
  type  = "string"
  about = "What a public address asks of callers: none, iam, token."
}
fact "user_data_secret" {
  type  = "bool"
  about = "The start script holds a secret in clear text."
}
fact "versioned" {
  type  = "bool"
  about = "Old versions of what is stored are kept."
}
fact "website" {
  type  = "bool"
  about = "Serves its content as a web site."
}
