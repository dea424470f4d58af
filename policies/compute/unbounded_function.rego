# METADATA
# title: Function without a limit
# description: >-
#   An attacker can run up the bill of {element} or starve other functions because anyone may call
#   it and nothing limits how many run at once, which lets cheap requests cost us money.
# custom:
#   id: FN-004
#   on: compute.function
#   stride: denial
#   ease: 3
#   cwe: [770, 400]
#   capec: [130]
#   attack: [T1499.003, T1496]
#   fix: >-
#     Set reserved_concurrent_executions.
package threatvet.threats.compute.unbounded_function

threats contains threat if {
	some element in input.by_kind["compute.function"]
	element.facts.concurrency_limited == false
	element.facts.url_authn == "none"
	element.exposure == "internet"

	threat := {"on": element.id, "because": ["concurrency_limited", "url_authn"]}
}
