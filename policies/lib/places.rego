# METADATA
# title: Places
# description: An element with what it is part of, such as a handler, its program and what runs that.
package threatvet.lib.places

of(id) := (({id} | {at | at := holder(id)}) | {at | at := holder(holder(id))}) | {at | at := holder(holder(holder(id)))}

holder(id) := at if {
	at := input.by_id[id].part_of
	at != ""
}
