# METADATA
# title: Logins that nobody manages
# description: >-
#   Someone who left still gets into {element} because people sign in with keys, passwords
#   or accounts of its own instead of the central directory, which lets old access work on.
# custom:
#   id: CMP-011
#   on: compute.vm
#   also: [compute.batch, iac.config, k8s.cluster, store.sql, compute.container, compute.function]
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [287, 262]
#   attack: [T1078, T1021.004]
#   fix: >-
#     Let the directory decide who signs in ("enable-oslogin = true" in metadata,
#     authenticator_groups_config, azure_active_directory_role_based_access_control,
#     azuread_administrator,
#     "iam_database_authentication_enabled = true").
#   fixes:
#     aws_db: >-
#       Set "iam_database_authentication_enabled = true".
#     aws_rds: >-
#       Set "iam_database_authentication_enabled = true".
#     azurerm_kubernetes: >-
#       Add azure_active_directory_role_based_access_control.
#     azurerm_mssql: >-
#       Add azuread_administrator.
#     google_compute: >-
#       Set enable-oslogin = "true" in metadata.
#     google_container: >-
#       Add authenticator_groups_config with a group of your directory.
#     google_sql: >-
#       Set the flag cloudsql.iam_authentication (cloudsql_iam_authentication for MySQL) to on, and
#       let programs sign in with their service account.
package threatvet.threats.compute.own_logins

kinds := {
	"compute.vm", "compute.batch", "iac.config", "k8s.cluster", "store.sql", "compute.container",
	"compute.function",
}

# Passwords of its own, where short-lived credentials of the cloud would do.
threats contains threat if {
	some element in input.by_kind["store.sql"]
	element.facts.iam_authn == false

	threat := {"on": element.id, "because": ["iam_authn"]}
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.central_login == false

	threat := {"on": element.id, "because": ["central_login"]}
}
