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
			links = append(links, &model.Link{
				ID:       service.ID + " " + host.ID + " " + read.Name + " " + place(read.Location),
				Kind:     "env",
				From:     service.ID,
				To:       host.ID,
				Via:      read.Name,
				Strength: strength,
				RefersTo: first(v.RefersTo),
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
		j.byAlias(f)
	}
}

func (j *joiner) byEnvironment(f *model.Flow) {
	service := j.index.Service(f.From)
	if service == nil {
		return
	}
	for _, host := range j.runs[service.ID] {
		v, ok := setting(host, model.ConfigRead{Origin: "env", Name: f.Target.Name})
		if !ok {
			continue
		}
		if to := j.receiver(v.RefersTo, f.Target.Service); to != "" {
			f.To, f.Basis = to, "resolved"
			f.Evidence = append(f.Evidence, v.Value.Evidence...)
			return
		}
	}
}

func (j *joiner) byAlias(f *model.Flow) {
	for _, kind := range serves[f.Target.Service] {
		for _, e := range j.index.ByKind[kind] {
			if slices.Contains(e.Aliases, f.Target.Value) {
				f.To, f.Basis = e.ID, "resolved"
				return
			}
		}
	}
}

// receiver picks, of the elements that a setting refers to, the one that can
// answer the call. A secret stands for what it is a login of.
func (j *joiner) receiver(ids []string, service string) string {
	for _, id := range ids {
		e, ok := j.index.Elements[id]
		if !ok {
			continue
		}
		if slices.Contains(serves[service], e.Kind) {
			return id
		}
		if e.Kind == "secret_store" {
			if to := j.behindSecret(e, service); to != "" {
				return to
			}
		}
	}
	if len(ids) == 1 && serves[service] == nil {
		return ids[0]
	}
	return ""
}

func (j *joiner) behindSecret(secret *model.Element, service string) string {
	for _, ref := range secret.References {
		if to, ok := j.index.Elements[ref.To]; ok && slices.Contains(serves[service], to.Kind) {
			return ref.To
		}
	}
	return ""
}

// serves lists which kinds of element answer calls to a service.
var serves = map[string][]string{
	"s3":             {"store.object"},
	"object":         {"store.object"},
	"sqs":            {"queue"},
	"queue":          {"queue", "topic", "stream"},
	"sns":            {"topic"},
	"sql":            {"store.sql", "store.warehouse"},
	"dynamodb":       {"store.nosql"},
	"mongodb":        {"store.nosql"},
	"redis":          {"store.cache"},
	"cache":          {"store.cache"},
	"secretsmanager": {"secret_store"},
	"ssm":            {"secret_store"},
	"kms":            {"kms_key"},
	"kafka":          {"stream"},
	"search":         {"store.search"},
	"http":           {"gateway.lb", "gateway.api", "gateway.cdn", "compute.container", "compute.function", "compute.vm", "queue", "topic", "store.object", "external.saas"},
	"grpc":           {"gateway.lb", "compute.container", "compute.vm"},
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

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func place(l model.Location) string { return fmt.Sprintf("%s:%d", l.File, l.Line) }
