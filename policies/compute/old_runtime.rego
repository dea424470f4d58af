# METADATA
# title: Runs on what gets no more fixes
# description: >-
#   An attacker can use published flaws against {element} because it runs on a version that
#   gets no more fixes, which lets known exploits work.
# custom:
#   id: CMP-017
#   on: compute.container
#   also: [compute.function, compute.vm, compute.batch, store.sql, store.cache, k8s.cluster]
#   stride: elevation
#   ease: 2
#   safety_net: true
#   cwe: [1104, 1395]
#   attack: [T1190, T1203]
#   fix: >-
#     Move to a version that is still maintained (python_version, php_version, java_version,
#     dotnet_framework_version, kubernetes_version, runtime).
package threatvet.threats.compute.old_runtime

kinds := {
	"compute.container", "compute.function", "compute.vm", "compute.batch", "store.sql", "store.cache",
	"k8s.cluster",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.old_runtime == true

	threat := {"on": element.id, "because": ["old_runtime"]}
}
