package library

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Receiver is the index of a method's receiver in a Port.
const Receiver = -1

// Port is a place where data enters or leaves a call. The text form is recv, a
// number (an argument, or a result on the right of an arrow), "2..." (that
// argument and all after it) or "arg 1" for an argument that is written to;
// each may carry a field path, as in recv.Host.
type Port struct {
	Index  int
	Rest   bool   // the argument at Index and all after it
	Result bool   // a result, not an argument
	Path   string // a field path such as .Host, or nothing
}

// Flow says that what enters at From leaves at To, harmless for Except.
type Flow struct {
	From, To Port
	Except   Mask
}

// Spec is a parsed line: names, ports, and the words after them.
type spec struct {
	names []string
	ports []Port
	to    *Port
	words []string
}

// parseSpec reads "DB.{Exec,Query}: 0", "Copy: 1 -> arg 0" or
// "QueryEscape: 0 -> 0 except xss".
func parseSpec(text string) (spec, error) {
	name, rest, _ := strings.Cut(text, ":")
	s := spec{names: expand(strings.TrimSpace(name))}
	from, to, arrow := strings.Cut(rest, "->")
	fields := strings.Fields(from)
	if !arrow {
		for i, f := range fields {
			p, err := parsePort(f)
			if err != nil {
				s.words = fields[i:]
				break
			}
			s.ports = append(s.ports, p)
		}
		return s, nil
	}
	for _, f := range fields {
		p, err := parsePort(f)
		if err != nil {
			return s, fmt.Errorf("%q: %w", text, err)
		}
		s.ports = append(s.ports, p)
	}
	return s, s.target(text, strings.Fields(to))
}

// places lists all places in a call that the line speaks of.
func (s *spec) places() []Port {
	list := slices.Clone(s.ports)
	if s.to != nil {
		list = append(list, *s.to)
	}
	return list
}

func (s *spec) target(text string, fields []string) error {
	if len(fields) == 0 {
		return fmt.Errorf("%q: nothing after the arrow", text)
	}
	argument := fields[0] == "arg"
	if argument {
		fields = fields[1:]
	}
	if len(fields) == 0 {
		return fmt.Errorf("%q: arg needs a number", text)
	}
	p, err := parsePort(fields[0])
	if err != nil {
		return fmt.Errorf("%q: %w", text, err)
	}
	p.Result = !argument && p.Index != Receiver
	s.to = &p
	s.words = fields[1:]
	return nil
}

func parsePort(text string) (Port, error) {
	text = strings.TrimSuffix(text, ",")
	head, path, hasPath := strings.Cut(text, ".")
	var p Port
	if strings.HasSuffix(text, "...") {
		p.Rest = true
		head, hasPath = strings.TrimSuffix(text, "..."), false
	}
	if hasPath {
		p.Path = "." + path
	}
	if head == "recv" {
		p.Index = Receiver
		return p, nil
	}
	n, err := strconv.Atoi(head)
	if err != nil || n < 0 {
		return p, fmt.Errorf("%q is no place in a call; write recv or a number", text)
	}
	p.Index = n
	return p, nil
}

// expand turns "DB.{Exec,Query}" into its two names.
func expand(name string) []string {
	before, rest, ok := strings.Cut(name, "{")
	if !ok {
		return []string{name}
	}
	list, after, ok := strings.Cut(rest, "}")
	if !ok {
		return []string{name}
	}
	var names []string
	for _, part := range strings.Split(list, ",") {
		names = append(names, expand(before+strings.TrimSpace(part)+after)...)
	}
	return names
}
