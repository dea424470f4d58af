package sarif

import (
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// flows are the steps that a viewer walks through: the way of a value through
// code, and the moves of an attacker.
func (rs *results) flows(f *finding.Finding) []*sarif.CodeFlow {
	var all []*sarif.CodeFlow
	if len(f.Trace) > 0 {
		all = append(all, flow("How the value gets there", rs.trace(f.Trace, 0)))
	}
	if f.Path != nil && len(f.Path.Steps) > 0 {
		title := "From " + plain.End(f.Path.Start) + " to " + plain.End(f.Path.End)
		all = append(all, flow(title, rs.path(f)))
	}
	return all
}

func flow(title string, steps []*sarif.ThreadFlowLocation) *sarif.CodeFlow {
	steps = shorten(steps)
	for i, s := range steps {
		s.ExecutionOrder = ptr(i + 1)
	}
	return &sarif.CodeFlow{
		Message:     message(plain.Cut(title, maxPart)),
		ThreadFlows: []*sarif.ThreadFlow{{Locations: steps}},
	}
}

// shorten keeps the beginning and the end of what is too long to be shown.
func shorten(steps []*sarif.ThreadFlowLocation) []*sarif.ThreadFlowLocation {
	if len(steps) <= maxSteps {
		return steps
	}
	const half = maxSteps / 2
	return append(steps[:half:half], steps[len(steps)-half:]...)
}

func (rs *results) trace(trace []model.TraceStep, nesting int) []*sarif.ThreadFlowLocation {
	var steps []*sarif.ThreadFlowLocation
	for i, s := range trace {
		loc := rs.places.location(s.Location, plain.Cut(plain.Line(s.Note), maxPart))
		step := &sarif.ThreadFlowLocation{Location: loc, Kinds: traceKinds(i, len(trace)), NestingLevel: ptr(nesting)}
		if s.Function != "" {
			loc.LogicalLocations = []*sarif.LogicalLocation{logical("go:" + s.Function)}
			step.State = state("function", s.Function)
		}
		step.Importance = "important"
		if nesting == 0 && (i == 0 || i == len(trace)-1) {
			step.Importance = "essential"
		}
		steps = append(steps, step)
	}
	return steps
}

// traceKinds uses the words that the standard suggests.
func traceKinds(i, n int) []string {
	switch i {
	case 0:
		return []string{"acquire", "taint"}
	case n - 1:
		return []string{"danger", "taint"}
	default:
		return []string{"taint"}
	}
}

// path tells each move; where a move uses a weakness in code, the value's way
// through that code follows one level down.
func (rs *results) path(f *finding.Finding) []*sarif.ThreadFlowLocation {
	var steps []*sarif.ThreadFlowLocation
	for i := range f.Path.Steps {
		s := &f.Path.Steps[i]
		place := s.Location
		if place.IsZero() {
			place = mainPlace(f)
		}
		step := &sarif.ThreadFlowLocation{
			Location:     rs.places.location(place, plain.Cut(stepSentence(s), maxPart)),
			Kinds:        []string{"danger"},
			Importance:   "essential",
			NestingLevel: ptr(0),
			State:        state("from", plain.End(s.From), "to", plain.End(s.To), "technique", s.Technique, "actions", strings.Join(s.Actions, ", "), "assumes", strings.Join(s.Assumes, "; ")),
		}
		for _, id := range s.Attack {
			if ref := rs.rules.taxa.reference(attack(id)); ref != nil {
				step.Taxa = append(step.Taxa, ref)
			}
		}
		steps = append(steps, step)
		if w := rs.model.Weaknesses[s.Weakness]; w != nil {
			steps = append(steps, rs.trace(w.Trace, 1)...)
		}
	}
	return steps
}

func stepSentence(s *model.Step) string {
	if s.Sentence != "" {
		return plain.Sentence(s.Sentence)
	}
	return plain.End(s.From) + " takes over " + plain.End(s.To) + " by " + plain.Line(s.Technique) + "."
}

// state holds what is known at a step, leaving out what is empty.
func state(pairs ...string) map[string]*sarif.MultiformatMessageString {
	m := map[string]*sarif.MultiformatMessageString{}
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			m[pairs[i]] = multi(plain.Cut(plain.Line(pairs[i+1]), maxPart), "")
		}
	}
	return m
}
