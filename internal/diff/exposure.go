package diff

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// moved is one reason for which parts are nearer to attackers, or farther.
type moved struct {
	from, to model.Exposure
	at       model.Location
	on       []string
}

// exposure tells what attackers reach now and did not, and the other way round.
// Parts that one line has moved are told together; a part that only follows what
// it is part of is not told.
func (c *comparer) exposure() {
	found := map[string]*moved{}
	var order []string
	before, after := c.before.strongest, c.after.strongest
	for _, e := range c.after.Elements {
		old := c.before.x.Elements[e.ID]
		opened := level(after[pairOf{internet, e.ID}]) > level(before[pairOf{internet, e.ID}]) // told as a right
		if !c.hasMoved(old, e) || c.follows(e) || opened {
			continue
		}
		at := cause(old, e)
		key := strings.Join([]string{old.Exposure.Level, e.Exposure.Level, plain.Place(at)}, "\x00")
		if found[key] == nil {
			found[key] = &moved{from: old.Exposure, to: e.Exposure, at: at}
			order = append(order, key)
		}
		found[key].on = append(found[key].on, e.ID)
	}
	for _, key := range order {
		c.add(found[key].change(c.after))
	}
}

func (c *comparer) hasMoved(old, e *model.Element) bool {
	return old != nil && near(old.Exposure) > 0 && near(e.Exposure) > 0 && near(old.Exposure) != near(e.Exposure) && stands(e.Kind)
}

// stands reports whether people speak of the reach of such a part: rules,
// networks and roles are how something else is reached, and what code handles is
// told with its ways in.
func stands(kind string) bool {
	area, _, _ := strings.Cut(kind, ".")
	if area == "go" {
		return kind == "go.service"
	}
	return !slices.Contains([]string{"network", "identity", "iac", "org", "identity_provider", "dns"}, area)
}

// follows reports whether what an element is part of has moved as far.
func (c *comparer) follows(e *model.Element) bool {
	whole := c.after.x.Elements[e.PartOf]
	if whole == nil {
		return false
	}
	return c.hasMoved(c.before.x.Elements[whole.ID], whole) && whole.Exposure.Level == e.Exposure.Level
}

// cause is the first place that proves the new exposure and did not prove the old
// one.
func cause(old, e *model.Element) model.Location {
	for _, proof := range e.Exposure.Chain {
		known := slices.ContainsFunc(old.Exposure.Chain, func(o model.Evidence) bool { return o.Address == proof.Address && o.Note == proof.Note })
		if !known && !proof.IsZero() {
			return proof.Location
		}
	}
	if len(e.Exposure.Chain) > 0 {
		return e.Exposure.Chain[0].Location
	}
	return e.Location
}

func (m *moved) change(after *half) Change {
	change := Change{Kind: "exposure_raised", Effect: Worse, On: m.on[0], Location: m.at}
	if near(m.to) < near(m.from) {
		change.Kind, change.Effect = "exposure_lowered", Better
	}
	change.Sentence = names(m.on) + " can now be reached from " + reachedFrom(m.to.Level)
	if m.to.Level == model.ExposureNone {
		change.Sentence = names(m.on) + " can no longer be reached from anywhere"
	}
	change.Sentence += "; before, from " + reachedFrom(m.from.Level)
	var data []string
	for _, id := range m.on {
		data = append(data, after.dataBehind(id)...)
	}
	if stake := after.atStake(data); stake != "" && change.Effect == Worse {
		change.Sentence += ". At stake: " + stake
	}
	change.Sentence += "."
	return change
}
