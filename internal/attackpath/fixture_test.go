package attackpath

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// fixture is a small system in which a technique works, or does not.
type fixture struct {
	Why          string                       `hcl:"why,label"`
	From         string                       `hcl:"from,optional"`
	Allow        []string                     `hcl:"allow,optional"`
	On           string                       `hcl:"on,optional"`
	Condition    map[string]map[string]string `hcl:"condition,optional"` // on Allow
	Plain        []string                     `hcl:"plain,optional"`     // allowed without it
	Deny         []string                     `hcl:"deny,optional"`
	Boundary     []string                     `hcl:"boundary,optional"`
	Open         []string                     `hcl:"open,optional"` // allowed to everybody by the bucket's policy
	Trusts       []string                     `hcl:"trusts,optional"`
	TrustAccount bool                         `hcl:"trust_account,optional"`
	TrustNames   string                       `hcl:"trust_names,optional"`
	Provider     string                       `hcl:"provider,optional"` // that vouches for who may become role.victim
	Claims       string                       `hcl:"claims,optional"`   // the subject that the trust asks for
	Executes     bool                         `hcl:"executes,optional"` // role.victim can become role.other, an administrator
	Counts       map[string]int               `hcl:"counts,optional"`
	CodeFrom     map[string]string            `hcl:"code_from,optional"` // element to where its code lies
	Limited      string                       `hcl:"limited,optional"`   // the attacker is an administrator but for this form of policy
	Facts        map[string]bool              `hcl:"facts,optional"`
	Takes        map[string]string            `hcl:"takes,optional"` // element to the call by which the program takes what lies there
	Lists        map[string]string            `hcl:"lists,optional"` // element to its fact that lists role.victim
	Tags         map[string]string            `hcl:"tags,optional"`
	Exposure     map[string]string            `hcl:"exposure,optional"`
	Weakness     string                       `hcl:"weakness,optional"`
	OnHost       string                       `hcl:"on_host,optional"`
	Driven       string                       `hcl:"driven,optional"`
	Flows        map[string]string            `hcl:"flows,optional"`   // sender to receiver
	Feeds        map[string]string            `hcl:"feeds,optional"`   // sender to the action that sets off the program's host
	Names        map[string]string            `hcl:"names,optional"`   // element to its host name
	Trusted      map[string]string            `hcl:"trusted,optional"` // element to an address that it trusts
	Secret       string                       `hcl:"secret,optional"`
	Trail        string                       `hcl:"trail,optional"`  // what the audit trail writes to
	Serves       string                       `hcl:"serves,optional"` // a service that Open lets in, on what On names
	Data         string                       `hcl:"data,optional"`
	Without      []string                     `hcl:"without,optional"`
	Cloud        string                       `hcl:"cloud,optional"`     // one that works with role bindings; see boundSystem
	Bindings     []string                     `hcl:"bindings,optional"`  // there: who | role or permissions | on
	When         string                       `hcl:"when,optional"`      // there: the condition of the attacker's
	Rule         string                       `hcl:"rule,optional"`      // there: a rule of the organisation in force
	Attribute    string                       `hcl:"attribute,optional"` // there: of CodeFrom
	Scopes       map[string][]string          `hcl:"scopes,optional"`    // there: of the tokens of a machine
	Places       map[string]string            `hcl:"places,optional"`    // for these six see networked
	Lets         map[string]string            `hcl:"lets,optional"`
	Settings     map[string]map[string]string `hcl:"settings,optional"`
	Opens        map[string]string            `hcl:"opens,optional"`
	Outside      string                       `hcl:"outside,optional"`
	Reader       string                       `hcl:"reader,optional"`
	Forger       string                       `hcl:"forger,optional"` // runs a handler, open to the internet, that sends requests of anyone's choice
}

type fixtures struct {
	Techniques []struct {
		ID     string    `hcl:"id,label"`
		Finds  []fixture `hcl:"finds,block"`
		Silent []fixture `hcl:"silent,block"`
	} `hcl:"technique,block"`
}

// readFixtures reads testdata/techniques/*.hcl: for each technique systems in
// which it works and in which it does not. Who attacks is user.attacker, unless
// "from" says otherwise; what they may do is "allow", on what "on" names
// (everything, where it names nothing). role.victim and user.victim are
// administrators; role.victim is what every machine and program runs as, except
// those that are idle.
func readFixtures(t *testing.T) fixtures {
	t.Helper()
	names, err := filepath.Glob("testdata/techniques/*.hcl")
	if err != nil {
		t.Fatal(err)
	}
	var all fixtures
	for _, name := range names {
		var f fixtures
		if err := hclsimple.DecodeFile(name, nil, &f); err != nil {
			t.Fatal(err)
		}
		all.Techniques = append(all.Techniques, f.Techniques...)
	}
	return all
}

// TestEveryTechniqueHasFixtures fails for a technique that nobody has shown to
// work, or to keep quiet.
func TestEveryTechniqueHasFixtures(t *testing.T) {
	has := map[string][2]int{}
	for _, f := range readFixtures(t).Techniques {
		has[f.ID] = [2]int{len(f.Finds), len(f.Silent)}
	}
	for _, technique := range Techniques() {
		if n := has[technique.ID]; n[0] == 0 || n[1] == 0 {
			t.Errorf("%s: %d fixtures in which it works and %d in which it does not, want both", technique.ID, n[0], n[1])
		}
		delete(has, technique.ID)
	}
	for id := range has {
		t.Errorf("fixtures for %s, which is no technique", id)
	}
}

func TestTechniques(t *testing.T) {
	for _, f := range readFixtures(t).Techniques {
		for i, c := range append(slices.Clone(f.Finds), f.Silent...) {
			t.Run(f.ID+"/"+c.Why, func(t *testing.T) {
				t.Parallel()
				want := i < len(f.Finds)
				sys := c.systemFor(f.ID)
				if err := wellFormed(sys); err != nil {
					t.Fatal(err)
				}
				iam.Decide(sys)
				Search(sys, Options{})
				if got := uses(sys, f.ID, c.from()); got != want {
					t.Errorf("technique used: %t, want %t; paths:\n%s", got, want, tell(sys.Paths))
				}
				for _, p := range sys.Paths {
					checkPath(t, p)
				}
			})
		}
	}
}

// uses reports whether a path from the start goes over the technique.
func uses(sys *model.System, technique, start string) bool {
	return slices.ContainsFunc(sys.Paths, func(p *model.Path) bool {
		return p.Start == start && slices.ContainsFunc(p.Steps, func(s model.Step) bool { return s.Technique == technique })
	})
}

// checkPath checks what every path must be.
func checkPath(t *testing.T, p *model.Path) {
	t.Helper()
	if len(p.Steps) == 0 || p.Steps[len(p.Steps)-1].To != p.End {
		t.Errorf("%s ends in %v, not %s", p.ID, p.Steps, p.End)
	}
	held := map[string]bool{p.Start: true}
	for _, s := range p.Steps {
		if !held[s.From] {
			t.Errorf("%s: step from %s, which nothing led to", p.ID, s.From)
		}
		held[s.To] = true
		if s.Sentence == "" || strings.ContainsAny(s.Sentence, "{}") || !strings.HasSuffix(s.Sentence, ".") {
			t.Errorf("%s: %q is no sentence", p.ID, s.Sentence)
		}
		if s.Ease < 1 || s.Ease > 4 || s.Actions == nil {
			t.Errorf("%s: ease %d, actions %v", p.ID, s.Ease, s.Actions)
		}
		if p.Certain && len(s.Assumes) > 0 {
			t.Errorf("%s is certain, and assumes that %v", p.ID, s.Assumes)
		}
	}
}

func tell(paths []*model.Path) string {
	var out strings.Builder
	for _, p := range paths {
		fmt.Fprintf(&out, "  %s -> %s\n", p.Start, p.End)
		for _, s := range p.Steps {
			fmt.Fprintf(&out, "    %s -> %s by %s %v %v\n", s.From, s.To, s.Technique, s.Actions, s.Assumes)
		}
	}
	return out.String()
}

// wellFormed guards against fixtures that are silent because they are wrong.
func wellFormed(sys *model.System) error {
	for _, p := range sys.Policies {
		if p.Document == "" {
			continue
		}
		if _, err := iam.Parse(p.Document); err != nil {
			return fmt.Errorf("%s: %w", p.ID, err)
		}
	}
	return nil
}

func (f fixture) from() string {
	switch {
	case f.From != "":
	case f.Cloud != "":
		return mallory
	default:
		return "user.attacker"
	}
	return f.From
}

const account = "111111111111"

// stock is what the system of every fixture holds. What is idle runs as nobody.
var stock = []struct{ id, kind, technology, arn string }{
	{"app", "ci.pipeline", "aws_amplify_app", "arn:aws:amplify:eu-west-1:" + account + ":apps/app"},
	{"bucket", "store.object", "aws_s3_bucket", "arn:aws:s3:::bucket"},
	{"code", "store.object", "aws_s3_bucket", "arn:aws:s3:::code"},
	{"database", "store.sql", "aws_db_instance", "arn:aws:rds:eu-west-1:" + account + ":db:database"},
	{"definition", "compute.container", "aws_batch_job_definition", "arn:aws:batch:eu-west-1:" + account + ":job-definition/definition:1"},
	{"document", "iac.config", "aws_ssm_document", "arn:aws:ssm:eu-west-1:" + account + ":document/document"},
	{"eks", "k8s.cluster", "aws_eks_cluster", "arn:aws:eks:eu-west-1:" + account + ":cluster/eks"},
	{"endpoint", "compute.batch", "aws_glue_dev_endpoint", "arn:aws:glue:eu-west-1:" + account + ":devEndpoint/endpoint"},
	{"environment", "compute.vm", "aws_elastic_beanstalk_environment", "arn:aws:elasticbeanstalk:eu-west-1:" + account + ":environment/app/environment"},
	{"function", "compute.function", "aws_lambda_function", "arn:aws:lambda:eu-west-1:" + account + ":function:function"},
	{"group", "compute.vm", "aws_autoscaling_group", "arn:aws:autoscaling:eu-west-1:" + account + ":autoScalingGroup:0:autoScalingGroupName/group"},
	{"guests", "identity_provider", "aws_cognito_identity_pool_roles_attachment", ""},
	{"idle-cluster", "compute.batch", "aws_ecs_cluster", "arn:aws:ecs:eu-west-1:" + account + ":cluster/cluster"},
	{"idle-job", "compute.batch", "aws_glue_job", "arn:aws:glue:eu-west-1:" + account + ":job/idle"},
	{"idle-machine", "compute.vm", "aws_instance", "arn:aws:ec2:eu-west-1:" + account + ":instance/i-1"},
	{"idle-project", "ci.runner", "aws_codebuild_project", "arn:aws:codebuild:eu-west-1:" + account + ":project/idle"},
	{"idle-schedule", "compute.batch", "aws_scheduler_schedule", "arn:aws:scheduler:eu-west-1:" + account + ":schedule/default/idle"},
	{"idle-service", "compute.container", "aws_ecs_service", "arn:aws:ecs:eu-west-1:" + account + ":service/cluster/idle"},
	{"idle-workload", "k8s.workload", "kubernetes_deployment", ""},
	{"idle-states", "compute.batch", "aws_sfn_state_machine", "arn:aws:states:eu-west-1:" + account + ":stateMachine:idle"},
	{"interpreter", "compute.container", "aws_bedrockagentcore_code_interpreter", "arn:aws:bedrock-agentcore:eu-west-1:" + account + ":code-interpreter-custom/interpreter"},
	{"job", "compute.batch", "aws_glue_job", "arn:aws:glue:eu-west-1:" + account + ":job/job"},
	{"key", "kms_key", "aws_kms_key", "arn:aws:kms:eu-west-1:" + account + ":key/key"},
	{"detector", "log.detector", "aws_guardduty_detector", "arn:aws:guardduty:eu-west-1:" + account + ":detector/0"},
	{"nodegroup", "compute.vm", "aws_eks_node_group", "arn:aws:eks:eu-west-1:" + account + ":nodegroup/eks/nodegroup/0"},
	{"layer", "iac.config", "aws_lambda_layer_version", "arn:aws:lambda:eu-west-1:" + account + ":layer:layer"},
	{"logs", "log.sink", "aws_cloudwatch_log_group", "arn:aws:logs:eu-west-1:" + account + ":log-group:logs"},
	{"machine", "compute.vm", "aws_instance", "arn:aws:ec2:eu-west-1:" + account + ":instance/i-0"},
	{"notebook", "compute.vm", "aws_sagemaker_notebook_instance", "arn:aws:sagemaker:eu-west-1:" + account + ":notebook-instance/notebook"},
	{"nodes", "compute.vm", "aws_emr_cluster", "arn:aws:elasticmapreduce:eu-west-1:" + account + ":cluster/j-0"},
	{"permissions", "identity.role", "aws_ssoadmin_permission_set", "arn:aws:sso:::permissionSet/ssoins-0/ps-0"},
	{"keypair", "secret_store", "tls_private_key", ""},
	{"parameter", "secret_store", "aws_ssm_parameter", "arn:aws:ssm:eu-west-1:" + account + ":parameter/parameter"},
	{"pods", "k8s.workload", "aws_eks_pod_identity_association", "arn:aws:eks:eu-west-1:" + account + ":podidentityassociation/eks/a-0"},
	{"policy.mine", "identity.policy", "aws_iam_policy", "arn:aws:iam::" + account + ":policy/mine"},
	{"policy.other", "identity.policy", "aws_iam_policy", "arn:aws:iam::" + account + ":policy/other"},
	{"pool", "identity_provider", "aws_cognito_identity_pool", "arn:aws:cognito-identity:eu-west-1:" + account + ":identitypool/pool"},
	{"profile", "identity.instance_profile", "aws_iam_instance_profile", "arn:aws:iam::" + account + ":instance-profile/profile"},
	{"project", "ci.runner", "aws_codebuild_project", "arn:aws:codebuild:eu-west-1:" + account + ":project/project"},
	{"queue", "queue", "aws_sqs_queue", "arn:aws:sqs:eu-west-1:" + account + ":queue"},
	{"record", "dns.record", "aws_route53_record", ""},
	{"registry", "store.registry", "aws_ecr_repository", "arn:aws:ecr:eu-west-1:" + account + ":repository/registry"},
	{"repository", "store.registry", "aws_codecommit_repository", "arn:aws:codecommit:eu-west-1:" + account + ":repository"},
	{"runner", "compute.container", "aws_apprunner_service", "arn:aws:apprunner:eu-west-1:" + account + ":service/runner/0"},
	{"saml", "identity_provider", "aws_iam_saml_provider", "arn:aws:iam::" + account + ":saml-provider/saml"},
	{"service", "compute.container", "aws_ecs_service", "arn:aws:ecs:eu-west-1:" + account + ":service/cluster/service"},
	{"snapshot", "store.snapshot", "aws_ebs_snapshot", "arn:aws:ec2:eu-west-1::snapshot/snap-0"},
	{"stack", "iac.config", "aws_cloudformation_stack", "arn:aws:cloudformation:eu-west-1:" + account + ":stack/stack/0"},
	{"stackset", "compute.batch", "aws_cloudformation_stack_set", "arn:aws:cloudformation:eu-west-1:" + account + ":stackset/stackset:0"},
	{"state", "ci.state", "terraform_backend_s3", "arn:aws:s3:::states/shop.tfstate"},
	{"states", "compute.batch", "aws_sfn_state_machine", "arn:aws:states:eu-west-1:" + account + ":stateMachine:states"},
	{"studio", "compute.vm", "aws_sagemaker_user_profile", "arn:aws:sagemaker:eu-west-1:" + account + ":user-profile/d-0/studio"},
	{"task", "compute.container", "aws_ecs_task_definition", "arn:aws:ecs:eu-west-1:" + account + ":task-definition/task:1"},
	{"template", "compute.vm", "aws_launch_template", "arn:aws:ec2:eu-west-1:" + account + ":launch-template/lt-0"},
	{"topic", "topic", "aws_sns_topic", "arn:aws:sns:eu-west-1:" + account + ":topic"},
	{"trail", "log.trail", "aws_cloudtrail", "arn:aws:cloudtrail:eu-west-1:" + account + ":trail/trail"},
	{"vault", "store.snapshot", "aws_backup_vault", "arn:aws:backup:eu-west-1:" + account + ":backup-vault:vault"},
}

func (f fixture) system() *model.System { return f.systemFor("") }

// systemFor leaves out what neither the fixture nor the technique speaks of:
// deciding rights on all of it takes most of the time.
func (f fixture) systemFor(technique string) *model.System {
	if f.Cloud != "" {
		return f.boundSystem()
	}
	sys := model.New()
	f.addElements(sys, technique)
	networked{f.Places, f.Lets, f.Settings, f.Opens, f.Outside, f.Reader, f.Facts}.addNetwork(sys)
	f.addIdentities(sys)
	f.addPolicies(sys)
	f.addCode(sys)
	if f.Data != "" {
		sys.DataAssets = append(sys.DataAssets, &model.DataAsset{ID: "data", Confidentiality: 4, Integrity: 4, Declared: true, FoundIn: []string{f.Data}})
	}
	if f.Trail != "" {
		sys.Flows = append(sys.Flows, &model.Flow{ID: "trail -> " + f.Trail, From: "trail", To: f.Trail})
	}
	if f.Weakness == "sql_injection" || f.Weakness != "" && slices.Contains(f.Without, "role.victim") {
		sys.DataAssets = append(sys.DataAssets, &model.DataAsset{ID: "rows", Confidentiality: 4, Declared: true, FoundIn: []string{"database"}})
	}
	return sys
}

// base is what every fixture holds of the stock.
var base = []string{"bucket", "database", "function", "machine", "policy.mine", "policy.other", "profile", "project", "service", "task", "idle-cluster"}

func (f fixture) holds(id, technology, technique string) bool {
	if slices.Contains(f.Without, id) {
		return false
	}
	named := fmt.Sprint(f.On, f.Trail, f.Secret, f.CodeFrom, f.Driven, f.Facts, f.Counts, f.Data, f.Provider, f.OnHost, f.Weakness, f.Exposure, f.Tags, f.Flows, f.Feeds, f.Takes, f.Lists, f.Names, f.Trusted, f.Places)
	if slices.Contains(base, id) || strings.Contains(named, id) || f.Trail != "" && id == "trail" {
		return true
	}
	return slices.ContainsFunc(Techniques(), func(t *Technique) bool {
		return t.ID == technique && (slices.Contains(t.Technologies, technology) || slices.Contains(t.Where.Exists, technology))
	})
}

func (f fixture) addElements(sys *model.System, technique string) {
	for _, s := range stock {
		if !f.holds(s.id, s.technology, technique) {
			continue
		}
		e := &model.Element{ID: s.id, Kind: s.kind, Technology: s.technology, Name: s.id, Provider: "aws", Aliases: aliases(s.arn), Facts: map[string]model.Fact{}, Tags: map[string]string{}}
		if !strings.HasPrefix(s.kind, "store.") && !strings.HasPrefix(s.kind, "log.") && s.kind != "k8s.cluster" && s.kind != "kms_key" && s.kind != "secret_store" && s.kind != "ci.state" && s.kind != "identity.policy" && s.kind != "identity.role" && s.kind != "queue" && s.kind != "topic" && s.id != "saml" {
			e.RunsAs = "role.victim"
		}
		if slices.Contains(f.Without, "role.victim") || strings.HasPrefix(s.id, "idle") {
			e.RunsAs = ""
		}
		if s.kind == "compute.function" {
			e.Facts["code_signed"] = model.Fact{Value: false, State: model.Known}
		}
		if s.id == "pods" || s.id == "idle-workload" || s.id == "nodegroup" {
			e.PartOf = "eks"
		}
		if s.id == "service" {
			e.PartOf = "idle-cluster"
		}
		e.Exposure = model.Exposure{Level: model.ExposureInternal, State: model.Known}
		e.Network = &model.Network{PublicAddress: model.Fact{Value: false, State: model.Known}}
		if level := f.Exposure[s.id]; level != "" {
			e.Exposure.Level = level
		}
		if tag := f.Tags[s.id]; tag != "" {
			e.Tags["Open"] = tag
		}
		for name, value := range f.Facts {
			if id, fact, _ := strings.Cut(name, "#"); id == s.id {
				e.Facts[fact] = model.Fact{Value: value, State: model.Known}
			}
		}
		for name, n := range f.Counts {
			if id, fact, _ := strings.Cut(name, "#"); id == s.id {
				e.Facts[fact] = model.Fact{Value: float64(n), State: model.Known}
			}
		}
		if fact := f.Lists[s.id]; fact != "" {
			e.Facts[fact] = model.Fact{Value: []string{arnFor("role.victim")}, State: model.Known}
		}
		if from := f.CodeFrom[s.id]; from != "" {
			e.References = append(e.References, model.Reference{Attribute: cmp.Or(f.Attribute, "code"), To: from})
		}
		if name := f.Names[s.id]; name != "" {
			e.Facts["host_names"] = model.Fact{Value: []string{name}, State: model.Known}
		}
		if address := f.Trusted[s.id]; address != "" {
			e.Facts["trusted_addresses"] = model.Fact{Value: []string{address}, State: model.Known}
		}
		if f.Secret == s.id {
			e.References = []model.Reference{{Attribute: "content", To: "user.victim", Credential: true}}
		}
		sys.Elements = append(sys.Elements, e)
	}
}

func aliases(arn string) []string {
	if arn == "" {
		return nil
	}
	return []string{arn}
}

func (f fixture) addIdentities(sys *model.System) {
	for _, id := range []string{"user.attacker", "user.victim", "user.other", "role.attacker", "role.victim", "role.other", "group.mine", "group.strong", "group.weak"} {
		kind, name, _ := strings.Cut(id, ".")
		if slices.Contains(f.Without, id) {
			continue
		}
		i := &model.Identity{ID: id, Kind: kind, Name: name, ARN: arnFor(id), Facts: map[string]model.Fact{}}
		if kind == "user" {
			i.Facts["access_keys"] = model.Fact{Value: 0.0, State: model.Known}
		}
		if id == "user.attacker" {
			i.Groups = []string{"group.mine"}
		}
		for fact, value := range f.Facts {
			if holder, name, _ := strings.Cut(fact, "#"); holder == id {
				i.Facts[name] = model.Fact{Value: value, State: model.Known}
			}
		}
		for fact, n := range f.Counts {
			if holder, name, _ := strings.Cut(fact, "#"); holder == id {
				i.Facts[name] = model.Fact{Value: float64(n), State: model.Known}
			}
		}
		tags := map[string]string{}
		if tag := f.Tags[id]; tag != "" {
			tags["Open"] = tag
		}
		sys.Identities = append(sys.Identities, i)
		sys.Elements = append(sys.Elements, &model.Element{ID: id, Kind: "identity." + kind, Provider: "aws", Tags: tags, Facts: i.Facts})
	}
}

func arnFor(id string) string {
	for _, s := range stock {
		if s.id == id {
			return s.arn
		}
	}
	kind, name, _ := strings.Cut(id, ".")
	return "arn:aws:iam::" + account + ":" + kind + "/" + name
}

// addCode adds a program on the machine, with a handler that may be weak and a
// database that it talks to.
func (f fixture) addCode(sys *model.System) {
	host := f.OnHost
	if host == "" {
		host = "machine"
	}
	sys.Elements = append(sys.Elements,
		&model.Element{ID: "program", Kind: "go.service", PartOf: host},
		&model.Element{ID: "handler", Kind: "go.handler", PartOf: "program", Exposure: model.Exposure{Level: f.Exposure["handler"], State: model.Known}},
	)
	if f.Weakness != "" {
		sys.Weaknesses = append(sys.Weaknesses, &model.Weakness{ID: "weakness", Kind: f.Weakness, Element: "handler", EntryPoint: "entry", Message: "It is weak.", Location: model.Location{File: "main.go", Line: 7}})
	}
	if !slices.Contains(f.Without, "database") {
		sys.Flows = append(sys.Flows, &model.Flow{ID: "flow", From: "program", To: "database", Basis: "resolved"})
	}
	for _, from := range slices.Sorted(maps.Keys(f.Flows)) {
		sys.Flows = append(sys.Flows, &model.Flow{ID: "flow " + from, From: from, To: f.Flows[from], Basis: "resolved"})
	}
	for _, from := range slices.Sorted(maps.Keys(f.Feeds)) {
		sys.Flows = append(sys.Flows, &model.Flow{ID: "feed " + from, From: from, To: host, Protocol: "event", Operation: f.Feeds[from], Basis: "declared"})
	}
	for _, at := range slices.Sorted(maps.Keys(f.Takes)) {
		sys.Flows = append(sys.Flows, &model.Flow{ID: "take " + at, From: "program", To: at, Operation: f.Takes[at], Basis: "resolved"})
	}
	if f.Forger != "" {
		sys.Elements = append(sys.Elements, &model.Element{ID: "forger", Kind: "go.handler", PartOf: f.Forger, Exposure: model.Exposure{Level: model.ExposureInternet, State: model.Known}})
		sys.Weaknesses = append(sys.Weaknesses, &model.Weakness{ID: "forgery", Kind: "request_forgery", Element: "forger", EntryPoint: "entry", Message: "It is weak.", Location: model.Location{File: "main.go", Line: 9}})
	}
	if f.Driven != "" {
		sys.EntryPoints = append(sys.EntryPoints, &model.EntryPoint{ID: "entry-driven", Element: f.Driven, Kind: "queue"})
	}
}
