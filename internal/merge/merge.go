package merge

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/attackpath"
	"github.com/threatvet/threatvet/internal/link"
	"github.com/threatvet/threatvet/internal/model"
)

// Part is the model of one repository.
type Part struct {
	// Name tells the repository apart from the others: shop, or acme/shop.
	Name string
	// Account is the number of its AWS account, where the caller knows it.
	Account string
	// Open gives the model in JSON.
	Open func() (io.ReadCloser, error)
}

// Join reads the parts, one after the other, and makes one model of them. The
// order of the parts does not matter.
func Join(ctx context.Context, parts []Part) (*model.System, error) {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b Part) int { return cmp.Compare(a.Name, b.Name) })
	if err := check(parts); err != nil {
		return nil, err
	}
	w := &whole{System: model.New(), owner: map[string]int{}}
	for i, p := range parts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := w.add(i, p); err != nil {
			return nil, err
		}
	}
	w.once()
	link.Across(w.System, func(id string) int { return w.owner[id] })
	w.rights()
	attackpath.Search(w.System, attackpath.Options{Stopped: func() bool { return ctx.Err() != nil }})
	w.Sort()
	return w.System, ctx.Err()
}

// check refuses names that would make two parts look like one.
func check(sorted []Part) error {
	for i, p := range sorted {
		switch {
		case p.Name == "" || strings.Contains(p.Name, "//") || strings.ContainsAny(p.Name, "[\"@# \n"):
			return fmt.Errorf("%q is no name for a repository; give one as NAME=MODEL.json, such as shop or acme/shop", p.Name)
		case i > 0 && sorted[i-1].Name == p.Name:
			return fmt.Errorf("two models are called %s; name one of them as NAME=MODEL.json", p.Name)
		case p.Account != "" && !isNumber(p.Account):
			return fmt.Errorf("%s: %q is no number of an AWS account, which has twelve digits", p.Name, p.Account)
		}
	}
	return nil
}

// whole is the merged model in the making.
type whole struct {
	*model.System
	// owner is the part that an element or identity came with, counted from 1.
	owner map[string]int
	// accounts are the numbers of the parts.
	accounts []account
}

func (w *whole) add(i int, p Part) error {
	file, err := p.Open()
	if err != nil {
		return err
	}
	defer file.Close()
	sys, err := model.Read(file)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	number := accountOf(sys, p.Account, i)
	number.apply(sys)
	w.accounts = append(w.accounts, number)
	sys.Paths, sys.Questions = nil, nil // of the whole they are others
	newNames(p.Name, sys).apply(sys)
	for _, e := range sys.Elements {
		if !strings.HasPrefix(e.ID, external) {
			w.owner[e.ID] = i + 1
		}
	}
	for _, id := range sys.Identities {
		w.owner[id.ID] = i + 1
	}
	w.Merge(sys)
	w.Bindings = slices.Clip(w.Bindings)
	w.Attackers = append(w.Attackers, sys.Attackers...)
	return nil
}

// once leaves one of what several parts have in common: the internet, services
// of others, and the attackers that owners have in mind.
func (w *whole) once() {
	w.Sort()
	w.Zones = slices.CompactFunc(w.Zones, func(a, b *model.Zone) bool { return a.ID == b.ID })
	w.Elements = slices.CompactFunc(w.Elements, func(a, b *model.Element) bool { return a.ID == b.ID })
	slices.SortStableFunc(w.Attackers, func(a, b *model.Attacker) int { return cmp.Compare(a.Name, b.Name) })
	w.Attackers = slices.CompactFunc(w.Attackers, func(a, b *model.Attacker) bool { return a.Name == b.Name })
}
