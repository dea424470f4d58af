package "github.com/aws/aws-sdk-go-v2/service/s3" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "s3" {
    protocol  = "https"
    operation = "s3:"
    calls     = ["Client.*: 1.Bucket"]
  }
}

package "github.com/aws/aws-sdk-go/service/s3" {
  clean = ["S3.*", "{New,NewFromConfig}"]
  client "s3" {
    protocol  = "https"
    operation = "s3:"
    calls     = ["S3.*: 0.Bucket"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/sqs" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  sources = { "a message of the queue" = ["Client.{ReceiveMessage}: 0"] }
  client "sqs" {
    protocol  = "https"
    operation = "sqs:"
    calls     = ["Client.*: 1.QueueUrl"]
  }
  client "sqs" {
    protocol  = "https"
    operation = "sqs:"
    kind      = "queue"
    consumes  = ["Client.ReceiveMessage: 1.QueueUrl"]
  }
}

package "github.com/aws/aws-sdk-go/service/sqs" {
  clean = ["SQS.*", "{New,NewFromConfig}"]
  sources = { "a message of the queue" = ["SQS.{ReceiveMessage,ReceiveMessageWithContext}: 0"] }
  client "sqs" {
    protocol  = "https"
    operation = "sqs:"
    calls     = ["SQS.*: 0.QueueUrl"]
  }
  client "sqs" {
    protocol  = "https"
    operation = "sqs:"
    kind      = "queue"
    consumes  = ["SQS.ReceiveMessage: 0.QueueUrl"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/sns" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "sns" {
    protocol  = "https"
    operation = "sns:"
    calls     = ["Client.*: 1.TopicArn"]
  }
}

package "github.com/aws/aws-sdk-go/service/sns" {
  clean = ["SNS.*", "{New,NewFromConfig}"]
  client "sns" {
    protocol  = "https"
    operation = "sns:"
    calls     = ["SNS.*: 0.TopicArn"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/secretsmanager" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "secretsmanager" {
    protocol  = "https"
    operation = "secretsmanager:"
    calls     = ["Client.*: 1.SecretId"]
  }
}

package "github.com/aws/aws-sdk-go/service/secretsmanager" {
  clean = ["SecretsManager.*", "{New,NewFromConfig}"]
  client "secretsmanager" {
    protocol  = "https"
    operation = "secretsmanager:"
    calls     = ["SecretsManager.*: 0.SecretId"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/dynamodb" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "dynamodb" {
    protocol  = "https"
    operation = "dynamodb:"
    calls     = ["Client.*: 1.TableName"]
  }
}

package "github.com/aws/aws-sdk-go/service/dynamodb" {
  clean = ["DynamoDB.*", "{New,NewFromConfig}"]
  client "dynamodb" {
    protocol  = "https"
    operation = "dynamodb:"
    calls     = ["DynamoDB.*: 0.TableName"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/ssm" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "ssm" {
    protocol  = "https"
    operation = "ssm:"
    calls     = ["Client.*: 1.Name"]
  }
}

package "github.com/aws/aws-sdk-go/service/ssm" {
  clean = ["SSM.*", "{New,NewFromConfig}"]
  client "ssm" {
    protocol  = "https"
    operation = "ssm:"
    calls     = ["SSM.*: 0.Name"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/kms" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "kms" {
    protocol  = "https"
    operation = "kms:"
    calls     = ["Client.*: 1.KeyId"]
  }
}

package "github.com/aws/aws-sdk-go/service/kms" {
  clean = ["KMS.*", "{New,NewFromConfig}"]
  client "kms" {
    protocol  = "https"
    operation = "kms:"
    calls     = ["KMS.*: 0.KeyId"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/lambda" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "lambda" {
    protocol  = "https"
    operation = "lambda:"
    calls     = ["Client.*: 1.FunctionName"]
  }
}

package "github.com/aws/aws-sdk-go/service/lambda" {
  clean = ["Lambda.*", "{New,NewFromConfig}"]
  client "lambda" {
    protocol  = "https"
    operation = "lambda:"
    calls     = ["Lambda.*: 0.FunctionName"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/sts" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "sts" {
    protocol  = "https"
    operation = "sts:"
    calls     = ["Client.*: 1.RoleArn"]
  }
}

package "github.com/aws/aws-sdk-go/service/sts" {
  clean = ["STS.*", "{New,NewFromConfig}"]
  client "sts" {
    protocol  = "https"
    operation = "sts:"
    calls     = ["STS.*: 0.RoleArn"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/kinesis" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "kinesis" {
    protocol  = "https"
    operation = "kinesis:"
    calls     = ["Client.*: 1.StreamName"]
  }
}

package "github.com/aws/aws-sdk-go/service/kinesis" {
  clean = ["Kinesis.*", "{New,NewFromConfig}"]
  client "kinesis" {
    protocol  = "https"
    operation = "kinesis:"
    calls     = ["Kinesis.*: 0.StreamName"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/firehose" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "firehose" {
    protocol  = "https"
    operation = "firehose:"
    calls     = ["Client.*: 1.DeliveryStreamName"]
  }
}

package "github.com/aws/aws-sdk-go/service/firehose" {
  clean = ["Firehose.*", "{New,NewFromConfig}"]
  client "firehose" {
    protocol  = "https"
    operation = "firehose:"
    calls     = ["Firehose.*: 0.DeliveryStreamName"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/eventbridge" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "eventbridge" {
    protocol  = "https"
    operation = "events:"
    runs      = ["Client.*"]
  }
}

package "github.com/aws/aws-sdk-go/service/eventbridge" {
  clean = ["EventBridge.*", "{New,NewFromConfig}"]
  client "eventbridge" {
    protocol  = "https"
    operation = "events:"
    runs      = ["EventBridge.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/sfn" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "sfn" {
    protocol  = "https"
    operation = "states:"
    calls     = ["Client.*: 1.StateMachineArn"]
  }
}

package "github.com/aws/aws-sdk-go/service/sfn" {
  clean = ["SFN.*", "{New,NewFromConfig}"]
  client "sfn" {
    protocol  = "https"
    operation = "states:"
    calls     = ["SFN.*: 0.StateMachineArn"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/ses" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "ses" {
    protocol  = "https"
    operation = "ses:"
    runs      = ["Client.*"]
  }
}

package "github.com/aws/aws-sdk-go/service/ses" {
  clean = ["SES.*", "{New,NewFromConfig}"]
  client "ses" {
    protocol  = "https"
    operation = "ses:"
    runs      = ["SES.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/sesv2" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "sesv2" {
    protocol  = "https"
    operation = "ses:"
    runs      = ["Client.*"]
  }
}

package "github.com/aws/aws-sdk-go/service/sesv2" {
  clean = ["SESV2.*", "{New,NewFromConfig}"]
  client "sesv2" {
    protocol  = "https"
    operation = "ses:"
    runs      = ["SESV2.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "cognitoidentityprovider" {
    protocol  = "https"
    operation = "cognito-idp:"
    calls     = ["Client.*: 1.UserPoolId"]
  }
}

package "github.com/aws/aws-sdk-go/service/cognitoidentityprovider" {
  clean = ["CognitoIdentityProvider.*", "{New,NewFromConfig}"]
  client "cognitoidentityprovider" {
    protocol  = "https"
    operation = "cognito-idp:"
    calls     = ["CognitoIdentityProvider.*: 0.UserPoolId"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/rdsdata" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "rdsdata" {
    protocol  = "https"
    operation = "rds-data:"
    calls     = ["Client.*: 1.ResourceArn"]
  }
}

package "github.com/aws/aws-sdk-go/service/rdsdata" {
  clean = ["RDSDataService.*", "{New,NewFromConfig}"]
  client "rdsdata" {
    protocol  = "https"
    operation = "rds-data:"
    calls     = ["RDSDataService.*: 0.ResourceArn"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/ec2" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "ec2" {
    protocol  = "https"
    operation = "ec2:"
    runs      = ["Client.*"]
  }
}

package "github.com/aws/aws-sdk-go/service/ec2" {
  clean = ["EC2.*", "{New,NewFromConfig}"]
  client "ec2" {
    protocol  = "https"
    operation = "ec2:"
    runs      = ["EC2.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/iam" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "iam" {
    protocol  = "https"
    operation = "iam:"
    runs      = ["Client.*"]
  }
}

package "github.com/aws/aws-sdk-go/service/iam" {
  clean = ["IAM.*", "{New,NewFromConfig}"]
  client "iam" {
    protocol  = "https"
    operation = "iam:"
    runs      = ["IAM.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "cloudwatchlogs" {
    protocol  = "https"
    operation = "logs:"
    calls     = ["Client.*: 1.LogGroupName"]
  }
}

package "github.com/aws/aws-sdk-go/service/cloudwatchlogs" {
  clean = ["CloudWatchLogs.*", "{New,NewFromConfig}"]
  client "cloudwatchlogs" {
    protocol  = "https"
    operation = "logs:"
    calls     = ["CloudWatchLogs.*: 0.LogGroupName"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/ecr" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "ecr" {
    protocol  = "https"
    operation = "ecr:"
    calls     = ["Client.*: 1.RepositoryName"]
  }
}

package "github.com/aws/aws-sdk-go/service/ecr" {
  clean = ["ECR.*", "{New,NewFromConfig}"]
  client "ecr" {
    protocol  = "https"
    operation = "ecr:"
    calls     = ["ECR.*: 0.RepositoryName"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/organizations" {
  clean = ["Client.*", "{New,NewFromConfig}"]
  client "organizations" {
    protocol  = "https"
    operation = "organizations:"
    runs      = ["Client.*"]
  }
}

package "github.com/aws/aws-sdk-go/service/organizations" {
  clean = ["Organizations.*", "{New,NewFromConfig}"]
  client "organizations" {
    protocol  = "https"
    operation = "organizations:"
    runs      = ["Organizations.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/aws" {
  clean = ["Config.*"]
}

package "github.com/aws/aws-sdk-go/aws" {
  clean = ["Config.*"]
}

package "github.com/aws/aws-lambda-go/lambda" {
  routes = ["{Start,StartHandler,StartWithOptions}: kind event handler 0", "StartWithContext: kind event handler 1", "StartHandlerFunc: kind event handler 0"]
}

package "github.com/aws/aws-lambda-go/events" {
  clean = []
}
