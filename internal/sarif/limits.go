package sarif

// GitHub's documented limits, and where it documents none, what a person would
// read. A file above the first group is rejected as a whole.
const (
	maxResults     = 25_000
	maxRules       = 25_000
	maxZippedBytes = 9_000_000 // of 10 MB; the rest is for what follows the results

	shownResults   = 5_000
	maxSteps       = 1_000 // of one code flow; more are not shown
	maxLocations   = 100   // of one result; more are not shown
	maxTags        = 10
	maxDescription = 1024
	maxName        = 255
	maxMessage     = 8_000
	maxHelp        = 30_000
	maxPart        = 1_000 // a name, a reason, a step's sentence
	maxNotes       = 1_000
)
