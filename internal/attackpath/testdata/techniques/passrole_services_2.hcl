technique "x-gamelift" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "gamelift:CreateBuild", "gamelift:CreateFleet"]
    trusts = ["gamelift.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "gamelift:CreateBuild", "gamelift:CreateFleet"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "gamelift:CreateBuild", "gamelift:CreateFleet"]
    trusts    = ["gamelift.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["gamelift:CreateBuild", "gamelift:CreateFleet"]
    trusts = ["gamelift.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "gamelift:CreateBuild", "gamelift:CreateFleet"]
    trusts = ["gamelift.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "gamelift:CreateBuild", "gamelift:CreateFleet"]
    trusts   = ["gamelift.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without gamelift:CreateBuild" {
    allow  = ["iam:PassRole", "gamelift:CreateFleet"]
    trusts = ["gamelift.amazonaws.com"]
  }
  silent "without gamelift:CreateFleet" {
    allow  = ["iam:PassRole", "gamelift:CreateBuild"]
    trusts = ["gamelift.amazonaws.com"]
  }
}

technique "x-glue-crawler" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "glue:CreateCrawler", "glue:StartCrawler"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "glue:CreateCrawler", "glue:StartCrawler"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "glue:CreateCrawler", "glue:StartCrawler"]
    trusts    = ["glue.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["glue:CreateCrawler", "glue:StartCrawler"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "glue:CreateCrawler", "glue:StartCrawler"]
    trusts = ["glue.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "glue:CreateCrawler", "glue:StartCrawler"]
    trusts   = ["glue.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without glue:CreateCrawler" {
    allow  = ["iam:PassRole", "glue:StartCrawler"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:StartCrawler" {
    allow  = ["iam:PassRole", "glue:CreateCrawler"]
    trusts = ["glue.amazonaws.com"]
  }
}

technique "x-imagebuilder" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateComponent", "imagebuilder:CreateImage"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateComponent", "imagebuilder:CreateImage"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateComponent", "imagebuilder:CreateImage"]
    trusts    = ["ec2.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateComponent", "imagebuilder:CreateImage"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateComponent", "imagebuilder:CreateImage"]
    trusts = ["ec2.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateComponent", "imagebuilder:CreateImage"]
    trusts   = ["ec2.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without imagebuilder:CreateInfrastructureConfiguration" {
    allow  = ["iam:PassRole", "imagebuilder:CreateComponent", "imagebuilder:CreateImage"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "without imagebuilder:CreateComponent" {
    allow  = ["iam:PassRole", "imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateImage"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "without imagebuilder:CreateImage" {
    allow  = ["iam:PassRole", "imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateComponent"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role is in no instance profile" {
    allow   = ["iam:PassRole", "imagebuilder:CreateInfrastructureConfiguration", "imagebuilder:CreateComponent", "imagebuilder:CreateImage"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
}

technique "x-iot-rule" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "iot:CreateTopicRule"]
    trusts = ["iot.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "iot:CreateTopicRule"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "iot:CreateTopicRule"]
    trusts    = ["iot.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["iot:CreateTopicRule"]
    trusts = ["iot.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "iot:CreateTopicRule"]
    trusts = ["iot.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "iot:CreateTopicRule"]
    trusts   = ["iot.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without iot:CreateTopicRule" {
    allow  = ["iam:PassRole"]
    trusts = ["iot.amazonaws.com"]
  }
}

technique "x-kinesis-analytics" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"]
    trusts = ["kinesisanalytics.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"]
    trusts    = ["kinesisanalytics.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"]
    trusts = ["kinesisanalytics.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"]
    trusts = ["kinesisanalytics.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"]
    trusts   = ["kinesisanalytics.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without kinesisanalytics:CreateApplication" {
    allow  = ["iam:PassRole", "kinesisanalytics:StartApplication"]
    trusts = ["kinesisanalytics.amazonaws.com"]
  }
  silent "without kinesisanalytics:StartApplication" {
    allow  = ["iam:PassRole", "kinesisanalytics:CreateApplication"]
    trusts = ["kinesisanalytics.amazonaws.com"]
  }
}

technique "x-lambda-url" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateFunctionUrlConfig", "lambda:InvokeFunctionUrl"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateFunctionUrlConfig", "lambda:InvokeFunctionUrl"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateFunctionUrlConfig", "lambda:InvokeFunctionUrl"]
    trusts    = ["lambda.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["lambda:CreateFunction", "lambda:CreateFunctionUrlConfig", "lambda:InvokeFunctionUrl"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateFunctionUrlConfig", "lambda:InvokeFunctionUrl"]
    trusts = ["lambda.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateFunctionUrlConfig", "lambda:InvokeFunctionUrl"]
    trusts   = ["lambda.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without lambda:CreateFunction" {
    allow  = ["iam:PassRole", "lambda:CreateFunctionUrlConfig", "lambda:InvokeFunctionUrl"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:CreateFunctionUrlConfig" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunctionUrl"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:InvokeFunctionUrl" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateFunctionUrlConfig"]
    trusts = ["lambda.amazonaws.com"]
  }
}

technique "x-mwaa" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "airflow:CreateEnvironment"]
    trusts = ["airflow.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "airflow:CreateEnvironment"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "airflow:CreateEnvironment"]
    trusts    = ["airflow.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["airflow:CreateEnvironment"]
    trusts = ["airflow.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "airflow:CreateEnvironment"]
    trusts = ["airflow.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "airflow:CreateEnvironment"]
    trusts   = ["airflow.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without airflow:CreateEnvironment" {
    allow  = ["iam:PassRole"]
    trusts = ["airflow.amazonaws.com"]
  }
}

technique "x-omics" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "omics:CreateWorkflow", "omics:StartRun"]
    trusts = ["omics.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "omics:CreateWorkflow", "omics:StartRun"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "omics:CreateWorkflow", "omics:StartRun"]
    trusts    = ["omics.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["omics:CreateWorkflow", "omics:StartRun"]
    trusts = ["omics.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "omics:CreateWorkflow", "omics:StartRun"]
    trusts = ["omics.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "omics:CreateWorkflow", "omics:StartRun"]
    trusts   = ["omics.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without omics:CreateWorkflow" {
    allow  = ["iam:PassRole", "omics:StartRun"]
    trusts = ["omics.amazonaws.com"]
  }
  silent "without omics:StartRun" {
    allow  = ["iam:PassRole", "omics:CreateWorkflow"]
    trusts = ["omics.amazonaws.com"]
  }
}

technique "x-pod-identity" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "eks:CreatePodIdentityAssociation"]
    trusts = ["pods.eks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "eks:CreatePodIdentityAssociation"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "eks:CreatePodIdentityAssociation"]
    trusts    = ["pods.eks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["eks:CreatePodIdentityAssociation"]
    trusts = ["pods.eks.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "eks:CreatePodIdentityAssociation"]
    trusts = ["pods.eks.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "eks:CreatePodIdentityAssociation"]
    trusts   = ["pods.eks.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without eks:CreatePodIdentityAssociation" {
    allow  = ["iam:PassRole"]
    trusts = ["pods.eks.amazonaws.com"]
  }
  silent "there is no such thing yet" {
    allow   = ["iam:PassRole", "eks:CreatePodIdentityAssociation"]
    trusts  = ["pods.eks.amazonaws.com"]
    without = ["eks"]
  }
}

technique "x-rds-role" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "rds:AddRoleToDBInstance"]
    trusts = ["rds.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "rds:AddRoleToDBInstance"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "rds:AddRoleToDBInstance"]
    trusts    = ["rds.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["rds:AddRoleToDBInstance"]
    trusts = ["rds.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "rds:AddRoleToDBInstance"]
    trusts = ["rds.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "rds:AddRoleToDBInstance"]
    trusts   = ["rds.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without rds:AddRoleToDBInstance" {
    allow  = ["iam:PassRole"]
    trusts = ["rds.amazonaws.com"]
  }
  silent "there is no such thing yet" {
    allow   = ["iam:PassRole", "rds:AddRoleToDBInstance"]
    trusts  = ["rds.amazonaws.com"]
    without = ["database"]
  }
}
