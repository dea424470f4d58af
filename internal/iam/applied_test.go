package iam

import (
	"slices"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

// A right on everything reaches what another configuration makes only where
// both are applied to one account.
func TestRightsAcrossConfigurations(t *testing.T) {
	const all = "identity role.app: {'Effect':'Allow','Action':'s3:*','Resource':'*'}"
	const named = "identity role.app: {'Effect':'Allow','Action':'s3:*','Resource':['arn:aws:s3:::b','arn:aws:s3:::b/*']}"
	const some = "identity role.app: {'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::b*'}"
	account := func(app, data string) func(*model.System) {
		return func(sys *model.System) {
			sys.Elements = append(sys.Elements, &model.Element{ID: "place", Kind: "compute.vm", Root: "app", Account: app})
			sys.Elements[0].Account = data
		}
	}
	tests := []struct {
		name   string
		policy string
		change func(*model.System)
		want   bool
		said   bool
	}{
		{"nobody says where", all, nil, false, true},
		{"a pattern is no name", some, nil, false, true},
		{"the bucket is named", named, nil, true, false},
		{"one account", all, account("111111111111", "111111111111"), true, false},
		{"two accounts", all, account("111111111111", "222222222222"), false, false},
		{"two accounts, though the bucket is named", named, account("111111111111", "222222222222"), false, false},
		{"one says its account only", all, account("111111111111", ""), false, true},
		{"a reference", all, func(sys *model.System) {
			sys.Elements = append(sys.Elements, &model.Element{ID: "f", Kind: "compute.function", Root: "app", References: []model.Reference{{Attribute: "code", To: "table"}}})
		}, true, false},
		{"what runs as the role", all, func(sys *model.System) { sys.Elements[0].RunsAs = "role.app" }, true, false},
		{"what sends to it", all, func(sys *model.System) { sys.Flows = []*model.Flow{{From: "role.app", To: "bucket"}} }, true, false},
		{"one configuration", all, func(sys *model.System) {
			for _, e := range sys.Elements {
				e.Root = "app"
			}
		}, true, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := estate(tt.policy)
			for _, e := range sys.Elements {
				e.Root = "data"
			}
			for _, i := range sys.Identities {
				i.Root = "app"
			}
			if tt.change != nil {
				tt.change(sys)
			}
			Decide(sys)
			got := slices.ContainsFunc(sys.Grants, func(g *model.Grant) bool { return g.Identity == "role.app" && g.On == "bucket" })
			if got != tt.want {
				t.Errorf("role.app has rights on the bucket: %t, want %t", got, tt.want)
			}
			said := slices.ContainsFunc(sys.Gaps, func(g *model.Gap) bool {
				return g.What == "rights across configurations" && strings.Contains(g.Why, "from app to data")
			})
			if said != tt.said {
				t.Errorf("what was left out is said: %t, want %t", said, tt.said)
			}
		})
	}
}
