# METADATA
# title: Steps
# description: How many steps a path has, in words.
package threatvet.lib.steps

words(1) := "one step"

words(n) := concat(" ", [format_int(n, 10), "steps"]) if n > 1
