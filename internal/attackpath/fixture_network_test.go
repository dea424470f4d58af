package attackpath

import (
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// networked is the part of a fixture that says where things stand in one
// network, who is let in where, and what they are set to.
type networked struct {
	places   map[string]string            // element to the rule set that it is in
	lets     map[string]string            // rule set to the one that it lets in, with ":port" on that port only
	settings map[string]map[string]string // element to names of settings, and what these refer to
	opens    map[string]string            // element to the secret that opens it
	outside  string                       // rule set that lets in another network, behind "office"
	reader   string                       // element that runs as role.other, which may read the secret "key"
	facts    map[string]bool
}

// inNetwork is what the network of a fixture holds besides the stock.
var inNetwork = []struct{ id, kind, technology, arn string }{
	{"cache", "store.cache", "aws_elasticache_cluster", ""},
	{"key", "secret_store", "aws_secretsmanager_secret", "arn:aws:secretsmanager:eu-west-1:" + account + ":secret:key-AbCdEf"},
	{"network", "network.vpc", "aws_vpc", ""},
}

// addNetwork puts elements into places. Rule sets let everybody out.
func (n networked) addNetwork(sys *model.System) {
	if len(n.places) == 0 {
		return
	}
	for _, s := range inNetwork {
		e := &model.Element{ID: s.id, Kind: s.kind, Technology: s.technology, Provider: "aws", Aliases: aliases(s.arn), Facts: map[string]model.Fact{}, Network: &model.Network{}}
		for name, value := range n.facts {
			if id, fact, _ := strings.Cut(name, "#"); id == s.id {
				e.Facts[fact] = model.Fact{Value: value, State: model.Known}
			}
		}
		sys.Elements = append(sys.Elements, e)
	}
	for _, e := range sys.Elements {
		set := n.places[e.ID]
		if set == "" {
			continue
		}
		e.Network = &model.Network{VPC: "network", Groups: []string{"set." + set}, PublicAddress: model.Fact{Value: false, State: model.Known}}
		if port := strings.Index(n.lets[set], ":"); port < 0 && strings.HasPrefix(e.Kind, "store.") {
			e.Network.Ports = []int{5432}
		}
		for _, name := range slices.Sorted(maps.Keys(n.settings[e.ID])) {
			v := model.EnvVar{Name: name, Value: model.Fact{State: model.Known, Evidence: lineOf(20)}}
			if of := n.settings[e.ID][name]; of != "" {
				v.RefersTo = []string{of}
			}
			e.Environment = append(e.Environment, v)
		}
		if n.reader == e.ID {
			e.RunsAs = "role.other"
			text := `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "` + arnOf(elementOf(sys, "key")) + `"}]}`
			sys.Policies = append(sys.Policies, &model.Policy{ID: "role.other#reads", Kind: "identity", Holder: "role.other", Document: text, State: model.Known, Evidence: lineOf(23)})
		}
		if key := n.opens[e.ID]; key != "" {
			e.References = append(e.References, model.Reference{Attribute: "password", To: key})
		}
	}
	sys.Elements = append(sys.Elements, n.ruleSets()...)
	n.addOffice(sys)
}

func elementOf(sys *model.System, id string) *model.Element {
	return sys.Elements[slices.IndexFunc(sys.Elements, func(e *model.Element) bool { return e.ID == id })]
}

func (n networked) ruleSets() []*model.Element {
	var list []*model.Element
	for _, set := range slices.Compact(slices.Sorted(maps.Values(n.places))) {
		e := &model.Element{ID: "set." + set, Kind: "network.rule", Network: &model.Network{VPC: "network"}}
		e.Rules = []model.NetworkRule{{Direction: "out", Allow: true, Protocol: "any", FromPort: -1, ToPort: -1, CIDRs: []string{"0.0.0.0/0"}, State: model.Known}}
		if in := n.lets[set]; in != "" {
			e.Rules = append(e.Rules, ruleFor(in))
		}
		if n.outside == set {
			e.Rules = append(e.Rules, model.NetworkRule{Direction: "in", Allow: true, Protocol: "any", FromPort: -1, ToPort: -1, CIDRs: []string{"172.16.0.0/16"}, State: model.Known, Evidence: lineOf(21)})
		}
		list = append(list, e)
	}
	return list
}

// ruleFor lets in who is in a rule set, "set" or "set:port".
func ruleFor(in string) model.NetworkRule {
	r := model.NetworkRule{Direction: "in", Allow: true, Protocol: "tcp", FromPort: 0, ToPort: 65535, State: model.Known, Evidence: lineOf(22)}
	set, port, limited := strings.Cut(in, ":")
	r.Groups = []string{"set." + set}
	if limited {
		r.FromPort, r.ToPort = ports[port], ports[port]
	}
	return r
}

var ports = map[string]int{"ssh": 22, "web": 80}

// addOffice joins another network, with routes to and fro.
func (n networked) addOffice(sys *model.System) {
	if n.outside == "" {
		return
	}
	sys.Elements = append(sys.Elements, &model.Element{
		ID: "office", Kind: "network.peering", References: []model.Reference{{Attribute: "vpc_id", To: "network"}},
		Facts: map[string]model.Fact{"partner_network": {Value: true, State: model.Known}},
	})
	sys.Flows = append(sys.Flows, &model.Flow{ID: "network -> office", From: "network", To: "office", Protocol: "route", Basis: "declared"})
}

func lineOf(line int) []model.Evidence {
	return []model.Evidence{{Location: model.Location{File: "main.tf", Line: line}}}
}
