technique "x-amplify" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "amplify:CreateApp", "amplify:StartJob"]
    trusts = ["amplify.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "amplify:CreateApp", "amplify:StartJob"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "amplify:CreateApp", "amplify:StartJob"]
    trusts    = ["amplify.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["amplify:CreateApp", "amplify:StartJob"]
    trusts = ["amplify.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "amplify:CreateApp", "amplify:StartJob"]
    trusts = ["amplify.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "amplify:CreateApp", "amplify:StartJob"]
    trusts   = ["amplify.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without amplify:CreateApp" {
    allow  = ["iam:PassRole", "amplify:StartJob"]
    trusts = ["amplify.amazonaws.com"]
  }
  silent "without amplify:StartJob" {
    allow  = ["iam:PassRole", "amplify:CreateApp"]
    trusts = ["amplify.amazonaws.com"]
  }
}

technique "x-appsync" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "appsync:CreateDataSource", "appsync:CreateResolver"]
    trusts = ["appsync.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "appsync:CreateDataSource", "appsync:CreateResolver"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "appsync:CreateDataSource", "appsync:CreateResolver"]
    trusts    = ["appsync.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["appsync:CreateDataSource", "appsync:CreateResolver"]
    trusts = ["appsync.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "appsync:CreateDataSource", "appsync:CreateResolver"]
    trusts = ["appsync.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "appsync:CreateDataSource", "appsync:CreateResolver"]
    trusts   = ["appsync.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without appsync:CreateDataSource" {
    allow  = ["iam:PassRole", "appsync:CreateResolver"]
    trusts = ["appsync.amazonaws.com"]
  }
  silent "without appsync:CreateResolver" {
    allow  = ["iam:PassRole", "appsync:CreateDataSource"]
    trusts = ["appsync.amazonaws.com"]
  }
}

technique "x-beanstalk" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "elasticbeanstalk:CreateEnvironment"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "elasticbeanstalk:CreateEnvironment"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "elasticbeanstalk:CreateEnvironment"]
    trusts    = ["ec2.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["elasticbeanstalk:CreateEnvironment"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "elasticbeanstalk:CreateEnvironment"]
    trusts = ["ec2.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "elasticbeanstalk:CreateEnvironment"]
    trusts   = ["ec2.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without elasticbeanstalk:CreateEnvironment" {
    allow  = ["iam:PassRole"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role is in no instance profile" {
    allow   = ["iam:PassRole", "elasticbeanstalk:CreateEnvironment"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
}

technique "x-codepipeline" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "codepipeline:CreatePipeline"]
    trusts = ["codepipeline.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "codepipeline:CreatePipeline"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "codepipeline:CreatePipeline"]
    trusts    = ["codepipeline.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["codepipeline:CreatePipeline"]
    trusts = ["codepipeline.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "codepipeline:CreatePipeline"]
    trusts = ["codepipeline.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "codepipeline:CreatePipeline"]
    trusts   = ["codepipeline.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without codepipeline:CreatePipeline" {
    allow  = ["iam:PassRole"]
    trusts = ["codepipeline.amazonaws.com"]
  }
}

technique "x-databrew" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "databrew:CreateRecipeJob", "databrew:StartJobRun"]
    trusts = ["databrew.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "databrew:CreateRecipeJob", "databrew:StartJobRun"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "databrew:CreateRecipeJob", "databrew:StartJobRun"]
    trusts    = ["databrew.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["databrew:CreateRecipeJob", "databrew:StartJobRun"]
    trusts = ["databrew.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "databrew:CreateRecipeJob", "databrew:StartJobRun"]
    trusts = ["databrew.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "databrew:CreateRecipeJob", "databrew:StartJobRun"]
    trusts   = ["databrew.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without databrew:CreateRecipeJob" {
    allow  = ["iam:PassRole", "databrew:StartJobRun"]
    trusts = ["databrew.amazonaws.com"]
  }
  silent "without databrew:StartJobRun" {
    allow  = ["iam:PassRole", "databrew:CreateRecipeJob"]
    trusts = ["databrew.amazonaws.com"]
  }
}

technique "x-emr" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "elasticmapreduce:RunJobFlow"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "elasticmapreduce:RunJobFlow"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "elasticmapreduce:RunJobFlow"]
    trusts    = ["ec2.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["elasticmapreduce:RunJobFlow"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "elasticmapreduce:RunJobFlow"]
    trusts = ["ec2.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "elasticmapreduce:RunJobFlow"]
    trusts   = ["ec2.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without elasticmapreduce:RunJobFlow" {
    allow  = ["iam:PassRole"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role is in no instance profile" {
    allow   = ["iam:PassRole", "elasticmapreduce:RunJobFlow"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
}

technique "x-emr-serverless" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "emr-serverless:StartJobRun"]
    trusts = ["emr-serverless.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "emr-serverless:StartJobRun"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "emr-serverless:StartJobRun"]
    trusts    = ["emr-serverless.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["emr-serverless:StartJobRun"]
    trusts = ["emr-serverless.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "emr-serverless:StartJobRun"]
    trusts = ["emr-serverless.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "emr-serverless:StartJobRun"]
    trusts   = ["emr-serverless.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without emr-serverless:StartJobRun" {
    allow  = ["iam:PassRole"]
    trusts = ["emr-serverless.amazonaws.com"]
  }
}

technique "x-events" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "events:PutRule", "events:PutTargets"]
    trusts = ["events.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "events:PutRule", "events:PutTargets"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "events:PutRule", "events:PutTargets"]
    trusts    = ["events.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["events:PutRule", "events:PutTargets"]
    trusts = ["events.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "events:PutRule", "events:PutTargets"]
    trusts = ["events.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "events:PutRule", "events:PutTargets"]
    trusts   = ["events.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without events:PutRule" {
    allow  = ["iam:PassRole", "events:PutTargets"]
    trusts = ["events.amazonaws.com"]
  }
  silent "without events:PutTargets" {
    allow  = ["iam:PassRole", "events:PutRule"]
    trusts = ["events.amazonaws.com"]
  }
}

technique "x-firehose" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "firehose:CreateDeliveryStream"]
    trusts = ["firehose.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "firehose:CreateDeliveryStream"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "firehose:CreateDeliveryStream"]
    trusts    = ["firehose.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["firehose:CreateDeliveryStream"]
    trusts = ["firehose.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "firehose:CreateDeliveryStream"]
    trusts = ["firehose.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "firehose:CreateDeliveryStream"]
    trusts   = ["firehose.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without firehose:CreateDeliveryStream" {
    allow  = ["iam:PassRole"]
    trusts = ["firehose.amazonaws.com"]
  }
}

technique "x-fis" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "fis:CreateExperimentTemplate", "fis:StartExperiment"]
    trusts = ["fis.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "fis:CreateExperimentTemplate", "fis:StartExperiment"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "fis:CreateExperimentTemplate", "fis:StartExperiment"]
    trusts    = ["fis.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["fis:CreateExperimentTemplate", "fis:StartExperiment"]
    trusts = ["fis.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "fis:CreateExperimentTemplate", "fis:StartExperiment"]
    trusts = ["fis.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "fis:CreateExperimentTemplate", "fis:StartExperiment"]
    trusts   = ["fis.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without fis:CreateExperimentTemplate" {
    allow  = ["iam:PassRole", "fis:StartExperiment"]
    trusts = ["fis.amazonaws.com"]
  }
  silent "without fis:StartExperiment" {
    allow  = ["iam:PassRole", "fis:CreateExperimentTemplate"]
    trusts = ["fis.amazonaws.com"]
  }
}
