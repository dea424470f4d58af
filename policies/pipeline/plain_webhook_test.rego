package threatvet.threats.pipeline.plain_webhook_test

import data.threatvet.threats.pipeline.plain_webhook

found(kind, facts) := threats if {
	threats := plain_webhook.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("external.saas", {"tls_required": false})
	threat.on == "e"
}

test_silent_when_on if count(found("external.saas", {"tls_required": true})) == 0

test_silent_when_unknown if count(found("external.saas", {})) == 0
