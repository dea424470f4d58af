package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// sealed are the kinds of stores whose readers must be allowed to decrypt
// themselves where a key of the account's own is used. Databases decrypt for
// whoever may sign in.
var sealed = []string{"secret_store", "store.object", "queue", "stream"}

// keysOf lists the keys of the system that what an element holds is encrypted with.
func (w *world) keysOf(e *model.Element) []*model.Element {
	var list []*model.Element
	if e == nil || !slices.Contains(sealed, e.Kind) {
		return nil
	}
	for _, r := range e.References {
		key := w.Elements[r.To]
		about := strings.Contains(r.Attribute, "kms") || strings.Contains(r.Attribute, "encrypt") || r.Attribute == "rule"
		if about && key != nil && key.Kind == "kms_key" && strings.Contains(arnOf(key), ":kms:") && !slices.Contains(list, key) {
			list = append(list, key)
		}
	}
	return list
}

// unlocks reports whether the actor may use the keys that an element is
// encrypted with.
func (a *attempt) unlocks(id string) bool {
	for _, key := range a.keysOf(a.Elements[id]) {
		if !a.settle(a.decider.May(a.actor, "kms:Decrypt", arnOf(key), iam.Context{"kms:ViaService": {iam.Chosen}})) {
			return false
		}
		a.actions = append(a.actions, "kms:Decrypt")
	}
	return true
}

// elsewhere is the account of somebody who is no part of the system.
const foreignAccount = "999999999999"

// fromElsewhere says of a request by a service that it acts for another account.
func (a *attempt) fromElsewhere(c iam.Context) {
	if a.through == "" {
		return
	}
	service, _, _ := strings.Cut(a.through, ".")
	arn := "arn:aws:" + service + ":eu-west-1:" + foreignAccount + ":attacker"
	if service == "s3" {
		arn = "arn:aws:s3:::attacker"
	}
	c["aws:SourceAccount"], c["aws:SourceArn"] = []string{foreignAccount}, []string{arn}
	c["aws:SourceOrgID"], c["aws:PrincipalOrgID"] = nil, nil
}

// at reports whether the position is in something of these kinds.
func (a *attempt) at(kinds []string) bool {
	for e := range a.Around(a.Elements[a.from.id]) {
		if slices.Contains(kinds, e.Kind) {
			return true
		}
	}
	return false
}

// machineTargets are the machines that the containers of the position's cluster
// run on: those that are part of it, and those that name it, as a start script
// does to join; for a workload whose cluster is not told, any node group.
func (g *graph) machineTargets(p position, t *Technique) []target {
	cluster := g.clusterOf(g.Elements[p.id])
	var list []target
	for _, e := range g.sys.Elements {
		if !fits(e, t) || g.role(e) == nil {
			continue
		}
		joins := cluster == nil && e.Technology == "aws_eks_node_group" || cluster != nil && g.joins(e, cluster)
		if joins && e != g.host(g.Elements[p.id]) {
			list = append(list, target{element: e})
		}
	}
	return list
}

// clusterOf is the cluster that an element runs in.
func (w *world) clusterOf(e *model.Element) *model.Element {
	for e := range w.Around(e) {
		if strings.HasSuffix(e.Technology, "_cluster") {
			return e
		}
	}
	return nil
}

func (w *world) joins(e, cluster *model.Element) bool {
	names := func(m *model.Element) bool {
		return slices.ContainsFunc(m.References, func(r model.Reference) bool { return r.To == cluster.ID })
	}
	return e.PartOf == cluster.ID || names(e) || slices.ContainsFunc(w.members[e.ID], names)
}
