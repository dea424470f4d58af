# What an operation of an AWS SDK needs. An operation that is not here needs the
# action of its own name, where there is one.
#
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
# https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html

operation "s3:AbortMultipartUpload"       { needs = ["s3:AbortMultipartUpload"] }
operation "s3:CompleteMultipartUpload"    { needs = ["s3:PutObject"] }
operation "s3:CopyObject"                 { needs = ["s3:GetObject", "s3:PutObject"] }
operation "s3:CreateMultipartUpload"      { needs = ["s3:PutObject"] }
operation "s3:DeleteBucketCors"           { needs = ["s3:PutBucketCORS"] }
operation "s3:DeleteBucketLifecycle"      { needs = ["s3:PutLifecycleConfiguration"] }
operation "s3:DeleteObjects"              { needs = ["s3:DeleteObject"] }
operation "s3:GetBucketLifecycleConfiguration" { needs = ["s3:GetLifecycleConfiguration"] }
operation "s3:GetObjectAttributes"        { needs = ["s3:GetObject", "s3:GetObjectAttributes"] }
operation "s3:HeadBucket"                 { needs = ["s3:ListBucket"] }
operation "s3:HeadObject"                 { needs = ["s3:GetObject"] }
operation "s3:ListBuckets"                { needs = ["s3:ListAllMyBuckets"] }
operation "s3:ListMultipartUploads"       { needs = ["s3:ListBucketMultipartUploads"] }
operation "s3:ListObjects"                { needs = ["s3:ListBucket"] }
operation "s3:ListObjectsV2"              { needs = ["s3:ListBucket"] }
operation "s3:ListObjectVersions"         { needs = ["s3:ListBucketVersions"] }
operation "s3:ListParts"                  { needs = ["s3:ListMultipartUploadParts"] }
operation "s3:PutBucketLifecycleConfiguration" { needs = ["s3:PutLifecycleConfiguration"] }
operation "s3:SelectObjectContent"        { needs = ["s3:GetObject"] }
operation "s3:UploadPart"                 { needs = ["s3:PutObject"] }
operation "s3:UploadPartCopy"             { needs = ["s3:GetObject", "s3:PutObject"] }

operation "sqs:ChangeMessageVisibilityBatch" { needs = ["sqs:ChangeMessageVisibility"] }
operation "sqs:DeleteMessageBatch"        { needs = ["sqs:DeleteMessage"] }
operation "sqs:SendMessageBatch"          { needs = ["sqs:SendMessage"] }
operation "sns:PublishBatch"              { needs = ["sns:Publish"] }

operation "dynamodb:BatchExecuteStatement" { needs = ["dynamodb:PartiQLSelect", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"] }
operation "dynamodb:ExecuteStatement"     { needs = ["dynamodb:PartiQLSelect", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"] }
operation "dynamodb:ExecuteTransaction"   { needs = ["dynamodb:PartiQLSelect", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"] }
operation "dynamodb:TransactGetItems"     { needs = ["dynamodb:GetItem"] }
operation "dynamodb:TransactWriteItems"   { needs = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"] }

operation "lambda:Invoke"                 { needs = ["lambda:InvokeFunction"] }
operation "lambda:InvokeAsync"            { needs = ["lambda:InvokeFunction"] }
operation "lambda:InvokeWithResponseStream" { needs = ["lambda:InvokeFunction"] }
operation "kms:ReEncrypt"                 { needs = ["kms:ReEncryptFrom", "kms:ReEncryptTo"] }
operation "bedrock:Converse"              { needs = ["bedrock:InvokeModel"] }
operation "bedrock:ConverseStream"        { needs = ["bedrock:InvokeModelWithResponseStream"] }
operation "ses:SendBulkEmail"             { needs = ["ses:SendEmail", "ses:SendBulkTemplatedEmail"] }
operation "sts:GetCallerIdentity"         { needs = [] }

# What the platform does with the role of what it runs, beside the program: logs
# and traces, the network interface of a function, a shell by ECS Exec.
platform = ["logs", "xray", "ssmmessages", "ec2messages", "cloudwatch", "aps"]

# A store that is encrypted with a key needs the key as well.
keys = {
  read  = ["kms:Decrypt"]
  write = ["kms:Decrypt", "kms:GenerateDataKey"]
}
