# The AWS SDKs. A method that is given an XInput calls the operation X of the
# service after which its package is named. All services by that rule; where
# IAM knows a service by another name, it stands in aws_prefixes.
#
# https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html

locals {
  # The fields of an input that can name what is worked on, the first wins.
  aws_targets = ["Bucket", "QueueUrl", "TopicArn", "TargetArn", "SecretId", "TableName", "KeyId", "FunctionName", "RoleArn", "StreamName", "StreamARN", "DeliveryStreamName", "StateMachineArn", "UserPoolId", "ResourceArn", "LogGroupName", "RepositoryName", "EventBusName", "DBInstanceIdentifier", "DBClusterIdentifier", "ClusterName", "ClusterIdentifier", "WorkGroup", "ModelId", "ApplicationId", "DomainName", "HostedZoneId", "ProjectName", "VaultName", "StackName", "JobQueue", "JobName", "StreamArn", "PolicyArn", "UserName", "RoleName", "AutoScalingGroupName", "FileSystemId", "Cluster", "QueueName"]

  aws_prefixes = {
    accessanalyzer                     = "access-analyzer"
    acmpca                             = "acm-pca"
    amp                                = "aps"
    apigatewaymanagementapi            = "execute-api"
    apigatewayv2                       = "apigateway"
    appconfigdata                      = "appconfig"
    applicationautoscaling             = "application-autoscaling"
    bedrockagent                       = "bedrock"
    bedrockagentruntime                = "bedrock"
    bedrockruntime                     = "bedrock"
    cloudcontrol                       = "cloudformation"
    cloudhsmv2                         = "cloudhsm"
    cloudsearchdomain                  = "cloudsearch"
    cloudtraildata                     = "cloudtrail-data"
    cloudwatchevents                   = "events"
    cloudwatchlogs                     = "logs"
    codeguruprofiler                   = "codeguru-profiler"
    codegurureviewer                   = "codeguru-reviewer"
    codestarconnections                = "codestar-connections"
    cognitoidentity                    = "cognito-identity"
    cognitoidentityprovider            = "cognito-idp"
    cognitosync                        = "cognito-sync"
    computeoptimizer                   = "compute-optimizer"
    configservice                      = "config"
    connectparticipant                 = "connect"
    costandusagereportservice          = "cur"
    costexplorer                       = "ce"
    databasemigrationservice           = "dms"
    directoryservice                   = "ds"
    dynamodbstreams                    = "dynamodb"
    ec2instanceconnect                 = "ec2-instance-connect"
    ecrpublic                          = "ecr-public"
    efs                                = "elasticfilesystem"
    elasticloadbalancingv2             = "elasticloadbalancing"
    elasticsearchservice               = "es"
    elb                                = "elasticloadbalancing"
    elbv2                              = "elasticloadbalancing"
    emr                                = "elasticmapreduce"
    emrcontainers                      = "emr-containers"
    emrserverless                      = "emr-serverless"
    eventbridge                        = "events"
    forecastservice                    = "forecast"
    iotdataplane                       = "iotdata"
    iotsecuretunneling                 = "iot"
    kinesisanalyticsv2                 = "kinesisanalytics"
    lexmodelsv2                        = "lex"
    lexruntimeservice                  = "lex"
    lexruntimev2                       = "lex"
    licensemanager                     = "license-manager"
    location                           = "geo"
    locationservice                    = "geo"
    marketplacecatalog                 = "aws-marketplace"
    marketplacemetering                = "aws-marketplace"
    mwaa                               = "airflow"
    networkfirewall                    = "network-firewall"
    opensearch                         = "es"
    opensearchserverless               = "aoss"
    opensearchservice                  = "es"
    personalizeevents                  = "personalize"
    personalizeruntime                 = "personalize"
    pinpointemail                      = "ses"
    pinpointsmsvoice                   = "sms-voice"
    prometheusservice                  = "aps"
    qldbsession                        = "qldb"
    rdsdata                            = "rds-data"
    rdsdataservice                     = "rds-data"
    redshiftdata                       = "redshift-data"
    redshiftdataapiservice             = "redshift-data"
    redshiftserverless                 = "redshift-serverless"
    resourcegroups                     = "resource-groups"
    resourcegroupstaggingapi           = "tag"
    s3control                          = "s3"
    s3outposts                         = "s3-outposts"
    sagemakerruntime                   = "sagemaker"
    serverlessapplicationrepository    = "serverlessrepo"
    sesv2                              = "ses"
    sfn                                = "states"
    ssmincidents                       = "ssm-incidents"
    ssoadmin                           = "sso"
    ssooidc                            = "sso-oauth"
    timestreamquery                    = "timestream"
    timestreamwrite                    = "timestream"
    transcribeservice                  = "transcribe"
    transcribestreaming                = "transcribe"
    vpclattice                         = "vpc-lattice"
    wafregional                        = "waf-regional"
  }
}

package "github.com/aws/aws-sdk-go-v2/service/*" {
  clean = ["*", "*.*"]
  client "{1}" {
    protocol  = "https"
    operation = "{prefix}:"
    inputs    = "Input"
    targets   = local.aws_targets
    prefixes  = local.aws_prefixes
    runs      = ["*.*", "New*Paginator"]
  }
}

package "github.com/aws/aws-sdk-go/service/*" {
  clean = ["*", "*.*"]
  client "{1}" {
    protocol  = "https"
    operation = "{prefix}:"
    inputs    = "Input"
    targets   = local.aws_targets
    prefixes  = local.aws_prefixes
    runs      = ["*.*", "New*Paginator"]
  }
}

# Interfaces of version 1, and what is generated around a service.
package "github.com/aws/aws-sdk-go/service/*/*iface" {
  client "{1}" {
    protocol  = "https"
    operation = "{prefix}:"
    inputs    = "Input"
    targets   = local.aws_targets
    prefixes  = local.aws_prefixes
    runs      = ["*.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/ssm" {
  clean = ["*", "*.*"]
  client "ssm" {
    protocol  = "https"
    operation = "ssm:"
    inputs    = "Input"
    targets   = ["Name", "Path", "Names", "DocumentName", "Target", "KeyId"]
    runs      = ["*.*", "New*Paginator"]
  }
}

package "github.com/aws/aws-sdk-go/service/ssm" {
  clean = ["*", "*.*"]
  client "ssm" {
    protocol  = "https"
    operation = "ssm:"
    inputs    = "Input"
    targets   = ["Name", "Path", "Names", "DocumentName", "Target", "KeyId"]
    runs      = ["*.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/sqs" {
  clean   = ["*", "*.*"]
  sources = { "a message of the queue" = ["Client.ReceiveMessage: 0"] }
  client "sqs" {
    protocol  = "https"
    operation = "sqs:"
    inputs    = "Input"
    targets   = ["QueueUrl", "QueueName"]
    runs      = ["*.*", "New*Paginator"]
  }
  client "sqs" {
    protocol  = "https"
    operation = "sqs:"
    kind      = "queue"
    inputs    = "Input"
    targets   = ["QueueUrl"]
    consumes  = ["Client.ReceiveMessage"]
  }
}

package "github.com/aws/aws-sdk-go/service/sqs" {
  clean   = ["*", "*.*"]
  sources = { "a message of the queue" = ["SQS.{ReceiveMessage,ReceiveMessageWithContext}: 0"] }
  client "sqs" {
    protocol  = "https"
    operation = "sqs:"
    inputs    = "Input"
    targets   = ["QueueUrl", "QueueName"]
    runs      = ["*.*", "New*Paginator"]
  }
  client "sqs" {
    protocol  = "https"
    operation = "sqs:"
    kind      = "queue"
    inputs    = "Input"
    targets   = ["QueueUrl"]
    consumes  = ["SQS.{ReceiveMessage,ReceiveMessageWithContext}"]
  }
}

# An expression that is put together from outside data reads or changes other
# attributes than it should; values belong into ExpressionAttributeValues.
package "github.com/aws/aws-sdk-go-v2/service/dynamodb" {
  clean = ["*", "*.*"]
  sink_fields = {
    nosql_injection = [
      "{QueryInput,ScanInput}.{FilterExpression,ProjectionExpression}", "QueryInput.KeyConditionExpression", "{GetItemInput}.ProjectionExpression",
      "{PutItemInput,DeleteItemInput,UpdateItemInput}.ConditionExpression", "UpdateItemInput.UpdateExpression", "{ExecuteStatementInput}.Statement",
    ]
  }
  client "dynamodb" {
    protocol  = "https"
    operation = "dynamodb:"
    inputs    = "Input"
    targets   = ["TableName", "RequestItems"]
    runs      = ["*.*", "New*Paginator"]
  }
}

# An expression that is put together from outside data reads or changes other
# attributes than it should; values belong into ExpressionAttributeValues.
package "github.com/aws/aws-sdk-go/service/dynamodb" {
  clean = ["*", "*.*"]
  sink_fields = {
    nosql_injection = [
      "{QueryInput,ScanInput}.{FilterExpression,ProjectionExpression}", "QueryInput.KeyConditionExpression", "{GetItemInput}.ProjectionExpression",
      "{PutItemInput,DeleteItemInput,UpdateItemInput}.ConditionExpression", "UpdateItemInput.UpdateExpression", "{ExecuteStatementInput}.Statement",
    ]
  }
  client "dynamodb" {
    protocol  = "https"
    operation = "dynamodb:"
    inputs    = "Input"
    targets   = ["TableName", "RequestItems"]
    runs      = ["*.*", "New*Paginator"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/rdsdata" {
  clean       = ["*", "*.*"]
  sink_fields = { sql_injection = ["{ExecuteStatementInput,BatchExecuteStatementInput}.Sql"] }
  client "rdsdata" {
    protocol  = "https"
    operation = "rds-data:"
    inputs    = "Input"
    targets   = ["ResourceArn"]
    runs      = ["*.*"]
  }
}

package "github.com/aws/aws-sdk-go/service/rdsdataservice" {
  clean       = ["*", "*.*"]
  sink_fields = { sql_injection = ["{ExecuteStatementInput,BatchExecuteStatementInput}.Sql"] }
  client "rdsdata" {
    protocol  = "https"
    operation = "rds-data:"
    inputs    = "Input"
    targets   = ["ResourceArn"]
    runs      = ["*.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/service/athena" {
  clean       = ["*", "*.*"]
  sink_fields = { sql_injection = ["StartQueryExecutionInput.QueryString"] }
  client "athena" {
    protocol  = "https"
    operation = "athena:"
    inputs    = "Input"
    targets   = ["WorkGroup"]
    runs      = ["*.*"]
  }
}

package "github.com/aws/aws-sdk-go/service/athena" {
  clean       = ["*", "*.*"]
  sink_fields = { sql_injection = ["StartQueryExecutionInput.QueryString"] }
  client "athena" {
    protocol  = "https"
    operation = "athena:"
    inputs    = "Input"
    targets   = ["WorkGroup"]
    runs      = ["*.*"]
  }
}

package "github.com/aws/aws-sdk-go-v2/feature/s3/manager" {
  clean = ["*", "*.*"]
  client "s3" {
    protocol  = "https"
    operation = "s3:"
    inputs    = "Input"
    targets   = ["Bucket"]
    runs      = ["{Uploader.Upload,Downloader.Download}"]
  }
}

package "github.com/aws/aws-sdk-go/service/s3/s3manager" {
  clean = ["*", "*.*"]
  client "s3" {
    protocol  = "https"
    operation = "s3:GetObject"
    calls     = ["Downloader.Download: 1.Bucket", "Downloader.DownloadWithContext: 2.Bucket"]
  }
  client "s3" {
    protocol  = "https"
    operation = "s3:PutObject"
    calls     = ["Uploader.Upload: 0.Bucket", "Uploader.UploadWithContext: 1.Bucket"]
  }
}

package "github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression" {
  clean = ["*", "*.*"]
}

package "github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue" {
  flows = ["{Marshal,MarshalMap,MarshalList}: 0 -> 0", "{Unmarshal,UnmarshalMap,UnmarshalList,UnmarshalListOfMaps}: 0 -> arg 1"]
}

package "github.com/aws/aws-sdk-go/service/dynamodb/dynamodbattribute" {
  flows = ["{Marshal,MarshalMap,MarshalList}: 0 -> 0", "{Unmarshal,UnmarshalMap,UnmarshalList,UnmarshalListOfMaps}: 0 -> arg 1"]
}

package "github.com/aws/aws-sdk-go-v2/credentials/stscreds" {
  clean = ["*", "*.*"]
  client "sts" {
    protocol  = "https"
    operation = "sts:AssumeRole"
    calls     = ["NewAssumeRoleProvider: 1"]
  }
  client "sts" {
    protocol  = "https"
    operation = "sts:AssumeRoleWithWebIdentity"
    calls     = ["NewWebIdentityRoleProvider: 1"]
  }
}

package "github.com/aws/aws-sdk-go/aws/credentials/stscreds" {
  clean = ["*", "*.*"]
  client "sts" {
    protocol  = "https"
    operation = "sts:AssumeRole"
    calls     = ["{NewCredentials,NewCredentialsWithClient}: 1"]
  }
}

package "github.com/aws/aws-sdk-go-v2/aws" {
  flows = ["{String,ToString,StringSlice,ToStringSlice}: 0 -> 0"]
  clean = ["Config.Copy", "{NewConfig,NewCredentialsCache}", "{Int32,Int64,Bool,Float64,Time,Duration,ToInt32,ToInt64,ToBool}"]
}

package "github.com/aws/aws-sdk-go/aws" {
  flows = ["{String,StringValue,StringSlice,StringValueSlice}: 0 -> 0"]
  clean = ["Config.*", "NewConfig", "{Int,Int64,Bool,Float64,Time,IntValue,Int64Value,BoolValue}"]
}

package "github.com/aws/aws-sdk-go/aws/session" {
  clean = ["*", "Session.*"]
}

package "github.com/aws/aws-sdk-go-v2/config" {
  clean = ["*"]
}

package "github.com/aws/aws-lambda-go/lambda" {
  routes = [
    "{Start,StartHandler,StartHandlerFunc}: kind event handler 0", "StartWithOptions: kind event handler 0",
    "{StartWithContext,StartHandlerWithContext}: kind event handler 1",
  ]
}

package "github.com/aws/aws-lambda-go/events" {
  events = {
    http = [
      "APIGatewayProxyRequest", "APIGatewayV2HTTPRequest", "APIGatewayWebsocketProxyRequest", "APIGatewayCustomAuthorizer*", "APIGatewayV2CustomAuthorizer*",
      "ALBTargetGroupRequest", "LambdaFunctionURLRequest", "LambdaFunctionURLStreamingRequest", "AppSyncResolverTemplate", "AppSyncLambdaAuthorizerRequest",
    ]
    queue = ["SQSEvent", "SNSEvent", "KinesisEvent", "KinesisFirehoseEvent", "KinesisAnalytics*", "KafkaEvent", "ActiveMQEvent", "RabbitMQEvent", "SimpleEmailEvent", "KinesisTimeWindowEvent"]
    cron  = ["CloudWatchEvent", "EventBridgeEvent", "CloudWatchAlarm*"]
    event = [
      "S3Event", "S3ObjectLambdaEvent", "S3BatchJobEvent*", "DynamoDBEvent", "DynamoDBTimeWindowEvent", "Cognito*", "CodeBuildEvent", "CodeCommitEvent", "CodeDeployEvent", "CodePipeline*",
      "CloudwatchLogsEvent", "ConfigEvent", "ConnectEvent", "ECRImageActionEvent", "ECSContainerInstanceEvent", "IoT*", "LexEvent", "SecretsManagerSecretRotationEvent",
    ]
  }
}

package "github.com/awslabs/aws-lambda-go-api-proxy/httpadapter" {
  routes = ["{New,NewV2,NewALB}: kind http handler 0"]
  clean  = ["*.*"]
}

package "github.com/awslabs/aws-lambda-go-api-proxy/gin" {
  clean = ["*", "*.*"]
}

package "github.com/awslabs/aws-lambda-go-api-proxy/chi" {
  clean = ["*", "*.*"]
}

package "github.com/awslabs/aws-lambda-go-api-proxy/echo" {
  clean = ["*", "*.*"]
}

package "github.com/awslabs/aws-lambda-go-api-proxy/gorillamux" {
  clean = ["*", "*.*"]
}
