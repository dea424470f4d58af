# METADATA
# title: Anyone can run the function
# description: >-
#   Anyone {who} can run {element} because it asks callers for no proof of who they are, which
#   lets them use everything that {identity} may do.
# custom:
#   id: FN-001
#   on: compute.function
#   also: [compute.container]
#   stride: spoofing
#   ease: 4
#   cwe: [306]
#   capec: [115]
#   attack: [T1190]
#   fix: >-
#     Set "authorization_type = \"AWS_IAM\"" on the function URL, or name the caller in
#     aws_lambda_permission.
package threatvet.threats.compute.open_function

open(element) := object.union(
	{"url_authn": "who learns its address" | element.facts.url_authn == "none"},
	{"public_invoke": "with an account at the provider" | element.facts.public_invoke == true},
)

threats contains threat if {
	some kind in {"compute.function", "compute.container"}
	some element in input.by_kind[kind]
	some fact, who in open(element)

	threat := {
		"on": element.id,
		"because": [fact],
		"values": {"who": who},
	}
}
