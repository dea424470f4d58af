package sourcetree

import "testing"

func TestPassedOver(t *testing.T) {
	for name, want := range map[string]struct{ all, byGo bool }{
		".git":              {true, true},
		".terraform":        {true, true},
		".terragrunt-cache": {true, true},
		"vendor":            {true, true},
		"node_modules":      {true, true},
		"testdata":          {true, true},
		".infra":            {false, true},
		"_examples":         {false, true},
		"infra":             {false, false},
		"test":              {false, false},
		"vendored":          {false, false},
	} {
		if got := PassedOver(name); got != want.all {
			t.Errorf("PassedOver(%q) = %v, want %v", name, got, want.all)
		}
		if got := PassedOverByGo(name); got != want.byGo {
			t.Errorf("PassedOverByGo(%q) = %v, want %v", name, got, want.byGo)
		}
	}
}
