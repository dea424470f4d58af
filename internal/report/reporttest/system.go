package reporttest

import "github.com/threatvet/threatvet/internal/model"

func system() *model.System {
	s := &model.System{
		Version:     model.Version,
		Elements:    elements(),
		EntryPoints: entryPoints(),
		Flows:       flows(),
		Zones: []*model.Zone{
			{ID: "internet", Kind: "internet", Name: "Internet"},
			{ID: "aws", Kind: "account", Name: "AWS account", Trust: 2},
			{ID: "aws_vpc.main", Kind: "network", Name: "main", Parent: "aws", Trust: 2, Location: at("infra/web.tf", 3, 1, 24)},
		},
		Identities: []*model.Identity{{ID: "aws_iam_role.web", Kind: "role", Name: "web", UsedBy: []string{"aws_instance.web"}, Location: at("infra/web.tf", 20, 1, 30)}},
		Grants: []*model.Grant{{
			ID: "grant-1", Identity: "aws_iam_role.web", On: "aws_s3_bucket.customers", Level: "write", Actions: []string{"s3:GetObject", "s3:PutObject"}, Certain: true,
			Evidence: []model.Evidence{on(at("infra/web.tf", 26, 7, 60), "aws_iam_role_policy.web", "policy statement")},
		}},
		DataAssets: []*model.DataAsset{{
			ID: "customer-records", Name: "Customer records", Categories: []string{"pii"}, Confidentiality: 4, Integrity: 3, Availability: 2, Declared: true, Assumed: []string{"availability"},
			Because: "Fines and loss of trust", Owner: "@shop/payments", FoundIn: []string{"aws_s3_bucket.customers"},
		}},
		Weaknesses: []*model.Weakness{weakness()},
		Questions: []*model.Question{
			{ID: "Q-7f3a", Text: "Does aws_s3_bucket.exports hold test data only?", About: "aws_s3_bucket.exports", Owner: "@shop/payments", Changes: []string{"OBJ-005-3fa2c1b0"}, Effect: 3},
			{ID: "Q-8a40", Text: "Who may call aws_lb.front?", About: "aws_lb.front", Answer: "Everyone", Effect: 4},
		},
		Gaps: []*model.Gap{
			{Severity: "error", What: "module.legacy", Why: "its source is in a registry and was not downloaded", Do: "run terraform init", Location: at("infra/web.tf", 60, 1, 16)},
			{Severity: "warning", What: "aws_quux_widget.a", Why: "the catalogue does not know this type", Location: at("infra/web.tf", 70, 1, 32)},
		},
	}
	s.Paths = []*model.Path{path()}
	s.Sort()
	return s
}

func elements() []*model.Element {
	exposed := func(level string, chain ...model.Evidence) model.Exposure {
		return model.Exposure{Level: level, State: model.Known, Chain: chain}
	}
	return []*model.Element{
		{ID: "aws_lb.front", Kind: "gateway.lb", Technology: "aws_lb", Name: "front", Zone: "aws_vpc.main", Exposure: exposed(model.ExposureInternet), Location: at("infra/web.tf", 5, 1, 25),
			Network: &model.Network{Targets: []string{"aws_instance.web"}}},
		{ID: "aws_instance.web", Kind: "compute.vm", Technology: "aws_instance", Name: "web", Zone: "aws_vpc.main", RunsAs: "aws_iam_role.web", Exposure: exposed(model.ExposureInternet), Location: at("infra/web.tf", 10, 1, 30),
			Facts: map[string]model.Fact{"metadata_token_required": known(false, on(at("infra/web.tf", 14, 3, 15), "aws_instance.web", "attribute"))}},
		{ID: "aws_instance.bastion", Kind: "compute.vm", Technology: "aws_instance", Name: "bastion", Zone: "aws_vpc.main", Exposure: exposed(model.ExposureInternet), Location: at("infra/web.tf", 30, 1, 34)},
		{ID: "aws_s3_bucket.customers", Kind: "store.object", Technology: "aws_s3_bucket", Name: "shop-customers", Zone: "aws", Exposure: exposed(model.ExposureInternal), Stores: []string{"customer-records"}, Location: at("infra/storage.tf", 1, 1, 37), Owners: []string{"@shop/payments"}},
		{ID: `aws_s3_bucket.exports["eu"]`, Kind: "store.object", Technology: "aws_s3_bucket", Name: "shop-exports-eu", Zone: "aws", Exposure: exposed(model.ExposureInternet), Location: at("infra/storage.tf", 12, 1, 35)},
		{ID: "go:example.com/shop/cmd/web", Kind: "go.service", Technology: "go", Name: "web", PartOf: "aws_instance.web", Exposure: exposed(model.ExposureInternet), Location: at("cmd/web/main.go", 1, 1, 13)},
		{ID: "go:example.com/shop/internal/web.(*Server).Avatar", Kind: "go.handler", Technology: "go", Name: "Avatar", PartOf: "go:example.com/shop/cmd/web", Exposure: exposed(model.ExposureInternet), Location: at("internal/web/avatar.go", 20, 1, 60)},
	}
}

func entryPoints() []*model.EntryPoint {
	return []*model.EntryPoint{{
		ID: "GET /avatar", Element: "go:example.com/shop/internal/web.(*Server).Avatar", Kind: "http", Method: "GET", Path: "/avatar",
		Authn: known("none"), Location: at("internal/web/server.go", 18, 2, 40),
	}}
}

func flows() []*model.Flow {
	return []*model.Flow{
		{ID: "flow-1", From: "internet", To: "aws_lb.front", Protocol: "https", Port: 443, Encryption: known("tls"), Crosses: []string{"internet", "aws_vpc.main"}, Basis: "declared"},
		{ID: "flow-2", From: "aws_lb.front", To: "aws_instance.web", Protocol: "http", Port: 8080, Encryption: known("none"), Basis: "declared"},
		{ID: "flow-3", From: "go:example.com/shop/cmd/web", To: "aws_s3_bucket.customers", Protocol: "https", Operation: "s3:GetObject", Basis: "resolved", Data: []string{"customer-records"}},
	}
}

func weakness() *model.Weakness {
	const avatar = "example.com/shop/internal/web.(*Server).Avatar"
	return &model.Weakness{
		ID: "weakness-1", Kind: "request_forgery", Threat: "GOC-004", Element: "go:" + avatar, EntryPoint: "GET /avatar",
		Message: "A caller can make the server request any address.", Location: at("internal/web/avatar.go", 31, 15, 28),
		Trace: []model.TraceStep{
			{Location: at("internal/web/avatar.go", 22, 9, 40), Note: "the caller chooses the address", Function: avatar},
			{Location: at("internal/web/avatar.go", 27, 20, 23), Note: "handed to fetchAvatar", Function: avatar},
			{Location: at("internal/web/avatar.go", 31, 15, 28), Note: "requested without a check", Function: "example.com/shop/internal/web.fetchAvatar"},
		},
	}
}

func path() *model.Path {
	return &model.Path{
		ID: "path-1", Start: "internet", End: "aws_s3_bucket.customers", Certain: true,
		Data: []string{"customer-records"}, Owners: []string{"@shop/payments", "@shop/platform"},
		Steps: []model.Step{
			{
				From: "internet", To: "go:example.com/shop/internal/web.(*Server).Avatar", Technique: "request_forgery", Ease: 3, Weakness: "weakness-1", Attack: []string{"T1190"},
				Sentence: "Anyone on the internet can make the server request any address through GET /avatar.", Location: at("internal/web/avatar.go", 31, 15, 28),
			},
			{
				From: "go:example.com/shop/internal/web.(*Server).Avatar", To: "aws_iam_role.web", Technique: "metadata_credentials", Ease: 3, Attack: []string{"T1552.005"},
				Sentence: "Such a request reads the credentials of aws_iam_role.web because the metadata service of aws_instance.web asks for no token.", Location: at("infra/web.tf", 14, 3, 15),
				Facts: []string{"aws_instance.web#metadata_token_required"},
			},
			{
				From: "aws_iam_role.web", To: "aws_s3_bucket.customers", Technique: "read_data", Actions: []string{"s3:GetObject"}, Ease: 4, Attack: []string{"T1530"},
				Sentence: "aws_iam_role.web may read every object in aws_s3_bucket.customers.", Location: at("infra/web.tf", 26, 7, 60),
				Assumes: []string{"the bucket's key may be used by everyone in the account"},
			},
		},
		ChokePoints: []model.ChokePoint{{
			Fact: "aws_instance.web#metadata_token_required", Change: "Require session tokens for the metadata service of aws_instance.web",
			Location: at("infra/web.tf", 14, 3, 15), Closes: []string{"path-1"},
		}},
	}
}
