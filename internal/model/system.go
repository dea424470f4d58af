package model

// System is the whole model. See the package comment for ids and order.
type System struct {
	Version     int           `json:"version"`
	Elements    []*Element    `json:"elements"`
	EntryPoints []*EntryPoint `json:"entry_points"`
	Flows       []*Flow       `json:"flows"`
	Links       []*Link       `json:"links"`
	Zones       []*Zone       `json:"zones"`
	Identities  []*Identity   `json:"identities"`
	Policies    []*Policy     `json:"policies"`
	Bindings    []*Binding    `json:"bindings,omitempty"`
	Grants      []*Grant      `json:"grants"`
	DataAssets  []*DataAsset  `json:"data_assets"`
	Controls    []*Control    `json:"controls"`
	Weaknesses  []*Weakness   `json:"weaknesses"`
	Paths       []*Path       `json:"paths"`
	Attackers   []*Attacker   `json:"attackers,omitempty"`
	Questions   []*Question   `json:"questions"`
	Gaps        []*Gap        `json:"gaps"`
}

// Version is the version of the model's schema.
const Version = 1

// AuthnOperator says that a way in asks for a secret that the program itself was
// given, which only the operator and other nodes of the installation have.
const AuthnOperator = "operator"

// EntryPoint is a way in: a route, a queue's consumer, a schedule.
type EntryPoint struct {
	ID      string `json:"id"`
	Element string `json:"element"`
	Kind    string `json:"kind"` // http, grpc, queue, event, cron, webhook, cli, local (a socket of the machine)
	Method  string `json:"method,omitempty"`
	Path    string `json:"path,omitempty"`
	// Handler is the Go function that serves it, e.g.
	// example.com/shop/web.(*Server).Avatar.
	Handler    string   `json:"handler,omitempty"`
	Middleware []string `json:"middleware,omitempty"`
	Authn      Fact     `json:"authn"` // a word: none, session, token, iam, mtls, operator, ...
	Authz      Fact     `json:"authz"`
	Mutates    Fact     `json:"mutates"`
	Location   Location `json:"location"`
}

// Flow is data moving from one element to another. To is empty until linking
// finds the receiver; Target then says how the source names it.
type Flow struct {
	ID         string   `json:"id"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	Target     *Target  `json:"target,omitempty"`
	Protocol   string   `json:"protocol,omitempty"`
	Port       int      `json:"port,omitempty"`
	Operation  string   `json:"operation,omitempty"` // e.g. s3:GetObject; of an event, what sets it off
	Ranges     []string `json:"ranges,omitempty"`    // of a route: the addresses that it is for; any where empty
	Authn      Fact     `json:"authn"`
	Authz      Fact     `json:"authz"`
	Encryption Fact     `json:"encryption"`
	Data       []string `json:"data,omitempty"`
	// Crosses lists zones that are left and entered, outermost first.
	Crosses []string `json:"crosses,omitempty"`
	// Evidence's Note is declared, resolved or inferred.
	Basis    string     `json:"basis"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Target is how code names the other end of a call. Origin is env, flag, file,
// constant, request or unknown; Name is the variable or flag, Value the
// constant.
type Target struct {
	Origin string `json:"origin"`
	Name   string `json:"name,omitempty"`
	Value  string `json:"value,omitempty"`
	// Others are further variables or flags that the name is made of, or that
	// others of the same calls are given.
	Others []string `json:"others,omitempty"`
	// Service is the cloud service or kind of store that is called: s3, sqs,
	// sql, http.
	Service string `json:"service,omitempty"`
}

// Link joins code to infrastructure. From is the Go element, To the element
// that runs or serves it.
type Link struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"` // env, image, archive, handler, name, host, stated
	From     string     `json:"from"`
	To       string     `json:"to"`
	Via      string     `json:"via,omitempty"`
	Strength string     `json:"strength"` // strong, weak
	RefersTo string     `json:"refers_to,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// Zone is a part of the world within which trust is the same.
type Zone struct {
	ID          string   `json:"id"`
	Kind        string   `json:"kind"` // internet, partner, edge, organisation, account, region, network, subnet, cluster, namespace, host, ci
	Name        string   `json:"name"`
	Parent      string   `json:"parent,omitempty"`
	Trust       int      `json:"trust"` // 0 internet .. 4 administrators
	Environment string   `json:"environment,omitempty"`
	Location    Location `json:"location"`
}

// Identity is someone or something that can hold rights.
type Identity struct {
	ID   string `json:"id"`
	Kind string `json:"kind"` // role, user, group, service_account, managed_identity, federated, human
	Name string `json:"name"`
	// ARN is the identity's well-formed name for matching; it may be a
	// stand-in and is never printed.
	ARN  string `json:"arn,omitempty"`
	Root string `json:"root,omitempty"`
	// Groups are ids of groups the identity belongs to.
	Groups []string `json:"groups,omitempty"`
	// UsedBy are ids of elements that run as this identity.
	UsedBy []string `json:"used_by,omitempty"`
	// Use is what the programs that run as it do with its rights; nil where
	// something may run as it that is not known.
	Use      *Use            `json:"use,omitempty"`
	Facts    map[string]Fact `json:"facts,omitempty"`
	Owners   []string        `json:"owners,omitempty"`
	Location Location        `json:"location"`
}

// Use compares what an identity may do with what the programs that run as it call.
type Use struct {
	// Programs are ids of the go.service elements.
	Programs []string `json:"programs"`
	// Calls are the rights that the code needs.
	Calls []UsedRight `json:"calls"`
	// Unused are ids of grants from the identity's own policies that no call needs.
	Unused []string `json:"unused,omitempty"`
	// Smallest is a policy that allows the calls and nothing else, as Terraform.
	Smallest string `json:"smallest,omitempty"`
}

// UsedRight is an action that code needs. On is the element that it is done to,
// empty where the code does not say.
type UsedRight struct {
	Action string `json:"action"`
	On     string `json:"on,omitempty"`
}

// Policy is a policy document before it is decided. Kind is identity, trust,
// resource, boundary, scp, rcp, or permission for a right that a
// service keeps beside a resource's policy; Holder is the id of the identity or
// element it stands on, or the number of an account. Document is JSON in the
// provider's own language.
type Policy struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Holder   string `json:"holder"`
	Name     string `json:"name,omitempty"`
	Document string `json:"document,omitempty"`
	// Managed names a policy of the provider's own, such as an ARN under
	// arn:aws:iam::aws:policy/; Document is then empty.
	Managed string `json:"managed,omitempty"`
	// State is unknown where the document, or a part of it, cannot be known.
	State    State      `json:"state"`
	Evidence []Evidence `json:"evidence,omitempty"`
	// Statements holds the place of each statement, by index, where known.
	Statements []Location `json:"statements,omitempty"`
}

// Binding gives a role to members on something and on all that lies in it: the
// way in which Google Cloud and Azure give rights.
type Binding struct {
	ID string `json:"id"`
	// Role is the role's name as written. Permissions are those of a role of
	// the sources' own, less Except; they are empty for one of the provider's.
	Role        string   `json:"role"`
	Permissions []string `json:"permissions,omitempty"`
	Except      []string `json:"except,omitempty"`
	// Members are ids of identities, and names such as allUsers for those that
	// are not in the sources.
	Members []string `json:"members"`
	// On are ids of elements; Scope names a project, resource group or the
	// like and may be a stand-in. Either may be empty.
	On    []string `json:"on,omitempty"`
	Scope string   `json:"scope,omitempty"`
	// Condition is the text of a condition, which is not decided.
	Condition string `json:"condition,omitempty"`
	// Deny is true where the permissions are taken from the members, except for
	// those that are exempt.
	Deny   bool     `json:"deny,omitempty"`
	Exempt []string `json:"exempt,omitempty"`
	// State is unknown where the role, a member or what it is on is not known.
	State    State      `json:"state"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Grant is a decided right: what an identity can do to an element.
type Grant struct {
	ID       string `json:"id"`
	Identity string `json:"identity"`
	// On is the id of an element or identity, or "account".
	On      string   `json:"on"`
	Level   string   `json:"level"` // list, read, write, permissions, admin
	Actions []string `json:"actions,omitempty"`
	// Certain is false where the grant depends on Conditions that the sources
	// do not decide.
	Certain    bool       `json:"certain"`
	Conditions []string   `json:"conditions,omitempty"`
	Evidence   []Evidence `json:"evidence,omitempty"`
}

// DataAsset is information that matters. Ratings are 0 none to 4 severe.
type DataAsset struct {
	ID              string   `json:"id"`
	Name            string   `json:"name"`
	Categories      []string `json:"categories"`
	Confidentiality int      `json:"confidentiality"`
	Integrity       int      `json:"integrity"`
	Availability    int      `json:"availability"`
	Records         int64    `json:"records,omitempty"`
	Declared        bool     `json:"declared"`
	// Assumed lists the ratings of a declared asset (confidentiality,
	// integrity, availability) that its owner left open.
	Assumed  []string   `json:"assumed,omitempty"`
	Because  string     `json:"because,omitempty"`
	Owner    string     `json:"owner,omitempty"`
	FoundIn  []string   `json:"found_in"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Control is something that makes attacks harder.
type Control struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"` // waf, rate_limit, authn, authz, mfa, network_filter, encryption, backup, object_lock, logging, detection
	On       string     `json:"on"`
	State    State      `json:"state"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Weakness is what an analyzer proved in code.
type Weakness struct {
	ID string `json:"id"`
	// Kind is a word such as request_forgery or sql_injection; Threat is the
	// id of the threat that the analyzer reports it under.
	Kind   string `json:"kind"`
	Threat string `json:"threat"`
	// Element is the go.* element that contains it, EntryPoint the way in that
	// reaches it (empty where none is proven).
	Element    string `json:"element"`
	EntryPoint string `json:"entry_point,omitempty"`
	Function   string `json:"function,omitempty"`
	Message    string `json:"message"`
	// Trace leads from the source to the sink, each a place; the last is
	// Location.
	Trace    []TraceStep `json:"trace,omitempty"`
	Location Location    `json:"location"`
}

// TraceStep is one hop of a flow through code.
type TraceStep struct {
	Location
	Note     string `json:"note"`
	Function string `json:"function,omitempty"`
}

// Path is a way from where an attacker starts to what matters.
type Path struct {
	ID string `json:"id"`
	// Start is internet, any-account, partner-addresses, an identity's id, or that
	// of what joins another network; End is an element's id, account-admin, or
	// account: and a number.
	Start string `json:"start"`
	End   string `json:"end"`
	// As says how an attacker comes to the start: leaked-key, pull-request,
	// workload and so on; Begins says it in words. Attackers names those whom
	// the owners have in mind and who start so.
	As        string   `json:"as"`
	Begins    string   `json:"begins"`
	Attackers []string `json:"attackers,omitempty"`
	// Gains is what is had at the end: reads, changes, erases (backups and
	// logs), admin, account (another one) or identity (one that rules over a
	// whole service).
	Gains string `json:"gains"`
	// Further is how many more ways lead from the start to the end, or to others
	// of its kind, on the first of those that are told.
	Further int    `json:"further,omitempty"`
	Steps   []Step `json:"steps"`
	// Certain is false where a step rests on an inferred edge or condition.
	Certain bool `json:"certain"`
	// Data lists the data assets at the end.
	Data        []string     `json:"data,omitempty"`
	ChokePoints []ChokePoint `json:"choke_points,omitempty"`
	Owners      []string     `json:"owners,omitempty"`
}

// Attacker is someone whom the owners have in mind: what they want, and where
// they start.
type Attacker struct {
	Name  string   `json:"name"`
	Wants []string `json:"wants,omitempty"` // kinds of data
	Can   []string `json:"can,omitempty"`
}

// Step is one move of an attacker. From and To are ids, internet or
// account-admin.
type Step struct {
	From      string   `json:"from"`
	To        string   `json:"to"`
	Technique string   `json:"technique"`
	Actions   []string `json:"actions"`
	// Sentence tells the step in plain words: who can do what because of what.
	Sentence string   `json:"sentence"`
	Location Location `json:"location"`
	// Ease is 1 to 4 as for threats.
	Ease     int      `json:"ease"`
	Assumes  []string `json:"assumes,omitempty"`
	Weakness string   `json:"weakness,omitempty"`
	Attack   []string `json:"attack,omitempty"` // ATT&CK technique ids
	// Facts are the changeable facts the step rests on, as element#fact.
	Facts    []string   `json:"facts,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// ChokePoint is a change that breaks paths.
type ChokePoint struct {
	// Fact is element#fact, grant id or weakness id.
	Fact     string   `json:"fact"`
	Change   string   `json:"change"` // what to do, in plain words
	Location Location `json:"location"`
	// Closes lists the ids of the paths that this one change closes.
	Closes []string `json:"closes"`
}

// Question is what the sources cannot tell.
type Question struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	About   string   `json:"about"`
	Owner   string   `json:"owner,omitempty"`
	Changes []string `json:"changes,omitempty"`
	// Effect is how many levels an answer can move, over all that it changes.
	Effect int `json:"effect"`
	// Outcomes say what the extreme answers would make of each finding.
	Outcomes []Outcome `json:"outcomes,omitempty"`
	// Answer is what the owner has said, where they have.
	Answer string `json:"answer,omitempty"`
}

// Outcome is what the answers to a question would make of a finding: its rating
// now, if any harm were none, and if any harm were severe ("high 8.0", or "none").
type Outcome struct {
	Finding  string `json:"finding"`
	Title    string `json:"title"`
	Now      string `json:"now"`
	IfNone   string `json:"if_none"`
	IfSevere string `json:"if_severe"`
}

// Gap is a part of the sources that could not be analysed, and why.
type Gap struct {
	// Severity is error (a part was lost) or warning (a part is less exact).
	Severity string   `json:"severity"`
	What     string   `json:"what"`
	Why      string   `json:"why"`
	Do       string   `json:"do,omitempty"` // what the user can do
	Location Location `json:"location"`
}

// New returns an empty system, whose lists are empty and not null in JSON.
func New() *System {
	return &System{
		Version: Version, Elements: []*Element{}, EntryPoints: []*EntryPoint{}, Flows: []*Flow{}, Links: []*Link{},
		Zones: []*Zone{}, Identities: []*Identity{}, Policies: []*Policy{}, Grants: []*Grant{}, DataAssets: []*DataAsset{},
		Controls: []*Control{}, Weaknesses: []*Weakness{}, Paths: []*Path{}, Questions: []*Question{}, Gaps: []*Gap{},
	}
}
