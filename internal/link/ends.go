package link

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/threatvet/threatvet/internal/model"
)

//go:embed ends.hcl
var endsSource []byte

// ends is the data of ends.hcl.
type ends struct {
	Encrypted []string      `hcl:"encrypted"`
	Senders   []serviceEnd  `hcl:"sender,block"`
	Logins    []serviceEnd  `hcl:"login,block"`
	Receivers []receiverEnd `hcl:"receiver,block"`
}

// serviceEnd says how callers of some services prove who they are.
type serviceEnd struct {
	Authn    string   `hcl:"authn,label"`
	Services []string `hcl:"services"`
}

// receiverEnd is what a fact of the receiver says, for any kind where none is
// named.
type receiverEnd struct {
	Fact       string   `hcl:"fact,label"`
	Kinds      []string `hcl:"kinds,optional"`
	Is         string   `hcl:"is"`
	Encryption string   `hcl:"encryption,optional"`
	Authn      string   `hcl:"authn,optional"`
}

var endsData = sync.OnceValues(func() (*ends, error) {
	e := &ends{}
	return e, hclsimple.Decode("ends.hcl", endsSource, nil, e)
})

// ask fills in what the ends of a flow say of its encryption and its login. Where
// they contradict each other nothing is known.
func (j *joiner) ask(f *model.Flow) {
	data, _ := endsData()
	if slices.Contains(data.Encrypted, f.Protocol) {
		say(&f.Encryption, "tls", f.Evidence)
	}
	j.asSender(f, data)
	to := j.index.Elements[f.To]
	if to == nil {
		return
	}
	for _, r := range data.Receivers {
		fact := to.Fact(r.Fact)
		if !fact.Known() || fmt.Sprint(fact.Value) != r.Is || len(r.Kinds) > 0 && !slices.Contains(r.Kinds, to.Kind) {
			continue
		}
		say(&f.Encryption, r.Encryption, fact.Evidence)
		say(&f.Authn, r.Authn, fact.Evidence)
	}
}

// asSender says how a program proves who it is: as itself where an SDK signs the
// call, with a password where a secret store gives the address.
func (j *joiner) asSender(f *model.Flow, data *ends) {
	if f.Target == nil {
		return
	}
	of := func(list []serviceEnd) string {
		for _, s := range list {
			if slices.Contains(s.Services, f.Target.Service) {
				return s.Authn
			}
		}
		return ""
	}
	if strings.Contains(f.Operation, ":") || f.Protocol == "grpc" {
		say(&f.Authn, of(data.Senders), f.Evidence[:min(1, len(f.Evidence))])
	}
	if login := of(data.Logins); login != "" && f.Target.Origin == "env" {
		if v, ok := j.secretSetting(f); ok {
			say(&f.Authn, login, v.Value.Evidence)
		}
	}
}

// secretSetting is the setting that names a flow's target, where a host takes it
// from a secret store.
func (j *joiner) secretSetting(f *model.Flow) (model.EnvVar, bool) {
	service := j.index.Service(f.From)
	if service == nil {
		return model.EnvVar{}, false
	}
	for _, host := range j.runs[service.ID] {
		v, ok := setting(host, model.ConfigRead{Origin: "env", Name: f.Target.Name})
		if ok && slices.ContainsFunc(v.RefersTo, func(id string) bool {
			e := j.index.Elements[id]
			return e != nil && e.Kind == "secret_store"
		}) {
			return v, true
		}
	}
	return model.EnvVar{}, false
}

// say adds what one end says to what is known.
func say(fact *model.Fact, word string, evidence []model.Evidence) {
	switch {
	case word == "":
	case fact.State != model.Known:
		*fact = model.Fact{Value: word, State: model.Known, Evidence: slices.Clone(evidence)}
	case fact.Value != word:
		*fact = model.Fact{State: model.Unknown, Evidence: slices.Concat(fact.Evidence, evidence)}
	default:
		for _, e := range evidence {
			if !slices.Contains(fact.Evidence, e) {
				fact.Evidence = append(fact.Evidence, e)
			}
		}
	}
}
