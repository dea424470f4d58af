package iam

import (
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// organisation is what limits whole accounts: service control policies limit
// principals, resource control policies what can be done to resources.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
type organisation struct {
	scps, rcps []*policy
	kinds      map[string]string // of elements that policies can be attached to
	managing   map[string]bool   // Terraform roots that make an organisation
	roots      map[string]string // Terraform root by element or identity
}

func (o *organisation) note(sys *model.System) {
	o.kinds, o.managing, o.roots = map[string]string{}, map[string]bool{}, map[string]string{}
	for _, e := range sys.Elements {
		o.roots[e.ID] = e.Root
		if strings.HasPrefix(e.Kind, "org.") {
			o.kinds[e.ID] = e.Kind
		}
		if e.Kind == "org.root" {
			o.managing[e.Root] = true
		}
	}
	for _, i := range sys.Identities {
		o.roots[i.ID] = i.Root
	}
}

// reaches grades whether a policy of the organisation holds for something in an
// account. If that is not settled, on says what it depends on.
func (o *organisation) reaches(p *policy, id, account string) (g grade, on string) {
	holder := p.Holder
	switch {
	case strings.Contains(holder, Hole):
		return depends, p.title() + " is not attached to the account"
	case len(holder) == 12 && strings.Trim(holder, "0123456789") == "":
		if account == StandIn {
			return depends, "the account is not " + holder
		}
		return gradeOf(holder == account), ""
	case o.kinds[holder] == "org.root", strings.HasPrefix(holder, "r-"):
		if root, known := o.roots[id]; known && o.managing[root] {
			// Policies do not limit the account that manages the organisation.
			return depends, id + " lies in the account that manages the organisation"
		}
		return yes, ""
	}
	return depends, "the account does not lie in " + holder
}

func (p *policy) title() string {
	if p.Name != "" {
		return p.Name
	}
	return p.ID
}

// byOrganisation weighs the service control policies against a principal. At
// each level AWS attaches a policy that allows everything, which nothing in
// Terraform takes away: only what denies is certain to limit.
func (q *question) byOrganisation(o *organisation) {
	q.scp = yes
	if strings.Contains(q.principal.ARN, ":role/aws-service-role/") {
		return
	}
	listed := map[string]grade{}
	for _, p := range o.scps {
		reach, on := o.reaches(p, q.principal.ID, q.principal.Account)
		if reach == no {
			continue
		}
		allow, deny := p.split()
		q.denies(deny, "scp", on)
		if len(allow) > 0 {
			listed[p.Holder] = anyOf(listed[p.Holder], q.allows(allow, "scp"))
		}
	}
	for _, holder := range sortedKeys(listed) {
		if g := listed[holder]; g == no {
			q.open("scp", "the policy that allows everything is still attached to "+holder)
			q.scp = allOf(q.scp, depends)
		} else {
			q.scp = allOf(q.scp, g)
		}
	}
}

// byResourceControl weighs the resource control policies, which only deny.
func (q *question) byResourceControl(o *organisation, id string) {
	service, _, _ := strings.Cut(q.action, ":")
	if len(o.rcps) == 0 || !awsdata.Contents().Controls(service) || strings.Contains(q.principal.ARN, ":role/aws-service-role/") {
		return
	}
	for _, p := range o.rcps {
		reach, on := o.reaches(p, id, q.account)
		if reach == no {
			continue
		}
		_, deny := p.split()
		q.denies(deny, "rcp", on)
	}
}

// split returns the statements of a policy by effect.
func (p *policy) split() (allow, deny []statement) {
	for i := range p.doc.Statements {
		s := statement{Statement: &p.doc.Statements[i], policy: p}
		if s.Effect == "Deny" {
			deny = append(deny, s)
		} else {
			allow = append(allow, s)
		}
	}
	return allow, deny
}

// open notes what keeps a side from being certain without any statement.
func (q *question) open(part, on string) {
	q.found = append(q.found, finding{statement: statement{Statement: &Statement{}}, grade: depends, on: []string{on}, part: part})
}
