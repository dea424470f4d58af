package library

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// adder puts one package block into what is known of the package, and collects
// what is wrong in it.
type adder struct {
	*described
	p packageBlock
}

func (a *adder) all() {
	a.addRequests()
	a.addSources()
	a.addFlows()
	a.addSinks()
	a.addGuards()
	a.addRoutes()
	a.addSettings()
	a.addClients()
}

func (a *adder) wrong(line string, err error) {
	a.problems = append(a.problems, &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  fmt.Sprintf("package %q: not understood", a.p.Path),
		Detail:   fmt.Sprintf("%q: %v", line, err),
		Subject:  a.p.at(line).Ptr(),
	})
}

// each parses lines and gives those that are well-formed to a function.
func (a *adder) each(lines []string, take func(s spec) error) {
	for _, line := range lines {
		s, err := parseSpec(line)
		if err == nil {
			a.name(line, s.names, s.places()...)
			err = take(s)
		}
		if err != nil {
			a.wrong(line, err)
		}
	}
}

// name notes that a line names functions, fields or types.
func (a *adder) name(line string, names []string, places ...Port) {
	a.lines = append(a.lines, Line{Package: a.p.Path, Names: names, Places: places, Range: a.p.at(line)})
}

func (a *adder) fn(name string) *Func {
	if a.funcs[name] == nil {
		a.funcs[name] = &Func{}
		if isGlob(name) {
			a.globs = append(a.globs, name)
		}
	}
	return a.funcs[name]
}

func (a *adder) addRequests() {
	for _, r := range a.p.Requests {
		a.name(r.Type, []string{r.Type})
		a.requests[r.Type] = &Request{What: r.What, Fields: r.Fields, Answered: r.Answered}
	}
	for _, kind := range slices.Sorted(maps.Keys(a.p.Events)) {
		for _, name := range a.p.Events[kind] {
			a.events = append(a.events, eventKind{kind, name})
		}
	}
}

func (a *adder) addSources() {
	ofFunc := func(name string, s *Source) {
		f := a.fn(name)
		f.Source, f.Described = s, true
	}
	ofField := func(name string, s *Source) { a.fields[name] = s }
	a.sources(a.p.Sources, Anyone, ofFunc)
	a.sources(a.p.Fields, Anyone, ofField)
	a.sources(a.p.Operators, Operator, ofFunc)
	a.sources(a.p.Variables, Operator, ofField)
}

func (a *adder) sources(groups map[string][]string, trust Trust, put func(name string, s *Source)) {
	for _, what := range slices.Sorted(maps.Keys(groups)) {
		a.each(groups[what], func(s spec) error {
			source := &Source{What: what, Mask: All &^ Of(ArchiveTraversal), Trust: trust, Written: s.to}
			if len(s.ports) > 1 || s.to != nil && (s.to.Result || len(s.ports) > 0) {
				return fmt.Errorf("a source has one result, or an arrow and one argument; write a line for each")
			}
			if len(s.ports) > 0 {
				source.Result = s.ports[0].Index
				a.lines[len(a.lines)-1].Places[0].Result = true
			}
			if m, ok, err := only(s.words, "only"); err != nil {
				return err
			} else if ok {
				source.Mask = m
			}
			for _, name := range s.names {
				put(name, source)
			}
			return nil
		})
	}
}

func (a *adder) addFlows() {
	for _, line := range a.p.Clean {
		names := expand(line)
		a.name(line, names)
		for _, name := range names {
			a.fn(name).Described = true
		}
	}
	a.each(a.p.Flows, func(s spec) error {
		if s.to == nil {
			return fmt.Errorf("a flow needs an arrow")
		}
		except, _, err := only(s.words, "except")
		if err != nil {
			return err
		}
		for _, name := range s.names {
			f := a.fn(name)
			f.Described = true
			for _, from := range s.ports {
				f.Flows = append(f.Flows, Flow{From: from, To: *s.to, Except: except})
			}
		}
		return nil
	})
	for _, line := range a.p.Views {
		names := expand(line)
		a.name(line, names)
		for _, name := range names {
			a.views[name] = true
		}
	}
	for _, line := range a.p.Silent {
		names := expand(line)
		a.name(line, names)
		for _, name := range names {
			a.silent[name] = true
		}
	}
}

// conditions are the words that may stand after "when" in a sink.
var conditions = []string{"elsewhere", "first", "format", "kept", "location", "never", "option", "sent", "shell", "writer"}

func (a *adder) addSinks() {
	for _, kind := range slices.Sorted(maps.Keys(a.p.Sinks)) {
		mask, err := parseMask([]string{kind})
		if err != nil {
			a.wrong(kind, err)
			continue
		}
		a.each(a.p.Sinks[kind], func(s spec) error { return a.sink(s, mask) })
	}
	for _, group := range []struct {
		from map[string][]string
		to   map[string]Mask
	}{{a.p.SinkTypes, a.types}, {a.p.SinkFields, a.stores}} {
		for _, kind := range slices.Sorted(maps.Keys(group.from)) {
			mask, err := parseMask([]string{kind})
			if err != nil {
				a.wrong(kind, err)
				continue
			}
			for _, line := range group.from[kind] {
				names := expand(line)
				a.name(line, names)
				for _, name := range names {
					group.to[name] |= mask
				}
			}
		}
	}
}

func (a *adder) sink(s spec, kinds Mask) error {
	if len(s.ports) == 0 {
		return fmt.Errorf("a sink needs an argument")
	}
	when := ""
	if len(s.words) > 0 {
		if when = strings.TrimPrefix(strings.Join(s.words, " "), "when "); !slices.Contains(conditions, when) {
			return fmt.Errorf("%q is no condition; %s", when, didYouMean(when, conditions))
		}
	}
	for _, name := range s.names {
		f := a.fn(name)
		f.Described = true
		for _, port := range s.ports {
			for _, kind := range kinds.Kinds() {
				f.Sinks = append(f.Sinks, Sink{Kind: kind, Port: port, When: when})
			}
		}
	}
	return nil
}

// outcomes are the results by which a call can tell that a value is harmless.
var outcomes = []string{"false", "ok", "set", "true"}

func (a *adder) addGuards() {
	a.each(a.p.Guards, func(s spec) error {
		if len(s.ports) == 0 || len(s.words) == 0 {
			return fmt.Errorf("a guard needs a place, a result and kinds")
		}
		if !slices.Contains(outcomes, s.words[0]) {
			return fmt.Errorf("%q is no result of a check; %s", s.words[0], didYouMean(s.words[0], outcomes))
		}
		mask := All
		if len(s.words) > 1 {
			var err error
			if mask, err = parseMask(s.words[1:]); err != nil {
				return err
			}
		}
		for _, name := range s.names {
			f := a.fn(name)
			f.Guards = append(f.Guards, Guard{Port: s.ports[0], Result: s.words[0], Mask: mask})
		}
		return nil
	})
}

func (a *adder) addRoutes() {
	put := func(lines []string, set func(name string, r *Route)) {
		a.each(lines, func(s spec) error {
			route, err := parseRoute(s.words)
			if err != nil {
				return err
			}
			last := &a.lines[len(a.lines)-1]
			for _, n := range []int{route.Pattern, route.Handler, route.MethodArg} {
				if n >= 0 {
					last.Places = append(last.Places, Port{Index: n})
				}
			}
			for _, name := range s.names {
				r := *route
				if r.Method == "name" {
					r.Method = strings.ToUpper(name[strings.LastIndexByte(name, '.')+1:])
				}
				set(name, &r)
			}
			return nil
		})
	}
	put(a.p.Routes, func(name string, r *Route) { a.fn(name).Route = r })
	put(a.p.Groups, func(name string, r *Route) { a.fn(name).Group = r })
	put(a.p.Middleware, func(name string, r *Route) { a.fn(name).Use = r })
	put(a.p.Handlers, func(name string, r *Route) { a.handlers[name] = r })
	for _, s := range a.p.Services {
		a.services = append(a.services, Service{Name: s.Name, Takes: a.p.Path + "." + s.Takes, Kind: s.Kind, Implementation: s.Implementation})
	}
	for _, r := range a.p.Resolvers {
		a.resolves = append(a.resolves, Resolver{Package: a.p.Path, Returns: r.Returns, Kind: r.Kind, Methods: r.Methods})
	}
	for _, g := range a.p.Gateways {
		a.gateways = append(a.gateways, Gateway{Name: g.Name, Takes: a.p.Path + "." + g.Takes, Target: g.Target, Protocol: g.Protocol})
	}
}

// routeWords are what a line about routes can say.
var routeWords = []string{"kind", "method", "pattern", "field", "handler", "handlers"}

// parseRoute reads "method GET pattern 0 handler 1".
func parseRoute(words []string) (*Route, error) {
	r := &Route{Kind: "http", Pattern: -1, Handler: -1, MethodArg: -1}
	for i := 0; i < len(words); i += 2 {
		if !slices.Contains(routeWords, words[i]) {
			return nil, fmt.Errorf("%q says nothing of a route; %s", words[i], didYouMean(words[i], routeWords))
		}
		if i+1 == len(words) {
			return nil, fmt.Errorf("nothing after %q", words[i])
		}
		value := words[i+1]
		n, err := strconv.Atoi(value)
		switch words[i] {
		case "kind":
			r.Kind = value
			continue
		case "field":
			r.Field = value
			continue
		case "method":
			r.Method = value
			if err == nil {
				r.Method, r.MethodArg = "=", n
			}
			continue
		case "pattern":
			r.Pattern = n
		case "handler":
			r.Handler = n
		case "handlers":
			r.Handler, r.Last = n, true
		}
		if err != nil {
			return nil, fmt.Errorf("%q after %q is no number", value, words[i])
		}
	}
	return r, nil
}

func (a *adder) addClients() {
	for _, c := range a.p.Clients {
		if service, _, ok := strings.Cut(c.Operation, ":"); ok && !slices.Contains(a.called, service) {
			a.called = append(a.called, service)
		}
		for i, lines := range [][]string{c.Calls, c.Consumes, c.Runs} {
			a.each(lines, func(s spec) error {
				client := Client{
					Service: c.Service, Protocol: c.Protocol, Operation: c.Operation, Consumes: i == 1, Kind: c.Kind,
					Inputs: c.Inputs, Targets: c.Targets,
				}
				if len(s.ports) > 0 {
					client.Target, client.Named = s.ports[0], true
				}
				if len(s.words) == 2 && s.words[0] == "tls" {
					p, err := parsePort(s.words[1])
					if err != nil {
						return err
					}
					client.TLS = &p
				} else if len(s.words) > 0 {
					return fmt.Errorf("%q is not understood; write tls and the place that holds its settings", strings.Join(s.words, " "))
				}
				for _, name := range s.names {
					f := a.fn(name)
					f.Clients = append(f.Clients, client)
				}
				return nil
			})
		}
	}
}
