package iam

import (
	"fmt"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/threatvet/threatvet/internal/model"
)

// account is a generated account with rights as accounts have them: most on a
// few things by name, some on everything of a service, a few on everything; some
// under conditions, within boundaries, through groups and with variables; and
// every tenth thing with a policy of its own. There are five policies for two
// principals.
func account(principals int) *model.System {
	sys := model.New()
	resources := principals * 5 / 2
	policy := func(kind, holder, text string) {
		sys.Policies = append(sys.Policies, &model.Policy{ID: fmt.Sprintf("%s#%s-%d", holder, kind, len(sys.Policies)), Kind: kind, Holder: holder, State: model.Known,
			Document: `{"Version":"2012-10-17","Statement":[` + text + `]}`})
	}
	kinds := []string{"arn:aws:s3:::e%d", "arn:aws:sqs:eu-west-1:111111111111:e%d", "arn:aws:dynamodb:eu-west-1:111111111111:table/e%d", "arn:aws:lambda:eu-west-1:111111111111:function:e%d"}
	for i := range resources {
		id := fmt.Sprint("e", i)
		sys.Elements = append(sys.Elements, &model.Element{ID: id, Provider: "aws", Aliases: []string{fmt.Sprintf(kinds[i%4], i)}, Tags: map[string]string{"team": fmt.Sprint(i % 20)}})
		if i%20 == 0 {
			policy("resource", id, fmt.Sprintf(`{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::e%[1]d","arn:aws:s3:::e%[1]d/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}},{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/i%[2]d"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::e%[1]d/*"}`, i, i%principals))
		}
	}
	for g := range principals / 50 {
		id := fmt.Sprint("group", g)
		sys.Identities = append(sys.Identities, &model.Identity{ID: id, Kind: "group", Name: id, ARN: "arn:aws:iam::111111111111:group/" + id})
		policy("identity", id, fmt.Sprintf(`{"Effect":"Allow","Action":["sqs:ReceiveMessage","sqs:SendMessage"],"Resource":"arn:aws:sqs:*:*:e%d"}`, (g*4+1)%resources))
	}
	for i := range principals {
		kind, id := "role", fmt.Sprint("i", i)
		if i%4 == 3 {
			kind = "user"
		}
		identity := &model.Identity{ID: id, Kind: kind, Name: id, ARN: "arn:aws:iam::111111111111:" + kind + "/" + id}
		if kind == "user" {
			identity.Groups = []string{fmt.Sprint("group", i%max(1, principals/50))}
		} else {
			policy("trust", id, fmt.Sprintf(`{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com","AWS":"arn:aws:iam::111111111111:role/i%d"}}`, (i*7+1)%principals))
		}
		sys.Identities = append(sys.Identities, identity)
		policy("identity", id, fmt.Sprintf(`{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::e%d/*"},{"Effect":"Allow","Action":"dynamodb:*","Resource":"arn:aws:dynamodb:*:111111111111:table/e%d"}`, i*4%resources, (i*4+2)%resources))
		switch {
		case i%200 == 0:
			policy("identity", id, `{"Effect":"Allow","Action":"*","Resource":"*"}`)
		case i%50 == 0:
			policy("identity", id, `{"Effect":"Allow","Action":["iam:PassRole","lambda:*"],"Resource":"*"},{"Effect":"Deny","Action":"lambda:DeleteFunction","Resource":"*"}`)
		case i%40 == 1:
			policy("identity", id, `{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"7"}}}`)
		case i%10 == 0:
			policy("identity", id, `{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"*"}`)
		case i%10 == 1:
			policy("identity", id, `{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::e1*/${aws:username}/*"}`)
			policy("boundary", id, `{"Effect":"Allow","Action":["s3:*","sqs:*"],"Resource":"*"}`)
		default:
			policy("identity", id, `{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}`)
		}
	}
	return sys
}

// cpu is the time that this process has computed, whatever else the machine
// does.
func cpu(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Skip(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestCostGrowsNoWorseThanQuadratically decides four sizes. With twice the
// principals there are twice the things that those who may do all may do.
func TestCostGrowsNoWorseThanQuadratically(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	var took []time.Duration
	for _, n := range []int{125, 250, 500, 1000} {
		sys := account(n)
		runtime.GC()
		begin := cpu(t)
		Decide(sys)
		took = append(took, cpu(t)-begin)
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Logf("%d principals, %d policies, %d resources: %s, %d grants, %d MB", n, len(sys.Policies), len(sys.Elements), took[len(took)-1], len(sys.Grants), m.HeapAlloc>>20)
	}
	if growth := float64(took[3]) / float64(took[1]); growth > 24 {
		t.Errorf("four times the principals take %.1f times as long, want at most 16 and half as much for noise", growth)
	}
	if took[3] > 30*time.Second {
		t.Errorf("1,000 principals take %s", took[3])
	}
}

func BenchmarkDecide(b *testing.B) {
	for b.Loop() {
		Decide(account(2000))
	}
}
