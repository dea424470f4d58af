package businesscontext

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/hmarr/codeowners"
)

// sectionHeader is how GitLab begins a section: an optional ^ (its approval is
// not required), a name, an optional number of approvals, the owners of lines
// that name none. https://docs.gitlab.com/user/project/codeowners/reference/
var sectionHeader = regexp.MustCompile(`^\^?\[([^\]]+)\](?:\[\d+\])?(?:\s+(.*))?$`)

var (
	gitLabGroup = regexp.MustCompile(`^@[\w.-]+(/[\w.-]+)*$`)
	gitLabRole  = regexp.MustCompile(`^@@[a-z]+$`) // all who have a role in the project
)

// ownerReader reads a CODEOWNERS file in the form of GitHub or in that of
// GitLab, which has sections and exclusions and no other use for brackets.
type ownerReader struct {
	gitLab   bool
	sections []ownerSection
	current  int
	standing []string // the owners of lines that name none
}

func newOwnerReader(file string, lines []string) *ownerReader {
	return &ownerReader{gitLab: inGitLabForm(file, lines), sections: []ownerSection{{}}}
}

// inGitLabForm goes by the folder, and where both hosts look, by sections.
func inGitLabForm(file string, lines []string) bool {
	switch path.Base(path.Dir(file)) {
	case ".github":
		return false
	case ".gitlab":
		return true
	}
	return slices.ContainsFunc(lines, func(l string) bool { return sectionHeader.MatchString(strings.TrimSpace(l)) })
}

func (r *ownerReader) line(text string) error {
	text = strings.TrimSpace(text)
	if header := sectionHeader.FindStringSubmatch(text); r.gitLab && header != nil {
		return r.begin(header[1], header[2])
	}
	exclude := r.gitLab && strings.HasPrefix(text, "!")
	if exclude {
		text = text[1:]
	}
	rules, err := parseOwnerLine(text)
	if err != nil {
		return err
	}
	for _, rule := range rules {
		owners := ownerNames(rule.Owners)
		if len(owners) == 0 && r.gitLab {
			owners = r.standing
		}
		s := &r.sections[r.current]
		s.rules = append(s.rules, ownerRule{rule, owners, exclude})
	}
	return nil
}

// begin starts a section, or goes on with the one of that name: upper and lower
// case are the same to GitLab.
func (r *ownerReader) begin(name, owners string) error {
	same := func(s ownerSection) bool { return strings.EqualFold(s.name, name) }
	r.current = slices.IndexFunc(r.sections, same)
	if r.current < 0 {
		r.current = len(r.sections)
		r.sections = append(r.sections, ownerSection{name: name})
	}
	r.standing = nil
	rules, err := parseOwnerLine("* " + owners)
	if err != nil {
		return err
	}
	r.standing = ownerNames(rules[0].Owners)
	return nil
}

func parseOwnerLine(line string) (codeowners.Ruleset, error) {
	return codeowners.ParseFile(strings.NewReader(line), codeowners.WithOwnerMatchers([]codeowners.OwnerMatcher{
		codeowners.OwnerMatchFunc(codeowners.MatchEmailOwner), codeowners.OwnerMatchFunc(matchName),
	}))
}

// matchName takes what both hosts have: a person, a team of an organisation, a
// group within groups, everyone of a role.
func matchName(s string) (codeowners.Owner, error) {
	if !gitLabGroup.MatchString(s) && !gitLabRole.MatchString(s) {
		return codeowners.Owner{}, codeowners.ErrNoMatch
	}
	return codeowners.Owner{Value: strings.TrimPrefix(s, "@"), Type: codeowners.TeamOwner}, nil
}

func ownerNames(owners []codeowners.Owner) []string {
	var list []string
	for _, o := range owners {
		list = append(list, o.String())
	}
	return list
}
