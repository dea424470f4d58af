package attackpath

import (
	"fmt"
	"testing"
	"time"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// full is the size of large that has 2,000 identities, 5,000 policies and 5,000
// resources.
const full = 2000

// large is a generated account of as many identities as given, and two and a
// half times as many policies and resources, with rights as accounts have them:
// most on a few things by name, some on everything of a service, a few on
// everything.
func large(identities int) *model.System {
	sys := model.New()
	roles, users, resources := identities*3/4, identities/4, identities*5/2
	for i := range resources {
		sys.Elements = append(sys.Elements, resource(i, roles))
		if i%100 == 0 {
			sys.DataAssets = append(sys.DataAssets, &model.DataAsset{ID: fmt.Sprint("data", i), Confidentiality: 4, Declared: true, FoundIn: []string{fmt.Sprint("e", i)}})
		}
	}
	for i := range roles + users {
		kind, id := "role", fmt.Sprint("role", i)
		if i >= roles {
			kind, id = "user", fmt.Sprint("user", i)
		}
		sys.Identities = append(sys.Identities, &model.Identity{ID: id, Kind: kind, Name: id, ARN: "arn:aws:iam::" + account + ":" + kind + "/" + id})
		policy := func(kind, text string) {
			sys.Policies = append(sys.Policies, &model.Policy{ID: fmt.Sprintf("%s#%s-%d", id, kind, len(sys.Policies)), Kind: kind, Holder: id, Document: `{"Statement":[` + text + `]}`, State: model.Known})
		}
		policy("identity", byName(i, resources))
		if kind == "role" {
			policy("trust", fmt.Sprintf(`{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":%q,"AWS":"arn:aws:iam::%s:role/role%d"}}`,
				[]string{"lambda.amazonaws.com", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com"}[i%3], account, (i*7+1)%roles))
		}
		switch {
		case i%200 == 0:
			policy("identity", `{"Effect":"Allow","Action":"*","Resource":"*"}`)
		case i%50 == 0:
			policy("identity", `{"Effect":"Allow","Action":["iam:PassRole","lambda:*"],"Resource":"*"}`)
		case i%10 == 0:
			policy("identity", `{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"*"}`)
		default:
			policy("identity", `{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}`)
		}
	}
	return sys
}

func resource(i, roles int) *model.Element {
	name := fmt.Sprint("e", i)
	e := &model.Element{ID: name, Name: name, Provider: "aws", Tags: map[string]string{}}
	switch i % 4 {
	case 0:
		e.Kind, e.Technology, e.Aliases = "store.object", "aws_s3_bucket", []string{"arn:aws:s3:::" + name}
	case 1:
		e.Kind, e.Technology, e.Aliases = "queue", "aws_sqs_queue", []string{"arn:aws:sqs:eu-west-1:" + account + ":" + name}
	case 2:
		e.Kind, e.Technology, e.Aliases = "store.nosql", "aws_dynamodb_table", []string{"arn:aws:dynamodb:eu-west-1:" + account + ":table/" + name}
	case 3:
		e.Kind, e.Technology, e.Aliases = "compute.function", "aws_lambda_function", []string{"arn:aws:lambda:eu-west-1:" + account + ":function:" + name}
		e.RunsAs = fmt.Sprint("role", i%roles)
	}
	return e
}

func byName(i, resources int) string {
	a, b := fmt.Sprint("e", i*4%resources), fmt.Sprint("e", (i*4+2)%resources)
	return fmt.Sprintf(`{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::%s/*"]},{"Effect":"Allow","Action":"dynamodb:*","Resource":"arn:aws:dynamodb:*:%s:table/%s"}`, a, account, b)
}

func TestLargeAccountInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	sys := large(full)
	if len(sys.Policies) < 5000 || len(sys.Identities) < 2000 {
		t.Fatalf("%d policies, %d identities", len(sys.Policies), len(sys.Identities))
	}
	begin := time.Now()
	iam.Decide(sys)
	decided := time.Since(begin)
	Search(sys, Options{})
	t.Logf("decided in %s, searched in %s: %d grants, %d paths", decided, time.Since(begin)-decided, len(sys.Grants), len(sys.Paths))
	// A quiet machine takes under 6 s; the bound leaves room for the packages that
	// are tested beside this one.
	if took := time.Since(begin); took > 40*time.Second {
		t.Errorf("took %s, want at most 40s", took)
	}
}

// BenchmarkLargeAccount measures four sizes. To double the size may take four
// times as long, and no more: "ns/pair" is the time by the square of the number
// of identities, and must not grow.
func BenchmarkLargeAccount(b *testing.B) {
	for _, identities := range []int{full / 8, full / 4, full / 2, full} {
		b.Run(fmt.Sprintf("identities=%d", identities), func(b *testing.B) {
			for b.Loop() {
				sys := large(identities)
				iam.Decide(sys)
				Search(sys, Options{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(identities*identities), "ns/pair")
		})
	}
}
