# METADATA
# title: Lets its holder rise
# description: >-
#   Whoever has {element} can become more than it says because it allows {actions} on
#   everything, which lets them take stronger rights step by step.
# custom:
#   id: IAM-031
#   on: identity.policy
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   attack: [T1098.003, T1548.005]
#   fix: >-
#     Name the roles and resources that are meant, or hold back what is made with a permission
#     boundary.
package threatvet.threats.identity.rises

import data.threatvet.lib.documents

table := {
	"codestar:CreateProject", "ec2-instance-connect:SendSSHPublicKey", "glue:UpdateDevEndpoint",
	"iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy",
	"iam:CreatePolicyVersion", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary",
	"iam:PassRole", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy",
	"iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "lambda:UpdateFunctionCode",
	"lambda:UpdateFunctionConfiguration", "sagemaker:CreatePresignedNotebookInstanceUrl", "ssm:SendCommand",
	"ssm:StartSession",
}

names := documents.by_service(table)

threats contains threat if {
	some element in input.by_kind["identity.policy"]
	documents.bare(element)
	found := documents.found_in(element, names)

	threat := {
		"on": element.id,
		"because": [],
		"policy": found.policy,
		"values": {"actions": sort(found.actions)},
	}
}
