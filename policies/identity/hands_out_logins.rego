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
	"chime:createapikey", "codepipeline:pollforjobs", "cognito-identity:getcredentialsforidentity",
	"cognito-identity:getopenidtoken", "cognito-identity:getopenidtokenfordeveloperidentity",
	"connect:getfederationtoken", "connect:getfederationtokens", "ec2:getpassworddata",
	"gamelift:requestuploadcredentials", "iam:createaccesskey", "iam:createloginprofile",
	"iam:createservicespecificcredential", "iam:resetservicespecificcredential", "iam:updateaccesskey",
	"iam:updateloginprofile", "lightsail:downloaddefaultkeypair", "lightsail:getinstanceaccessdetails",
	"lightsail:getkeypair", "lightsail:getrelationaldatabasemasteruserpassword",
	"mediapackage:rotatechannelcredentials", "mediapackage:rotateingestendpointcredentials", "rds-db:connect",
	"redshift:getclustercredentials", "sso:getrolecredentials", "sts:assumerole", "sts:assumerolewithsaml",
	"sts:assumerolewithwebidentity", "sts:getfederationtoken", "sts:getsessiontoken",
}

threats contains threat if {
	some element in input.by_kind["identity.policy"]
	documents.bare(element)
	found := documents.found_in(element, table)

	threat := {
		"on": element.id,
		"because": [],
		"policy": found.policy,
		"values": {"actions": sort(found.actions)},
	}
}
