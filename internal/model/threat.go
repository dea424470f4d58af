package model

import "strings"

// Threat is the metadata of a threat, as its policy file states it.
type Threat struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Scenario is the plain sentence with {placeholders}.
	Scenario string `json:"scenario"`
	// On is the element kind (or path) that the threat is attached to.
	On     string `json:"on"`
	Stride string `json:"stride"` // spoofing, tampering, repudiation, disclosure, denial, elevation
	Ease   int    `json:"ease"`
	// SafetyNet marks the absence of a safety net: capped at medium.
	SafetyNet bool `json:"safety_net,omitempty"`
	// OncePer is "program" or "package" where all places of one are one decision
	// and one finding; empty where each place is its own.
	OncePer string   `json:"once_per,omitempty"`
	CWE     []int    `json:"cwe,omitempty"`
	CAPEC   []int    `json:"capec,omitempty"`
	Attack  []string `json:"attack,omitempty"`
	Fix     string   `json:"fix"`
	// Fixes say it in the words of a technology, by how its name begins.
	Fixes      map[string]string `json:"fixes,omitempty"`
	References []string          `json:"references,omitempty"`
	Package    string            `json:"package"`
	File       string            `json:"file"`
}

// FixFor is what to change on an element of a technology: in its own words where
// there are some, of several those that name it most exactly.
func (t *Threat) FixFor(technology string) string {
	best, fix := "", t.Fix
	for prefix, text := range t.Fixes {
		if strings.HasPrefix(technology, prefix) && len(prefix) > len(best) {
			best, fix = prefix, text
		}
	}
	return fix
}

// Bare reports whether the threat is the absence of a safety net and no more:
// nothing happens by it alone.
func (t *Threat) Bare() bool { return t.SafetyNet && t.Ease == 1 }

// Match is one place where a threat applies, as its policy decided.
type Match struct {
	Threat string `json:"threat"`
	// On is the id of the element, identity or path.
	On string `json:"on"`
	// Because names the facts of On that the threat rests on; the first one is
	// the line to change.
	Because []string `json:"because"`
	// Values fill the scenario's placeholders.
	Values map[string]string `json:"values,omitempty"`
	// Weakness, Grant, EntryPoint, Flow and Rule (index into Element.Rules,
	// -1 for none) name what else the threat rests on.
	Weakness   string `json:"weakness,omitempty"`
	Grant      string `json:"grant,omitempty"`
	EntryPoint string `json:"entry_point,omitempty"`
	Flow       string `json:"flow,omitempty"`
	Policy     string `json:"policy,omitempty"`
	Rule       int    `json:"rule"`
	// Path is the id of the path, where On is one.
	Path string `json:"path,omitempty"`
	// Snippet is text to put in the place of what is wrong, such as a policy.
	Snippet string `json:"snippet,omitempty"`
	// Reaches names elements whose data then comes within reach, beyond On.
	Reaches []string `json:"reaches,omitempty"`
}
