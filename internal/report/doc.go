// Package report writes a finished scan for people and programs: text for a
// terminal, Markdown for a pull request, one HTML page for everybody, JSON for
// programs, diagrams, and the long answers of explain. It knows how to show
// what the report holds and decides nothing.
//
// Names come from hostile sources. Whatever is written for a terminal, a code
// host or a browser goes through package plain or a template that escapes.
//
// # The JSON format
//
// JSON's document is a stable contract: fields are added, never changed or
// taken away. Version is 1. Lists are never null.
//
//	version       1
//	summary       counts: open findings by level, latent, accepted, paths
//	findings      highest risk first, latent last; see [FindingJSON]
//	paths         as in PathsJSON
//	choke_points  as in PathsJSON
//	questions     what the sources cannot tell, the most useful answer first
//	not_analysed  what was lost or is less exact, and why
//	stats         what was read
//
// A finding's level is low, medium, high or critical; its score is 0.1 to 10.
// Locations are relative to the scanned directory, with forward slashes.
//
// PathsJSON's document:
//
//	{"paths": [{"id", "risk", "start", "end",
//	            "steps": [{"from", "to", "technique", "actions", "location": {"file", "line"}}]}],
//	 "choke_points": [{"fact", "change", "location", "closes": [path ids]}]}
//
// Ends are source addresses, internet, any-account or account-admin. A risk is
// a level, none where the path was not rated.
package report
