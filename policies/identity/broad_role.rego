# METADATA
# title: Owner or editor of everything
# description: >-
#   Whoever takes over a member of {element} can change the whole project because the role
#   covers nearly everything or may give further rights, which lets a small break become a
#   takeover.
# custom:
#   id: IAM-021
#   on: identity.policy
#   stride: elevation
#   ease: 2
#   cwe: [250, 269]
#   attack: [T1078.004]
#   fix: >-
#     Give roles for what is needed (roles/storage.objectViewer, Reader, a role of your own)
#     on what it is needed for.
package threatvet.threats.identity.broad_role

threats contains threat if {
	some element in input.by_kind["identity.policy"]
	element.facts.broad_role == true

	threat := {"on": element.id, "because": ["broad_role"]}
}
