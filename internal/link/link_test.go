package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/builds"
	"github.com/threatvet/threatvet/internal/model"
)

func service(id string, names ...string) *model.Element {
	e := &model.Element{ID: id, Kind: "go.service"}
	for i, n := range names {
		e.Reads = append(e.Reads, model.ConfigRead{Origin: "env", Name: n, Location: model.Location{File: "main.go", Line: i + 1}})
	}
	return e
}

// host sets variables; a name followed by a second string refers to that id.
func host(id string, pairs ...string) *model.Element {
	e := &model.Element{ID: id, Kind: "compute.container"}
	for i := 0; i < len(pairs); i += 2 {
		v := model.EnvVar{Name: pairs[i], Value: model.Fact{State: model.Known, Evidence: []model.Evidence{{Location: model.Location{File: "main.tf", Line: i + 1}}}}}
		if pairs[i+1] != "" {
			v.RefersTo = []string{pairs[i+1]}
		}
		e.Environment = append(e.Environment, v)
	}
	return e
}

func TestPlace(t *testing.T) {
	tests := []struct {
		name     string
		elements []*model.Element
		want     map[string]string // service -> host
	}{
		{
			name:     "a setting that names a resource",
			elements: []*model.Element{service("go:x/api", "TABLE"), host("aws_lambda_function.f", "TABLE", "aws_dynamodb_table.t")},
			want:     map[string]string{"go:x/api": "aws_lambda_function.f"},
		},
		{
			name: "two programs share a setting, each is placed by what is its own",
			elements: []*model.Element{
				service("go:x/web", "QUEUE", "BUCKET"), service("go:x/worker", "QUEUE", "KEY"),
				host("a.one", "QUEUE", "q", "BUCKET", "b"), host("a.two", "QUEUE", "q", "KEY", ""),
			},
			want: map[string]string{"go:x/web": "a.one", "go:x/worker": "a.two"},
		},
		{
			name:     "a setting that every program has says nothing",
			elements: []*model.Element{service("go:x/api", "PORT", "LOG_LEVEL"), host("a.one", "PORT", "", "LOG_LEVEL", "")},
			want:     map[string]string{},
		},
		{
			name:     "two programs that fit equally well are left open",
			elements: []*model.Element{service("go:x/one", "QUEUE"), service("go:x/two", "QUEUE"), host("a.host", "QUEUE", "q")},
			want:     map[string]string{},
		},
		{
			name:     "the name settles it",
			elements: []*model.Element{service("go:x/one", "QUEUE"), service("go:x/two", "QUEUE"), host("aws_ecs_task_definition.two", "QUEUE", "q")},
			want:     map[string]string{"go:x/two": "aws_ecs_task_definition.two"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := &model.System{Elements: tt.elements}
			Join(sys, Evidence{})
			got := map[string]string{}
			for _, e := range sys.Elements {
				if e.PartOf != "" {
					got[e.ID] = e.PartOf
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFlowReachesWhatTheSettingNames(t *testing.T) {
	secret := &model.Element{ID: "secret", Kind: "secret_store", References: []model.Reference{{To: "db"}}}
	sys := &model.System{
		Elements: []*model.Element{
			service("go:x/api", "BUCKET", "DSN"),
			{ID: "go:x/api.Get", Kind: "go.handler", PartOf: "go:x/api"},
			host("a.host", "BUCKET", "bucket", "DSN", "secret"),
			{ID: "bucket", Kind: "store.object"}, {ID: "db", Kind: "store.sql"}, secret,
		},
		Flows: []*model.Flow{
			{ID: "1", From: "go:x/api.Get", Target: &model.Target{Origin: "env", Name: "BUCKET", Service: "s3"}},
			{ID: "2", From: "go:x/api", Target: &model.Target{Origin: "env", Name: "DSN", Service: "sql"}},
			{ID: "3", From: "go:x/api", Target: &model.Target{Origin: "env", Name: "BUCKET", Service: "sqs"}},
			{ID: "4", From: "go:x/api", Target: &model.Target{Origin: "request", Service: "http"}},
		},
	}
	Join(sys, Evidence{})
	got := map[string]string{}
	for _, f := range sys.Flows {
		got[f.ID] = f.To
	}
	want := map[string]string{"1": "bucket", "2": "db", "3": "", "4": ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(sys.Links) != 2 || sys.Links[0].Via != "BUCKET" || sys.Links[0].RefersTo != "bucket" || len(sys.Links[0].Evidence) != 2 {
		t.Errorf("links = %+v", sys.Links)
	}
}

func TestOwnersGoBeforeEvidence(t *testing.T) {
	system := func() *model.System {
		return &model.System{Elements: []*model.Element{service("go:x/api", "TABLE"), host("a.right", "TABLE", "t"), host("a.other")}}
	}
	tests := []struct {
		name   string
		stated []Stated
		partOf string
		links  []string // kind and receiver
	}{
		{"nothing said", nil, "a.right", []string{"env a.right"}},
		{"denied", []Stated{{Program: "go:x/api", Host: "a.right", Denied: true}}, "", nil},
		{"stated", []Stated{{Program: "go:x/api", Host: "a.other"}}, "a.other", []string{"stated a.other", "env a.right"}},
		{"stated and denied", []Stated{{Program: "go:x/api", Host: "a.other"}, {Program: "go:x/api", Host: "a.right", Denied: true}}, "a.other", []string{"stated a.other"}},
		{"what is found already", []Stated{{Program: "go:x/api", Host: "a.right"}}, "a.right", []string{"stated a.right", "env a.right"}},
		{"denied for another", []Stated{{Program: "go:x/none", Host: "a.right", Denied: true}}, "a.right", []string{"env a.right"}},
	}
	for _, tt := range tests {
		sys := system()
		Join(sys, Evidence{Stated: tt.stated})
		var got []string
		for _, l := range sys.Links {
			got = append(got, l.Kind+" "+l.To)
		}
		if sys.Elements[0].PartOf != tt.partOf || !cmp.Equal(got, tt.links) {
			t.Errorf("%s: part of %q, links %v; want %q, %v", tt.name, sys.Elements[0].PartOf, got, tt.partOf, tt.links)
		}
	}
}

func TestBetweenAndCompare(t *testing.T) {
	sys := &model.System{
		Elements: []*model.Element{
			service("go:x/api", "TABLE", "KEY"), {ID: "go:x/api.Get", Kind: "go.handler", PartOf: "go:x/api"}, service("go:x/twin", "TABLE", "KEY", "HOST_ONLY"),
			host("a.host", "TABLE", "t", "MODE", "", "PORT", ""), {ID: "t", Kind: "store.nosql"},
		},
		Flows: []*model.Flow{{ID: "f", From: "go:x/api.Get", To: "t"}, {ID: "elsewhere", From: "go:x/twin", To: "t"}, {ID: "open", From: "go:x/api"}},
		Links: []*model.Link{{ID: "l", From: "go:x/api", To: "a.host", RefersTo: "t"}},
	}
	for _, two := range [][2]string{{"go:x/api", "t"}, {"t", "go:x/api"}} {
		links, flows := Between(sys, two[0], two[1])
		if len(links) != 1 || len(flows) != 1 || flows[0].ID != "f" {
			t.Errorf("%v: %d links, flows %v", two, len(links), flows)
		}
	}
	if links, flows := Between(sys, "a.host", "t"); len(links)+len(flows) != 0 {
		t.Errorf("the program's links are not the host's: %v %v", links, flows)
	}
	got, ok := Compare(sys, "go:x/api", "a.host")
	want := Comparison{Shared: []string{"TABLE"}, Missing: []string{"KEY"}, Extra: []string{"MODE"}}
	if diff := cmp.Diff(want, got); !ok || diff != "" {
		t.Error(diff)
	}
	if got, _ := Compare(sys, "go:x/twin", "a.host"); len(got.Rivals) != 1 || got.Rivals[0] != "go:x/api" {
		t.Errorf("rivals %v", got.Rivals)
	}
	for _, two := range [][2]string{{"a.host", "go:x/api"}, {"go:x/api", "t"}, {"go:x/api", "nowhere"}} {
		if _, ok := Compare(sys, two[0], two[1]); ok {
			t.Errorf("%v were compared", two)
		}
	}
}

func TestWhatIsMadeOfPrograms(t *testing.T) {
	program := func(dir string, names ...string) *model.Element {
		e := service("go:x/"+dir, names...)
		e.Location.File = dir + "/main.go"
		return e
	}
	running := func(id, fact string, value any) *model.Element {
		e := host(id)
		e.Facts = map[string]model.Fact{fact: {Value: value, State: model.Known, Evidence: []model.Evidence{{Location: model.Location{File: "main.tf", Line: 9}}}}}
		return e
	}
	image := func(program, name string) builds.Artifact {
		return builds.Artifact{Program: program, Kind: builds.Image, Name: name, Evidence: model.Evidence{Location: model.Location{File: "Makefile", Line: 3}}}
	}
	file := func(program, name string) builds.Artifact {
		return builds.Artifact{Program: program, Kind: builds.File, Name: name}
	}
	ecr := "111111111111.dkr.ecr.eu-west-1.amazonaws.com/"
	tests := []struct {
		name     string
		elements []*model.Element
		made     []builds.Artifact
		partOf   map[string]string
		links    []string // kind, via, strength
	}{
		{"an image by its whole name", []*model.Element{program("web", "A", "B"), running("a.host", "images", []string{ecr + "shop/web:1"})},
			[]builds.Artifact{image("web", "shop/web")}, map[string]string{"go:x/web": "a.host"}, []string{"image shop/web strong"}},
		{"a word that others use too, and nothing else", []*model.Element{program("web", "A"), running("a.host", "images", []string{ecr + "shop/web:1"})},
			[]builds.Artifact{image("web", "web")}, nil, nil},
		{"a word, of a program that reads no settings", []*model.Element{program("web"), running("a.host", "images", []string{ecr + "shop/web:1"})},
			[]builds.Artifact{image("web", "web")}, map[string]string{"go:x/web": "a.host"}, []string{"image web weak"}},
		{"another image", []*model.Element{program("web"), running("a.host", "images", []string{ecr + "shop/webhook:1"})},
			[]builds.Artifact{image("web", "shop/web")}, nil, nil},
		{"an archive", []*model.Element{program("web"), running("aws_lambda_function.f", "code_file", "../release/inventory.zip")},
			[]builds.Artifact{file("web", "inventory")}, map[string]string{"go:x/web": "aws_lambda_function.f"}, []string{"archive inventory.zip strong"}},
		{"a handler", []*model.Element{program("web"), running("aws_lambda_function.f", "starts", "inventory")},
			[]builds.Artifact{file("web", "inventory")}, map[string]string{"go:x/web": "aws_lambda_function.f"}, []string{"handler inventory strong"}},
		{"what is made decides against settings", []*model.Element{
			program("one", "QUEUE", "KEY"), program("two", "QUEUE"),
			func() *model.Element {
				e := running("a.host", "images", []string{"ghcr.io/shop/two"})
				e.Environment = host("", "QUEUE", "q", "KEY", "k").Environment
				return e
			}(),
		}, []builds.Artifact{image("two", "shop/two")}, map[string]string{"go:x/two": "a.host"}, []string{"image shop/two strong", "env QUEUE strong"}},
		{"an image that is not known", []*model.Element{program("web"), running("a.host", "images", nil)},
			[]builds.Artifact{image("web", "shop/web")}, nil, nil},
	}
	for _, tt := range tests {
		sys := &model.System{Elements: tt.elements}
		Join(sys, Evidence{Artifacts: tt.made})
		var partOf map[string]string
		for _, e := range sys.Elements {
			if e.PartOf != "" {
				if partOf == nil {
					partOf = map[string]string{}
				}
				partOf[e.ID] = e.PartOf
			}
		}
		var links []string
		for _, l := range sys.Links {
			links = append(links, l.Kind+" "+l.Via+" "+l.Strength)
		}
		if diff := cmp.Diff(tt.partOf, partOf) + cmp.Diff(tt.links, links); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}
