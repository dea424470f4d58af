package threatvet.threats.database.no_backup_test

import data.threatvet.threats.database.no_backup

found(facts, availability) := threats if {
	threats := no_backup.threats with input as {"by_kind": {"store.sql": [{
		"id": "db",
		"controls": [], "facts": facts, "data": [{"name": "Orders", "availability": availability}],
	}]}}
}

test_fires if {
	some threat in found({"backup_retention_days": 0, "deletion_protection": true}, 2)
	threat.because == ["backup_retention_days"]
	threat.values.what == "no backups are kept"
}

test_fires_when_serious_data_is_not_protected if {
	some threat in found({"backup_retention_days": 0, "deletion_protection": false}, 3)
	threat.because == ["backup_retention_days", "deletion_protection"]
}

test_silent_when_backed_up if count(found({"backup_retention_days": 7, "deletion_protection": true}, 4)) == 0

test_silent_when_little_is_lost if count(found({"backup_retention_days": 7, "deletion_protection": false}, 2)) == 0

test_silent_when_unknown if count(found({}, 4)) == 0

test_silent_when_backed_up_by_a_plan if {
	found := no_backup.threats with input as {"by_kind": {"store.sql": [{
		"id": "db",
		"controls": ["backup"], "facts": {"backup_retention_days": 0}, "data": [{"name": "Orders", "availability": 4}],
	}]}}
	count(found) == 0
}

test_fires_when_backups_do_not_outlast_a_weekend if {
	some threat in found({"backup_retention_days": 1, "deletion_protection": true}, 2)
	threat.values.what == "backups are kept for one day only"
}

test_silent_when_backups_outlast_a_weekend if count(found({"backup_retention_days": 3, "deletion_protection": true}, 2)) == 0
