# Services beside those that only compute: each runs what it is given, or calls
# other services, as the role that it is passed.

technique "x-amplify" {
  title  = "web build with somebody else's role"
  target = "role"
  passes = "amplify.amazonaws.com"
  need "any" { actions = ["amplify:CreateApp"] }
  need "any" { any = ["amplify:StartJob", "amplify:CreateBranch"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a web build that runs its own commands"
}

technique "x-appsync" {
  title  = "data source with somebody else's role"
  target = "role"
  passes = "appsync.amazonaws.com"
  need "any" { actions = ["appsync:CreateDataSource"] }
  need "any" { any = ["appsync:CreateResolver", "appsync:CreateFunction", "appsync:UpdateResolver"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a data source of an interface that it writes, which calls services as {target}"
}

technique "x-beanstalk" {
  title  = "application environment with somebody else's role"
  target = "role"
  passes = "ec2.amazonaws.com"
  where { instance_profile = true }
  need "new" {
    type = "environment"
    any  = ["elasticbeanstalk:CreateEnvironment", "elasticbeanstalk:UpdateEnvironment"]
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can start an application environment of its own whose machines run as {target}"
}

technique "x-codepipeline" {
  title  = "pipeline with somebody else's role"
  target = "role"
  passes = "codepipeline.amazonaws.com"
  need "new" {
    type = "pipeline"
    any  = ["codepipeline:CreatePipeline", "codepipeline:UpdatePipeline"]
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a pipeline, which then acts on other services as {target}"
}

technique "x-databrew" {
  title  = "data preparation job with somebody else's role"
  target = "role"
  passes = "databrew.amazonaws.com"
  need "any" { any = ["databrew:CreateRecipeJob", "databrew:CreateProfileJob"] }
  need "any" { actions = ["databrew:StartJobRun"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a data preparation job, which reads and writes as {target}"
}

technique "x-emr" {
  title  = "cluster with somebody else's role"
  target = "role"
  passes = "ec2.amazonaws.com"
  where { instance_profile = true }
  need "any" { actions = ["elasticmapreduce:RunJobFlow"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can start a cluster whose machines run its own steps as {target}"
}

technique "x-emr-serverless" {
  title  = "serverless job with somebody else's role"
  target = "role"
  passes = "emr-serverless.amazonaws.com"
  need "any" { actions = ["emr-serverless:StartJobRun"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a job that runs its own code"
}

technique "x-events" {
  title  = "rule with somebody else's role"
  target = "role"
  passes = "events.amazonaws.com"
  need "any" { actions = ["events:PutRule", "events:PutTargets"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a rule, which then calls the services of its choice as {target}"
}

technique "x-firehose" {
  title  = "delivery stream with somebody else's role"
  target = "role"
  passes = "firehose.amazonaws.com"
  need "any" { actions = ["firehose:CreateDeliveryStream"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a delivery stream, which writes where {actor} wants as {target}"
}

technique "x-fis" {
  title  = "experiment with somebody else's role"
  target = "role"
  passes = "fis.amazonaws.com"
  need "any" { actions = ["fis:CreateExperimentTemplate", "fis:StartExperiment"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can pass {target} to an experiment, which then runs commands and automations as {target}"
}

technique "x-gamelift" {
  title  = "game fleet with somebody else's role"
  target = "role"
  passes = "gamelift.amazonaws.com"
  need "any" { actions = ["gamelift:CreateBuild", "gamelift:CreateFleet"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a fleet that runs its own program"
}

technique "x-glue-crawler" {
  title  = "crawler with somebody else's role"
  target = "role"
  passes = "glue.amazonaws.com"
  need "any" { any = ["glue:CreateCrawler", "glue:UpdateCrawler"] }
  need "any" { actions = ["glue:StartCrawler"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a crawler, which reads stores as {target}"
}

technique "x-greengrass" {
  title  = "group of devices with somebody else's role"
  target = "role"
  passes = "greengrass.amazonaws.com"
  need "any" { actions = ["greengrass:AssociateRoleToGroup"] }
  need "any" { actions = ["greengrass:CreateDeployment"] }
  gains   = "identity"
  ease    = 2
  attack  = ["T1098"]
  assumes = ["the attacker has a device in the group, or may add one"]
  says    = "{actor} can pass {target} to a group of devices and run its own functions there as {target}"
}

technique "x-imagebuilder" {
  title  = "image build with somebody else's role"
  target = "role"
  passes = "ec2.amazonaws.com"
  where { instance_profile = true }
  need "any" { actions = ["imagebuilder:CreateInfrastructureConfiguration"] }
  need "any" { any = ["imagebuilder:CreateComponent", "imagebuilder:CreateImageRecipe"] }
  need "any" { any = ["imagebuilder:CreateImage", "imagebuilder:CreateImagePipeline"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can have an image built on a machine that runs its own steps as {target}"
}

technique "x-iot-alias" {
  title  = "certificate of one's own with somebody else's role"
  target = "role"
  passes = "credentials.iot.amazonaws.com"
  need "any" { actions = ["iot:CreateRoleAlias"] }
  need "any" { any = ["iot:CreateKeysAndCertificate", "iot:CreateCertificateFromCsr", "iot:RegisterCertificateWithoutCA"] }
  need "any" { any = ["iot:AttachPolicy", "iot:AttachPrincipalPolicy"] }
  gains   = "identity"
  ease    = 2
  attack  = ["T1098", "T1552.004"]
  assumes = ["a policy of the service lets the certificate use the name that the role is given"]
  says    = "{actor} can pass {target} to a name that devices use for it, and get its credentials with a certificate of its own"
}

technique "x-iot-rule" {
  title  = "device rule with somebody else's role"
  target = "role"
  passes = "iot.amazonaws.com"
  need "any" { actions = ["iot:CreateTopicRule"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a rule for device messages, which calls the services of its choice as {target}"
}

technique "x-kinesis-analytics" {
  title  = "stream program with somebody else's role"
  target = "role"
  passes = "kinesisanalytics.amazonaws.com"
  need "any" { actions = ["kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a stream program of its own"
}

technique "x-lambda-url" {
  title  = "function with its own address"
  target = "role"
  passes = "lambda.amazonaws.com"
  need "new" {
    type    = "function"
    actions = ["lambda:CreateFunction", "lambda:CreateFunctionUrlConfig", "lambda:InvokeFunctionUrl"]
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can make a function that runs as {target}, and call it by its address"
}

technique "x-mwaa" {
  title  = "workflow environment with somebody else's role"
  target = "role"
  passes = "airflow.amazonaws.com"
  need "new" {
    type    = "environment"
    actions = ["airflow:CreateEnvironment"]
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a workflow environment that runs its own code"
}

technique "x-omics" {
  title  = "genomics workflow with somebody else's role"
  target = "role"
  passes = "omics.amazonaws.com"
  need "any" { actions = ["omics:CreateWorkflow", "omics:StartRun"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a workflow that runs its own images"
}

technique "x-pod-identity" {
  title  = "pods given somebody else's role"
  target = "role"
  passes = "pods.eks.amazonaws.com"
  where { exists = ["aws_eks_cluster"] }
  need "any" { actions = ["eks:CreatePodIdentityAssociation"] }
  gains   = "identity"
  ease    = 2
  attack  = ["T1098"]
  assumes = ["the attacker can start pods in the cluster"]
  says    = "{actor} can give {target} to the pods of a cluster"
}

technique "x-rds-role" {
  title  = "database given somebody else's role"
  target = "role"
  passes = "rds.amazonaws.com"
  where { exists = ["aws_db_instance", "aws_rds_cluster"] }
  need "any" { any = ["rds:AddRoleToDBInstance", "rds:AddRoleToDBCluster"] }
  gains   = "identity"
  ease    = 2
  attack  = ["T1098"]
  assumes = ["the attacker can run statements in the database"]
  says    = "{actor} can give {target} to a database, whose statements then act as {target}"
}

technique "x-redshift-role" {
  title  = "warehouse given somebody else's role"
  target = "role"
  passes = "redshift.amazonaws.com"
  need "any" { any = ["redshift:CreateCluster", "redshift:ModifyClusterIamRoles"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can give {target} to a warehouse, whose statements then read and write stores as {target}"
}

technique "x-roles-anywhere" {
  title  = "role opened to a certificate authority of one's own"
  target = "role"
  passes = "rolesanywhere.amazonaws.com"
  need "any" { actions = ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can name an authority of its own whose certificates open {target}"
}

technique "x-scheduler-update" {
  title  = "schedule changed with somebody else's role"
  target = "role"
  passes = "scheduler.amazonaws.com"
  where { exists = ["aws_scheduler_schedule"] }
  need "any" { actions = ["scheduler:UpdateSchedule"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to an existing schedule that calls any service"
}

technique "x-spot-fleet" {
  title  = "fleet of machines with somebody else's role"
  target = "role"
  passes = "ec2.amazonaws.com"
  where { instance_profile = true }
  need "any" { any = ["ec2:RequestSpotFleet", "ec2:CreateFleet"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can start a fleet of machines of its own that run as {target}"
}

technique "x-ssm-window" {
  title  = "maintenance task with somebody else's role"
  target = "role"
  passes = "ssm.amazonaws.com"
  need "any" { actions = ["ssm:RegisterTaskWithMaintenanceWindow"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a maintenance task, which runs commands, functions and automations as {target}"
}

technique "x-states-test" {
  title  = "trial of a step with somebody else's role"
  target = "role"
  passes = "states.amazonaws.com"
  need "any" { actions = ["states:TestState"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can try out a single step that calls any service as {target}"
}

technique "x-states-update" {
  title  = "state machine changed with somebody else's role"
  target = "role"
  passes = "states.amazonaws.com"
  where { exists = ["aws_sfn_state_machine"] }
  need "any" { actions = ["states:UpdateStateMachine", "states:StartExecution"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to an existing state machine that calls any service"
}

technique "x-transfer" {
  title  = "file transfer user with somebody else's role"
  target = "role"
  passes = "transfer.amazonaws.com"
  need "any" { any = ["transfer:CreateUser", "transfer:UpdateUser"] }
  gains  = "identity"
  ease   = 2
  attack = ["T1098"]
  says   = "{actor} can open a file transfer login that reads and writes as {target}"
}
