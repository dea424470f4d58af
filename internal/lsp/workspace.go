package lsp

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/threatvet/threatvet/internal/scan"
)

// workspace is a folder of the session with what is known of it. One goroutine
// analyses it; everything else only tells it what there is to do.
type workspace struct {
	s       *server
	dir     string
	session *scan.Session
	using   sync.Mutex // of the session
	once    sync.Once
	wake    chan struct{}
	ctx     context.Context
	end     context.CancelFunc

	mu      sync.Mutex
	todo    todo
	due     time.Time
	running context.CancelFunc // gives up the analysis that is going on
	vital   bool               // and an edit must not
	long    bool               // it is of the whole folder
	dropped bool               // the user has stopped it
	token   string
	now     *scan.Now
	wrong   string // what is wrong with the settings, as it was told last

	telling sync.Mutex        // what follows; a slow client may hold it for long
	shown   map[string]string // what the client was told of each file
}

// todo is what is to be analysed: the whole folder, edits of files, and what
// files need before their first edit.
type todo struct {
	whole bool
	edits map[string]bool
	opens map[string]bool
	words bool // a context file was edited
	code  bool // Go code was saved
}

func newWorkspace(s *server, dir string) *workspace {
	w := &workspace{s: s, dir: dir, wake: make(chan struct{}, 1), shown: map[string]string{}, todo: todo{whole: true, edits: map[string]bool{}, opens: map[string]bool{}}}
	w.ctx, w.end = context.WithCancel(s.ctx)
	w.session = scan.NewSession(w.options)
	return w
}

// start begins the work, once. The first analysis is of the whole folder. The
// caller holds the server's lock.
func (w *workspace) start() {
	w.once.Do(func() { w.s.begin(w.run) })
}

// close ends the work and takes back what was shown.
func (w *workspace) close() {
	w.end()
	w.mu.Lock()
	w.now = nil
	w.mu.Unlock()
	w.telling.Lock()
	defer w.telling.Unlock()
	for _, name := range slices.Sorted(maps.Keys(w.shown)) {
		w.s.clear(w.uri(name))
	}
	w.shown = map[string]string{}
}

// options are those of a scan; a wrong settings file is told by a message and
// counts as none.
func (w *workspace) options(o scan.Options) scan.Options {
	set, err := w.s.options.Scan(w.dir)
	told := ""
	if err != nil {
		told = "threatvet: " + err.Error()
		set = scan.Options{Today: time.Now()}
	}
	if told != "" && told != w.wrong {
		w.s.show(severityError, told)
	}
	w.wrong = told
	set.Dir, set.Overlay, set.Progress = w.dir, o.Overlay, w.report
	return set
}

func (w *workspace) opened(name string) {
	w.tell(0, false, func(t *todo) {
		t.opens[name] = kindOf(name) == infra
		if kindOf(name) == said {
			t.words = true
		}
	})
}

// edited is for what was not saved: of Terraform and context files. Go code is
// analysed when it is saved, because its analysis is that of packages which
// compile, and goes through the go command's cache.
func (w *workspace) edited(name string) {
	switch kindOf(name) {
	case infra:
		w.tell(w.s.options.Debounce, true, func(t *todo) { t.edits[name] = true })
	case said:
		w.tell(w.s.options.Debounce, true, func(t *todo) { t.words = true })
	}
}

func (w *workspace) saved(name string) {
	kind := kindOf(name)
	w.tell(w.s.options.Debounce, true, func(t *todo) {
		t.whole = true
		t.code = t.code || kind == code
		if kind == infra {
			t.edits[name] = true
		}
	})
}

// tell notes what there is to do and wakes the goroutine that does it. What is
// newer than an analysis that is going on ends it, unless there is nothing to
// show before it.
func (w *workspace) tell(after time.Duration, newer bool, note func(*todo)) {
	w.mu.Lock()
	note(&w.todo)
	if newer {
		w.due = time.Now().Add(after)
		if w.running != nil && !w.vital {
			w.running()
		}
	}
	w.mu.Unlock()
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

func (w *workspace) run() {
	for w.ctx.Err() == nil {
		for w.step() {
		}
		select {
		case <-w.ctx.Done():
		case <-w.wake:
		}
	}
}

// step waits until edits have rested and does the most pressing thing there is
// to do. It reports whether there was any.
func (w *workspace) step() bool {
	if !w.rest() {
		return false
	}
	w.mu.Lock()
	did := w.todo.take(w.session.Done())
	if did == nil {
		w.mu.Unlock()
		return false
	}
	ctx, cancel := context.WithCancel(w.ctx)
	w.running, w.vital, w.long = cancel, !w.session.Done(), did.whole
	w.mu.Unlock()
	defer cancel()
	err := w.guarded(func() error {
		w.using.Lock()
		defer w.using.Unlock()
		return did.do(ctx, w)
	})
	w.mu.Lock()
	w.running, w.long = nil, false
	if ctx.Err() != nil && w.ctx.Err() == nil && !w.dropped {
		w.todo.again(did)
	}
	w.dropped = false
	w.mu.Unlock()
	w.conclude(ctx, err)
	return w.ctx.Err() == nil
}

// rest waits until nothing was edited for a while; false where the work ends.
func (w *workspace) rest() bool {
	for {
		w.mu.Lock()
		left := time.Until(w.due)
		w.mu.Unlock()
		if left <= 0 {
			return true
		}
		select {
		case <-w.ctx.Done():
			return false
		case <-time.After(left):
		}
	}
}

// guarded turns a panic, which is a bug of ours, into an error.
func (w *workspace) guarded(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a bug of threatvet's own (%v); what is edited next is analysed again", r)
		}
	}()
	return do()
}

func (w *workspace) conclude(ctx context.Context, err error) {
	var nothing *scan.NothingError
	switch {
	case ctx.Err() != nil, errors.Is(err, scan.ErrWholeNeeded):
		return
	case errors.As(err, &nothing):
		w.s.note("%v", err)
	case err != nil:
		w.s.note("%v", err)
		w.s.show(severityError, "threatvet: "+err.Error())
		return
	}
	w.publish()
}

// job is one thing to do.
type job struct {
	do    func(context.Context, *workspace) error
	whole bool
	edits []string
	words bool
	code  bool
}

// take returns the most pressing job: something to show at all, then what is
// being edited, then the whole folder, then what the first edits will need.
func (t *todo) take(done bool) *job {
	switch {
	case !done && t.whole:
		t.edits = map[string]bool{}
		return t.all()
	case !done:
		return nil
	case t.words:
		t.words = false
		return &job{words: true, do: func(context.Context, *workspace) error { return nil }}
	case len(t.edits) > 0:
		j := &job{edits: slices.Sorted(maps.Keys(t.edits))}
		t.edits = map[string]bool{}
		j.do = func(ctx context.Context, w *workspace) error { return edits(ctx, w, j.edits) }
		return j
	case t.whole:
		return t.all()
	}
	for name, edited := range t.opens {
		delete(t.opens, name)
		if edited {
			return &job{do: func(ctx context.Context, w *workspace) error { return w.session.Prepare(ctx, name) }}
		}
	}
	return nil
}

func (t *todo) all() *job {
	j := &job{whole: true, code: t.code}
	j.do = func(ctx context.Context, w *workspace) error { return whole(ctx, w, j.code) }
	t.whole, t.code = false, false
	return j
}

// again puts back what was given up half-way.
func (t *todo) again(j *job) {
	t.whole, t.code = t.whole || j.whole, t.code || j.code
	for _, name := range j.edits {
		t.edits[name] = true
	}
}

func whole(ctx context.Context, w *workspace, codeToo bool) error {
	end := w.announce()
	defer end()
	if codeToo {
		w.session.CodeChanged()
	}
	if err := w.session.Whole(ctx, w.s.overlay()); err != nil {
		return err
	}
	open := w.openFiles()
	w.mu.Lock()
	defer w.mu.Unlock()
	for name := range open {
		w.todo.opens[name] = kindOf(name) == infra
	}
	return nil
}

func edits(ctx context.Context, w *workspace, names []string) error {
	overlay := w.s.overlay()
	var all error
	for _, name := range names {
		if err := w.session.Edited(ctx, name, overlay); err != nil && !errors.Is(err, scan.ErrWholeNeeded) {
			all = errors.Join(all, err)
		}
	}
	return all
}

// today is the day of which acceptances count from.
func (w *workspace) today() time.Time {
	if set, err := w.s.options.Scan(w.dir); err == nil && !set.Today.IsZero() {
		return set.Today
	}
	return time.Now()
}

// openFiles are the names of the documents of this folder.
func (w *workspace) openFiles() map[string]document {
	w.s.mu.Lock()
	defer w.s.mu.Unlock()
	found := map[string]document{}
	for file, d := range w.s.documents {
		if name, ok := within(w.dir, file); ok {
			found[name] = *d
		}
	}
	return found
}
