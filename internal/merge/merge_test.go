package merge_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/merge"
	"github.com/threatvet/threatvet/internal/model"
)

const (
	standIn = "111111111111"
	shop    = "222233334444"
	billing = "333344445555"
)

func part(t *testing.T, name, account string, sys *model.System) merge.Part {
	t.Helper()
	text, err := json.Marshal(sys)
	if err != nil {
		t.Fatal(err)
	}
	return held(name, account, text)
}

func held(name, account string, text []byte) merge.Part {
	return merge.Part{Name: name, Account: account, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(text)), nil
	}}
}

func text(t *testing.T, p merge.Part) []byte {
	t.Helper()
	file, err := p.Open()
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func join(t *testing.T, parts ...merge.Part) *model.System {
	t.Helper()
	sys, err := merge.Join(context.Background(), parts)
	if err != nil {
		t.Fatal(err)
	}
	return sys
}

// allow is a policy with one statement.
func allow(id, kind, holder, who, action, resource string) *model.Policy {
	principal := ""
	if who != "" {
		principal = fmt.Sprintf(`"Principal":{"AWS":%q},`, who)
	}
	return &model.Policy{ID: id, Kind: kind, Holder: holder, State: model.Known, Document: fmt.Sprintf(
		`{"Version":"2012-10-17","Statement":[{"Effect":"Allow",%s"Action":%q,"Resource":%q}]}`, principal, action, resource)}
}

// writer is a repository with a role that may send to a queue and take a role.
func writer(may string) *model.System {
	sys := model.New()
	sys.Elements = []*model.Element{{
		ID: "aws_iam_role.app", Kind: "identity.role", Technology: "aws_iam_role", Name: "app", Provider: "aws", Root: ".", Region: "eu-west-1",
		Location: model.Location{File: "main.tf", Line: 1},
	}}
	sys.Identities = []*model.Identity{{ID: "aws_iam_role.app", Kind: "role", Name: "app", ARN: "arn:aws:iam::" + standIn + ":role/app", Root: "."}}
	sys.Policies = []*model.Policy{
		allow("send", "identity", "aws_iam_role.app", "", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:"+may+":jobs"),
		allow("take", "identity", "aws_iam_role.app", "", "sts:AssumeRole", "arn:aws:iam::"+may+":role/app"),
	}
	return sys
}

// reader is a repository with a queue and a role of the same name, that let
// somebody in.
func reader(lets string) *model.System {
	sys := writer(standIn)
	sys.Elements = append(sys.Elements, &model.Element{
		ID: "aws_sqs_queue.jobs", Kind: "queue", Technology: "aws_sqs_queue", Name: "jobs", Provider: "aws", Root: ".", Region: "eu-west-1",
		Aliases: []string{
			"arn:aws:sqs:eu-west-1:" + standIn + ":jobs", "https://sqs.eu-west-1.amazonaws.com/" + standIn + "/jobs", "jobs",
		},
	})
	sys.Policies = []*model.Policy{
		allow("queue", "resource", "aws_sqs_queue.jobs", lets, "sqs:SendMessage", "*"),
		{ID: "trust", Kind: "trust", Holder: "aws_iam_role.app", State: model.Known, Document: fmt.Sprintf(
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":%q}}]}`, lets)},
	}
	return sys
}

func TestRightsAcross(t *testing.T) {
	const (
		queue = "shop//aws_iam_role.app -> billing//aws_sqs_queue.jobs"
		role  = "shop//aws_iam_role.app -> billing//aws_iam_role.app"
	)
	arn := func(account string) string { return "arn:aws:iam::" + account + ":role/app" }
	tests := []struct {
		name          string
		may, lets     string
		shop, billing string // accounts that the caller gives
		want          []string
	}{
		{"both sides allow", billing, arn(shop), shop, billing, []string{role, queue}},
		{"the account as a whole is let in", billing, shop, shop, billing, []string{role, queue}},
		{"the queue lets in another account", billing, arn("999988887777"), shop, billing, nil},
		{"the role may only send to another account", "999988887777", arn(shop), shop, billing, nil},
		{"the account of the role is not known", billing, arn(shop), "", billing, nil},
		{"the account of the queue is not known", billing, arn(shop), shop, "", nil},
		{"a stand-in names a stand-in", standIn, arn(standIn), "", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := join(t, part(t, "shop", tt.shop, writer(tt.may)), part(t, "billing", tt.billing, reader(tt.lets)))
			var got []string
			for _, g := range sys.Grants {
				id, _, _ := strings.Cut(g.ID, "#")
				got = append(got, id)
			}
			if got = slices.Compact(got); !slices.Equal(got, tt.want) {
				t.Errorf("rights across are %v, want %v", got, tt.want)
			}
		})
	}
}

// caller is a repository with a program that sends to what a constant names.
func caller(url string) *model.System {
	sys := model.New()
	sys.Elements = []*model.Element{{ID: "go:example.com/shop", Kind: "go.service", Technology: "go", Name: "shop", Root: "."}}
	sys.Flows = []*model.Flow{{
		ID: "send", From: "go:example.com/shop", Operation: "sqs:SendMessage", Target: &model.Target{Origin: "constant", Value: url, Service: "sqs"},
	}}
	return sys
}

func TestFlowsAcross(t *testing.T) {
	const found = "billing//aws_sqs_queue.jobs"
	url := func(account string) string { return "https://sqs.eu-west-1.amazonaws.com/" + account + "/jobs" }
	tests := []struct {
		name, url, account, want string
	}{
		{"the same URL", url(billing), billing, found},
		{"the same name in another account", url(shop), billing, ""},
		{"the account of the queue is not known", url(billing), "", ""},
		{"stand-ins on both sides", url(standIn), "", ""},
		{"a bare name", "jobs", billing, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := join(t, part(t, "shop", "", caller(tt.url)), part(t, "billing", tt.account, reader(shop)))
			if got := sys.Flows[0].To; got != tt.want {
				t.Errorf("the flow leads to %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTheOrderOfPartsDoesNotMatter(t *testing.T) {
	parts := []merge.Part{
		part(t, "shop", shop, writer(billing)), part(t, "billing", billing, reader(shop)), part(t, "calls", "", caller("jobs")),
	}
	var first []byte
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		text, err := json.Marshal(join(t, parts[order[0]], parts[order[1]], parts[order[2]]))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = text
		}
		if !bytes.Equal(first, text) {
			t.Errorf("order %v gives another model", order)
		}
	}
}

func TestNamesOfParts(t *testing.T) {
	sys := join(t, part(t, "acme/shop", "", writer(billing)), part(t, "calls", "", caller("jobs")))
	e := sys.Elements[0]
	if e.ID != "acme/shop//aws_iam_role.app" || e.Root != "acme/shop" || e.Location.File != "acme/shop/main.tf" {
		t.Errorf("the role is %s in %s at %s", e.ID, e.Root, e.Location.File)
	}
	if sys.Elements[1].ID != "go:calls//example.com/shop" || sys.Flows[0].From != sys.Elements[1].ID {
		t.Errorf("the program is %s, and what it sends comes from %s", sys.Elements[1].ID, sys.Flows[0].From)
	}
	if got := sys.Policies[0].Holder; got != "acme/shop//aws_iam_role.app" {
		t.Errorf("the policy stands on %s", got)
	}
}

func TestWrongParts(t *testing.T) {
	empty := model.New()
	broken := merge.Part{Name: "broken", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("{")), nil }}
	tests := []struct {
		want  string
		parts []merge.Part
	}{
		{"two models are called shop", []merge.Part{part(t, "shop", "", empty), part(t, "shop", "", empty)}},
		{`"a//b" is no name`, []merge.Part{part(t, "a//b", "", empty)}},
		{"no number of an AWS account", []merge.Part{part(t, "shop", "12", empty)}},
		{"broken: not a model", []merge.Part{broken}},
	}
	for _, tt := range tests {
		if _, err := merge.Join(context.Background(), tt.parts); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("the error is %v, want %s", err, tt.want)
		}
	}
}
