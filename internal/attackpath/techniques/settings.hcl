# Settings that whoever may look at a thing can read, with credentials in them.

technique "x-lambda-list" {
  title        = "list of functions with their settings"
  target       = "element"
  technologies = ["aws_lambda_function"]
  where { secrets = true }
  need "any" { actions = ["lambda:ListFunctions"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can list functions with their settings, and credentials stand in those of {target}"
}

technique "x-beanstalk-env" {
  title        = "settings of an application read"
  target       = "element"
  technologies = ["aws_elastic_beanstalk_environment"]
  where { secrets = true }
  need "target" { actions = ["elasticbeanstalk:DescribeConfigurationSettings"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the settings of {target}, in which credentials stand"
}

technique "x-apprunner-env" {
  title        = "settings of a service read"
  target       = "element"
  technologies = ["aws_apprunner_service"]
  where { secrets = true }
  need "target" { actions = ["apprunner:DescribeService"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the settings of {target}, in which credentials stand"
}

technique "x-batch-env" {
  title        = "settings of a job read"
  target       = "element"
  technologies = ["aws_batch_job_definition"]
  where { secrets = true }
  need "any" { actions = ["batch:DescribeJobDefinitions"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the settings of {target}, in which credentials stand"
}

technique "x-amplify-env" {
  title        = "settings of a web build read"
  target       = "element"
  technologies = ["aws_amplify_app"]
  where { secrets = true }
  need "target" { any = ["amplify:GetApp", "amplify:ListApps"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the settings of {target}, in which credentials stand"
}

technique "x-glue-env" {
  title        = "arguments of a job read"
  target       = "element"
  technologies = ["aws_glue_job"]
  where { secrets = true }
  need "any" { any = ["glue:GetJob", "glue:GetJobs", "glue:BatchGetJobs"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the arguments of {target}, in which credentials stand"
}

technique "x-template-userdata" {
  title        = "start script of a template read"
  target       = "element"
  technologies = ["aws_launch_template"]
  where { secrets = true }
  need "any" { actions = ["ec2:DescribeLaunchTemplateVersions"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the start script of {target}, in which credentials stand"
}

technique "x-cfn-secret" {
  title        = "parameters of a stack read"
  target       = "element"
  technologies = ["aws_cloudformation_stack"]
  where { secrets = true }
  need "target" { any = ["cloudformation:DescribeStacks", "cloudformation:GetTemplate"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the parameters of {target}, in which credentials stand"
}

technique "x-states-env" {
  title        = "steps of a state machine read"
  target       = "element"
  technologies = ["aws_sfn_state_machine"]
  where { secrets = true }
  need "target" { actions = ["states:DescribeStateMachine"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the steps of {target}, in which credentials stand"
}
