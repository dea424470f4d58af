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
	"acm-pca:PutPolicy", "backup:DeleteBackupVaultAccessPolicy", "backup:PutBackupVaultAccessPolicy",
	"codeartifact:PutDomainPermissionsPolicy", "dynamodb:PutResourcePolicy", "ec2:ModifyImageAttribute",
	"ec2:ModifySnapshotAttribute", "ecr:DeleteRepositoryPolicy", "ecr:SetRepositoryPolicy",
	"elasticfilesystem:PutFileSystemPolicy", "es:UpdateDomainConfig", "es:UpdateElasticsearchDomainConfig",
	"events:PutPermission", "glacier:SetVaultAccessPolicy", "glue:PutResourcePolicy",
	"kinesis:PutResourcePolicy", "kms:PutKeyPolicy", "lambda:AddLayerVersionPermission", "lambda:AddPermission",
	"logs:PutResourcePolicy", "ram:CreateResourceShare", "rds:ModifyDBClusterSnapshotAttribute",
	"rds:ModifyDBSnapshotAttribute", "redshift:AuthorizeSnapshotAccess", "s3:DeleteBucketPolicy",
	"s3:PutAccessPointPolicy", "s3:PutAccountPublicAccessBlock", "s3:PutBucketAcl", "s3:PutBucketPolicy",
	"s3:PutBucketPublicAccessBlock", "s3:PutObjectAcl", "secretsmanager:DeleteResourcePolicy",
	"secretsmanager:PutResourcePolicy", "serverlessrepo:PutApplicationPolicy", "ses:PutIdentityPolicy",
	"sns:AddPermission", "sqs:AddPermission", "ssm:ModifyDocumentPermission",
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
