package catalog_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/model"
)

// acme is a cloud whose entries use what no other test does.
const acme = `
resource "acme_bucket" {
  kind = "store.object"
  name = self.name

  fact "public_read" { value = false }
}

resource "acme_topic" { kind = "topic" }

resource "acme_*_member" {
  kind       = "identity.policy"
  kind_of    = "acme_*"
  belongs_to = self.on
  of_type    = ["acme_*"]

  fact "public_read" {
    value  = one_of(self.member, ["everyone"])
    raises = true
  }
}

resource "acme_network" {
  kind = "network.vpc"
  standin "id" { value = "network-${standin_hash}" }
}

resource "acme_card" {
  kind = "network.interface"
  standin "id" { value = "card-${standin_hash}" }

  network {
    vpc            = self.network
    public_address = default(self.public, false)
    tags           = self.tags
  }
}

resource "acme_machine" {
  kind = "compute.vm"

  network { like = self.cards }
}

resource "acme_wall" {
  kind = "network.rule"

  guards {
    network = self.network
    tags    = self.tags
  }
  rule {
    direction = "in"
    protocol  = "tcp"
    cidrs     = self.from
    priority  = default(self.priority, 1000)
  }
}
`

func acmeSystem(t *testing.T, src string) map[string]*model.Element {
	t.Helper()
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Extend(fstest.MapFS{"acme.hcl": {Data: []byte(acme)}}); err != nil {
		t.Fatal(err)
	}
	elements := map[string]*model.Element{}
	for _, e := range build(t, c, src).Elements {
		elements[e.ID] = e
	}
	return elements
}

func TestFamilyTakesTheStem(t *testing.T) {
	elements := acmeSystem(t, `
resource "acme_bucket" "open" {}
resource "acme_bucket" "closed" {}
resource "acme_bucket" "perhaps" {}
resource "acme_topic" "t" {}
resource "acme_bucket_member" "everyone" {
  on     = acme_bucket.open
  member = "everyone"
}
resource "acme_bucket_member" "again" {
  on     = acme_bucket.open
  member = "ann"
}
resource "acme_bucket_member" "one" {
  on     = acme_bucket.closed
  member = "ann"
}
variable "who" {}
resource "acme_bucket_member" "unknown" {
  on     = acme_bucket.perhaps
  member = var.who
}
resource "acme_topic_member" "elsewhere" {
  on     = "that of another repository"
  member = "Everyone"
}
resource "acme_quux_member" "undescribed" {
  member = "ann${var.who}"
}
`)
	got := map[string]string{}
	for id, e := range elements {
		state := "none"
		if f, ok := e.Facts["public_read"]; ok {
			state = strings.TrimSpace(factView(f))
		}
		got[id] = e.Kind + " " + state
	}
	want := map[string]string{
		"acme_bucket.open":             "store.object true @8",
		"acme_bucket.closed":           "store.object false @3",
		"acme_bucket.perhaps":          "store.object unknown @21,18 depends on var.who",
		"acme_topic.t":                 "topic none",
		"acme_topic_member.elsewhere":  "topic true @25",
		"acme_quux_member.undescribed": "identity.policy false @28,18",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGuardsChooseTheirMembers(t *testing.T) {
	elements := acmeSystem(t, `
resource "acme_network" "a" {}
resource "acme_network" "b" {}
resource "acme_card" "tagged" {
  network = acme_network.a.id
  tags    = ["web"]
  public  = true
}
resource "acme_card" "plain" { network = acme_network.a.id }
resource "acme_card" "other" { network = acme_network.b.id }
resource "acme_card" "named" { network = "default" }
resource "acme_machine" "m" { cards = [acme_card.tagged.id] }
variable "tags" {}
resource "acme_wall" "all" {
  network = acme_network.a.id
  from    = ["10.0.0.0/8"]
}
resource "acme_wall" "web" {
  network = acme_network.a.id
  tags    = ["web"]
  from    = ["0.0.0.0/0"]
}
resource "acme_wall" "default" { network = "default" }
resource "acme_wall" "unknown" {
  network = acme_network.b.id
  tags    = var.tags
}
`)
	got := map[string][]string{}
	for _, id := range []string{"acme_card.tagged", "acme_card.plain", "acme_card.other", "acme_card.named", "acme_machine.m"} {
		got[id] = elements[id].Network.Groups
	}
	want := map[string][]string{
		"acme_card.tagged": {"acme_wall.all", "acme_wall.web"},
		"acme_card.plain":  {"acme_wall.all"},
		"acme_card.other":  nil,
		"acme_card.named":  {"acme_wall.default"},
		"acme_machine.m":   {"acme_wall.all", "acme_wall.web"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !elements["acme_card.other"].Network.Partial {
		t.Error("a wall whose tags are not known may guard acme_card.other")
	}
	if !elements["acme_machine.m"].Network.PublicAddress.True() {
		t.Error("a machine has the public address of its card")
	}
	if p := elements["acme_wall.all"].Rules[0].Priority; p != 1000 {
		t.Errorf("priority %d", p)
	}
}
