package policy

import (
	"fmt"

	"github.com/threatvet/threatvet/internal/model"
)

func known(v any) model.Fact { return model.Fact{Value: v, State: model.Known} }

var unknown = model.Fact{State: model.Unknown}

// small is a system with one of everything that a policy can see.
func small() *model.System {
	s := model.New()
	s.Elements = []*model.Element{
		{
			ID: "aws_s3_bucket.files", Kind: "store.object", Technology: "aws_s3_bucket", Name: "files", Provider: "aws",
			Exposure: model.Exposure{Level: model.ExposureInternet, State: model.Known, Through: []string{"aws_lb.front"}},
			Facts:    map[string]model.Fact{"public_read": known(true), "versioned": unknown, "allowed_cidrs": known([]string{"0.0.0.0/0"}), "retention_days": known(30.0), "tls_min": known("1.2")},
			Stores:   []string{"orders"}, Process: []string{"orders"}, Tags: map[string]string{"Name": "files"},
			References: []model.Reference{{Attribute: "kms_key_id", To: "aws_kms_key.main"}},
			Network:    &model.Network{VPC: "aws_vpc.main", Subnets: []string{"aws_subnet.a"}, Groups: []string{"aws_security_group.web"}, Ports: []int{443}, PublicAddress: known(true)},
		},
		{
			ID: "aws_instance.web", Kind: "compute.vm", Name: "web", Provider: "aws", RunsAs: "aws_iam_role.web", Zone: "aws_subnet.a",
			Network: &model.Network{Groups: []string{"aws_security_group.web"}, PublicAddress: unknown},
			Environment: []model.EnvVar{
				{Name: "BUCKET", Value: known("files"), RefersTo: []string{"aws_s3_bucket.files"}},
				{Name: "PASSWORD", Value: known("x"), Sensitive: true},
				{Name: "HOST", Value: unknown},
			},
		},
		{
			ID: "aws_security_group.web", Kind: "network.rule", Name: "web",
			Rules: []model.NetworkRule{
				{Direction: "in", Allow: true, Protocol: "tcp", State: model.Unknown},
				{Direction: "in", Allow: true, Protocol: "tcp", FromPort: 22, ToPort: 22, CIDRs: []string{"0.0.0.0/0"}, State: model.Known},
			},
		},
		{ID: "go:shop", Kind: "go.service", Name: "shop", PartOf: "aws_instance.web"},
		{ID: "go:shop/web.Serve", Kind: "go.handler", Name: "Serve", PartOf: "go:shop"},
	}
	s.DataAssets = []*model.DataAsset{{ID: "orders", Name: "Orders", Categories: []string{"pii"}, Confidentiality: 3, Integrity: 2, Availability: 1, Declared: true}}
	s.Controls = []*model.Control{
		{ID: "c1", Kind: "waf", On: "aws_s3_bucket.files", State: model.Known},
		{ID: "c2", Kind: "backup", On: "aws_s3_bucket.files", State: model.Unknown},
	}
	s.Flows = []*model.Flow{{ID: "f", From: "aws_instance.web", To: "aws_s3_bucket.files", Protocol: "https", Port: 443, Operation: "s3:GetObject", Encryption: known("tls"), Data: []string{"orders"}, Crosses: []string{"aws_vpc.main"}, Basis: "declared"}}
	s.EntryPoints = []*model.EntryPoint{{ID: "e", Element: "go:shop/web.Serve", Kind: "http", Method: "GET", Path: "/", Middleware: []string{"auth"}, Authn: known("session"), Authz: unknown, Mutates: known(true)}}
	s.Identities = []*model.Identity{{ID: "aws_iam_role.web", Kind: "role", Name: "web", ARN: "arn:aws:iam::111111111111:role/web", UsedBy: []string{"aws_instance.web"}}}
	s.Grants = []*model.Grant{{ID: "g", Identity: "aws_iam_role.web", On: "aws_s3_bucket.files", Level: "read", Actions: []string{"s3:GetObject"}, Certain: true}}
	s.Policies = []*model.Policy{{
		ID: "p", Kind: "trust", Holder: "aws_iam_role.web", State: model.Known,
		Document: `{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*","Service":["ec2.amazonaws.com"]},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"⟦?⟧"}}},` +
			`{"Effect":"Allow","Action":["s3:Get⟦?⟧"],"Resource":"*"}]}`,
	}}
	s.Weaknesses = []*model.Weakness{{ID: "w", Kind: "request_forgery", Threat: "GOC-004", Element: "go:shop/web.Serve", EntryPoint: "e", Function: "web.Serve", Message: "m"}}
	s.Paths = []*model.Path{{ID: "path", Start: "internet", End: "aws_s3_bucket.files", Certain: true, Data: []string{"orders"}, Steps: []model.Step{{From: "internet", To: "go:shop/web.Serve", Technique: "request-forgery", Actions: []string{}, Weakness: "w"}, {From: "go:shop/web.Serve", To: "aws_s3_bucket.files", Technique: "data-read", Actions: []string{}}}}}
	s.Zones = []*model.Zone{{ID: "aws_vpc.main", Kind: "network", Name: "main", Parent: "aws", Trust: 2, Environment: "prod"}}
	return s
}

// large is a made-up estate of n elements in the proportions of real ones: each
// tenth is a bucket that somebody may read and write, and so on.
func large(n int) *model.System {
	s := model.New()
	for i := range n / 10 {
		id := func(kind string) string { return fmt.Sprintf("%s.n%d", kind, i) }
		s.DataAssets = append(s.DataAssets, &model.DataAsset{ID: id("data"), Name: id("data"), Confidentiality: i % 5, Integrity: i % 4, Availability: i % 3})
		kinds := []struct {
			kind  string
			facts map[string]model.Fact
		}{
			{"store.object", map[string]model.Fact{"versioned": known(i%3 == 0), "object_lock": known(false), "public_read": known(i%50 == 0), "public_write": known(false), "public_guard": known(i%7 != 0), "tls_required": known(i%2 == 0), "access_logs": known(i%2 == 0), "encrypted_at_rest": known(true)}},
			{"store.sql", map[string]model.Fact{"encrypted_at_rest": known(i%5 != 0), "public_network_access": known(i%40 == 0), "backup_retention_days": known(float64(i % 8)), "deletion_protection": known(true)}},
			{"compute.vm", map[string]model.Fact{"metadata_token_required": known(i%4 != 0), "encrypted_at_rest": known(true)}},
			{"compute.function", map[string]model.Fact{"url_authn": known("iam"), "literal_secret": known(i%60 == 0)}},
			{"network.rule", nil}, {"network.subnet", nil},
			{"identity.role", nil}, {"gateway.lb", map[string]model.Fact{"access_logs": known(i%2 == 0), "listener_http": known(i%9 == 0)}},
			{"queue", map[string]model.Fact{"public_write": known(false), "dead_letter": known(i%3 != 0)}},
			{"secret_store", map[string]model.Fact{"public_read": known(false), "rotation": known(false)}},
		}
		for _, k := range kinds {
			e := &model.Element{ID: id(k.kind), Kind: k.kind, Name: id(k.kind), Provider: "aws", Facts: k.facts, Exposure: model.Exposure{Level: model.ExposureInternal, State: model.Known}}
			switch k.kind {
			case "network.rule":
				e.Rules = []model.NetworkRule{
					{Direction: "in", Allow: true, Protocol: "tcp", FromPort: 443, ToPort: 443, CIDRs: []string{"0.0.0.0/0"}, State: model.Known},
					{Direction: "in", Allow: true, Protocol: "tcp", FromPort: 22, ToPort: 22, CIDRs: []string{"10.0.0.0/8"}, State: model.Known},
					{Direction: "out", Allow: true, Protocol: "any", FromPort: -1, ToPort: -1, CIDRs: []string{"0.0.0.0/0"}, State: model.Known},
				}
			case "compute.vm", "compute.function":
				e.RunsAs = id("identity.role")
				e.Network = &model.Network{Groups: []string{id("network.rule")}, Subnets: []string{id("network.subnet")}, PublicAddress: known(false)}
			case "store.object", "store.sql":
				e.Stores = []string{id("data")}
			case "gateway.lb":
				e.Exposure.Level = model.ExposureInternet
				s.Flows = append(s.Flows, &model.Flow{ID: id("flow"), From: e.ID, To: id("compute.vm"), Protocol: "http", Encryption: known("none"), Crosses: []string{"internet"}, Basis: "declared"})
			}
			s.Elements = append(s.Elements, e)
		}
		role := id("identity.role")
		s.Identities = append(s.Identities, &model.Identity{ID: role, Kind: "role", Name: role, ARN: "arn:aws:iam::111111111111:role/" + role, UsedBy: []string{id("compute.vm"), id("compute.function")}})
		s.Policies = append(s.Policies,
			&model.Policy{ID: role + "#trust", Kind: "trust", Holder: role, State: model.Known, Document: `{"Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}`},
			&model.Policy{ID: role + "#identity", Kind: "identity", Holder: role, State: model.Known, Document: fmt.Sprintf(`{"Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::n%d/*"},{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}`, i)},
		)
		for _, g := range []struct{ on, level, action string }{
			{"store.object", "read", "s3:GetObject"}, {"store.object", "write", "s3:PutObject"}, {"secret_store", "read", "secretsmanager:GetSecretValue"}, {"queue", "write", "sqs:SendMessage"},
		} {
			s.Grants = append(s.Grants, &model.Grant{ID: role + " -> " + id(g.on) + "#" + g.level, Identity: role, On: id(g.on), Level: g.level, Actions: []string{g.action}, Certain: true})
		}
	}
	s.Sort()
	return s
}
