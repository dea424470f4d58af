// Package attackpath searches the ways from where attackers start to what
// matters. It knows positions, techniques and costs; what a technique needs and
// gives is data (techniques/*.hcl), and who may do what is decided by
// internal/iam.
//
// # Positions
//
// An attacker holds positions, and never loses one, so that the search is a
// fixpoint that grows:
//
//	internet     anyone
//	partner-addresses  anyone at addresses that rules let in, but not everyone
//	any-account  anyone who holds an account with the same cloud provider
//	identity     acts as a user, role or group
//	scoped       acts as a service account with the tokens of a machine, as far as their scopes go
//	relay        can have a service assume roles as a role
//	store_login  is taken for an identity by stores, of some services only
//	second_factor holds a second factor of a user
//	tags         can set the tags of something, and so meet conditions on them
//	untags       can remove the tags of something, for the same end
//	unruled      can switch off rules of the organisation
//	network      stands in another network, that an element joins to the system's
//	host         acts from where an element stands, with its settings at hand
//	code         runs code in an element
//	requests     makes an element send requests of the attacker's choice
//	files        makes an element open a file of the attacker's choice
//	statements   makes an element send statements of the attacker's choice
//	reads        reads what an element holds
//	changes      changes what an element holds
//	erases       erases backups or logs
//	users        does what those do whom an element serves
//	account      acts in another account
//	admin        is administrator of the account; a technique that gains it
//	             gives any right to an identity that the attacker acts as
//
// # Starts and choke points
//
// Where attackers start, and how each start is told, is data (starts.hcl); what
// the owners say of attackers in the context file names them on the paths that
// they can go. Each path is minimal: without any one of its steps it leads
// nowhere. Choke points are a smallest set of changes that closes every path
// that a change can close; past 20,000 tries the greedy set is taken, which is
// at most a logarithm larger.
//
// # A technique
//
// A technique block is labelled with its id, and has
//
//	title     in a few words
//	from      the position it starts from; identity where not said
//	also_from further positions
//	target    what it is done to: self, user, role, group, own_group,
//	          policy (of the account's own, that an identity holds), element, here (the element of the
//	          position), secrets (whose credentials lie there), flows (the
//	          stores that its code talks to), weak (an element with a weakness
//	          that can be reached from the internet), code_from (an element
//	          whose code lies in another), federation (a role that trusts an
//	          identity provider of the system), member (an element
//	          that is part of another and acts as a role), limit (whoever holds a policy
//	          without which the actor would be administrator), reachable (what
//	          the network lets the position connect to), opened (the same where
//	          something that lies elsewhere opens it, and that is via), inner (an
//	          element with a weakness whose host is reachable), listed (a role that a
//	          fact of via lists), fed (an element with
//	          a weakness that works on what is put into via), trusting (an
//	          element that trusts the addresses below a name that the element of
//	          the position has), identity (of a kind in the clouds that work with
//	          role bindings), named (one that is only named there, by patterns
//	          in names), unlocked (an element that names the same key, by one of the
//	          attributes, as the position's), machines (that the containers of the position's cluster run on),
//	          delegation (an account that the one in via makes tokens of)
//	kinds, technologies  limit elements by kind and resource type
//	attributes  for code_from: the arguments that name where the code lies
//	via       for code_from, federation, fed, listed and member: kinds, technologies and facts of
//	          what the target is reached over, and for fed the calls by which code
//	          has fetched what lies there
//	lists     for listed: the fact
//	at        kinds of what the position must be in
//	through   services that act for the actor, of another account
//	limit     for limit: boundary, attached, inline or group
//	weakness  for weak, inner and fed: the kinds of weakness
//	ports     for reachable and opened: on which ports, where not those that the
//	          target serves
//	passes    a service: the target is a role that trusts it, and the actor
//	          needs iam:PassRole on the role for that service
//	where     what must be the case (see below)
//	need      what the actor must be allowed, labelled with what it is on:
//	          target, role (that the target runs as), self, via, source (what feeds the
//	          target, or anything of the service where it is only named), new (a thing yet to
//	          be made, of the given type; where the target lies, in clouds that work with
//	          role bindings), named (what its arn says), any, or whole (a whole
//	          project or subscription)
//	gains, of the position gained, of target (where not said), role, self, holder
//	          or account (administrator rights that no identity of the system has)
//	amounts   who may do it amounts to what is gained: an administrators' group
//	          that may set policies does its work, and attacks nobody
//	ease      1 to 4, as for threats
//	assumes   what it takes for granted, which the sources do not tell
//	says      the sentence, with {who}, {actor}, {target}, {role}, {via} and {holder}
//
// A need has actions (all of them), any (one of them) or content (read or write:
// one of the actions that read or change what the target holds), type (the
// resource type, where it is on something new), arn, and context (condition keys
// of the request; {parent} is the ARN of what holds the target, {limit} that of
// the policy).
//
// A need that is apart is a call of its own: where the actor may not make it, any
// other identity will do that the attacker acts as.
//
// A where block says what else must be the case: trusts (a service that the
// target trusts), federates (an identity provider that its role trusts, for
// somebody with the given claims), exists
// (there is an element of one of these resource types), instance_profile (the
// target is in one), login_profile (the target has a console password, or has
// none), driven (something in the sources sets the element off), role_may (an
// action that the target's role must be allowed), exposed (reachable from the
// internet), unread (the program that it runs is not in the sources),
// administrator (the target is one, of an account of its own),
// held (a role that the actor holds), actor (it is of one of these resource types), unforbidden (no rule of the organisation
// with one of these names is in force), addressable (it has, or may have, an address that an attacker can try),
// secrets (credentials lie in it), worth (it holds what matters, or
// credentials), unguarded (no guard forbids public access),
// networked (it stands in a network), configured (the settings of what runs the actor name it, and hold a secret),
// evidence (an audit trail writes to it), unlocked (no lock keeps it from being
// erased) and fact blocks (a
// name with a value, or at_least and below for a number), and from_fact blocks
// (facts of what the position is in). Who reads what a key of the account encrypts
// must be allowed to use the key too.
//
// # What is not judged
//
// API keys of Google Cloud identify a project to services that ask for no
// identity, and open nothing that the model holds. The role of editor that old
// projects gave the accounts they come with counts only where the sources give
// it. The networks behind VPN gateways of Azure are no start, other than those of
// AWS and Google Cloud.
package attackpath
