# METADATA
# title: Debug pages are served
# description: >-
#   Anyone who can reach {function} can see memory, secrets and internals because profiling or
#   debug pages are served with the rest, which lets them steal data or slow the service.
# custom:
#   id: GOH-023
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 4
#   cwe: [489, 215]
#   capec: [121]
#   attack: [T1190]
#   fix: >-
#     Serve net/http/pprof and expvar on an address of their own that listens on localhost.
package threatvet.threats.code.debug_pages

threats contains threat if {
	some weakness in input.reported["GOH-023"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
