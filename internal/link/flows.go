package link

import (
	"fmt"
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// links returns one link for each setting that a service reads and one of its
// hosts sets, and one for what is made of it and runs there.
func (j *joiner) links(service *model.Element) []*model.Link {
	var links []*model.Link
	for _, host := range j.runs[service.ID] {
		if l, ok := j.madeLink(service, host); ok {
			links = append(links, l)
		}
		strength := j.compare(service, host).strength()
		for _, read := range service.Reads {
			v, ok := setting(host, read)
			if !ok {
				continue
			}
			sure := strength
			if j.aside(service, host, read) {
				sure = "weak"
			}
			links = append(links, &model.Link{
				ID:       service.ID + " " + host.ID + " " + read.Name + " " + place(read.Location),
				Kind:     "env",
				From:     service.ID,
				To:       host.ID,
				Via:      read.Name,
				Strength: sure,
				RefersTo: j.mostTelling(v.RefersTo),
				Evidence: evidence(read, v),
			})
		}
	}
	return links
}

// resolve finds the receiver of a flow that code names by a setting or by a
// constant.
func (j *joiner) resolve(f *model.Flow) {
	if f.To != "" || f.Target == nil {
		return
	}
	switch f.Target.Origin {
	case "env":
		j.byEnvironment(f)
	case "constant":
		j.byName(f)
	}
}

// byEnvironment follows the settings of a call to what they name. A program that
// runs in several places may be given another receiver in each, and a call may be
// made with several settings: there is a flow to each receiver. Where a place gives
// settings of which none can be followed, a flow stays open.
func (j *joiner) byEnvironment(f *model.Flow) {
	service := j.index.Service(f.From)
	if service == nil {
		return
	}
	b := newBranch(f)
	led, open := map[string]bool{}, map[string]string{} // by host
	var hosts []string
	for _, name := range append([]string{f.Target.Name}, f.Target.Others...) {
		for _, host := range j.givers(service, f, name) {
			before := len(b.to)
			j.bySetting(service, host, b, name)
			led[host.ID] = led[host.ID] || len(b.to) > before || b.again
			if open[host.ID] == "" {
				open[host.ID] = name
				hosts = append(hosts, host.ID)
			}
		}
	}
	if len(b.to) > 0 {
		for _, host := range hosts {
			if !led[host] {
				b.leaveOpen(open[host])
			}
		}
	}
	j.more = append(j.more, b.more...)
}

// bySetting follows one setting that a host gives.
func (j *joiner) bySetting(service, host *model.Element, b *branch, name string) {
	b.again = false
	v, _ := setting(host, model.ConfigRead{Origin: "env", Name: name})
	if to := j.receiver(v.RefersTo, b.open.Target.Service); to != "" {
		b.lead(to, "resolved", v.Value.Evidence)
	} else if text, ok := v.Value.Value.(string); ok && v.Value.Known() {
		j.byText(service, host, b, b.open.Target.Service, text, v.Value.Evidence)
	}
}

// branch is a flow that may turn out to lead to several receivers.
type branch struct {
	flow *model.Flow
	open model.Flow // as the code has it
	to   map[string]bool
	more []*model.Flow
	// again is true where the last setting led to what another one led to.
	again bool
}

func newBranch(f *model.Flow) *branch {
	return &branch{flow: f, open: *f, to: map[string]bool{}}
}

// lead makes the flow, or another one like it, lead to a receiver.
func (b *branch) lead(to, basis string, evidence []model.Evidence) {
	if b.to[to] {
		b.again = true
		return
	}
	next := b.flow
	if len(b.to) > 0 {
		other := b.open
		next = &other
		next.ID += " to " + to
		b.more = append(b.more, next)
	}
	b.to[to] = true
	next.To, next.Basis = to, basis
	next.Evidence = slices.Concat(b.open.Evidence, evidence)
}

// receiver picks, of the elements that a setting refers to, the one that can
// answer the call. A secret stands for what it is a login of.
func (j *joiner) receiver(ids []string, service string) string {
	for _, id := range ids {
		e, ok := j.index.Elements[id]
		if !ok {
			continue
		}
		if answers(service, e) {
			return id
		}
		if e.Kind == "secret_store" {
			if to := j.behindSecret(e, service); to != "" {
				return to
			}
		}
	}
	if len(ids) == 1 && !described(service) {
		return ids[0]
	}
	return ""
}

func (j *joiner) behindSecret(secret *model.Element, service string) string {
	for _, ref := range secret.References {
		if to, ok := j.index.Elements[ref.To]; ok && answers(service, to) {
			return ref.To
		}
	}
	return ""
}

// leaveOpen adds a flow whose receiver a setting names that cannot be followed.
func (b *branch) leaveOpen(name string) {
	other := b.open
	other.ID += " by " + name
	target := *b.open.Target
	target.Name, target.Others = name, nil
	other.Target = &target
	if !slices.ContainsFunc(b.more, func(f *model.Flow) bool { return f.ID == other.ID }) {
		b.more = append(b.more, &other)
	}
}

func setting(host *model.Element, read model.ConfigRead) (model.EnvVar, bool) {
	if read.Origin != "env" {
		return model.EnvVar{}, false
	}
	i := slices.IndexFunc(host.Environment, func(v model.EnvVar) bool { return v.Name == read.Name })
	if i < 0 {
		return model.EnvVar{}, false
	}
	return host.Environment[i], true
}

func evidence(read model.ConfigRead, v model.EnvVar) []model.Evidence {
	at := model.Evidence{Location: read.Location, Note: "read"}
	if len(v.Value.Evidence) == 0 {
		return []model.Evidence{at}
	}
	set := v.Value.Evidence[0]
	set.Note = "set"
	return []model.Evidence{at, set}
}

// mostTelling is, of what a setting refers to, what a program can talk to: a name
// may be that of a bucket and of the policy for it.
func (j *joiner) mostTelling(ids []string) string {
	for _, id := range ids {
		if e := j.index.Elements[id]; e != nil && (talksBack(e) || e.Kind == "secret_store" || e.Kind == "kms_key") {
			return id
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

func place(l model.Location) string { return fmt.Sprintf("%s:%d", l.File, l.Line) }
