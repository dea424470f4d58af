# METADATA
# title: Records can be lost for good
# description: >-
#   An attacker or an error can destroy {data} in {element} for good because {what}, which lets
#   one action end the business process.
# custom:
#   id: DB-008
#   on: store.sql
#   also: [store.nosql, store.warehouse]
#   stride: denial
#   ease: 2
#   safety_net: true
#   cwe: [693]
#   attack: [T1485, T1490]
#   fix: >-
#     Keep automatic backups (backup_retention_period of at least 7, point_in_time_recovery) and
#     set "deletion_protection = true".
#   fixes:
#     aws_db: >-
#       Set backup_retention_period to at least 7, and "deletion_protection = true".
#     aws_dynamodb: >-
#       Set "enabled = true" in point_in_time_recovery, and "deletion_protection_enabled = true".
#     aws_elasticache: >-
#       Set snapshot_retention_limit to at least 7.
#     aws_rds: >-
#       Set backup_retention_period to at least 7, and "deletion_protection = true".
#     azurerm: >-
#       Set backup_retention_days to at least 7, and lock the database against deletion
#       (azurerm_management_lock).
#     google_sql: >-
#       Set "enabled = true" in backup_configuration, and "deletion_protection = true".
package threatvet.threats.database.no_backup

import data.threatvet.lib.stakes

# What is noticed after a weekend should still be there.
enough_days := 3

reach_back(0) := "no backups are kept"

reach_back(days) := "backups are kept for one day only" if days == 1

reach_back(days) := concat(" ", ["backups are kept for", format_int(days, 10), "days only"]) if days > 1

# lacks says in words what is missing, by the fact that says so.
lacks(element) := object.union(
	{"backup_retention_days": reach_back(element.facts.backup_retention_days) |
		element.facts.backup_retention_days < enough_days
		stakes.availability(element) >= 2
	},
	{"deletion_protection": "it can be deleted in one step" |
		element.facts.deletion_protection == false
		stakes.availability(element) >= 3
	},
)

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.warehouse"}
	some element in input.by_kind[kind]
	missing := lacks(element)
	count(missing) > 0
	not "backup" in element.controls

	threat := {
		"on": element.id,
		"because": [fact | some fact, _ in missing],
		"values": {"what": concat(" and ", [words | some words in missing])},
	}
}
