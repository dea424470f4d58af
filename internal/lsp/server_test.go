package lsp

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const estate = `
-- .github/CODEOWNERS --
* @shop/platform
-- net/main.tf --
terraform {
  backend "s3" {
    bucket = "states"
    key    = "net"
  }
}
resource "aws_security_group" "web" {
  description = "für alle 😀"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
output "group" { value = aws_security_group.web.id }
-- app/main.tf --
data "terraform_remote_state" "net" {
  backend = "s3"
  config  = { bucket = "states", key = "net" }
}
resource "aws_instance" "web" {
  ami                         = "ami-1"
  instance_type               = "t3.micro"
  associate_public_ip_address = true
  vpc_security_group_ids      = [data.terraform_remote_state.net.outputs.group]
}
-- images/main.tf --
resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "MUTABLE"
}
-- threat-context.yaml --
version: 1
services:
  - name: Shop
    what: sells things
    if_down: serious
accept:
  - threat: CIC-006
    on: aws_ecr_repository.other
    reason: why
    owner: "@shop/platform"
    until: 2027-01-31
`

const tags = "CIC-006" // image tags can be moved

func TestDiagnosticsFollowTheEdits(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	answer := c.begin(`{"window":{"workDoneProgress":true}}`)
	if got := answer.Capabilities["positionEncoding"]; got != utf16Positions {
		t.Errorf("a client that says nothing of encodings gets %v", got)
	}
	text := c.open("images/main.tf")
	list := c.wait("images/main.tf", "movable tags", has(tags))
	d := find(list, tags)
	if want := (span{position{2, 2}, position{2, 34}}); d.Range != want {
		t.Errorf("it is at %+v, want %+v", d.Range, want)
	}
	if d.Source != "threatvet" || d.CodeDescription == nil || !strings.HasSuffix(d.CodeDescription.Href, "docs/threats.md#cic-006-image-tags-can-be-moved") || d.Data["finding"] == "" {
		t.Errorf("it is %+v", d)
	}
	text = c.edit("images/main.tf", text, `"MUTABLE"`, `"IMMUTABLE"`, 2)
	c.wait("images/main.tf", "nothing of tags after the cure", lacks(tags))
	text = c.edit("images/main.tf", text, `"IMMUTABLE"`, `"MUTABLE"`, 3)
	text = c.edit("images/main.tf", text, "resource", "# one\n# two\nresource", 4)
	c.wait("images/main.tf", "the finding two lines further down", func(list []diagnostic) bool {
		d := find(list, tags)
		return d != nil && d.Range.Start.Line == 4
	})
	c.edit("images/main.tf", text, `"MUTABLE"`, `"MUTABLE`, 5)
	c.wait("images/main.tf", "the syntax error", func(list []diagnostic) bool {
		return slices.ContainsFunc(list, func(d diagnostic) bool { return d.Code == "" && d.Severity == severityWarning })
	})
	// Closing it without saving brings back what lies on the disk.
	c.tell("textDocument/didClose", map[string]any{"textDocument": textDocument{URI: c.uri("images/main.tf")}})
	c.wait("images/main.tf", "what is on the disk", func(list []diagnostic) bool {
		d := find(list, tags)
		return d != nil && d.Range.Start.Line == 2
	})
	c.end()
	if len(c.stages) < 4 || c.stages[0].Kind != "begin" || c.stages[len(c.stages)-1].Kind != "end" {
		t.Errorf("progress was %+v", c.stages)
	}
}

// An edit of one root shows in another that reads it.
func TestAnEditReachesOtherRoots(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	c.begin(`{"general":{"positionEncodings":["utf-8","utf-16"]}}`)
	text := c.open("net/main.tf")
	list := c.wait("net/main.tf", "something", func(list []diagnostic) bool { return len(list) > 0 })
	code := list[0].Code
	if len(list[0].Related) == 0 {
		t.Errorf("%s has no related places", code)
	}
	const exposed = "Reachable from: **internet**"
	if h := c.hover("app/main.tf", 6); !strings.Contains(h, exposed) {
		t.Errorf("before the edit the machine is\n%s", h)
	}
	// Positions are in bytes for a client that can read them so.
	before := strings.Split(text, "\n")[7]
	c.tell("textDocument/didChange", map[string]any{
		"textDocument": textDocument{URI: c.uri("net/main.tf"), Version: 2},
		"contentChanges": []contentChange{
			{Range: &span{position{7, strings.Index(before, "😀")}, position{7, strings.Index(before, "😀") + 4}}, Text: "x"},
			{Range: &span{position{12, 0}, position{12, 200}}, Text: `    cidr_blocks = ["10.0.0.0/8"]`},
		},
	})
	c.wait("net/main.tf", "the group closed", lacks(code))
	if h := c.hover("app/main.tf", 6); !strings.Contains(h, "Reachable from") || strings.Contains(h, exposed) {
		t.Errorf("after the edit the machine is\n%s", h)
	}
	c.end()
}

func TestHover(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	c.begin(`{}`)
	c.open("app/main.tf")
	c.wait("app/main.tf", "something", func(list []diagnostic) bool { return len(list) > 0 })
	said := c.hover("app/main.tf", 6)
	for _, want := range []string{"aws_instance.web", "`compute.vm`", "Reachable from: **internet**", "exposure 4", "net/main.tf:"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	var none *hover
	c.ask("textDocument/hover", at(c, "app/main.tf", 99), &none)
	if none != nil {
		t.Errorf("beyond the end: %+v", none)
	}
	c.end()
}

func (c *client) hover(name string, line int) string {
	c.t.Helper()
	var h hover
	c.ask("textDocument/hover", at(c, name, line), &h)
	return h.Contents.Value
}

func at(c *client, name string, line int) map[string]any {
	return map[string]any{
		"textDocument": textDocument{URI: c.uri(name)}, "position": position{line, 4},
		"range": span{position{line, 0}, position{line, 4}}, "context": map[string]any{},
	}
}

func TestCodeActions(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	c.begin(`{"window":{"showDocument":{"support":true}}}`)
	text := c.open("images/main.tf")
	c.wait("images/main.tf", "movable tags", has(tags))
	var all []codeAction
	// A fix that cannot be tried in time is offered the next time.
	for begin := time.Now(); len(all) < 3 && time.Since(begin) < time.Minute; {
		c.ask("textDocument/codeAction", at(c, "images/main.tf", 2), &all)
	}
	byTitle := func(begin string) *codeAction {
		for i := range all {
			if strings.HasPrefix(all[i].Title, begin) {
				return &all[i]
			}
		}
		t.Fatalf("no action %q among %+v", begin, all)
		return nil
	}
	explain := byTitle("Explain " + tags)
	var said string
	c.ask("workspace/executeCommand", explain.Command, &said)
	if !strings.Contains(said, "Why ") || len(c.opened) != 1 || !strings.Contains(c.opened[0], "Why ") {
		t.Errorf("the explanation is %q, opened %q", said, c.opened)
	}
	accept := byTitle("Accept " + tags + " until 2027-02-28, owner @shop/platform")
	want := "  # threatvet:accept CIC-006 until=2027-02-28 owner=@shop/platform reason=\"say why\"\n"
	if got := accept.Edit.Changes[c.uri("images/main.tf")]; len(got) != 1 || got[0].NewText != want || got[0].Range.Start != (position{2, 0}) {
		t.Errorf("acceptance: %+v", got)
	}
	accepted := c.apply("images/main.tf", text, accept, 2)
	c.wait("images/main.tf", "nothing of tags once accepted", lacks(tags))
	var links []documentLink
	c.ask("textDocument/documentLink", at(c, "images/main.tf", 0), &links)
	if len(links) != 1 || links[0].Range != (span{position{2, 21}, position{2, 28}}) || !strings.HasSuffix(links[0].Target, "#cic-006-image-tags-can-be-moved") {
		t.Errorf("links: %+v", links)
	}
	c.edit("images/main.tf", accepted, want, "", 3)
	c.wait("images/main.tf", "movable tags again", has(tags))
	fix := byTitle(`Set image_tag_mutability = "IMMUTABLE"`)
	if !fix.IsPreferred || fix.Kind != "quickfix" {
		t.Errorf("%+v", fix)
	}
	c.apply("images/main.tf", text, fix, 4)
	c.wait("images/main.tf", "nothing of tags once cured", lacks(tags))
	c.end()
}

// apply does what an editor does with an action's edit.
func (c *client) apply(name, text string, a *codeAction, version int) string {
	c.t.Helper()
	var changes []contentChange
	for _, e := range a.Edit.Changes[c.uri(name)] {
		changes = append(changes, contentChange{Range: &e.Range, Text: e.NewText})
	}
	c.tell("textDocument/didChange", map[string]any{"textDocument": textDocument{URI: c.uri(name), Version: version}, "contentChanges": changes})
	return applied(text, changes, utf16Positions)
}

func TestDefinitionLeadsToWhatBelongsToAFinding(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	c.begin(`{}`)
	c.open("net/main.tf")
	list := c.wait("net/main.tf", "something", func(list []diagnostic) bool { return len(list) > 0 && len(list[0].Related) > 0 })
	var places []location
	c.ask("textDocument/definition", at(c, "net/main.tf", list[0].Range.Start.Line), &places)
	if !slices.ContainsFunc(places, func(l location) bool { return l == list[0].Related[0].Location }) {
		t.Errorf("it leads to %+v, and the finding's places are %+v", places, list[0].Related)
	}
	c.end()
}

func TestContextFiles(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	c.begin(`{}`)
	text := c.open("threat-context.yaml")
	// What an acceptance is on is known to the whole scan only.
	c.wait("threat-context.yaml", "the acceptance of nothing", func(list []diagnostic) bool {
		return len(list) == 1 && list[0].Range.Start.Line == 7 && strings.Contains(list[0].Message, "aws_ecr_repository")
	})
	text = c.edit("threat-context.yaml", text, "if_down", "if_dwn", 2)
	c.wait("threat-context.yaml", "the misspelt key", func(list []diagnostic) bool {
		return len(list) == 2 && list[0].Severity == severityError && strings.Contains(list[0].Message, "if_down")
	})
	c.edit("threat-context.yaml", text, "if_dwn", "if_down", 3)
	c.wait("threat-context.yaml", "no misspelt key", func(list []diagnostic) bool { return len(list) == 1 })
	c.end()
}

// Saving analyses everything: also what another program wrote.
func TestSavingAndFolders(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	c.begin(`{}`)
	c.wait("images/main.tf", "movable tags", has(tags))
	file := filepath.Join(c.dir, "images", "main.tf")
	if err := os.WriteFile(file, []byte("resource \"aws_ecr_repository\" \"app\" {\n  image_tag_mutability = \"IMMUTABLE\"\n}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	c.tell("workspace/didChangeWatchedFiles", map[string]any{"changes": []map[string]any{{"uri": uriOf(file), "type": 2}}})
	c.wait("images/main.tf", "nothing of tags", lacks(tags))
	other := filesIn(t, "-- main.tf --\nresource \"aws_ecr_repository\" \"app\" {\n  image_tag_mutability = \"MUTABLE\"\n}\n")
	c.tell("workspace/didChangeWorkspaceFolders", map[string]any{"event": map[string]any{"added": []folder{{URI: uriOf(other)}}, "removed": []folder{{URI: uriOf(c.dir)}}}})
	c.wait("app/main.tf", "nothing of a folder that has gone", func(list []diagnostic) bool { return len(list) == 0 })
	c.wait("", "the other folder", has(tags))
	c.end()
}

// What the user stops is not done, and the next save does it.
func TestProgressCanBeStopped(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	c.stopsAt = "reading Terraform and Go"
	c.begin(`{"window":{"workDoneProgress":true}}`)
	c.mu.Lock()
	for !slices.ContainsFunc(c.stages, func(v progressValue) bool { return v.Kind == "end" }) {
		c.heard.Wait()
	}
	c.stopsAt = ""
	c.mu.Unlock()
	c.tell("textDocument/didSave", map[string]any{"textDocument": textDocument{URI: c.uri("images/main.tf")}})
	c.wait("images/main.tf", "movable tags", has(tags))
	c.end()
}

func TestGoOnSave(t *testing.T) {
	c := connect(t, filesIn(t, `
-- go.mod --
module example.com/shop

go 1.22
-- main.go --
package main

import (
	"crypto/tls"
	"net/http"
)

func main() {
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}}
	c.Get("https://example.com")
}
`))
	c.begin(`{}`)
	text := c.open("main.go")
	before := len(c.wait("main.go", "something", func(list []diagnostic) bool { return true }))
	text = c.edit("main.go", text, "MinVersion: tls.VersionTLS12", "InsecureSkipVerify: true", 2)
	if err := os.WriteFile(filepath.Join(c.dir, "main.go"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	c.tell("textDocument/didSave", map[string]any{"textDocument": textDocument{URI: c.uri("main.go")}})
	list := c.wait("main.go", "what is new", func(list []diagnostic) bool { return len(list) > before })
	i := slices.IndexFunc(list, func(d diagnostic) bool { return d.Range.Start.Line == 8 && d.Code != "" })
	if i < 0 {
		t.Fatalf("no finding on the line: %+v", list)
	}
	var all []codeAction
	c.ask("textDocument/codeAction", at(c, "main.go", 8), &all)
	if !slices.ContainsFunc(all, func(a codeAction) bool {
		return a.Edit != nil && strings.HasPrefix(a.Edit.Changes[c.uri("main.go")][0].NewText, "\t//threatvet:accept ")
	}) {
		t.Errorf("actions: %+v", all)
	}
	c.end()
}
