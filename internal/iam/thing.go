package iam

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// thing is something that rights can be had on: an element or an identity.
type thing struct {
	id       string
	arn      string
	service  string
	subjects map[string]string // resource type, lower case, to what to ask for
	names    []string          // the subjects' types in order
	kinds    string            // the same as part of a key
	services []string          // whose actions can name it
	content  awsdata.ServiceContent
	rated    bool // content says what reading and changing takes
}

// things lists what rights can be had on, by service, in order of ARN.
func things(sys *model.System) []*thing {
	seen := map[string]bool{}
	var list []*thing
	add := func(id, arn string) {
		if service := ServiceOf(arn); service != "" && !seen[id+" "+arn] && !strings.Contains(arn, Hole) {
			seen[id+" "+arn] = true
			list = append(list, newThing(id, arn, service))
		}
	}
	for _, i := range sys.Identities {
		add(i.ID, i.ARN)
	}
	for _, e := range sys.Elements {
		for _, a := range e.Aliases {
			add(e.ID, a)
		}
	}
	slices.SortFunc(list, func(a, b *thing) int { return strings.Compare(a.arn+" "+a.id, b.arn+" "+b.id) })
	return list
}

func newThing(id, arn, service string) *thing {
	t := &thing{id: id, arn: arn, service: service, subjects: Subjects(arn)}
	t.content, t.rated = awsdata.Contents().For(service)
	t.services = append([]string{service}, t.content.Also...)
	t.names = sortedKeys(t.subjects)
	t.kinds = strings.Join(t.names, ",")
	return t
}

// Subjects returns the resource types that an ARN is of, and those of its parts:
// the bucket's own ARN for "bucket", that of its objects, ending in a star, for
// "object".
func Subjects(arn string) map[string]string {
	subjects := map[string]string{}
	s := awsdata.Actions().Services[ServiceOf(arn)]
	if s == nil {
		return subjects
	}
	own := sortedKeys(s.Types)
	own = slices.DeleteFunc(own, func(name string) bool { return !ofType(arn, s.Types[name]) })
	own = mostExact(own, s.Types)
	for _, name := range own {
		subjects[strings.ToLower(name)] = arn
	}
	for name, template := range s.Types {
		if slices.Contains(own, name) {
			continue
		}
		for _, mine := range own {
			rest, isPart := strings.CutPrefix(template, s.Types[mine])
			if isPart && rest != "" && strings.ContainsRune("/:", rune(rest[0])) {
				subjects[strings.ToLower(name)] = arn + rest[:1] + "*"
			}
		}
	}
	return subjects
}

// ofType reports whether an ARN fits a template such as
// arn:${Partition}:s3:::${BucketName}.
func ofType(arn, template string) bool {
	have, want := strings.SplitN(arn, ":", 6), strings.SplitN(template, ":", 6)
	if len(have) != 6 || len(want) != 6 || have[2] != want[2] {
		return false
	}
	return newPattern(starred(want[5]), false).covers(have[5])
}

// starred replaces the ${...} parts of a template by stars.
func starred(template string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(template, "${")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		out.WriteByte('*')
		_, template, _ = strings.Cut(after, "}")
	}
}

// mostExact drops templates whose known parts are shorter: an object's ARN fits
// that of a bucket too, as a star reaches over slashes.
func mostExact(names []string, types map[string]string) []string {
	best := 0
	weight := func(name string) int { return len(strings.ReplaceAll(starred(resourcePart(types[name])), "*", "")) }
	for _, n := range names {
		best = max(best, weight(n))
	}
	return slices.DeleteFunc(names, func(n string) bool { return weight(n) < best })
}

func resourcePart(arn string) string {
	if parts := strings.SplitN(arn, ":", 6); len(parts) == 6 {
		return parts[5]
	}
	return ""
}

// subjectOf prefers the thing itself to its parts, whose ARN is longer.
func subjectOf(a awsdata.Action, subjects map[string]string) (string, bool) {
	kind, ok := kindOf(a, subjects)
	return subjects[kind], ok
}

func kindOf(a awsdata.Action, subjects map[string]string) (string, bool) {
	best, length := "", 0
	for _, name := range a.Types {
		name = strings.ToLower(name)
		if s, ok := subjects[name]; ok && (best == "" || len(s) < length) {
			best, length = name, len(s)
		}
	}
	return best, best != ""
}

// SubjectOf returns what an action is done to where it is done to the thing with
// an ARN or to a part of it, which then ends in a star; ok is false where it
// cannot be.
func SubjectOf(action, arn string) (subject string, ok bool) {
	a, known := awsdata.Actions().Find(action)
	if !known {
		return "", false
	}
	return subjectOf(a, Subjects(arn))
}

// SubjectFor returns what to ask for when an action is to be done to the thing
// with an ARN or to a part of it; ok is false where it cannot be.
func (d *Decider) SubjectFor(action, arn string) (subject string, ok bool) {
	a, known := awsdata.Actions().Find(action)
	if !known {
		return "", false
	}
	return subjectOf(a, d.subjectsOf(arn))
}

// subjectsOf is [Subjects], remembered.
func (d *Decider) subjectsOf(arn string) map[string]string {
	subjects, cached := d.subjects.Load(arn)
	if !cached {
		subjects, _ = d.subjects.LoadOrStore(arn, Subjects(arn))
	}
	return subjects.(map[string]string)
}

// NewOf returns what to ask for when a thing of some type is yet to be made: any
// ARN of that type in the account.
func NewOf(service, resourceType, account string) (subject string, ok bool) {
	s := awsdata.Actions().Services[service]
	if s == nil {
		return "", false
	}
	for name, template := range s.Types {
		if strings.EqualFold(name, resourceType) {
			return starred(strings.ReplaceAll(template, "${Account}", account)), true
		}
	}
	return "", false
}
