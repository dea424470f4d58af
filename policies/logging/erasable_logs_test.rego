package threatvet.threats.logging.erasable_logs_test

import data.threatvet.threats.logging.erasable_logs

system := {
	"by_kind": {
		"log.sink": [{"id": "sink", "kind": "log.sink", "facts": {}}],
		"log.trail": [{"id": "trail"}],
	},
	"by_id": {"audit": {"id": "audit", "kind": "store.object", "facts": {"object_lock": false}}, "web": {"id": "web", "exposure": "internet"}},
	"flows_from": {"trail": [{"operation": "s3:PutObject", "to": "audit"}]},
	"grants_on": {},
	"identities": {"role": {"id": "role", "used_by": ["web"]}},
}

right := {"id": "g", "identity": "role", "level": "write", "certain": true}

found(change) := threats if {
	threats := erasable_logs.threats with input as object.union(system, change)
}

test_fires if {
	some threat in found({"grants_on": {"sink": [right]}})
	threat.on == "sink"
}

test_fires_for_the_bucket_of_the_trail if {
	some threat in found({"grants_on": {"audit": [right]}})
	threat.on == "audit"
}

test_silent_when_it_may_only_read if count(found({"grants_on": {"sink": [object.union(right, {"level": "read"})]}})) == 0

test_silent_when_locked if count(found({
	"grants_on": {"audit": [right]},
	"by_id": {"audit": {"facts": {"object_lock": true}}},
})) == 0

test_silent_when_nothing_runs_as_it if count(found({
	"grants_on": {"sink": [right]},
	"identities": {"role": {"used_by": []}},
})) == 0
