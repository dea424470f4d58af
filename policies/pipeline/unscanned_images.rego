# METADATA
# title: Flaws in images stay unseen
# description: >-
#   An attacker can use a published flaw in an image of {element} because new images are not
#   searched for flaws, which lets known exploits work.
# custom:
#   id: CIC-020
#   on: store.registry
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [1104, 1395]
#   attack: [T1195.002, T1525]
#   fix: >-
#     Set "scan_on_push = true" in image_scanning_configuration.
#   fixes:
#     google: >-
#       Turn vulnerability scanning on (vulnerability_scanning_config, or the API
#       containerscanning.googleapis.com).
package threatvet.threats.pipeline.unscanned_images

threats contains threat if {
	some element in input.by_kind["store.registry"]
	element.facts.scan_on_push == false

	threat := {"on": element.id, "because": ["scan_on_push"]}
}
