# METADATA
# title: May hand on stronger roles
# description: >-
#   Whoever holds {element} can start something with the rights of {targets} because it may pass
#   the role and {create}, which lets them become more than they are.
# custom:
#   id: IAM-011
#   on: identity.role
#   also: [identity.user]
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   capec: [233]
#   attack: [T1548.005]
#   fix: >-
#     Limit iam:PassRole to the roles the deployment needs ("Resource"), with iam:PassedToService.
package threatvet.threats.identity.pass_role

import data.threatvet.lib.rights

# makers start code with a role, and for which service.
makers := {
	"ec2:RunInstances": "ec2.amazonaws.com",
	"lambda:CreateFunction": "lambda.amazonaws.com",
	"ecs:RunTask": "ecs-tasks.amazonaws.com",
	"ecs:CreateService": "ecs-tasks.amazonaws.com",
	"glue:CreateJob": "glue.amazonaws.com",
	"glue:CreateDevEndpoint": "glue.amazonaws.com",
	"cloudformation:CreateStack": "cloudformation.amazonaws.com",
	"codebuild:CreateProject": "codebuild.amazonaws.com",
	"sagemaker:CreateNotebookInstance": "sagemaker.amazonaws.com",
	"states:CreateStateMachine": "states.amazonaws.com",
	"datapipeline:CreatePipeline": "datapipeline.amazonaws.com",
}

opening contains grant if {
	some grant in rights.of({"iam:PassRole"})
	rights.stronger(grant.on, grant.identity)
	count(starts(grant)) > 0
}

# starts lists what the holder can start with the role that it may pass.
starts(grant) := {action |
	some action, service in makers
	trusts(grant.on, service)
	rights.states(input.identities[grant.identity], action)
}

trusts(role, service) if {
	some statement in input.policies_of[role]
	statement.kind == "trust"
	statement.effect == "Allow"
	some principal in statement.principals
	principal.type == "Service"
	principal.id == service
}

threats contains threat if {
	some holder, ways in rights.by_holder(rights.further(opening))
	targets := sort({w.on | some w in ways})

	threat := {
		"on": holder,
		"because": [],
		"grant": rights.nearest(ways).id,
		"values": {"targets": targets, "create": sort({action | some w in ways; some action in starts(w)})},
		"reaches": targets,
	}
}
