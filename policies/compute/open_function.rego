# METADATA
# title: Anyone can run the function
# description: >-
#   Anyone {who} can call {element} because the provider asks callers for no proof of who they are,
#   which lets them use whatever it does with the rights of {identity}, unless the program asks itself.
# custom:
#   id: FN-001
#   on: compute.function
#   also: [compute.container]
#   stride: disclosure
#   ease: 3
#   cwe: [306]
#   capec: [115]
#   attack: [T1190]
#   fix: >-
#     Set "authorization_type = \"AWS_IAM\"" on the function URL, or name the caller in
#     aws_lambda_permission.
#   fixes:
#     aws: >-
#       Set "authorization_type = \"AWS_IAM\"" on the function URL, or name the caller in
#       aws_lambda_permission.
#     azurerm: >-
#       Turn authentication on (auth_settings_v2 with "auth_enabled = true" and
#       "require_authentication = true").
#     google: >-
#       Name the callers in the binding of roles/run.invoker (roles/cloudfunctions.invoker) instead
#       of allUsers and allAuthenticatedUsers, or let only a load balancer in (ingress).
package threatvet.threats.compute.open_function

open(element) := object.union(
	{"url_authn": "who learns its address" | element.facts.url_authn == "none"},
	{"public_invoke": callers(element) | element.facts.public_invoke == true; not shielded(element)},
)

# shielded holds where only a load balancer or the network gets through to it: who
# may call is decided there.
shielded(element) if element.facts.public_network_access == false

# fronted holds where a gateway of the sources hands out what the program answers
# without a login: it is meant to be called by everyone.
fronted(element) if {
	some id in element.through
	not "authn" in input.by_id[id].controls
}

# Google's "everyone" needs no account; the principal "*" of AWS is any account.
default callers(_) := "with an account at the provider"

callers(element) := "who learns its address" if element.provider == "google"

threats contains threat if {
	some kind in {"compute.function", "compute.container"}
	some element in input.by_kind[kind]
	not fronted(element)
	some fact, who in open(element)

	threat := {
		"on": element.id,
		"because": [fact],
		"values": {"who": who},
	}
}
