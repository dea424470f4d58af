package taint

import (
	"path"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// speakers are programs that take nothing for an option that could do harm.
var speakers = map[string]bool{"echo": true, "printf": true, "true": true, "false": true, "sleep": true, "kill": true, "basename": true, "dirname": true}

// optionParts returns the arguments of a program that it may take for options:
// those that neither follow "--" nor are the value of a constant option.
// Shells and runners are left out, whose arguments are worse than that.
func optionParts(at site, v ssa.Value) []ssa.Value {
	name, ok := constText(at.args[len(at.args)-2])
	if !ok {
		return nil
	}
	name = strings.TrimSuffix(path.Base(strings.ReplaceAll(name, `\`, "/")), ".exe")
	list, ok := elements(v)
	if !ok || shells[name] || runners[name] || speakers[name] {
		return nil
	}
	var open []ssa.Value
	afterOption := false
	for _, arg := range list {
		text, known := constText(arg)
		switch {
		case known && text == "--":
			return open
		case known:
			afterOption = strings.HasPrefix(text, "-") && !strings.Contains(text, "=")
		default:
			if !afterOption {
				open = append(open, arg)
			}
			afterOption = false
		}
	}
	return open
}
