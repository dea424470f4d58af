package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
)

// identify gives every finding its fingerprint, short id and line hash. Of
// several that nothing but their order tells apart, the first in the file keeps
// the plain fingerprint.
func (a *assembler) identify(found []*Finding) {
	inOrder := slices.Clone(found)
	slices.SortStableFunc(inOrder, func(x, y *Finding) int {
		return cmp.Or(x.Location.Compare(y.Location), strings.Compare(x.Match.On, y.Match.On), strings.Compare(x.ThreatID, y.ThreatID), cmp.Compare(y.Rating.Score, x.Rating.Score))
	})
	prints, ids := map[string]int{}, map[string]bool{}
	for _, f := range inOrder {
		f.LineHash = a.sources.hash(f.Location)
		print := a.fingerprint(f)
		prints[print]++
		if n := prints[print]; n > 1 {
			print = digest(print, strconv.Itoa(n))
		}
		f.Fingerprint = print
		f.ID = shortID(f.ThreatID, print, ids)
	}
}

// fingerprint hashes what stays the same when code is moved about: the threat,
// whom it is on, what it rests on, and the text of the line, but no line number
// and no file name.
func (a *assembler) fingerprint(f *Finding) string {
	if p := f.Path; p != nil {
		parts := []string{f.ThreatID, "path", businesscontext.Base(p.Start), businesscontext.Base(p.End)}
		for _, s := range p.Steps {
			parts = append(parts, s.Technique, businesscontext.Base(s.From), businesscontext.Base(s.To))
		}
		return digest(parts...)
	}
	if scope := a.scope(f); scope != "" {
		// It stays the same finding while places are mended one by one.
		return digest(f.ThreatID, scope)
	}
	because := slices.Clone(f.Match.Because)
	slices.Sort(because)
	return digest(f.ThreatID, businesscontext.Base(f.Instances[0]), strings.Join(because, ","), a.restsOn(f.Match), normalLine(a.sources.line(f.Location)))
}

// restsOn names the weakness that a match rests on, by what edits leave alone.
func (a *assembler) restsOn(m model.Match) string {
	w := a.Index.Weaknesses[m.Weakness]
	if w == nil {
		return ""
	}
	return w.Kind + " " + w.Function
}

// normalLine is a line without what carries no meaning: blanks, which formatters
// move, and an acceptance behind the code, which must not change what it is
// an acceptance of.
func normalLine(line string) string {
	if at := strings.Index(line, "threatvet:accept"); at >= 0 {
		line = strings.TrimRight(line[:at], " \t#/*")
	}
	return strings.Join(strings.Fields(line), "")
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// shortID is the threat's id and as much of the fingerprint as tells it apart.
func shortID(threat, print string, taken map[string]bool) string {
	for n := 8; n < len(print); n += 4 {
		if id := threat + "-" + print[:n]; !taken[id] {
			taken[id] = true
			return id
		}
	}
	return threat + "-" + print
}
