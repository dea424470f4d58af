package library

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

func (a *adder) addSettings() {
	for _, origin := range slices.Sorted(maps.Keys(a.p.Settings)) {
		a.each(a.p.Settings[origin], func(s spec) error {
			if len(s.ports) != 1 {
				return fmt.Errorf("a setting needs the argument that names it")
			}
			for _, name := range s.names {
				a.fn(name).Setting = &Setting{Origin: origin, Name: s.ports[0].Index}
			}
			return nil
		})
	}
	for _, origin := range slices.Sorted(maps.Keys(a.p.SettingIn)) {
		a.each(a.p.SettingIn[origin], func(s spec) error {
			f := &FieldSetting{Origin: origin}
			if len(s.words) == 2 && s.words[0] == "into" {
				f.Target = s.words[1]
			} else if len(s.words) > 0 {
				return fmt.Errorf("%q is not understood; write into and the field that points to what is filled", strings.Join(s.words, " "))
			}
			for _, name := range s.names {
				a.described.settings[name] = f
			}
			return nil
		})
	}
	for _, origin := range slices.Sorted(maps.Keys(a.p.Tags)) {
		for _, key := range a.p.Tags[origin] {
			if t := (Tag{Key: key, Origin: origin}); !slices.Contains(a.tags, t) {
				a.tags = append(a.tags, t)
			}
		}
	}
	a.each(a.p.Fills, func(s spec) error {
		fill, err := parseFill(s)
		if err != nil {
			return err
		}
		for _, name := range s.names {
			a.fn(name).Fill = fill
		}
		return nil
	})
	for _, origin := range slices.Sorted(maps.Keys(a.p.Binds)) {
		a.each(a.p.Binds[origin], func(s spec) error {
			if len(s.ports) != 2 {
				return fmt.Errorf("write the argument that names the setting, and the one that names it as %s", origin)
			}
			for _, name := range s.names {
				a.fn(name).Bind = &Bind{Key: s.ports[0].Index, Name: s.ports[1].Index, Origin: origin}
			}
			return nil
		})
	}
	for _, kind := range slices.Sorted(maps.Keys(a.p.Transport)) {
		if kind != "none" && kind != "tls" {
			a.wrong(kind, fmt.Errorf("%q is no transport; write none or tls", kind))
		}
		for _, line := range a.p.Transport[kind] {
			names := expand(line)
			a.name(line, names)
			for _, name := range names {
				a.fn(name).Transport = kind
			}
		}
	}
}

// parseFill reads "1 prefix 0 tag envconfig words upper".
func parseFill(s spec) (*Fill, error) {
	if len(s.ports) != 1 {
		return nil, fmt.Errorf("write the argument that is filled")
	}
	f := &Fill{Struct: s.ports[0].Index, Prefix: -1, Origin: "env"}
	for i := 0; i+1 < len(s.words); i += 2 {
		value := s.words[i+1]
		switch s.words[i] {
		case "prefix":
			n, err := strconv.Atoi(value)
			if err != nil {
				return nil, fmt.Errorf("%q after \"prefix\" is no number", value)
			}
			f.Prefix = n
		case "tag":
			f.Tag = value
		case "words":
			f.Words = value
		default:
			return nil, fmt.Errorf("%q says nothing of settings; %s", s.words[i], didYouMean(s.words[i], []string{"prefix", "tag", "words"}))
		}
	}
	return f, nil
}
