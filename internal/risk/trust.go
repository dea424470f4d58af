package risk

import "encoding/json"

// servicesOnly reports whether every principal of a trust policy is a service
// of the provider, so that no person and no other account can take the role on.
func servicesOnly(document string) bool {
	var policy struct {
		Statement json.RawMessage
	}
	if json.Unmarshal([]byte(document), &policy) != nil || len(policy.Statement) == 0 {
		return false
	}
	type statement struct {
		Principal json.RawMessage
	}
	var list []statement
	if json.Unmarshal(policy.Statement, &list) != nil {
		var one statement
		if json.Unmarshal(policy.Statement, &one) != nil {
			return false
		}
		list = []statement{one}
	}
	for _, s := range list {
		var kinds map[string]json.RawMessage
		if json.Unmarshal(s.Principal, &kinds) != nil || len(kinds) != 1 || kinds["Service"] == nil {
			return false
		}
	}
	return len(list) > 0
}
