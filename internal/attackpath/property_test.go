package attackpath

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// tangle is a system of random identities, rights, trusts, machines and weak
// code, with data in its buckets.
func tangle(r *rand.Rand) *model.System {
	sys := model.New()
	const size = 6
	role := func(i int) string { return fmt.Sprint("role", i) }
	arn := func(kind, name string) string { return "arn:aws:iam::" + account + ":" + kind + "/" + name }
	line := 0
	policy := func(kind, holder string, statements ...string) {
		line += 10
		p := &model.Policy{
			ID: fmt.Sprintf("%s#%s-%d", holder, kind, line), Kind: kind, Holder: holder, State: model.Known,
			Document: `{"Version":"2012-10-17","Statement":[` + strings.Join(statements, ",") + `]}`,
			Evidence: []model.Evidence{{Location: model.Location{File: "main.tf", Line: line}}},
		}
		sys.Policies = append(sys.Policies, p)
	}
	rights := func() []string {
		var list []string
		for range 1 + r.IntN(3) {
			on := role(r.IntN(size))
			list = append(list, []string{
				allow("s3:GetObject", fmt.Sprintf("arn:aws:s3:::bucket%d/*", r.IntN(size))),
				allow("s3:PutObject", fmt.Sprintf("arn:aws:s3:::bucket%d/*", r.IntN(size))),
				allow("sts:AssumeRole", arn("role", on)),
				allow("iam:UpdateAssumeRolePolicy", arn("role", on)),
				allow("iam:PutRolePolicy", arn("role", on)),
				allow("iam:CreateAccessKey", arn("user", fmt.Sprint("user", r.IntN(size)))),
				allow("lambda:UpdateFunctionCode\",\"lambda:InvokeFunction", fmt.Sprintf("arn:aws:lambda:eu-west-1:%s:function:f%d", account, r.IntN(size))),
			}[r.IntN(7)])
		}
		return list
	}
	for i := range size {
		user := fmt.Sprint("user", i)
		sys.Identities = append(sys.Identities,
			&model.Identity{ID: user, Kind: "user", Name: user, ARN: arn("user", user), Facts: map[string]model.Fact{}},
			&model.Identity{ID: role(i), Kind: "role", Name: role(i), ARN: arn("role", role(i)), UsedBy: []string{fmt.Sprint("f", i)}, Facts: map[string]model.Fact{}})
		policy("identity", user, rights()...)
		policy("identity", role(i), rights()...)
		policy("trust", role(i), fmt.Sprintf(`{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com","AWS":%q}}`, arn("role", role(r.IntN(size)))))
		bucket, function := fmt.Sprint("bucket", i), fmt.Sprint("f", i)
		sys.Elements = append(sys.Elements,
			&model.Element{ID: bucket, Kind: "store.object", Technology: "aws_s3_bucket", Provider: "aws", Aliases: []string{"arn:aws:s3:::" + bucket}, Facts: map[string]model.Fact{}},
			&model.Element{
				ID: function, Kind: "compute.function", Technology: "aws_lambda_function", Provider: "aws", RunsAs: role(i), Facts: map[string]model.Fact{},
				Aliases: []string{fmt.Sprintf("arn:aws:lambda:eu-west-1:%s:function:f%d", account, i)}, Exposure: model.Exposure{Level: model.ExposureInternet, State: model.Known},
			})
		if r.IntN(3) == 0 {
			sys.Weaknesses = append(sys.Weaknesses, &model.Weakness{ID: fmt.Sprint("w", i), Kind: "command_injection", Element: function, EntryPoint: "e", Location: model.Location{File: "main.go", Line: i + 1}})
		}
		sys.DataAssets = append(sys.DataAssets, &model.DataAsset{ID: "data" + bucket, Confidentiality: 4, Integrity: r.IntN(5), Declared: true, FoundIn: []string{bucket}})
	}
	return sys
}

func allow(action, resource string) string {
	return `{"Effect":"Allow","Action":["` + action + `"],"Resource":"` + resource + `"}`
}

// TestEveryStepIsNeeded drops each step of each path in turn: what is left must
// not lead to the end.
func TestEveryStepIsNeeded(t *testing.T) {
	told := 0
	for seed := range uint64(60) {
		sys := tangle(rand.New(rand.NewPCG(seed, 1)))
		iam.Decide(sys)
		g := newGraph(newWorld(sys), Techniques())
		for _, s := range g.starts() {
			for _, f := range g.paths(s, 3) {
				told++
				if !goes(s.position, f.route) {
					t.Errorf("seed %d: %s cannot be gone", seed, f.path.ID)
				}
				for i := range f.route {
					if goes(s.position, slices.Delete(slices.Clone(f.route), i, i+1)) {
						t.Errorf("seed %d: %s does not need its step %d:\n%s", seed, f.path.ID, i+1, tell([]*model.Path{f.path}))
					}
				}
			}
		}
	}
	if told < 200 {
		t.Errorf("only %d paths were looked at", told)
	}
}

// goes reports whether edges taken in any order lead from a start to what the
// last of the whole route gains; it is written apart from the search.
func goes(start position, route []*edge) bool {
	if len(route) == 0 {
		return false
	}
	end := route[len(route)-1].to
	if last := route[len(route)-1]; last.to.what != reads && last.to.what != changes && last.to.what != admin && last.to.what != erases && last.to.what != otherAccount {
		return false // the step to the end itself is gone
	}
	held := map[position]bool{start: true}
	for range route {
		for _, e := range route {
			ok := held[e.from]
			for _, p := range e.also {
				ok = ok && held[p]
			}
			if ok {
				held[e.to] = true
			}
		}
	}
	return held[end]
}

// TestChokePointsClose makes each change that is advised and searches again:
// none of the paths that it is said to close may be left.
func TestChokePointsClose(t *testing.T) {
	made := 0
	seeds := uint64(25)
	if testing.Short() {
		seeds = 8
	}
	for seed := range seeds {
		sys := tangle(rand.New(rand.NewPCG(seed, 2)))
		iam.Decide(sys)
		Search(sys, Options{})
		for _, c := range distinctPoints(sys.Paths) {
			changed := tangle(rand.New(rand.NewPCG(seed, 2)))
			makeChange(t, changed, c.Fact)
			iam.Decide(changed)
			Search(changed, Options{PerEnd: 1000, Most: 100_000})
			made++
			for _, p := range changed.Paths {
				if slices.Contains(c.Closes, p.ID) {
					t.Errorf("seed %d: %q does not close %s", seed, c.Change, p.ID)
				}
			}
		}
		all := map[string]bool{}
		for _, p := range sys.Paths {
			if len(p.ChokePoints) == 0 {
				t.Errorf("seed %d: nothing closes %s", seed, p.ID)
			}
			all[p.ID] = true
		}
		for _, c := range distinctPoints(sys.Paths) {
			for _, id := range c.Closes {
				if !all[id] {
					t.Errorf("seed %d: %s closes %s, which is not told", seed, c.Fact, id)
				}
			}
		}
	}
	if made < 2*int(seeds) {
		t.Errorf("only %d changes were made", made)
	}
}

func distinctPoints(paths []*model.Path) []model.ChokePoint {
	seen := map[string]bool{}
	var list []model.ChokePoint
	for _, p := range paths {
		for _, c := range p.ChokePoints {
			if !seen[c.Fact] {
				seen[c.Fact] = true
				list = append(list, c)
			}
		}
	}
	return list
}

// makeChange does to the system what a choke point advises: takes a statement
// or a right away, or mends the code.
func makeChange(t *testing.T, sys *model.System, fact string) {
	t.Helper()
	if n := len(sys.Weaknesses); n > 0 {
		sys.Weaknesses = slices.DeleteFunc(sys.Weaknesses, func(w *model.Weakness) bool { return w.ID == fact })
		if len(sys.Weaknesses) < n {
			return
		}
	}
	if from, right, ok := strings.Cut(fact, " -> "); ok {
		on, level, _ := strings.Cut(right, "#")
		actions := map[string]string{"read": "s3:GetObject", "write": "s3:PutObject"}[level]
		for _, p := range sys.Policies {
			if p.Holder == from && p.Kind == "identity" {
				withoutStatements(p, func(s map[string]any) bool {
					return strings.Contains(fmt.Sprint(s["Action"]), actions) && strings.Contains(fmt.Sprint(s["Resource"]), ":"+on+"/")
				})
			}
		}
		return
	}
	at := strings.LastIndex(fact, ":")
	var index int
	if _, err := fmt.Sscan(fact[at+1:], &index); err != nil {
		t.Fatalf("do not know how to change %q", fact)
	}
	n := 0
	for _, p := range sys.Policies {
		if p.ID == fact[:at] {
			withoutStatements(p, func(map[string]any) bool { n++; return n-1 == index })
			return
		}
	}
	t.Fatalf("no policy for %q", fact)
}

// withoutStatements puts a harmless statement in the place of those that are
// taken away, so that the others keep their numbers.
func withoutStatements(p *model.Policy, gone func(map[string]any) bool) {
	var doc struct {
		Version   string
		Statement []map[string]any
	}
	if err := json.Unmarshal([]byte(p.Document), &doc); err != nil {
		panic(err)
	}
	for i, s := range doc.Statement {
		if gone(s) {
			doc.Statement[i] = map[string]any{"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:eu-west-1:" + account + ":log-group:none"}
			if p.Kind == "trust" {
				doc.Statement[i] = map[string]any{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": map[string]any{"Service": "none.amazonaws.com"}}
			}
		}
	}
	text, err := json.Marshal(doc)
	if err != nil {
		panic(err)
	}
	p.Document = string(text)
}

// TestSmallestCut compares with trying every set of changes.
func TestSmallestCut(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for n := range 300 {
		closes := map[string][]*found{}
		var paths []*found
		for i := range 1 + r.IntN(9) {
			f := &found{path: &model.Path{ID: fmt.Sprint(i)}}
			paths = append(paths, f)
			for range 1 + r.IntN(4) {
				id := fmt.Sprint("c", r.IntN(8))
				if !slices.Contains(closes[id], f) {
					closes[id] = append(closes[id], f)
				}
			}
		}
		got := smallest(closes)
		if !meets(closes, got, paths) {
			t.Fatalf("case %d: %v leaves a path open", n, got)
		}
		if want := fewest(closes, paths); len(got) != want {
			t.Errorf("case %d: %d changes, %d are enough", n, len(got), want)
		}
	}
}

func meets(closes map[string][]*found, set []string, paths []*found) bool {
	return !slices.ContainsFunc(paths, func(f *found) bool {
		return !slices.ContainsFunc(set, func(id string) bool { return slices.Contains(closes[id], f) })
	})
}

func fewest(closes map[string][]*found, paths []*found) int {
	var ids []string
	for id := range closes {
		ids = append(ids, id)
	}
	best := len(ids)
	for bits := range 1 << len(ids) {
		var set []string
		for i, id := range ids {
			if bits>>i&1 == 1 {
				set = append(set, id)
			}
		}
		if len(set) < best && meets(closes, set, paths) {
			best = len(set)
		}
	}
	return best
}
