package attackpath

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

type jsonStatement map[string]any

func (f fixture) addPolicies(sys *model.System) {
	add := func(kind, holder string, line int, statements ...jsonStatement) {
		text, err := json.Marshal(map[string]any{"Version": "2012-10-17", "Statement": statements})
		if err != nil {
			panic(err)
		}
		sys.Policies = append(sys.Policies, &model.Policy{
			ID: fmt.Sprintf("%s#%s-%d", holder, kind, len(sys.Policies)), Kind: kind, Holder: holder, Document: string(text), State: model.Known,
			Evidence: []model.Evidence{{Location: model.Location{File: "main.tf", Line: line}}},
		})
	}
	resource := []string{"*"}
	if f.On != "" {
		resource = []string{arnFor(f.On), arnFor(f.On) + "/*"}
	}
	holder := f.from()
	if len(f.Allow) > 0 {
		s := jsonStatement{"Effect": "Allow", "Action": f.Allow, "Resource": resource}
		if f.Condition != nil {
			s["Condition"] = f.Condition
		}
		add("identity", holder, 1, s)
	}
	if len(f.Plain) > 0 {
		add("identity", holder, 2, jsonStatement{"Effect": "Allow", "Action": f.Plain, "Resource": "*"})
	}
	if len(f.Deny) > 0 {
		add("identity", holder, 3, jsonStatement{"Effect": "Deny", "Action": f.Deny, "Resource": "*"})
	}
	if len(f.Boundary) > 0 {
		add("boundary", holder, 4, jsonStatement{"Effect": "Allow", "Action": f.Boundary, "Resource": "*"})
	}
	if len(f.Open) > 0 {
		s := jsonStatement{"Effect": "Allow", "Principal": "*", "Action": f.Open, "Resource": arnFor("bucket") + "/*"}
		on := "bucket"
		if f.Serves != "" {
			on = f.On
			s["Principal"], s["Resource"] = jsonStatement{"Service": f.Serves}, []string{arnFor(on), arnFor(on) + "/*"}
		}
		if f.Condition != nil {
			s["Condition"] = f.Condition
		}
		add("resource", on, 5, s)
	}
	mine := jsonStatement{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"}
	add("identity", "policy.mine", 6, mine)
	add("identity", holder, 6, mine)
	add("identity", "policy.other", 7, jsonStatement{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"})
	for i, strong := range []string{"user.victim", "role.victim", "group.strong"} {
		add("identity", strong, 8+i, jsonStatement{"Effect": "Allow", "Action": "*", "Resource": "*"})
	}
	add("trust", "role.victim", 11, f.trust()...)
	f.addExecution(add)
	f.addLimit(add)
	add("trust", "role.attacker", 12, jsonStatement{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": jsonStatement{"AWS": "arn:aws:iam::" + account + ":role/person-from-outside"}})
}

type adder func(kind, holder string, line int, statements ...jsonStatement)

// addExecution lets role.victim become role.other.
func (f fixture) addExecution(add adder) {
	if !f.Executes {
		return
	}
	add("trust", "role.other", 13, jsonStatement{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": jsonStatement{"AWS": arnFor("role.victim")}})
	add("identity", "role.other", 14, jsonStatement{"Effect": "Allow", "Action": "*", "Resource": "*"})
}

// addLimit makes the attacker an administrator whom one policy holds back.
func (f fixture) addLimit(add adder) {
	deny := jsonStatement{"Effect": "Deny", "NotAction": f.Allow, "Resource": "*"}
	switch f.Limited {
	case "":
		return
	case "boundary":
		add("boundary", f.from(), 15, jsonStatement{"Effect": "Allow", "Action": "iam:*", "Resource": "*"})
	case "inline":
		add("identity", f.from(), 16, deny)
	case "attached":
		add("identity", "policy.mine", 17, deny)
		add("identity", f.from(), 17, deny)
	case "group-inline":
		add("identity", "group.mine", 18, deny)
	case "group-attached":
		add("identity", "policy.mine", 18, deny)
		add("identity", "group.mine", 18, deny)
	}
	add("identity", f.from(), 19, jsonStatement{"Effect": "Allow", "Action": "*", "Resource": "*"})
}

func (f fixture) trust() []jsonStatement {
	list := []jsonStatement{}
	trust := func(principal any) {
		list = append(list, jsonStatement{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal})
	}
	if len(f.Trusts) > 0 {
		trust(jsonStatement{"Service": f.Trusts})
	}
	if f.TrustAccount {
		trust(jsonStatement{"AWS": account})
	}
	if f.Provider != "" {
		name := f.Provider
		switch {
		case name == "saml":
			name = arnFor(name)
		case !strings.HasSuffix(name, ".amazonaws.com"):
			name = "arn:aws:iam::" + account + ":oidc-provider/" + name
		}
		s := jsonStatement{"Effect": "Allow", "Action": []string{"sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"}, "Principal": jsonStatement{"Federated": name}}
		if f.Claims != "" {
			s["Condition"] = map[string]map[string]string{"StringLike": {f.Provider + ":sub": f.Claims}}
		}
		list = append(list, s)
	}
	switch f.TrustNames {
	case "":
	case "*":
		trust("*")
	default:
		trust(jsonStatement{"AWS": arnFor(f.TrustNames)})
	}
	return list
}
