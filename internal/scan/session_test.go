package scan

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

const threeRoots = `
-- net/main.tf --
terraform {
  backend "s3" {
    bucket = "states"
    key    = "net"
  }
}
resource "aws_security_group" "web" {
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
module "store" { source = "../modules/store" }
-- modules/store/main.tf --
resource "aws_s3_bucket" "reports" { bucket = "reports" }
-- other/main.tf --
resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  backup_retention_period = 7
  publicly_accessible     = true
  storage_encrypted       = false
}
`

func write(t *testing.T, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func sessionOf(t *testing.T, dir string) *Session {
	t.Helper()
	s := NewSession(func(o Options) Options {
		o.Dir, o.Today = dir, time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
		return o
	})
	if err := s.Whole(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// seenNow says of each finding where it is, how it is rated and for whom.
func seenNow(n *Now) []string {
	var list []string
	for _, f := range n.Findings {
		list = append(list, fmt.Sprintf("%s:%d %s %s %.1f %v accepted %v", f.Location.File, f.Location.Line, f.ThreatID, f.Rating.Level, f.Rating.Score, f.Instances, f.Accepted()))
	}
	for _, g := range n.Gaps {
		list = append(list, fmt.Sprintf("%s:%d %s %s", g.Location.File, g.Location.Line, g.What, g.Why))
	}
	slices.Sort(list)
	return list
}

// What an edit costs little to find out is what a whole scan of the edited
// sources finds.
func TestAnEditTellsWhatAWholeScanTells(t *testing.T) {
	dir := write(t, threeRoots)
	for _, c := range []struct {
		name, file string
		old, new   string
		roots      []string
	}{
		{"a root alone", "other/main.tf", "publicly_accessible     = true", "publicly_accessible     = false", []string{"other"}},
		{"lines move", "other/main.tf", "resource", "\n\n# moved\nresource", []string{"other"}},
		{"an acceptance", "other/main.tf", "resource", "# threatvet:accept NET-001 until=2027-01-31 owner=@x reason=\"why\"\nresource", []string{"other"}},
		{"a syntax error", "other/main.tf", "= true", "= ", []string{"other"}},
		{"what another root reads", "net/main.tf", "0.0.0.0/0", "10.0.0.0/8", []string{"app", "net"}},
		{"a module", "modules/store/main.tf", `"reports" }`, "\"reports\"\n  acl = \"public-read\"\n}", []string{"app", "net"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := sessionOf(t, dir)
			was := seenNow(s.Now())
			name := filepath.Join(dir, c.file)
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			over := map[string][]byte{name: replaceOnce(t, text, c.old, c.new)}
			if err := s.Edited(t.Context(), c.file, over); err != nil {
				t.Fatal(err)
			}
			got := seenNow(s.Now())
			if diff := cmp.Diff(c.roots, s.Concerns(c.file)); diff != "" {
				t.Errorf("scanned again (-want +got):\n%s", diff)
			}
			if err := s.Whole(t.Context(), over); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(seenNow(s.Now()), got); diff != "" {
				t.Errorf("a whole scan (-) tells otherwise than the edit (+):\n%s", diff)
			}
			if cmp.Equal(was, got) {
				t.Error("the edit changed nothing, so the case tests nothing")
			}
		})
	}
}

func replaceOnce(t *testing.T, text []byte, old, new string) []byte {
	t.Helper()
	before, after, found := strings.Cut(string(text), old)
	if !found {
		t.Fatalf("no %q", old)
	}
	return []byte(before + new + after)
}

// Edits to roots that had been scanned apart, and then to what they share.
func TestEditsAddUp(t *testing.T) {
	dir := write(t, threeRoots)
	s := sessionOf(t, dir)
	over := map[string][]byte{}
	for _, e := range [][3]string{
		{"other/main.tf", "= true", "= false"},
		{"net/main.tf", "0.0.0.0/0", "10.0.0.0/8"},
		{"app/main.tf", "= true", "= false"},
		{"other/main.tf", "storage_encrypted       = false", "storage_encrypted       = true"},
	} {
		name := filepath.Join(dir, e[0])
		text, ok := over[name]
		if !ok {
			var err error
			if text, err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
		over[name] = replaceOnce(t, text, e[1], e[2])
		if err := s.Edited(t.Context(), e[0], over); err != nil {
			t.Fatal(err)
		}
	}
	got := seenNow(s.Now())
	if err := s.Whole(t.Context(), over); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(seenNow(s.Now()), got); diff != "" {
		t.Errorf("a whole scan (-) tells otherwise than the edits (+):\n%s", diff)
	}
}

func TestACancelledScanLeavesTheSessionAsItWas(t *testing.T) {
	dir := write(t, threeRoots)
	s := sessionOf(t, dir)
	was := seenNow(s.Now())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Edited(ctx, "other/main.tf", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("an edit that is cancelled gives %v", err)
	}
	if err := s.Whole(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a whole scan that is cancelled gives %v", err)
	}
	if diff := cmp.Diff(was, seenNow(s.Now())); diff != "" {
		t.Error(diff)
	}
	if err := s.Edited(t.Context(), "nowhere/main.tf", nil); !errors.Is(err, ErrWholeNeeded) {
		t.Errorf("a file of no root gives %v", err)
	}
}
