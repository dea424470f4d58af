# METADATA
# title: Anyone can pull images
# description: >-
#   Anyone can pull the images in {element} because the registry is public, which lets them read
#   code and secrets baked inside.
# custom:
#   id: REG-001
#   on: store.registry
#   stride: disclosure
#   ease: 4
#   cwe: [732, 200]
#   attack: [T1213.003]
#   fix: >-
#     Name who may pull in the repository policy.
#   fixes:
#     azurerm: >-
#       Set "anonymous_pull_enabled = false".
#     google: >-
#       Take allUsers and allAuthenticatedUsers out of who holds roles/artifactregistry.reader
#       (roles/storage.objectViewer); if the images are meant for everyone, say so in
#       threat-context.yaml.
package threatvet.threats.pipeline.open_registry

threats contains threat if {
	some element in input.by_kind["store.registry"]
	element.facts.public_read == true

	threat := {"on": element.id, "because": ["public_read"]}
}
