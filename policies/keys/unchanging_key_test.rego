package threatvet.threats.keys.unchanging_key_test

import data.threatvet.threats.keys.unchanging_key

found(facts) := threats if {
	threats := unchanging_key.threats with input as {"by_kind": {"kms_key": [{"id": "e", "facts": facts}]}}
}

test_fires if {
	some threat in found({"rotation": false})
	threat.because == ["rotation"]
}

test_fires_when_it_changes_seldom if {
	some threat in found({"rotation": true, "rotation_days": 180})
	threat.values.what == "the key changes only every 180 days"
}

test_silent_when_it_changes_often if count(found({"rotation": true, "rotation_days": 90})) == 0

test_silent_when_nobody_says_how_often if count(found({"rotation": true})) == 0

test_silent_when_unknown if count(found({})) == 0
