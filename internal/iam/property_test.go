package iam

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

var (
	someActions   = []string{"s3:GetObject", "s3:PutObject", "sqs:SendMessage", "sts:AssumeRole", "kms:Decrypt", "iam:PassRole"}
	someResources = []string{object, bucket, queue, app, key, "arn:aws:s3:::b/*", "*"}
	somePeople    = []string{"user.ann", "user.bob", "role.app", "role.far"}
)

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// randomPolicy is a policy as world takes it.
func randomPolicy(r *rand.Rand) string {
	actions := append(slices.Clone(someActions), "*", "s3:*", "s3:Get*", "⟦?⟧")
	resources := append(slices.Clone(someResources), "arn:aws:s3:::⟦?⟧/*", "arn:aws:iam::*:role/*", "arn:aws:s3:::b/${aws:username}/*")
	conditions := []string{"", "", "", ",'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}", ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o'}}", ",'Condition':{'StringNotEquals':{'aws:ResourceTag/team':'red'}}"}
	effect := []string{"Allow", "Allow", "Allow", "Deny"}[r.IntN(4)]
	action := []string{"Action", "Action", "Action", "NotAction"}[r.IntN(4)]
	statement := fmt.Sprintf("{'Effect':'%s','%s':['%s','%s'],'Resource':'%s'%s", effect, action, pick(r, actions), pick(r, actions), pick(r, resources), pick(r, conditions))
	switch r.IntN(6) {
	case 0:
		return "resource " + pick(r, []string{"bucket", "queue", "key"}) + ": " + statement + ",'Principal':" + pick(r, []string{"'*'", "{'AWS':'111111111111'}", "{'AWS':'" + app + "'}", "{'AWS':['222222222222','arn:aws:iam::111111111111:user/ann']}"}) + "}"
	case 1:
		return "trust role.app: {'Effect':'" + effect + "','Action':'sts:AssumeRole','Principal':{'AWS':'" + pick(r, []string{"*", "111111111111", "arn:aws:iam::111111111111:user/ann"}) + "'}}"
	case 2:
		return "boundary " + pick(r, somePeople) + ": " + statement + "}"
	}
	return "identity " + pick(r, append(slices.Clone(somePeople), "group.staff")) + ": " + statement + "}"
}

type asked struct{ who, action, on string }

// everything asks every question of a world.
func everything(d *Decider) map[asked]Decision {
	m := map[asked]Decision{}
	for _, who := range somePeople {
		p, _ := d.Principal(who)
		for _, action := range someActions {
			for _, on := range someResources {
				m[asked{who, action, on}] = d.May(p, action, on, nil)
			}
		}
	}
	return m
}

var strength = map[Answer]int{Denied: 0, Depends: 1, Allowed: 2}

func rank(d Decision) int {
	if d.Unseen {
		return 0
	}
	return strength[d.Answer]
}

func TestDenyAlwaysWins(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 150 {
		var policies []string
		for range 1 + r.IntN(6) {
			policies = append(policies, randomPolicy(r))
		}
		who := pick(r, somePeople)
		denied := world(t, append(policies, "identity "+who+": {'Effect':'Deny','Action':'*','Resource':'*'}")...)
		for q, d := range everything(denied) {
			if q.who == who && d.Answer != Denied {
				t.Fatalf("%v: %s with an explicit Deny of everything\n%s", q, d.Answer, strings.Join(policies, "\n"))
			}
		}
	}
}

func TestMorePoliciesMoveOneWay(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 150 {
		var policies []string
		for range 1 + r.IntN(6) {
			policies = append(policies, randomPolicy(r))
		}
		extra := randomPolicy(r)
		if strings.HasPrefix(extra, "boundary") {
			continue // a boundary is a limit, whatever its effect
		}
		before, after := everything(world(t, policies...)), everything(world(t, append(slices.Clone(policies), extra)...))
		for q := range before {
			b, a := rank(before[q]), rank(after[q])
			if strings.Contains(extra, "'Allow'") && a < b && !firstKeyPolicy(extra, policies, q) {
				t.Fatalf("%v: %s becomes %s by an Allow\nwith %s\nand %s", q, before[q].Answer, after[q].Answer, extra, strings.Join(policies, "\n"))
			}
			if strings.Contains(extra, "'Deny'") && a > b {
				t.Fatalf("%v: %s becomes %s by a Deny\nwith %s\nand %s", q, before[q].Answer, after[q].Answer, extra, strings.Join(policies, "\n"))
			}
		}
	}
}

// TestSharedAnswersAreTheSame checks that what is remembered of one holder and
// thing holds for those that are taken to be alike.
func TestSharedAnswersAreTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 150 {
		sys := model.New()
		for i := range 3 {
			for _, kind := range []string{"user", "role"} {
				id := fmt.Sprint(kind, i)
				sys.Identities = append(sys.Identities, &model.Identity{ID: id, Kind: kind, Name: id, ARN: "arn:aws:iam::111111111111:" + kind + "/" + id})
			}
			sys.Elements = append(sys.Elements,
				&model.Element{ID: fmt.Sprint("b", i), Aliases: []string{fmt.Sprint("arn:aws:s3:::b", i)}, Tags: map[string]string{"team": fmt.Sprint(i % 2)}},
				&model.Element{ID: fmt.Sprint("q", i), Aliases: []string{fmt.Sprint("arn:aws:sqs:eu-west-1:111111111111:q", i)}})
		}
		for i := range 2 + r.IntN(6) {
			resource := pick(r, []string{"*", "arn:aws:s3:::b*", "arn:aws:s3:::b1/*", "arn:aws:s3:::b?/${aws:username}/*", "arn:aws:sqs:*:*:q*", "arn:aws:sqs:*:*:q2"})
			condition := pick(r, []string{"", "", `,"Condition":{"StringEquals":{"aws:ResourceTag/team":"1"}}`, `,"Condition":{"StringLike":{"aws:PrincipalArn":"*1"}}`, `,"Condition":{"StringEquals":{"aws:PrincipalOrgID":"o"}}`})
			text := fmt.Sprintf(`{"Version":"2012-10-17","Statement":[{"Effect":%q,%q:%q,"Resource":%q%s}]}`, pick(r, []string{"Allow", "Allow", "Deny"}),
				pick(r, []string{"Action", "Action", "NotAction"}), pick(r, []string{"*", "s3:*", "s3:Get*", "sqs:*"}), resource, condition)
			for _, id := range sys.Identities {
				if r.IntN(2) == 0 {
					sys.Policies = append(sys.Policies, &model.Policy{ID: fmt.Sprint(id.ID, "#", i), Kind: pick(r, []string{"identity", "identity", "identity", "boundary"}), Holder: id.ID, Document: text, State: model.Known,
						Evidence: []model.Evidence{{Location: model.Location{File: id.ID + ".tf", Line: i + 1}}}})
				}
			}
		}
		a := newAWS(sys)
		for _, id := range sortedKeys(a.holders) {
			for _, thing := range a.things {
				alone, shared := summary(a.decideLevels(a.holders[id], thing)), summary(a.levels(a.holders[id], thing))
				if alone != shared {
					t.Fatalf("%s on %s: %s alone, %s as remembered", id, thing.id, alone, shared)
				}
			}
		}
	}
}

// summary is all of levels, with the places of the holder's own policies.
func summary(list []level) string {
	var out strings.Builder
	for _, l := range list {
		fmt.Fprintf(&out, "%s %v %t %q %v; ", l.name, l.actions, l.certain, l.on, l.evidence)
	}
	return out.String()
}

// firstKeyPolicy reports whether the extra policy replaces a key's default
// policy, which leaves everything to the account: then it may well take away.
func firstKeyPolicy(extra string, policies []string, q asked) bool {
	return strings.HasPrefix(extra, "resource key") && strings.HasPrefix(q.action, "kms:") &&
		!slices.ContainsFunc(policies, func(p string) bool { return strings.HasPrefix(p, "resource key") })
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`,
		`{"Statement":[{"Effect":"Deny","NotAction":["iam:*"],"NotResource":"arn:aws:s3:::⟦?⟧/*","Condition":{"Bool":{"aws:SecureTransport":false}}}]}`,
		`{"Statement":[{"Effect":"Allow","Principal":{"AWS":["*","111122223333"],"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}`,
		`{"Statement":[{"Effect":"Allow","Action":"s3:Get?bject","Resource":"${aws:username","Condition":{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":[1,null]}}}]}`,
		`{"Statement":["⟦?⟧"]}`, `[]`, `{"Statement":null}`, `{"Statement":{"Effect":"Allow","Condition":"⟦?⟧"}}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := Parse(text); err != nil {
			return
		}
		sys := model.New()
		sys.Identities = []*model.Identity{{ID: "u", Kind: "user", Name: "u", ARN: "arn:aws:iam::111111111111:user/u"}}
		sys.Elements = []*model.Element{{ID: "b", Kind: "store.object", Aliases: []string{"arn:aws:s3:::b"}}}
		for _, kind := range []string{"identity", "boundary", "resource", "scp"} {
			holder := "u"
			if kind == "resource" {
				holder = "b"
			}
			sys.Policies = append(sys.Policies, &model.Policy{ID: kind, Kind: kind, Holder: holder, Document: text, State: model.Known})
		}
		Decide(sys)
		for _, g := range sys.Grants {
			if g.Certain != (len(g.Conditions) == 0) {
				t.Errorf("grant %s: certain %t on conditions %v", g.ID, g.Certain, g.Conditions)
			}
		}
		if _, err := json.Marshal(sys); err != nil {
			t.Error(err)
		}
	})
}
