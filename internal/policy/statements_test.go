package policy

import "testing"

func TestIssuerKnown(t *testing.T) {
	tests := []struct {
		kind, id string
		want     bool
	}{
		{"Federated", "arn:aws:iam::⟦?⟧:oidc-provider/token.actions.githubusercontent.com", true},
		{"Federated", "arn:aws:iam::111111111111:oidc-provider/⟦?⟧", false},
		{"Federated", "⟦?⟧", false},
		{"AWS", "arn:aws:iam::⟦?⟧:role/app", false},
	}
	for _, tt := range tests {
		if got := issuerKnown(tt.kind, tt.id); got != tt.want {
			t.Errorf("%s %s: %v, want %v", tt.kind, tt.id, got, tt.want)
		}
	}
}
