package terraform

import (
	"encoding/json"
	"io/fs"
	"strings"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// stateFile reads the outputs of a state that a local backend keeps in the
// scanned directory.
func (e *evaluator) stateFile(config map[string]cty.Value) (map[string]cty.Value, bool) {
	typ, complete, ok := Text(orNil(config["backend"]))
	if !ok || !complete || typ != "local" || e.otherWorkspace(config["workspace"]) {
		return nil, false
	}
	_, name, ok := strings.Cut(statePlace(typ, settingsOf(config["config"]), e.dir), "\x00")
	if !ok || !fs.ValidPath(name) {
		return nil, false
	}
	text, err := readFile(e.opts.FS, name)
	if err != nil {
		return nil, false
	}
	var state struct {
		Outputs map[string]struct {
			Value     json.RawMessage `json:"value"`
			Type      json.RawMessage `json:"type"`
			Sensitive bool            `json:"sensitive"`
		} `json:"outputs"`
	}
	if json.Unmarshal(text, &state) != nil {
		return nil, false // encrypted, or of another version
	}
	values := map[string]cty.Value{}
	for name, o := range state.Outputs {
		v := cty.DynamicVal
		if typ, err := ctyjson.UnmarshalType(o.Type); err == nil {
			if read, err := ctyjson.Unmarshal(o.Value, typ); err == nil {
				v = read
			}
		}
		if o.Sensitive {
			v = v.Mark(Sensitive)
		}
		values[name] = v
	}
	return values, true
}
