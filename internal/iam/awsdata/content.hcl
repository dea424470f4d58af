# What it takes to read or change what a thing holds, by the service in its ARN.
# Access levels of single actions are no measure: s3:GetBucketLocation is a read
# and tells nothing, s3:DeleteBucket is a write and fails on a bucket in use.
# A service that is not here counts by the level of its actions.
#
# also: services whose actions name things of this one.

# Rights that together are the administrator's. None depends on a policy of the
# resource's own.
administrator = [
  "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreatePolicyVersion", "iam:CreateUser", "iam:PassRole",
  "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:UpdateAssumeRolePolicy", "cloudformation:CreateStack",
  "dynamodb:GetItem", "ec2:RunInstances", "lambda:CreateFunction", "rds:ModifyDBInstance", "s3:GetObject",
  "s3:PutObject", "secretsmanager:GetSecretValue",
]

# https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
resource_controlled = ["s3", "sts", "kms", "sqs", "secretsmanager", "aoss", "cognito-idp", "cognito-identity", "dynamodb", "ecr", "logs"]

service "backup" {
  read  = ["backup:StartRestoreJob"]
  write = ["backup:DeleteRecoveryPoint", "backup:StartRestoreJob"]
}
service "codecommit" {
  read  = ["codecommit:GitPull", "codecommit:GetFile"]
  write = ["codecommit:GitPush", "codecommit:PutFile"]
}
service "dynamodb" {
  read  = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:PartiQLSelect", "dynamodb:ExportTableToPointInTime"]
  write = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteTable"]
}
service "ec2" {
  also  = ["ssm", "ec2-instance-connect", "ebs"]
  read  = ["ssm:StartSession", "ssm:SendCommand", "ebs:GetSnapshotBlock", "ec2:CreateSnapshot", "ec2:GetPasswordData", "ec2:ModifySnapshotAttribute"]
  write = ["ssm:StartSession", "ssm:SendCommand", "ec2-instance-connect:SendSSHPublicKey", "ec2:ModifyInstanceAttribute", "ec2:TerminateInstances", "ec2:DeleteSnapshot", "ec2:DeleteVolume"]
}
service "ecr" {
  read  = ["ecr:BatchGetImage"]
  write = ["ecr:PutImage", "ecr:BatchDeleteImage"]
}
service "elasticfilesystem" {
  read  = ["elasticfilesystem:ClientMount"]
  write = ["elasticfilesystem:ClientWrite", "elasticfilesystem:DeleteFileSystem"]
}
service "es" {
  read  = ["es:ESHttpGet", "es:ESHttpPost"]
  write = ["es:ESHttpPut", "es:ESHttpPost", "es:ESHttpDelete", "es:DeleteDomain"]
}
service "iam" {
  also  = ["sts"]
  read  = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"]
  write = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:PassRole"]
}
service "kinesis" {
  read  = ["kinesis:GetRecords", "kinesis:SubscribeToShard"]
  write = ["kinesis:PutRecord", "kinesis:PutRecords", "kinesis:DeleteStream"]
}
service "kms" {
  read  = ["kms:Decrypt", "kms:ReEncryptFrom"]
  write = ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:Sign"]
}
service "lambda" {
  read  = ["lambda:GetFunction", "lambda:GetFunctionConfiguration"]
  write = ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration", "lambda:DeleteFunction"]
}
service "logs" {
  read  = ["logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery"]
  write = ["logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:PutRetentionPolicy"]
}
service "rds" {
  read  = ["rds:ModifyDBInstance", "rds:ModifyDBCluster", "rds:RestoreDBInstanceFromDBSnapshot", "rds:ModifyDBSnapshotAttribute", "rds:StartExportTask"]
  write = ["rds:ModifyDBInstance", "rds:ModifyDBCluster", "rds:DeleteDBInstance", "rds:DeleteDBCluster", "rds:DeleteDBSnapshot"]
}
service "redshift" {
  read  = ["redshift:GetClusterCredentials", "redshift:GetClusterCredentialsWithIAM", "redshift:ModifyCluster"]
  write = ["redshift:GetClusterCredentials", "redshift:ModifyCluster", "redshift:DeleteCluster"]
}
service "s3" {
  read  = ["s3:GetObject", "s3:GetObjectVersion"]
  write = ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"]
}
service "secretsmanager" {
  read  = ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"]
  write = ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret", "secretsmanager:DeleteSecret"]
}
service "sns" {
  read  = ["sns:Subscribe"]
  write = ["sns:Publish", "sns:DeleteTopic"]
}
service "sqs" {
  read  = ["sqs:ReceiveMessage"]
  write = ["sqs:SendMessage", "sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:DeleteQueue"]
}
service "ssm" {
  read  = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory"]
  write = ["ssm:PutParameter", "ssm:DeleteParameter"]
}
