# METADATA
# title: Changes need no review
# description: >-
#   One hijacked developer account can put code into production because {element} takes
#   changes without the approval of someone else, which lets an attacker ship a back door.
# custom:
#   id: CIC-009
#   on: source_repo
#   stride: tampering
#   ease: 2
#   safety_net: true
#   cwe: [284, 353]
#   attack: [T1195.002, T1554]
#   fix: >-
#     Add required_pull_request_reviews with "required_approving_review_count = 1" or more.
package threatvet.threats.pipeline.no_review

threats contains threat if {
	some element in input.by_kind.source_repo
	element.facts.reviews_required == false

	threat := {"on": element.id, "because": ["reviews_required"]}
}
