# METADATA
# title: Fixes do not arrive
# description: >-
#   An attacker can use a flaw long after it was mended because {element} does not take
#   updates by itself, which lets known exploits work.
# custom:
#   id: CMP-018
#   on: compute.vm
#   also: [k8s.cluster, compute.container, store.cache, store.sql, queue]
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [1395, 1104]
#   attack: [T1190, T1203]
#   fix: >-
#     Turn automatic updates on ("auto_upgrade = true", automatic_channel_upgrade,
#     release_channel, automatic_os_upgrade_policy, patch_mode).
#   fixes:
#     aws_db: >-
#       Set "auto_minor_version_upgrade = true".
#     aws_rds: >-
#       Set "auto_minor_version_upgrade = true".
#     azurerm: >-
#       Set patch_mode to AutomaticByPlatform, or an automatic_os_upgrade_policy.
#     azurerm_kubernetes: >-
#       Set automatic_upgrade_channel (automatic_channel_upgrade), for example "stable".
#     google_container: >-
#       Set "auto_upgrade = true" in management, or a release_channel on the cluster.
package threatvet.threats.compute.stale

kinds := {
	"compute.vm", "k8s.cluster", "compute.container", "store.cache", "store.sql", "queue",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.auto_upgrade == false

	threat := {"on": element.id, "because": ["auto_upgrade"]}
}
