package merge_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/threatvet/threatvet/internal/merge"
	"github.com/threatvet/threatvet/internal/model"
)

var write = flag.String("parts", "", "a `directory` to write the 1,000 parts of the benchmark to, for measuring the whole program")

// estate is a number of repositories, each in an account of its own with a role
// and queues, that sends to the queue of the next and may take on its role.
func estate(tb testing.TB, repositories, queues int) []merge.Part {
	tb.Helper()
	number := func(i int) string { return fmt.Sprintf("2%011d", i%repositories) }
	var parts []merge.Part
	for i := range repositories {
		sys := writer(number(i + 1))
		own := reader("arn:aws:iam::" + number(i+repositories-1) + ":role/app")
		sys.Policies = append(sys.Policies, own.Policies...)
		sys.Elements = append(sys.Elements, own.Elements[1])
		for q := range queues - 1 {
			e := *own.Elements[1]
			e.ID, e.Name = fmt.Sprintf("aws_sqs_queue.q%d", q), fmt.Sprintf("q%d", q)
			e.Aliases = []string{"arn:aws:sqs:eu-west-1:" + standIn + ":" + e.Name}
			e.Facts = map[string]model.Fact{"encrypted_at_rest": {Value: true, State: model.Known, Evidence: []model.Evidence{
				{Location: model.Location{File: "main.tf", Line: q + 2}, Address: e.ID, Note: "attribute"},
			}}}
			sys.Elements = append(sys.Elements, &e)
		}
		parts = append(parts, generated(tb, fmt.Sprintf("r%04d", i), number(i), sys))
	}
	return parts
}

func generated(tb testing.TB, name, account string, sys *model.System) merge.Part {
	for _, e := range sys.Elements {
		e.Account = account // so that the program needs no --account for it
	}
	text, err := json.Marshal(sys)
	if err != nil {
		tb.Fatal(err)
	}
	return held(name, account, text)
}

func TestAnEstateIsJoinedInARing(t *testing.T) {
	const repositories = 20
	sys := join(t, estate(t, repositories, 3)...)
	queues := 0
	for _, g := range sys.Grants {
		if g.Level == "write" && len(g.Actions) > 0 && g.Actions[0] == "sqs:SendMessage" {
			queues++
		}
	}
	if queues != repositories {
		t.Errorf("%d repositories may send to the next, want %d", queues, repositories)
	}
}

func BenchmarkJoin(b *testing.B) {
	for _, n := range []int{125, 250, 500, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			parts := estate(b, n, 50)
			for b.Loop() {
				if _, err := merge.Join(context.Background(), parts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestWriteParts writes the parts of the largest benchmark where that is asked for.
func TestWriteParts(t *testing.T) {
	if *write == "" {
		t.Skip("no -parts DIRECTORY was given")
	}
	for _, p := range estate(t, 1000, 50) {
		if err := os.WriteFile(filepath.Join(*write, p.Name+".json"), text(t, p), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
