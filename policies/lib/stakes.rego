# METADATA
# title: What is at stake
# description: The worst that the owners say, or the model assumes, of the data in an element.
package threatvet.lib.stakes

default confidentiality(_) := 0

confidentiality(element) := max([d.confidentiality | some d in element.data])

default integrity(_) := 0

integrity(element) := max([d.integrity | some d in element.data])

default availability(_) := 0

availability(element) := max([d.availability | some d in element.data])

# serious holds where it is serious if what an element holds is exposed or
# changed.
serious(element) if confidentiality(element) >= 3

serious(element) if integrity(element) >= 3

# holds_data holds for kinds that keep data for longer than a request.
holds_data(element) if startswith(element.kind, "store.")

# at_stake_behind lists the names of the data rated serious or worse that a
# request to an element can lead to.
at_stake_behind(element) := sort({d.name |
	some id in element.leads_to
	some d in input.by_id[id].data
	max([d.confidentiality, d.integrity]) >= 3
})
