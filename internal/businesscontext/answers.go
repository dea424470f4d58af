package businesscontext

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// Answer is what an owner answered to a question.
type Answer struct {
	Text     string
	Location model.Location
}

// questionPrefix begins every question's id; what follows is the beginning of its
// key, long enough to tell it from the others.
const questionPrefix = "Q-"

// WorthKey is the key of the question how bad harm to an element would be. The
// place is the element's [Base], or its [Place] where only a part is asked about.
func WorthKey(place string) string { return questionKey("worth", place) }

// FactKey is the key of the question whether a fact holds for an element.
func FactKey(place, fact string) string { return questionKey("fact", place, fact) }

func questionKey(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// QuestionID is the shortest id for a key that none of the taken ids is, of at
// least four letters.
func QuestionID(key string, taken map[string]bool) string {
	for n := 4; n < len(key); n++ {
		if id := questionPrefix + key[:n]; !taken[id] {
			return id
		}
	}
	return questionPrefix + key
}

// AnswerTo returns the answer to the question with the given key.
func (c *Context) AnswerTo(key string) string {
	if c == nil {
		return ""
	}
	for _, id := range slices.Sorted(maps.Keys(c.Answers)) {
		if answers(id, key) {
			return c.Answers[id].Text
		}
	}
	return ""
}

func answers(id, key string) bool {
	short, ok := strings.CutPrefix(id, questionPrefix)
	return ok && len(short) >= 4 && strings.HasPrefix(key, strings.ToLower(short))
}

// asked is a question that an answer could belong to.
type asked struct {
	key, place, fact string // fact is empty for what something is worth
}

// applyAnswers puts answers into the model: yes, no, a number or a word makes an
// unknown fact known, and a word for harm rates what an element keeps. Any other
// text is kept for people to read. An answer to no question, or to two, is a
// problem.
func (c *Context) applyAnswers(sys *model.System) []Problem {
	if len(c.Answers) == 0 {
		return nil
	}
	byPlace := map[string][]*model.Element{} // all of one block, and each that has a name of its own
	for _, e := range sys.Elements {
		byPlace[Base(e.ID)] = append(byPlace[Base(e.ID)], e)
		if place := Place(e.ID); place != Base(e.ID) {
			byPlace[place] = append(byPlace[place], e)
		}
	}
	questions := openTo(byPlace)
	var problems []Problem
	for _, id := range slices.Sorted(maps.Keys(c.Answers)) {
		a := c.Answers[id]
		var meant []asked
		for _, q := range questions {
			if answers(id, q.key) {
				meant = append(meant, q)
			}
		}
		switch {
		case len(meant) == 1:
			problems = append(problems, c.apply(sys, a, meant[0], byPlace[meant[0].place])...)
		case len(meant) > 1:
			problems = append(problems, Problem{Location: a.Location, Severity: "error", Message: ambiguous(id, meant)})
		case !c.everAsked(id, byPlace):
			problems = append(problems, Problem{Location: a.Location, Severity: "warning",
				Message: fmt.Sprintf("%s answers no question about this system; `threatvet questions` lists those that are open", id)})
		}
	}
	return problems
}

// openTo lists the questions that could be asked: what each part is worth, and
// each fact that the sources leave open.
func openTo(byPlace map[string][]*model.Element) []asked {
	var list []asked
	for _, place := range slices.Sorted(maps.Keys(byPlace)) {
		list = append(list, asked{WorthKey(place), place, ""})
		open := map[string]bool{}
		for _, e := range byPlace[place] {
			for name, f := range e.Facts {
				if f.State == model.Unknown {
					open[name] = true
				}
			}
		}
		for _, name := range slices.Sorted(maps.Keys(open)) {
			list = append(list, asked{FactKey(place, name), place, name})
		}
	}
	return list
}

// everAsked reports whether an answer belongs to a fact that is not open any more,
// or that is only found out later.
func (c *Context) everAsked(id string, byPlace map[string][]*model.Element) bool {
	for place := range byPlace {
		for _, w := range model.Words().Facts {
			if answers(id, FactKey(place, w.Name)) {
				return true
			}
		}
	}
	return false
}

func ambiguous(id string, meant []asked) string {
	taken := map[string]bool{id: true}
	var longer []string
	for _, q := range meant {
		name := QuestionID(q.key, taken)
		for n := len(name) - len(questionPrefix); len(longer) > 0 && strings.HasPrefix(longer[len(longer)-1], name); n++ {
			name = questionPrefix + q.key[:n]
		}
		longer = append(longer, name)
	}
	return fmt.Sprintf("%s could answer %d questions; write more of it: %s about %s, or %s about %s", id, len(meant), longer[0], meant[0].place, longer[1], meant[1].place)
}

func (c *Context) apply(sys *model.System, a *Answer, q asked, on []*model.Element) []Problem {
	if q.fact == "" {
		c.applyWorth(sys, a, q.place, on)
		return nil
	}
	word, _ := model.Words().Fact(q.fact)
	value, ok := parseAnswer(a.Text, word.Type)
	if !ok {
		return nil
	}
	for _, e := range on {
		if f := e.Facts[q.fact]; f.State == model.Unknown {
			e.Facts[q.fact] = model.Fact{Value: value, State: model.Known, Reason: "answered by its owner", Evidence: []model.Evidence{
				{Location: e.Location, Address: e.ID, Note: "block"},
				{Location: a.Location, Note: "answered by the owner"},
			}}
		}
	}
	return nil
}

// applyWorth makes one word for harm the rating of what is kept in a part.
func (c *Context) applyWorth(sys *model.System, a *Answer, place string, on []*model.Element) {
	harm := slices.Index(Impacts(), strings.ToLower(strings.Trim(a.Text, " .!")))
	if harm < 0 {
		return
	}
	var ids []string
	for _, e := range on {
		ids = append(ids, e.ID)
	}
	Suppose(sys, place, ids, harm, model.Evidence{Location: a.Location, Address: place, Note: "answered by the owner"})
}

// Suppose puts into the model that any harm to the named elements is as bad as
// the given number says (0 none to 4 severe): to what they keep, and for programs
// and what runs them, to their work. It returns the id of the data that stands for
// it.
func Suppose(sys *model.System, name string, ids []string, harm int, because ...model.Evidence) string {
	asset := &model.DataAsset{
		ID: "data:" + slug(name), Name: "what " + name + " keeps", Categories: []string{}, Declared: true,
		Confidentiality: harm, Integrity: harm, Availability: harm, Evidence: because, FoundIn: slices.Sorted(slices.Values(ids)),
	}
	var stores, processes []string
	for _, e := range sys.Elements {
		if !slices.Contains(ids, e.ID) {
			continue
		}
		if e.RunsCode() || strings.HasPrefix(e.Kind, "go.") {
			e.IfDown = worseWord(e.IfDown, Impacts()[harm])
		}
		if strings.HasPrefix(e.Kind, "go.") {
			processes = append(processes, e.ID)
		} else {
			stores = append(stores, e.ID)
		}
	}
	hold(sys, asset.ID, stores, processes)
	sys.DataAssets = append(sys.DataAssets, asset)
	return asset.ID
}

// parseAnswer reads an answer as the value of a fact. What stands behind yes or no
// is for people.
func parseAnswer(text, kind string) (any, bool) {
	text = strings.TrimSpace(text)
	switch kind {
	case "bool":
		first, _, _ := strings.Cut(strings.ToLower(text), " ")
		switch strings.TrimRight(first, ".,;:!") {
		case "yes", "true":
			return true, true
		case "no", "false":
			return false, true
		}
	case "number":
		n, err := strconv.ParseFloat(text, 64)
		return n, err == nil
	case "string":
		return text, text != "" && !strings.ContainsAny(text, " \t\n")
	}
	return nil, false
}
