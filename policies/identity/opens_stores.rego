# METADATA
# title: May open stores to strangers
# description: >-
#   Whoever has {element} can show our data to the world because it allows {actions} on
#   everything, which lets them change who gets in without touching the data.
# custom:
#   id: IAM-030
#   on: identity.policy
#   stride: disclosure
#   ease: 2
#   safety_net: true
#   cwe: [732, 269]
#   attack: [T1098, T1537]
#   fix: >-
#     Leave the rights to change policies and lists to the pipeline that sets them up.
package threatvet.threats.identity.opens_stores

import data.threatvet.lib.documents

table := {
	"acm-pca:putpolicy", "backup:deletebackupvaultaccesspolicy", "backup:putbackupvaultaccesspolicy",
	"codeartifact:putdomainpermissionspolicy", "dynamodb:putresourcepolicy", "ec2:modifyimageattribute",
	"ec2:modifysnapshotattribute", "ecr:deleterepositorypolicy", "ecr:setrepositorypolicy",
	"elasticfilesystem:putfilesystempolicy", "es:updatedomainconfig", "es:updateelasticsearchdomainconfig",
	"events:putpermission", "glacier:setvaultaccesspolicy", "glue:putresourcepolicy",
	"kinesis:putresourcepolicy", "kms:putkeypolicy", "lambda:addlayerversionpermission", "lambda:addpermission",
	"logs:putresourcepolicy", "ram:createresourceshare", "rds:modifydbclustersnapshotattribute",
	"rds:modifydbsnapshotattribute", "redshift:authorizesnapshotaccess", "s3:deletebucketpolicy",
	"s3:putaccesspointpolicy", "s3:putaccountpublicaccessblock", "s3:putbucketacl", "s3:putbucketpolicy",
	"s3:putbucketpublicaccessblock", "s3:putobjectacl", "secretsmanager:deleteresourcepolicy",
	"secretsmanager:putresourcepolicy", "serverlessrepo:putapplicationpolicy", "ses:putidentitypolicy",
	"sns:addpermission", "sqs:addpermission", "ssm:modifydocumentpermission",
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
