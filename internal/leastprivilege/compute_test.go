package leastprivilege_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclparse"

	"github.com/threatvet/threatvet/internal/leastprivilege"
	"github.com/threatvet/threatvet/internal/model"
)

const role = "aws_iam_role.app"

// estate is a program in a task whose role may read and write two buckets, and
// that reads one of them.
func estate() *model.System {
	known := func(v any) model.Fact { return model.Fact{Value: v, State: model.Known} }
	right := func(on, level string, actions ...string) *model.Grant {
		return &model.Grant{
			ID: role + " -> " + on + "#" + level, Identity: role, On: on, Level: level, Actions: actions, Certain: true,
			Evidence: []model.Evidence{{Address: role}},
		}
	}
	return &model.System{
		Identities: []*model.Identity{{ID: role, Kind: "role", ARN: "arn:aws:iam::111111111111:role/app", UsedBy: []string{"aws_ecs_task_definition.app"}}},
		Elements: []*model.Element{
			{ID: "aws_ecs_task_definition.app", Kind: "compute.container", RunsAs: role, Facts: map[string]model.Fact{"images": known([]string{"app"})}},
			{ID: "go:app", Kind: "go.service", PartOf: "aws_ecs_task_definition.app", Facts: map[string]model.Fact{}},
			{ID: "go:app.Get", Kind: "go.handler", PartOf: "go:app"},
			{ID: "aws_s3_bucket.mine", Kind: "store.object", Name: "mine", Aliases: []string{"arn:aws:s3:::mine"}},
			{ID: `module.x["a"].aws_s3_bucket.other`, Kind: "store.object", Name: "other", Aliases: []string{"arn:aws:s3:::other"}},
			{ID: "aws_sqs_queue.jobs", Kind: "queue", Name: "jobs", Aliases: []string{"arn:aws:sqs:eu-west-1:111111111111:jobs"}},
			{ID: "aws_kms_key.main", Kind: "kms_key", Aliases: []string{"arn:aws:kms:eu-west-1:111111111111:key/main"}},
		},
		Links: []*model.Link{{From: "go:app", To: "aws_ecs_task_definition.app", Kind: "image", Strength: "strong"}},
		Flows: []*model.Flow{{ID: "f1", From: "go:app.Get", To: "aws_s3_bucket.mine", Operation: "s3:HeadObject"}},
		Grants: []*model.Grant{
			right("aws_s3_bucket.mine", "read", "s3:GetObject"), right("aws_s3_bucket.mine", "write", "s3:PutObject"),
			right(`module.x["a"].aws_s3_bucket.other`, "read", "s3:GetObject"), right("aws_sqs_queue.jobs", "write", "sqs:SendMessage"),
		},
	}
}

func use(sys *model.System) *model.Use {
	leastprivilege.Compute(sys)
	return sys.Identities[0].Use
}

func TestUnused(t *testing.T) {
	const mineWrite, otherRead, jobsWrite = "mine#write", "other#read", "jobs#write"
	flow := func(to, operation string) func(*model.System) {
		return func(s *model.System) {
			s.Flows = append(s.Flows, &model.Flow{ID: "f2", From: "go:app", To: to, Operation: operation})
		}
	}
	for name, c := range map[string]struct {
		change func(*model.System)
		want   []string
	}{
		"as it is":                         {func(*model.System) {}, []string{mineWrite, jobsWrite, otherRead}},
		"it writes too":                    {flow("aws_s3_bucket.mine", "s3:UploadPart"), []string{jobsWrite, otherRead}},
		"it reads the other":               {flow(`module.x["a"].aws_s3_bucket.other`, "s3:GetObject"), []string{mineWrite, jobsWrite}},
		"it reads something":               {flow("", "s3:GetObject"), []string{mineWrite, jobsWrite}},
		"it lists something":               {flow("", "s3:ListObjectsV2"), []string{mineWrite, jobsWrite, otherRead}},
		"a batch is sent":                  {flow("aws_sqs_queue.jobs", "sqs:SendMessageBatch"), []string{mineWrite, otherRead}},
		"an operation that nobody knows":   {flow("", "s3:FrobnicateObject"), []string{jobsWrite}},
		"the queue is reached by HTTP":     {flow("aws_sqs_queue.jobs", ""), []string{mineWrite, otherRead}},
		"the queue's address is a setting": {func(s *model.System) { s.Links[0].RefersTo = "aws_sqs_queue.jobs" }, []string{mineWrite, otherRead}},
		"a dependency calls S3": {func(s *model.System) {
			s.Elements[1].Facts["dependencies_call"] = model.Fact{Value: []string{"s3"}, State: model.Known}
		}, []string{jobsWrite}},
		"a right from the resource": {func(s *model.System) { s.Grants[2].Evidence[0].Address = s.Grants[2].On }, []string{mineWrite, jobsWrite}},
	} {
		t.Run(name, func(t *testing.T) {
			sys := estate()
			c.change(sys)
			u := use(sys)
			if u == nil {
				t.Fatal("nothing was compared")
			}
			var got []string
			for _, id := range u.Unused {
				got = append(got, id[strings.LastIndex(id, ".")+1:])
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(c.want))
			if !slices.Equal(got, want) {
				t.Errorf("unused %v, want %v", got, want)
			}
		})
	}
}

// TestNotCompared are the cases in which something may run as the identity that
// is not seen: nothing may be said then.
func TestNotCompared(t *testing.T) {
	for name, change := range map[string]func(*model.System){
		"a second image": func(s *model.System) {
			s.Elements[0].Facts["images"] = model.Fact{Value: []string{"app", "agent"}, State: model.Known}
		},
		"weak evidence":      func(s *model.System) { s.Links[0].Strength = "weak" },
		"no program":         func(s *model.System) { s.Elements[1].PartOf = "" },
		"a machine":          func(s *model.System) { s.Elements[0].Kind = "compute.vm" },
		"another user of it": func(s *model.System) { s.Identities[0].UsedBy = append(s.Identities[0].UsedBy, "aws_kms_key.main") },
		"others may take it on": func(s *model.System) {
			s.Grants = append(s.Grants, &model.Grant{Identity: "other", On: role, Actions: []string{"sts:AssumeRole"}})
		},
		"dependencies call any": func(s *model.System) {
			s.Elements[1].Facts["dependencies_call"] = model.Fact{Value: []string{"*"}, State: model.Known}
		},
		"no call is seen":        func(s *model.System) { s.Flows = nil },
		"an identity of another": func(s *model.System) { s.Identities[0].ARN = "" },
	} {
		t.Run(name, func(t *testing.T) {
			sys := estate()
			change(sys)
			if u := use(sys); u != nil {
				t.Errorf("compared: %+v", u)
			}
		})
	}
}

func TestSmallest(t *testing.T) {
	sys := estate()
	sys.Flows = append(sys.Flows,
		&model.Flow{ID: "f2", From: "go:app", To: `module.x["a"].aws_s3_bucket.other`, Operation: "s3:CopyObject"},
		&model.Flow{ID: "f3", From: "go:app", To: "aws_s3_bucket.mine", Operation: "s3:ListObjectsV2"},
		&model.Flow{ID: "f4", From: "go:app", Operation: "sns:Publish"},
	)
	sys.Elements[3].References = []model.Reference{{To: "aws_kms_key.main"}}
	sys.Grants = append(sys.Grants, &model.Grant{ID: "k", Identity: role, On: "aws_kms_key.main", Level: "read", Actions: []string{"kms:Decrypt"}, Evidence: []model.Evidence{{Address: role}}})
	sys.Links[0].RefersTo = "aws_sqs_queue.jobs"
	want := `data "aws_iam_policy_document" "app" {
  statement {
    actions = ["s3:ListBucket"]
    resources = [
      aws_s3_bucket.mine.arn,
    ]
  }

  statement {
    actions = ["s3:GetObject"]
    resources = [
      "${aws_s3_bucket.mine.arn}/*",
    ]
  }

  statement {
    actions = ["kms:Decrypt"]
    resources = [
      aws_kms_key.main.arn,
    ]
  }

  statement {
    actions = ["s3:GetObject", "s3:PutObject"]
    resources = [
      "arn:aws:s3:::other/*", # module.x["a"].aws_s3_bucket.other
    ]
  }

  statement {
    actions = ["sqs:SendMessage"]
    resources = [
      aws_sqs_queue.jobs.arn, # as today, its use is not seen in the code
    ]
  }

  statement {
    actions = ["sns:Publish"]
    resources = [
      "*", # the code does not say on what
    ]
  }
}
`
	got := use(sys).Smallest
	if got != want {
		t.Errorf("got\n%s", got)
	}
	if _, diags := hclparse.NewParser().ParseHCL([]byte(got), "policy.tf"); diags.HasErrors() {
		t.Error(diags)
	}
}
