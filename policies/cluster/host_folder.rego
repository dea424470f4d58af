# METADATA
# title: Folder of the machine in the pod
# description: >-
#   An attacker in a pod of {element} can read or change files of the machine because a
#   folder of it is mounted, which lets them take the machine over.
# custom:
#   id: K8S-003
#   on: k8s.workload
#   stride: tampering
#   ease: 2
#   cwe: [668, 653]
#   attack: [T1611]
#   fix: >-
#     Use a persistent volume or config map instead of host_path.
package threatvet.threats.cluster.host_folder

threats contains threat if {
	some element in input.by_kind["k8s.workload"]
	element.facts.host_folders == true

	threat := {"on": element.id, "because": ["host_folders"]}
}
