package sarif

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// The kinds of notification, by index.
const (
	noteLost = iota
	noteInexact
	noteCut
)

// noteKinds describes them; GitHub's checks want a help text with each.
func noteKinds() []*sarif.ReportingDescriptor {
	kind := func(id, name, short, help string) *sarif.ReportingDescriptor {
		return &sarif.ReportingDescriptor{
			ID: id, Name: ptr(name),
			ShortDescription: multi(short, ""), FullDescription: multi(short, ""), Help: multi(help, ""),
		}
	}
	return []*sarif.ReportingDescriptor{
		kind("not-analysed", "NotAnalysed", "A part of the sources was not analysed.",
			"Threats in this part are not reported. The message says why, and what can be done."),
		kind("less-exact", "LessExact", "A part of the sources was analysed less exactly.",
			"Threats that depend on this part may be missing. The message says why, and what can be done."),
		kind("left-out", "LeftOut", "Findings were left out of this file.",
			"Code hosts limit the size of a file. The findings with the lowest risk were left out; the text and JSON formats have all of them."),
	}
}

// notes turns what was not analysed into notifications, the lost parts first.
func notes(gaps []*model.Gap, p *places) []*sarif.Notification {
	sorted := slices.Clone(gaps)
	slices.SortStableFunc(sorted, func(a, b *model.Gap) int { return cmp.Compare(gapKind(a), gapKind(b)) })
	var all []*sarif.Notification
	for i, g := range sorted {
		if i == maxNotes {
			all = append(all, note(noteLost, "warning", fmt.Sprintf("%d more parts were not analysed or less exactly.", len(sorted)-i)))
			break
		}
		n := note(gapKind(g), gapLevel(g), plain.Cut(plain.Sentence(plain.Gap(g)), maxPart))
		if !g.Location.IsZero() {
			n.Locations = []*sarif.Location{p.location(g.Location, "")}
		}
		all = append(all, n)
	}
	return all
}

func gapKind(g *model.Gap) int {
	if g.Severity == "error" {
		return noteLost
	}
	return noteInexact
}

func gapLevel(g *model.Gap) string {
	if g.Severity == "error" {
		return "error"
	}
	return "warning"
}

func note(kind int, level, text string) *sarif.Notification {
	return &sarif.Notification{
		Descriptor: &sarif.ReportingDescriptorReference{Id: ptr(noteKinds()[kind].ID), Index: ptr(uint(kind))},
		Level:      level,
		Message:    message(text),
	}
}

// invocation says how the run went. It was successful unless nothing at all
// could be analysed: a broken file is a notification, not a failed run.
func invocation(r *finding.Report, notes []*sarif.Notification) *sarif.Invocation {
	read := r.Stats.TerraformFiles+r.Stats.GoPackages+r.Stats.Resources > 0 || len(r.System.Elements) > 0
	lost := slices.ContainsFunc(r.System.Gaps, func(g *model.Gap) bool { return gapKind(g) == noteLost })
	return &sarif.Invocation{
		ExecutionSuccessful:        ptr(read || !lost),
		ToolExecutionNotifications: notes,
	}
}
