package scan

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/threatvet/threatvet/internal/finding"
)

// edit is one change to the estate in testdata/levels.
type edit struct{ file, old, new string }

const (
	estateFile = "main.tf"
	ownersFile = "threat-context.yaml"
)

func infra(old, new string) []edit { return []edit{{estateFile, old, new}} }
func said(old, new string) []edit  { return []edit{{ownersFile, old, new}} }
func added(text string) []edit     { return []edit{{estateFile, "", text}} }

// The parts of the owners' words that the pairs change.
const (
	files   = "if_exposed: serious\n    if_changed: noticeable\n    if_lost: noticeable\n    found_in: [aws_s3_bucket.files]"
	orders  = "if_exposed: serious\n    if_changed: serious\n    if_lost: serious\n    found_in: [aws_db_instance.orders, aws_sqs_queue.orders]"
	archive = "if_exposed: severe\n    if_changed: serious\n    if_lost: noticeable\n    found_in: [aws_s3_bucket.archive]"
)

func word(block string, pairs ...string) []edit {
	return said(block, strings.NewReplacer(pairs...).Replace(block))
}

// TestLevelsFollow changes one fact of the sources, or one word of an owner, and
// expects the level that the design's table gives for the factors then. Each
// expectation is worked out by hand: likelihood x impact.
func TestLevelsFollow(t *testing.T) {
	tests := []struct {
		name, threat, on string
		before           string
		change           []edit
		after            string
	}{
		// Who says what the data is worth.
		{"exposed is severe", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", word(files, "exposed: serious", "exposed: severe"), "critical 9.8"},
		{"exposed is noticeable", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", word(files, "exposed: serious", "exposed: noticeable"), "high 7.5"},
		{"exposed is minor", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", word(files, "exposed: serious", "exposed: minor"), "medium 5.0"},
		{"exposed is nothing", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", word(files, "exposed: serious", "exposed: none"), ""},
		{"nobody said", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", word(files, "found_in: [aws_s3_bucket.files]", "found_in: [aws_s3_bucket.archive]"), "high 7.5 assumed"},
		{"personal data of millions", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", word(files, "if_exposed", "kinds: [pii]\n    records: 3 million\n    if_exposed"), "critical 9.8"},
		{"personal data of thousands", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", word(files, "if_exposed", "kinds: [pii]\n    records: 3 thousand\n    if_exposed"), "critical 9.3"},
		{"changed is severe", "QUE-001", "aws_sqs_queue.orders", "critical 9.3", word(orders, "changed: serious", "changed: severe"), "critical 9.8"},
		{"forged messages can do any harm, so one word is not enough", "QUE-001", "aws_sqs_queue.orders", "critical 9.3", word(orders, "changed: serious", "changed: minor"), "critical 9.3"},
		{"the data matters little, but the service noticeably", "QUE-001", "aws_sqs_queue.orders", "critical 9.3", word(orders, "serious", "minor"), "high 7.5"},
		{"lost is noticeable, for a lack of backups", "DB-008", "aws_db_instance.orders", "medium 6.5", word(orders, "lost: serious", "lost: noticeable"), "medium 5.0"},
		{"nobody misses what is lost", "DB-008", "aws_db_instance.orders", "medium 6.5", word(orders, "lost: serious", "lost: minor"), ""},
		{"lost is severe, but a lack of backups stays below high", "DB-008", "aws_db_instance.orders", "medium 6.5", word(orders, "lost: serious", "lost: severe"), "medium 6.9"},
		{"changed is severe, for a lack of a trail", "LOG-002", "account", "low 2.5", word(orders, "changed: serious", "changed: severe"), "medium 4.5"},
		{"exposed is noticeable, for records in clear", "DB-005", "aws_db_instance.orders", "medium 4.5", word(orders, "exposed: serious", "exposed: noticeable"), "low 2.5"},
		{"nobody said, but the name says orders, for records in clear", "DB-005", "aws_db_instance.orders", "medium 4.5", said("[aws_db_instance.orders, aws_sqs_queue.orders]", "[aws_sqs_queue.orders]"), "medium 4.5 assumed"},
		{"a way to data that matters less", "XP-014", "", "medium 6.0", word(archive, "exposed: severe", "exposed: serious"), "medium 4.5"},
		{"a way to data that does not matter", "XP-014", "", "medium 6.0", word(archive, "exposed: severe", "exposed: noticeable", "changed: serious", "changed: noticeable"), ""},

		// What the sources show.
		{"public policies are blocked", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", infra("restrict_public_buckets = false", "restrict_public_buckets = true"), ""},
		{"only one's own account may read", "OBJ-005", "aws_s3_bucket.files", "critical 9.3", infra(`Principal = "*", Action = "s3:GetObject"`, `Principal = { AWS = "111111111111" }, Action = "s3:GetObject"`), ""},
		{"only one topic may send", "QUE-001", "aws_sqs_queue.orders", "critical 9.3", infra(`Resource = aws_sqs_queue.orders.arn }`, `Resource = aws_sqs_queue.orders.arn, Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-central-1:123456789012:orders" } } }`), ""},
		{"the database is encrypted", "DB-005", "aws_db_instance.orders", "medium 4.5", infra("storage_encrypted       = false", "storage_encrypted       = true"), ""},
		{"there are backups", "DB-008", "aws_db_instance.orders", "medium 6.5", infra("backup_retention_period = 0", "backup_retention_period = 14"), ""},
		{"the office may log in", "NET-003", "aws_security_group.machine", "medium 6.0 assumed", infra("to_port     = 22\n    cidr_blocks = [\"0.0.0.0/0\"]", "to_port     = 22\n    cidr_blocks = [\"10.1.0.0/16\"]"), ""},
		{"nothing uses the open rules", "NET-003", "aws_security_group.machine", "medium 6.0 assumed", infra("[aws_security_group.machine.id]", "[aws_security_group.database.id]"), "low 2.5 assumed latent"},
		{"the role reads nothing", "XP-014", "", "medium 6.0", infra(`Action = "s3:GetObject", Resource = "${aws_s3_bucket.archive.arn}/*"`, `Action = "s3:ListAllMyBuckets", Resource = "*"`), ""},
		{"old versions are kept", "OBJ-013", "aws_s3_bucket.archive", "medium 5.0", added(`
resource "aws_s3_bucket_versioning" "archive" {
  bucket = aws_s3_bucket.archive.id
  versioning_configuration {
    status = "Enabled"
  }
}
`), ""},
		{"there is a trail", "LOG-002", "account", "low 2.5", added(`
resource "aws_s3_bucket" "trail" {
  bucket = "example-trail"
}
resource "aws_cloudtrail" "main" {
  name                  = "main"
  s3_bucket_name        = aws_s3_bucket.trail.id
  is_multi_region_trail = true
}
`), ""},
		{"the database is on the internet", "DB-004", "aws_db_instance.orders", "", append(
			infra("publicly_accessible     = false", "publicly_accessible     = true"),
			infra("to_port     = 5432\n    cidr_blocks = [\"10.0.0.0/16\"]", "to_port     = 5432\n    cidr_blocks = [\"0.0.0.0/0\"]")...), "high 8.0"},
	}
	base := levelsAfter(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := levelOf(base, tt.threat, tt.on); got != tt.before {
				t.Errorf("before: %q, want %q", got, tt.before)
			}
			if got := levelOf(levelsAfter(t, tt.change...), tt.threat, tt.on); got != tt.after {
				t.Errorf("after: %q, want %q", got, tt.after)
			}
		})
	}
}

// levelsAfter scans the estate with some changes.
func levelsAfter(t *testing.T, changes ...edit) *finding.Report {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{estateFile, ownersFile} {
		source, err := os.ReadFile(filepath.Join("testdata", "levels", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), changed(t, name, string(source), changes), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	report, err := Run(context.Background(), Options{Dir: dir, Today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func changed(t *testing.T, name, source string, changes []edit) []byte {
	t.Helper()
	for _, c := range changes {
		switch {
		case c.file != name:
		case c.old == "":
			source += c.new
		case strings.Count(source, c.old) != 1:
			t.Fatalf("%q is %d times in %s", c.old, strings.Count(source, c.old), name)
		default:
			source = strings.Replace(source, c.old, c.new, 1)
		}
	}
	return []byte(source)
}

// levelOf says how a threat is rated on an element, or on any where none is
// named; empty where it is not found.
func levelOf(r *finding.Report, threat, on string) string {
	for _, f := range r.Findings {
		if f.ThreatID != threat || on != "" && f.Match.On != on {
			continue
		}
		text := rating(f.Rating)
		if f.Rating.Assumed {
			text += " assumed"
		}
		if f.Rating.Latent {
			text += " latent"
		}
		return text
	}
	return ""
}
