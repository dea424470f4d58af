package topology

import (
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

func TestDangling(t *testing.T) {
	tests := []struct {
		name     string
		declared string // the resource type of another element
		owned    bool
		want     model.State
		value    any
	}{
		{"nothing has the address", "aws_s3_bucket", false, model.Known, true},
		{"a bucket has it", "aws_s3_bucket", true, model.Known, false},
		{"no bucket is declared here at all", "aws_instance", false, model.Unknown, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			record := &model.Element{ID: "record", Kind: "dns.record", Facts: map[string]model.Fact{
				"claimable_by": {State: model.Known, Value: []string{"aws_s3_bucket"}},
			}}
			sys := model.New()
			sys.Elements = []*model.Element{record, {ID: "other", Kind: "store.object", Technology: tt.declared}}
			if tt.owned {
				sys.Flows = []*model.Flow{{ID: "f", From: "record", To: "other", Protocol: "dns"}}
			}
			Compute(sys)
			got := record.Fact("dangling")
			if got.State != tt.want || got.Value != tt.value {
				t.Errorf("dangling is %v (%s), want %v (%s)", got.Value, got.State, tt.value, tt.want)
			}
		})
	}
}
