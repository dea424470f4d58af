package threatvet.threats.identity.personal_rights_test

import data.threatvet.threats.identity.personal_rights

found(kind, facts) := threats if {
	threats := personal_rights.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["identity.user", "identity.policy"] {
		some threat in found(kind, {"personal_rights": true})
		threat.on == "e"
	}
}

test_silent_when_not_so if count(found("identity.user", {"personal_rights": false})) == 0

test_silent_when_unknown if count(found("identity.user", {})) == 0
