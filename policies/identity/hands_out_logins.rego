# METADATA
# title: Gives other logins
# description: >-
#   Whoever has {element} can go on as somebody else because it allows {actions} on everything,
#   which lets them keep access that nobody sees in their name.
# custom:
#   id: IAM-029
#   on: identity.policy
#   stride: spoofing
#   ease: 2
#   cwe: [522, 269]
#   attack: [T1528, T1098.001]
#   fix: >-
#     Allow these actions on the resources that need them only, or leave them out.
package threatvet.threats.identity.hands_out_logins

import data.threatvet.lib.documents

table := {
	"chime:CreateApiKey", "codepipeline:PollForJobs", "cognito-identity:GetCredentialsForIdentity",
	"cognito-identity:GetOpenIdToken", "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
	"connect:GetFederationToken", "connect:GetFederationTokens", "ec2:GetPasswordData",
	"gamelift:RequestUploadCredentials", "iam:CreateAccessKey", "iam:CreateLoginProfile",
	"iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateAccessKey",
	"iam:UpdateLoginProfile", "lightsail:DownloadDefaultKeyPair", "lightsail:GetInstanceAccessDetails",
	"lightsail:GetKeyPair", "lightsail:GetRelationalDatabaseMasterUserPassword",
	"mediapackage:RotateChannelCredentials", "mediapackage:RotateIngestEndpointCredentials", "rds-db:connect",
	"redshift:GetClusterCredentials", "sso:GetRoleCredentials", "sts:AssumeRole", "sts:AssumeRoleWithSAML",
	"sts:AssumeRoleWithWebIdentity", "sts:GetFederationToken", "sts:GetSessionToken",
}

names := documents.by_service(table)

threats contains threat if {
	some element in documents.loose
	found := documents.found_in(element, names)

	threat := {
		"on": element.id,
		"because": [],
		"policy": found.policy,
		"values": {"actions": sort(found.actions)},
	}
}
