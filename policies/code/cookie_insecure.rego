# METADATA
# title: Session cookie unprotected
# description: >-
#   An attacker on the victim's network, or with script on the page, can take the session cookie
#   that {function} sets because it lacks Secure or HttpOnly, which lets them continue the
#   victim's session.
# custom:
#   id: GOH-004
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 2
#   cwe: [614, 1004]
#   capec: [31]
#   attack: [T1539]
#   fix: >-
#     Set Secure: true, HttpOnly: true and SameSite on the cookie.
package threatvet.threats.code.cookie_insecure

threats contains threat if {
	some weakness in input.reported["GOH-004"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
