package topology_test

import (
	"fmt"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/topology"
)

// BenchmarkReach asks from each of many machines, all in rule sets of their own,
// what it reaches, which is every other one.
func BenchmarkReach(b *testing.B) {
	for _, n := range []int{250, 500, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			sys := crowd(n)
			for range b.N {
				r := topology.NewReach(sys)
				for _, e := range sys.Elements {
					r.From(e.ID)
				}
			}
		})
	}
}

func crowd(n int) *model.System {
	sys := model.New()
	sys.Elements = append(sys.Elements, &model.Element{ID: "net", Kind: "network.vpc", Facts: map[string]model.Fact{"address_ranges": {Value: []string{"10.0.0.0/8"}, State: model.Known}}})
	for i := range n {
		set, machine := fmt.Sprintf("set%d", i), fmt.Sprintf("machine%d", i)
		sys.Elements = append(sys.Elements,
			&model.Element{ID: set, Kind: "network.rule", Network: &model.Network{VPC: "net"}, Rules: []model.NetworkRule{
				{Direction: "in", Allow: true, Protocol: "tcp", FromPort: 22, ToPort: 22, CIDRs: []string{"192.0.2.0/24"}, State: model.Known},
				{Direction: "in", Allow: true, Protocol: "tcp", FromPort: 443, ToPort: 443, CIDRs: []string{"10.0.0.0/8"}, State: model.Known},
				{Direction: "out", Allow: true, Protocol: "any", FromPort: -1, ToPort: -1, CIDRs: []string{"0.0.0.0/0"}, State: model.Known},
			}},
			&model.Element{ID: machine, Kind: "compute.vm", Network: &model.Network{VPC: "net", Groups: []string{set}}},
		)
	}
	return sys
}
