# METADATA
# title: Predictable temporary file
# description: >-
#   Another user or process on the machine can read or swap the temporary file of {function}
#   because its name is predictable, which lets them obtain or alter data.
# custom:
#   id: GOH-044
#   on: go.service
#   also: [go.handler]
#   stride: disclosure
#   ease: 2
#   cwe: [377, 378]
#   capec: [155]
#   attack: [T1005]
#   fix: >-
#     Use os.CreateTemp.
package threatvet.threats.code.temp_file

threats contains threat if {
	some weakness in input.reported["GOH-044"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
