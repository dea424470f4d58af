package lsp

import (
	"context"
	"fmt"
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// actions offers what can be done about the findings in a range: apply the fix
// where it is one edit that cures, accept, and open the explanation.
func (s *server) actions(ctx context.Context, p documentParams) any {
	w, name, now := s.known(p)
	if w == nil {
		return []codeAction{}
	}
	list := []codeAction{}
	t := w.texts()
	for _, f := range now.Findings {
		if f.Location.File != name || f.Accepted() || f.Location.Line-1 < p.Range.Start.Line || f.Location.Line-1 > p.Range.End.Line {
			continue
		}
		about := []diagnostic{w.diagnostic(t, f)}
		if asked(p.Context.Only, "quickfix") {
			if fix := w.fix(ctx, t, f); fix != nil {
				fix.Diagnostics = about
				list = append(list, *fix)
			}
			if accept := w.accept(t, f); accept != nil {
				accept.Diagnostics = about
				list = append(list, *accept)
			}
		}
		if asked(p.Context.Only, "source") || asked(p.Context.Only, "quickfix") {
			title := "Explain " + f.ThreatID + ": " + plain.Line(f.Title)
			list = append(list, codeAction{Title: title, Kind: "quickfix", Diagnostics: about,
				Command: &command{Title: title, Command: explainCommand, Arguments: []any{f.ID, p.TextDocument.URI}}})
		}
	}
	return list
}

// asked reports whether a client wants a kind of action.
func asked(only []string, kind string) bool {
	for _, o := range only {
		if o == "" || o == kind || strings.HasPrefix(kind, o+".") {
			return true
		}
	}
	return len(only) == 0
}

// snippet is a setting in the words of a fix: "auth_enabled = true".
var snippet = regexp.MustCompile(`"([a-z][a-z0-9_]*) = (true|false|[0-9]+|\\"[^"\\]+\\")"`)

// fixTime is how long it may take to try a fix.
const fixTime = 3 * time.Second

// fix is the edit that a finding's fix names, where there is one, and where a
// scan of the edited sources shows that it cures the finding and costs nothing
// else.
func (w *workspace) fix(ctx context.Context, t *texts, f *finding.Finding) *codeAction {
	found := snippet.FindAllStringSubmatch(f.Fix, -1)
	if len(found) != 1 || kindOf(f.Location.File) != infra {
		return nil
	}
	setting, value := found[0][1], strings.ReplaceAll(found[0][2], `\"`, `"`)
	of := t.of(f.Location.File)
	b := blockAt(f.Location.File, strings.Join(of.lines, "\n"), f.Location.Line)
	if b == nil {
		return nil
	}
	edit := of.set(b, setting, value)
	overlay := w.s.overlay()
	content := strings.Join(of.lines, "\n")
	overlay[w.file(f.Location.File)] = []byte(applied(content, []contentChange{{Range: &edit.Range, Text: edit.NewText}}, of.encoding))
	ctx, cancel := context.WithTimeout(ctx, fixTime)
	defer cancel()
	if !w.claim(ctx) {
		return nil
	}
	cures, err := w.session.Cures(ctx, f, overlay)
	w.using.Unlock()
	if err != nil || !cures {
		return nil
	}
	return &codeAction{
		Title: fmt.Sprintf("Set %s = %s", setting, value), Kind: "quickfix", IsPreferred: true,
		Edit: &workspaceEdit{map[string][]textEdit{w.uri(f.Location.File): {edit}}},
	}
}

// claim takes the session for a moment; false where an analysis does not let go
// of it in time, and at once where that is one of the whole folder.
func (w *workspace) claim(ctx context.Context) bool {
	for {
		if w.using.TryLock() {
			return true
		}
		w.mu.Lock()
		long := w.long
		w.mu.Unlock()
		if long {
			return false
		}
		select {
		case <-ctx.Done():
			return false
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// set is the edit that gives a setting of a block a value: in the place of the
// one that it has, or on a line of its own at the block's end.
func (t text) set(b *block, setting, value string) textEdit {
	if a := b.body.Attributes[setting]; a != nil {
		return t.replace(a, value)
	}
	line := b.end - 1
	of := t.line(line)
	indent := of[:len(of)-len(strings.TrimLeft(of, " \t"))]
	if b.line == b.end {
		// A block on one line ends behind its last argument.
		at := t.position(line, strings.LastIndex(of, "}"))
		return textEdit{span{at, at}, "\n" + indent + "  " + setting + " = " + value + "\n" + indent}
	}
	at := t.position(line, 0)
	return textEdit{span{at, at}, indent + "  " + setting + " = " + value + "\n"}
}

func (t text) replace(a *hclsyntax.Attribute, value string) textEdit {
	r := a.Expr.Range()
	from, to := r.Start.Line-1, r.End.Line-1
	return textEdit{span{t.position(from, byteColumn(t.line(from), r.Start.Column)), t.position(to, byteColumn(t.line(to), r.End.Column))}, value}
}

// byteColumn turns a column of HCL, which counts characters from 1, into bytes
// from 0.
func byteColumn(line string, column int) int {
	for at := range line {
		if column--; column == 0 {
			return at
		}
	}
	return len(line)
}

// term is how long an acceptance that is written from the editor holds.
const term = 3 // months

// accept writes the comment by which somebody lives with a finding. The reason is
// theirs to say.
func (w *workspace) accept(t *texts, f *finding.Finding) *codeAction {
	mark := ""
	switch path.Ext(f.Location.File) {
	case ".tf", ".tofu":
		mark = "# "
	case ".go":
		mark = "//"
	default:
		return nil
	}
	if f.Location.Line == 0 {
		return nil
	}
	owner := "@owner"
	if len(f.Owners) > 0 && !strings.ContainsAny(f.Owners[0], "\" \t") {
		owner = f.Owners[0]
	}
	until := w.today().AddDate(0, term, 0).Format(time.DateOnly)
	line := f.Location.Line - 1
	of := t.of(f.Location.File).line(line)
	indent := of[:len(of)-len(strings.TrimLeft(of, " \t"))]
	comment := fmt.Sprintf("%s%sthreatvet:accept %s until=%s owner=%s reason=\"say why\"\n", indent, mark, f.ThreatID, until, owner)
	return &codeAction{
		Title: fmt.Sprintf("Accept %s until %s, owner %s", f.ThreatID, until, plain.Line(owner)), Kind: "quickfix",
		Edit: &workspaceEdit{map[string][]textEdit{w.uri(f.Location.File): {{span{position{line, 0}, position{line, 0}}, comment}}}},
	}
}
