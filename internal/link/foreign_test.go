package link

import (
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

func TestForeignSystems(t *testing.T) {
	tests := []struct {
		name   string
		target model.Target
		data   []string
		to     string
		want   string
	}{
		{"a host of others", model.Target{Origin: "constant", Value: "https://hooks.partner.example/v1", Service: "http"}, []string{"d"}, "", "external:hooks.partner.example"},
		{"a service of others", model.Target{Origin: "unknown", Service: "slack"}, []string{"d"}, "", "external:slack"},
		{"nothing that matters goes there", model.Target{Origin: "constant", Value: "https://hooks.partner.example/v1", Service: "http"}, nil, "", ""},
		{"an address that a setting gives", model.Target{Origin: "env", Name: "HOOK", Value: "https://", Service: "http"}, []string{"d"}, "", ""},
		{"a host of one's own network", model.Target{Origin: "constant", Value: "http://orders.shop.internal:80/", Service: "http"}, []string{"d"}, "", ""},
		{"a service of the cluster", model.Target{Origin: "constant", Value: "http://orders:80/", Service: "http"}, []string{"d"}, "", ""},
		{"an address in numbers", model.Target{Origin: "constant", Value: "http://10.0.0.4/", Service: "http"}, []string{"d"}, "", ""},
		{"a host that is put together", model.Target{Origin: "constant", Value: "https://%s.partner.example/", Service: "http"}, []string{"d"}, "", ""},
		{"a receiver that is known", model.Target{Origin: "constant", Value: "https://hooks.partner.example/v1", Service: "http"}, []string{"d"}, "lb", "lb"},
	}
	for _, tt := range tests {
		sys := &model.System{
			Elements: []*model.Element{service("go:x/api")},
			Flows:    []*model.Flow{{ID: "f", From: "go:x/api", To: tt.to, Target: &tt.target, Data: tt.data}},
		}
		Join(sys, Evidence{})
		if got := sys.Flows[0].To; got != tt.want {
			t.Errorf("%s: flow to %q, want %q", tt.name, got, tt.want)
		}
		if made := len(sys.Elements) - 1; made > 0 != (tt.want != "" && tt.to == "") {
			t.Errorf("%s: %d systems of others", tt.name, made)
		}
	}
}
