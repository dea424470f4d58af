package businesscontext

// shape says what may stand in one place of a context file. The tables below
// serve twice: to read files, and to print the JSON Schema.
type shape struct {
	kind  kind
	about string
	words []string // aWord
	item  *shape   // aList, theAnswers
	keys  []key    // anObject
}

type key struct {
	name     string
	required bool
	shape    shape
}

type kind int

const (
	aText kind = iota
	aWord
	aCount
	aDate
	aVersion
	aList
	anObject
	theAnswers
)

// Kinds lists the words for kinds of data.
func Kinds() []string {
	return []string{"pii", "special_pii", "payment", "credentials", "keys", "business", "logs", "config", "code", "public"}
}

// Impacts lists the words for how bad something would be, from 0 to 4.
func Impacts() []string {
	return []string{"none", "minor", "noticeable", "serious", "severe"}
}

func starts() []string {
	return []string{"internet", "any_account", "partner", "login", "stolen_login", "stolen_key", "pull_request", "insider", "stolen_laptop", "supplier"}
}

// fileShape is the shape of a whole context file.
func fileShape() shape {
	return shape{kind: anObject, about: "What people who know the business say about a system. Every key is optional.", keys: []key{
		{"version", false, shape{kind: aVersion, about: "The version of this format: 1."}},
		{"services", false, listOf("The parts of the business that the system serves.", serviceShape())},
		{"data", false, listOf("The information that matters, and where it is kept.", dataShape())},
		{"links", false, listOf("Where programs run, if the sources do not tell or tell it wrongly.", linkShape())},
		{"attackers", false, listOf("Who the owners have in mind.", attackerShape())},
		{"assume", false, listOf("What is relied on and cannot be seen in the sources.", assumptionShape())},
		{"accept", false, listOf("Threats that someone has decided to live with for a while.", acceptanceShape())},
		{"answers", false, shape{kind: theAnswers, about: "Answers to the questions of `threatvet questions`, by their id.", item: &shape{kind: aText}}},
	}}
}

func serviceShape() shape {
	return shape{kind: anObject, keys: []key{
		{"name", true, shape{kind: aText, about: "What people call it."}},
		{"what", false, shape{kind: aText, about: "What it is for, in one sentence."}},
		{"owner", false, shape{kind: aText, about: "Who decides about it. Default: CODEOWNERS."}},
		{"where", false, listOf("The files and folders that it consists of, or ids of elements. ** stands for any folders.", shape{kind: aText})},
		{"if_down", false, impactShape("How bad it is when it does not work.")},
	}}
}

func dataShape() shape {
	return shape{kind: anObject, keys: []key{
		{"name", true, shape{kind: aText, about: "What people call it."}},
		{"kinds", false, listOf("What kinds of information it is.", shape{kind: aWord, words: Kinds()})},
		{"records", false, shape{kind: aCount, about: "How many people or things it tells about, such as 2 million."}},
		{"owner", false, shape{kind: aText, about: "Who decides about it."}},
		{"if_exposed", false, impactShape("How bad it is when strangers can read it.")},
		{"if_changed", false, impactShape("How bad it is when someone changes it unnoticed.")},
		{"if_lost", false, impactShape("How bad it is when it is gone.")},
		{"because", false, shape{kind: aText, about: "Why."}},
		{"found_in", false, listOf("The elements that hold it: addresses such as aws_s3_bucket.customers, Go types such as go:example.com/shop.Customer. * stands for anything.", shape{kind: aText})},
	}}
}

func linkShape() shape {
	return shape{kind: anObject, keys: []key{
		{"program", true, shape{kind: aText, about: "The program, such as go:example.com/shop/cmd/web."}},
		{"runs_on", false, listOf("What runs it: addresses such as aws_instance.web.", shape{kind: aText})},
		{"not_on", false, listOf("What does not run it.", shape{kind: aText})},
	}}
}

func attackerShape() shape {
	return shape{kind: anObject, keys: []key{
		{"name", true, shape{kind: aText, about: "What to call them."}},
		{"what", false, shape{kind: aText, about: "Who they are."}},
		{"wants", false, listOf("The kinds of information they are after.", shape{kind: aWord, words: Kinds()})},
		{"can", false, listOf("Where they start from.", shape{kind: aWord, words: starts()})},
	}}
}

func assumptionShape() shape {
	return shape{kind: anObject, keys: []key{
		{"that", true, shape{kind: aText, about: "What is relied on."}},
		{"owner", false, shape{kind: aText, about: "Who sees to it that it holds."}},
		{"until", false, shape{kind: aDate, about: "When to look again."}},
	}}
}

func acceptanceShape() shape {
	return shape{kind: anObject, keys: []key{
		{"threat", true, shape{kind: aText, about: "The id of the threat, such as NET-003."}},
		{"on", false, shape{kind: aText, about: "The id of the element it is accepted on. Default: all in this folder."}},
		{"reason", true, shape{kind: aText, about: "Why that is all right."}},
		{"owner", true, shape{kind: aText, about: "Who has decided."}},
		{"until", true, shape{kind: aDate, about: "The last day it holds, within a year."}},
	}}
}

func listOf(about string, item shape) shape { return shape{kind: aList, about: about, item: &item} }

func impactShape(about string) shape { return shape{kind: aWord, about: about, words: Impacts()} }
