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
  "queue", "secret_store", "source_repo",
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
fact "address_ranges" {
  type  = "list"
  about = "The address ranges that a network gives to what stands in it."
}
fact "admission_policy" {
  type  = "bool"
  about = "Workloads are checked against rules before they start."
}
fact "alerts_someone" {
  type  = "bool"
  about = "Someone is told when something suspicious is found."
}
fact "allowed_cidrs" {
  type  = "list"
  about = "The address ranges that an element lets in by a list of its own."
}
fact "any_action" {
  type  = "bool"
  about = "Pipelines may use steps that anyone has published."
}
fact "any_caller_key" {
  type  = "bool"
  about = "Is a key that opens every interface of its project, for programs anywhere."
}
fact "authn_required" {
  type  = "bool"
  about = "Callers must prove who they are with a password or token."
}
fact "arguments" {
  type  = "list"
  about = "The words that its program is started with, behind the name of the program."
}
fact "auto_repair" {
  type  = "bool"
  about = "Broken machines are replaced without anyone doing something."
}
fact "auto_upgrade" {
  type  = "bool"
  about = "Security updates arrive without anyone doing something."
}
fact "backup_elsewhere" {
  type  = "bool"
  about = "Copies are kept in another region or place too."
}
fact "backup_retention_days" {
  type  = "number"
  about = "For how many days automatic backups are kept; 0 is none."
}
fact "blocks_known_attacks" {
  type  = "bool"
  about = "Turns away requests that use flaws which are known everywhere."
}
fact "boot_measured" {
  type  = "bool"
  about = "A changed boot is noticed (virtual TPM and integrity monitoring)."
}
fact "broad_role" {
  type  = "bool"
  about = "Gives a role that covers nearly everything, such as owner or editor."
}
fact "central_login" {
  type  = "bool"
  about = "People sign in with accounts that are managed in one place, instead of keys or passwords of its own."
}
fact "claimable_by" {
  type  = "list"
  about = "The resource types of which one would own the address that it points at; whoever makes one first gets the address."
}
fact "code_file" {
  type  = "string"
  about = "The file with the code that it runs, beside the sources."
}
fact "code_signed" {
  type  = "bool"
  about = "Only code that carries a signature is taken."
}
fact "concurrency_limited" {
  type  = "bool"
  about = "How many instances run at once has a limit."
}
fact "connections_recorded" {
  type  = "bool"
  about = "Records who connects and leaves."
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
fact "dangling" {
  type  = "bool"
  about = "It points at an address that anybody can claim, and nothing in the sources owns that address."
}
fact "dead_letter" {
  type  = "bool"
  about = "Messages that fail again and again are set aside."
}
fact "default_identity" {
  type  = "bool"
  about = "Runs as the identity that the cloud made for everything in the project. (Google Cloud)"
}
fact "default_identity_granted" {
  type  = "bool"
  about = "Gives rights to the identity that the cloud made for everything in the project. (Google Cloud)"
}
fact "default_network" {
  type  = "bool"
  about = "Is, or starts with, the network that the cloud sets up with its own open rules. (AWS, Google Cloud)"
}
fact "default_rules" {
  type  = "bool"
  about = "Lets something in or out for whatever names no rules of its own. (AWS)"
}
fact "deletion_protection" {
  type  = "bool"
  about = "Deleting it takes a second, deliberate step."
}
fact "deletion_window_days" {
  type  = "number"
  about = "For how many days a deletion can be undone."
}
fact "detail_errors" {
  type  = "bool"
  about = "Failed requests are recorded with what went wrong."
}
fact "detects" {
  type  = "bool"
  about = "Looks for signs of attack and reports them."
}
fact "disks_encrypted" {
  type  = "bool"
  about = "The disks that machines work on are encrypted."
}
fact "dnssec" {
  type  = "bool"
  about = "Answers about names are signed."
}
fact "dnssec_weak" {
  type  = "bool"
  about = "Answers about names are signed with an algorithm that can be forged."
}
fact "drops_invalid_headers" {
  type  = "bool"
  about = "Malformed request headers are not passed on."
}
fact "encrypted_at_rest" {
  type  = "bool"
  about = "What is stored is encrypted."
}
fact "encrypted_inside" {
  type  = "bool"
  about = "Its machines encrypt what they send to each other."
}
fact "enforced" {
  type  = "bool"
  about = "A rule of the organisation is in force."
}
fact "escalation_allowed" {
  type  = "bool"
  about = "A program may gain more rights than it started with."
}
fact "everyone_recorded" {
  type  = "bool"
  about = "No identity is left out of the record."
}
fact "expires" {
  type  = "bool"
  about = "Stops working at a set date unless someone renews it."
}
fact "federation_open" {
  type  = "bool"
  about = "Lets in whoever the foreign issuer knows, without a condition on who it is."
}
fact "flow_logs" {
  type  = "bool"
  about = "Connections in the network are recorded."
}
fact "forwards_packets" {
  type  = "bool"
  about = "May send and receive packets that are not its own."
}
fact "guards_everything" {
  type  = "bool"
  about = "A rule set that chooses its members itself, and chooses every machine of a network. (Google Cloud)"
}
fact "hardware_key" {
  type  = "bool"
  about = "The key lives in hardware that it cannot leave."
}
fact "held_by" {
  type  = "string"
  about = "Whose rights a policy gives, where the sources show none who has them: nobody, or someone outside of the sources."
}
fact "held_by_services" {
  type  = "bool"
  about = "Only services of the cloud can take this identity, for what runs there."
}
fact "history_kept" {
  type  = "bool"
  about = "What was merged cannot be overwritten or deleted."
}
fact "host_encrypted" {
  type  = "bool"
  about = "Temporary disks and caches of the machine are encrypted too."
}
fact "host_folders" {
  type  = "bool"
  about = "Folders of the machine are mounted into it."
}
fact "host_names" {
  type  = "list"
  about = "The host names that lead to it."
}
fact "iam_authn" {
  type  = "bool"
  about = "Logins can use short-lived credentials of the cloud instead of a password."
}
fact "image_pinned" {
  type  = "bool"
  about = "The image is named by digest."
}
fact "dependencies_call" {
  type  = "list"
  about = "The cloud services that dependencies of the program call themselves, out of sight; \"*\" where it may be any."
}
fact "images" {
  type  = "list"
  about = "The container images that it runs, without their tags."
}
fact "images_checked" {
  type  = "bool"
  about = "Only images that someone has signed may run."
}
fact "impersonates_all" {
  type  = "bool"
  about = "Lets its holder act as every service account of a project. (Google Cloud)"
}
fact "in_network" {
  type  = "bool"
  about = "Stands in a network of ours, so that its traffic can be limited."
}
fact "internet_route" {
  type  = "bool"
  about = "Has a route to and from the internet."
}
fact "issuer_shared" {
  type  = "bool"
  about = "The foreign issuer vouches for whoever signs up with it, such as a public code host."
}
fact "kept_in_state" {
  type  = "bool"
  about = "The secret lies in the Terraform state, in clear."
}
fact "kept_secret" {
  type  = "bool"
  about = "What it holds is meant to be secret."
}
fact "key_literal" {
  type  = "bool"
  about = "The encryption key itself is written in the configuration."
}
fact "legacy_authn" {
  type  = "bool"
  about = "Accepts an old way to sign in that cannot be limited or taken back: a shared password, a client certificate, rights by attribute."
}
fact "lets_all_out" {
  type  = "bool"
  about = "Lets its members connect to every address."
}
fact "limits_set" {
  type  = "bool"
  about = "How much of the machine it may take has a limit."
}
fact "listener_http" {
  type  = "bool"
  about = "Serves plain HTTP without sending callers to HTTPS."
}
fact "lists_may_publish" {
  type  = "bool"
  about = "Nothing keeps an access list from opening it to everyone. (AWS)"
}
fact "literal_secret" {
  type  = "bool"
  about = "A secret is written in the configuration itself."
}
fact "local_accounts" {
  type  = "bool"
  about = "Accounts of its own work beside those of the directory."
}
fact "log_file_validation" {
  type  = "bool"
  about = "Changed log files are noticed."
}
fact "logs_secrets" {
  type  = "bool"
  about = "Records whole statements, and so the data and passwords in them."
}
fact "managed_identity" {
  type  = "bool"
  about = "Has an identity of its own, so that it needs no stored secret for other services."
}
fact "meant_public" {
  type  = "bool"
  about = "Is of a kind whose only purpose is to give what it holds to everyone."
}
fact "metadata_hop_limit" {
  type  = "number"
  about = "Over how many hops the metadata service answers."
}
fact "metadata_token_required" {
  type  = "bool"
  about = "The machine's metadata service asks for a session token (IMDSv2)."
}
fact "mfa_required" {
  type  = "bool"
  about = "People need a second factor beside the password."
}
fact "monitored" {
  type  = "bool"
  about = "Load and health are measured."
}
fact "mounts_encrypted" {
  type  = "bool"
  about = "Network folders are mounted over an encrypted connection."
}
fact "multi_region" {
  type  = "bool"
  about = "Covers every region, also the unused ones."
}
fact "multi_zone" {
  type  = "bool"
  about = "Goes on when one zone fails."
}
fact "names_version" {
  type  = "bool"
  about = "Names one version of what it stands for; else the newest counts."
}
fact "neighbours_let_in" {
  type  = "bool"
  about = "What stands in the same network is let in and out unless a rule denies it."
}
fact "network_policy" {
  type  = "bool"
  about = "Rules between pods are enforced."
}
fact "object_access_logs" {
  type  = "bool"
  about = "Reading and writing single objects is recorded."
}
fact "object_lock" {
  type  = "bool"
  about = "Objects cannot be erased before a set time."
}
fact "old_runtime" {
  type  = "bool"
  about = "Runs on a version of its language or system that gets no more fixes."
}
fact "open_signup" {
  type  = "bool"
  about = "Anyone can make a login for themselves."
}
fact "origin_in_clear" {
  type  = "bool"
  about = "Requests go on to the origin without encryption."
}
fact "origin_protected" {
  type  = "bool"
  about = "Origins answer only requests that come over this gateway."
}
fact "other_account" {
  type  = "bool"
  about = "Stands for an account of its own, beside the one that it is set up in."
}
fact "own_access_list" {
  type  = "bool"
  about = "Keeps a list of its own of who may use it, which whoever may change it can change."
}
fact "partner_network" {
  type  = "bool"
  about = "People and machines of another network come in through it."
}
fact "password_expires" {
  type  = "bool"
  about = "Passwords have to be changed at some time."
}
fact "password_literal" {
  type  = "bool"
  about = "The login password is written in the configuration."
}
fact "password_login" {
  type  = "bool"
  about = "Administrators can sign in to the machine with a password."
}
fact "password_min_length" {
  type  = "number"
  about = "The shortest password accepted."
}
fact "password_mixed" {
  type  = "bool"
  about = "Passwords need at least one kind of character that is asked for."
}
fact "password_reuse_prevented" {
  type  = "bool"
  about = "Old passwords cannot be used again."
}
fact "personal_account" {
  type  = "bool"
  about = "Names a private mailbox instead of an account of the organisation."
}
fact "personal_rights" {
  type  = "bool"
  about = "Rights are given to a single user, past groups and roles."
}
fact "pipeline_approves" {
  type  = "bool"
  about = "Pipelines may approve changes."
}
fact "plain_delivery" {
  type  = "bool"
  about = "Sends messages on over a connection without encryption."
}
fact "plain_secret" {
  type  = "bool"
  about = "A setting that everyone who sees the element's configuration can read holds a secret."
}
fact "plain_upload" {
  type  = "bool"
  about = "New program files can be uploaded over a connection without encryption."
}
fact "policies_may_publish" {
  type  = "bool"
  about = "Nothing keeps a policy from opening it to everyone. (AWS)"
}
fact "private_nodes" {
  type  = "bool"
  about = "The machines of a cluster have no public addresses."
}
fact "private_origins" {
  type  = "bool"
  about = "Gets to origins that have no public address."
}
fact "private_service_access" {
  type  = "bool"
  about = "Machines reach services of the cloud without leaving the network."
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
fact "public_jobs" {
  type  = "bool"
  about = "Runs jobs of repositories that everyone can propose changes to."
}
fact "public_list" {
  type  = "bool"
  about = "Anyone can see the names of what it holds, without signing in."
}
fact "public_network_access" {
  type  = "bool"
  about = "Has an address that the internet can reach, as far as the element itself decides."
}
fact "public_read" {
  type  = "bool"
  about = "Anyone can read what it holds, without signing in."
}
fact "public_rights" {
  type  = "bool"
  about = "Everyone, or everyone with an account, has been given rights on it."
}
fact "public_write" {
  type  = "bool"
  about = "Anyone can change what it holds, without signing in."
}
fact "published" {
  type  = "bool"
  about = "Gives everyone what they ask for by name, and neither lists what there is nor takes anything in."
}
fact "publisher_named" {
  type  = "bool"
  about = "Says whose image or package is meant, so that a stranger's of the same name is not taken."
}
fact "pull_requests" {
  type  = "bool"
  about = "Lets in runs that a pull request starts."
}
fact "reads_local_files" {
  type  = "bool"
  about = "A client can be asked for files of its machine."
}
fact "reads_secrets" {
  type  = "bool"
  about = "May read every secret of a cluster or namespace."
}
fact "recording" {
  type  = "bool"
  about = "Records are really written and kept."
}
fact "records_all_kinds" {
  type  = "bool"
  about = "Every kind of action is recorded: changes, deletions, reads of data."
}
fact "redirects_plain" {
  type  = "bool"
  about = "Sends people back to addresses without encryption after they sign in."
}
fact "remote_commands" {
  type  = "bool"
  about = "Commands can be run in it from outside while it runs."
}
fact "remote_debugging" {
  type  = "bool"
  about = "A debugger can be attached from elsewhere."
}
fact "retention_days" {
  type  = "number"
  about = "For how many days records are kept; 0 is for ever."
}
fact "reviews_required" {
  type  = "bool"
  about = "A change needs the approval of someone else."
}
fact "role_assignable" {
  type  = "bool"
  about = "The group may hold roles of the directory, so that only its owners and administrators of roles change who is in it. (Entra ID)"
}
fact "roles_by_choice" {
  type  = "list"
  about = "The roles that it gives to users for what they may say of themselves."
}
fact "rotation" {
  type  = "bool"
  about = "The secret or key is changed on a schedule."
}
fact "rotation_days" {
  type  = "number"
  about = "After how many days the key is changed."
}
fact "runs_as_root" {
  type  = "bool"
  about = "The program has full rights inside its container."
}
fact "scan_on_push" {
  type  = "bool"
  about = "New images are searched for known flaws."
}
fact "self_joinable" {
  type  = "bool"
  about = "A user can become a member by changing what is their own to change. (Entra ID)"
}
fact "serial_console" {
  type  = "bool"
  about = "The console of the machine can be reached over the network."
}
fact "service_bypass" {
  type  = "bool"
  about = "Trusted services of the cloud get past the network rules."
}
fact "sessions_recorded" {
  type  = "bool"
  about = "What people type on machines is recorded, and the record encrypted."
}
fact "settings_enforced" {
  type  = "bool"
  about = "Clients cannot put settings of their own in place of these."
}
fact "shared_keys" {
  type  = "bool"
  about = "Accepts login keys that open every machine of the project. (Google Cloud)"
}
fact "shared_logins" {
  type  = "bool"
  about = "Logins of one database reach into others."
}
fact "shared_password" {
  type  = "bool"
  about = "One password or key that all its users share opens it."
}
fact "source_replaceable" {
  type  = "bool"
  about = "One run of it can be given another source than its own."
}
fact "starts" {
  type  = "string"
  about = "The name of the program in its code that it starts."
}
fact "tags_mutable" {
  type  = "bool"
  about = "A tag can be moved to another image."
}
fact "takes_access_logs" {
  type  = "bool"
  about = "Others write their access logs into it."
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
fact "token_mounted" {
  type  = "bool"
  about = "Holds a token of the cluster, whether it needs it or not."
}
fact "token_scopes" {
  type  = "list"
  about = "What the tokens of a machine may be used for. (Google Cloud)"
}
fact "token_writes" {
  type  = "bool"
  about = "Pipelines get a token that may change the repository, unless they ask for less."
}
fact "tokens_in_addresses" {
  type  = "bool"
  about = "Hands out tokens in addresses, where browsers and logs keep them."
}
fact "transfer_locked" {
  type  = "bool"
  about = "The name cannot be moved to another registrar before a lock is taken off."
}
fact "trusted_addresses" {
  type  = "list"
  about = "The addresses whose pages it trusts with logins or with answers; a star in a host name stands for any part of it."
}
fact "twice_encrypted" {
  type  = "bool"
  about = "What is stored is encrypted a second time, below the service."
}
fact "uniform_access" {
  type  = "bool"
  about = "Only one kind of rule says who may read: no lists on single objects."
}
fact "url_authn" {
  type  = "string"
  about = "What a public address asks of callers: none, iam, token."
}
fact "user_data_secret" {
  type  = "bool"
  about = "The start script holds a secret in clear text."
}
fact "verified_boot" {
  type  = "bool"
  about = "Starts only software whose signature is checked (secure boot)."
}
fact "versioned" {
  type  = "bool"
  about = "Old versions of what is stored are kept."
}
fact "watched" {
  type  = "bool"
  about = "Its records arrive where alarms can be raised on them."
}
fact "weak_ciphers" {
  type  = "bool"
  about = "Offers ciphers without forward secrecy or that are broken."
}
fact "web_firewall" {
  type  = "bool"
  about = "A web firewall filters requests and turns attacks away."
}
fact "website" {
  type  = "bool"
  about = "Serves its content as a web site."
}
fact "workload_identity" {
  type  = "bool"
  about = "Programs in it get identities of their own instead of the one of their machine."
}
