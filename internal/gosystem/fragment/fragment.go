package fragment

// Fragment is what one package contributes to the model.
type Fragment struct {
	Package string   `json:"package"`
	Main    bool     `json:"main,omitempty"`
	Imports []string `json:"imports,omitempty"`
	Entries []Entry  `json:"entries,omitempty"`
	Calls   []Call   `json:"calls,omitempty"`
	Edges   []Edge   `json:"edges,omitempty"`
	Assigns []Assign `json:"assigns,omitempty"`
	Reads   []Read   `json:"reads,omitempty"`
	Wraps   []Wrap   `json:"wraps,omitempty"`
	// Refuses lists functions that can answer that the caller may not.
	Refuses []string `json:"refuses,omitempty"`
	// Operators lists functions that let only those through who bring a secret
	// of the program itself.
	Operators []string `json:"operators,omitempty"`
	Types     []Typed  `json:"types,omitempty"`
	// Absent lists names that the user's library files describe and that the
	// described package does not have.
	Absent []Absent `json:"absent,omitempty"`
	// Bounds are functions too large to follow data through to the end.
	Bounds []Bound `json:"bounds,omitempty"`
	// Funcs are the functions with a body, and where they stand.
	Funcs []Func `json:"funcs,omitempty"`
	// Methods lists methods by the signature that interface calls use.
	Methods []Method `json:"methods,omitempty"`
}

// At is a place in a source file.
type At struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
}

// Bound says by which limit less than all is known of a function.
type Bound struct {
	Func string `json:"func"`
	Why  string `json:"why"`
	At   At     `json:"at"`
}

// Entry is a registered way in. In is the function that registers it.
type Entry struct {
	Kind       string   `json:"kind"`
	Method     string   `json:"method,omitempty"`
	Pattern    string   `json:"pattern,omitempty"`
	Handler    string   `json:"handler"`
	Middleware []string `json:"middleware,omitempty"`
	In         string   `json:"in"`
	At         At       `json:"at"`
	HandlerAt  At       `json:"handler_at"`
}

// Call is a call that reaches another system. Runs is true where the system
// was named when the connection was made, elsewhere.
type Call struct {
	Func      string  `json:"func"`
	Service   string  `json:"service"`
	Protocol  string  `json:"protocol,omitempty"`
	Operation string  `json:"operation,omitempty"`
	Target    []Place `json:"target,omitempty"`
	Runs      bool    `json:"runs,omitempty"`
	Consumes  bool    `json:"consumes,omitempty"`
	// Encryption is none or tls where the code says it.
	Encryption string `json:"encryption,omitempty"`
	At         At     `json:"at"`
	// Carries lists types whose values hold data that matters and are sent.
	Carries []string `json:"carries,omitempty"`
}

// Edge says that a function calls, or hands on, another. A callee that begins
// with * is any method of that signature.
type Edge struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Method is a method and its name and signature.
type Method struct {
	Name string `json:"name"`
	Sig  string `json:"sig"`
}

// Place is where a value is from. Kind is env, flag, file, const, param, field,
// global, result, request or unknown; Name says which. Args are those of the
// call that gave a result, and of Setting the name of the setting where that
// is no constant.
type Place struct {
	Kind string    `json:"kind"`
	Name string    `json:"name,omitempty"`
	Args [][]Place `json:"args,omitempty"`
}

// Assign says that a place holds what is from other places.
type Assign struct {
	To   Place   `json:"to"`
	From []Place `json:"from"`
	At   At      `json:"at"`
}

// Read is a place where a setting is read. Name is empty where From says how
// it is named.
type Read struct {
	Origin string  `json:"origin"`
	Name   string  `json:"name,omitempty"`
	From   []Place `json:"from,omitempty"`
	Func   string  `json:"func"`
	At     At      `json:"at"`
}

// Wrap says that what the function Inner returns is wrapped by middleware.
type Wrap struct {
	Inner string `json:"inner"`
	By    string `json:"by"`
}

// Typed is a type whose fields hold data that matters.
type Typed struct {
	Type       string   `json:"type"`
	Categories []string `json:"categories"`
	Fields     []string `json:"fields"`
	At         At       `json:"at"`
}

// Func is a function and the lines it takes.
type Func struct {
	Name string `json:"name"`
	File string `json:"file"`
	Line int    `json:"line"`
	End  int    `json:"end"`
}

// Absent is a described name that is not there, and the nearest one that is.
type Absent struct {
	Package string `json:"package"`
	Name    string `json:"name"`
	Nearest string `json:"nearest,omitempty"`
	File    string `json:"file"`
	Line    int    `json:"line"`
}
