package gosystem

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// diagnostic is what an analyzer reported, as go vet prints it.
type diagnostic struct {
	Category string    `json:"category"`
	Posn     string    `json:"posn"`
	Message  string    `json:"message"`
	Related  []related `json:"related"`

	analyzer string
	pkg      string
}

type related struct {
	Posn    string `json:"posn"`
	Message string `json:"message"`
}

// parseVet reads what go vet -json prints: an object per package, comments
// between them. Which of its two outputs it uses depends on its version.
func parseVet(text []byte) []diagnostic {
	var plain bytes.Buffer
	for line := range bytes.Lines(text) {
		if !bytes.HasPrefix(line, []byte("#")) {
			plain.Write(line)
		}
	}
	var list []diagnostic
	rest := plain.Bytes()
	for {
		start := bytes.IndexByte(rest, '{')
		if start < 0 {
			return list
		}
		rest = rest[start:]
		decoder := json.NewDecoder(bytes.NewReader(rest))
		var tree map[string]map[string]json.RawMessage
		if err := decoder.Decode(&tree); err != nil {
			rest = rest[1:]
			continue
		}
		rest = rest[decoder.InputOffset():]
		for pkg, byAnalyzer := range tree {
			for analyzer, raw := range byAnalyzer {
				var found []diagnostic
				if json.Unmarshal(raw, &found) != nil {
					continue // an error of the analyzer, for which there is no place
				}
				for _, d := range found {
					d.analyzer, d.pkg = analyzer, pkg
					list = append(list, d)
				}
			}
		}
	}
}

// position splits file:line:column.
func position(posn string) (file string, line, col int) {
	parts := strings.Split(posn, ":")
	if len(parts) < 3 {
		return posn, 0, 0
	}
	line, _ = strconv.Atoi(parts[len(parts)-2])
	col, _ = strconv.Atoi(parts[len(parts)-1])
	return strings.Join(parts[:len(parts)-2], ":"), line, col
}
