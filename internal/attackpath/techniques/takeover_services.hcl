# Taking over more services that already act as a role. Nothing is passed.

technique "cloudformation-004" {
  title        = "stack set that acts as a role"
  target       = "element"
  technologies = ["aws_cloudformation_stack_set"]
  need "target" { actions = ["cloudformation:UpdateStackSet"] }
  gains  = "relay"
  of     = "role"
  ease   = 3
  attack = ["T1578"]
  says   = "{actor} can change {target}, which then makes whatever the roles may make that {role} can assume"
}

technique "cloudformation-005" {
  title        = "change set of a stack that acts as a role"
  target       = "element"
  technologies = ["aws_cloudformation_stack"]
  need "target" { actions = ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1578"]
  says   = "{actor} can prepare and carry out a change of {target}, which then makes whatever {role} may make"
}

technique "codebuild-004" {
  title        = "sandbox of a build project"
  target       = "element"
  technologies = ["aws_codebuild_project"]
  need "target" { actions = ["codebuild:StartSandbox"] }
  need "any" { actions = ["codebuild:StartSandboxConnection"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1072"]
  says   = "{actor} can open a shell in the surroundings of {target}, which have the rights of {role}"
}

technique "x-amplify-build" {
  title        = "web build with other commands"
  target       = "element"
  technologies = ["aws_amplify_app"]
  need "target" { actions = ["amplify:UpdateApp"] }
  need "any" { any = ["amplify:StartJob", "amplify:CreateBranch"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1072"]
  says   = "{actor} can change the commands of {target}, which run as {role}"
}

technique "x-batch-submit" {
  title        = "job with another command"
  target       = "element"
  technologies = ["aws_batch_job_definition"]
  need "target" { actions = ["batch:SubmitJob"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1610"]
  says   = "{actor} can start a job of {target} with its own command, which runs as {role}"
}

technique "x-beanstalk-version" {
  title        = "another version of an application"
  target       = "element"
  technologies = ["aws_elastic_beanstalk_environment"]
  need "any" { actions = ["elasticbeanstalk:CreateApplicationVersion"] }
  need "target" { actions = ["elasticbeanstalk:UpdateEnvironment"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1072"]
  says   = "{actor} can put its own version of the application on {target}, which runs as {role}"
}

technique "x-emr-step" {
  title        = "step in a running cluster"
  target       = "element"
  technologies = ["aws_emr_cluster"]
  need "target" { actions = ["elasticmapreduce:AddJobFlowSteps"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1059"]
  says   = "{actor} can run a step of its own in {target}, which has the rights of {role}"
}

technique "x-sagemaker-studio" {
  title        = "workspace opened"
  target       = "element"
  technologies = ["aws_sagemaker_user_profile"]
  need "target" { actions = ["sagemaker:CreatePresignedDomainUrl"] }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1059"]
  says   = "{actor} can open {target} and run code as {role}"
}

technique "x-ssm-group" {
  title        = "command on a machine of a group"
  target       = "element"
  technologies = ["aws_autoscaling_group", "aws_ec2_fleet", "aws_eks_node_group", "aws_elastic_beanstalk_environment", "aws_emr_cluster", "aws_spot_fleet_request"]
  where { role_may = "ssm:UpdateInstanceInformation" }
  need "new" {
    type = "instance"
    any  = ["ssm:StartSession", "ssm:SendCommand"]
  }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1021.007", "T1651"]
  says   = "{actor} can run commands on the machines of {target}, which have the rights of {role}"
}

technique "x-ssm-association" {
  title        = "command that a machine fetches"
  target       = "element"
  technologies = ["aws_instance", "aws_spot_instance_request"]
  where { role_may = "ssm:UpdateInstanceInformation" }
  need "target" { actions = ["ssm:CreateAssociation"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1651"]
  says   = "{actor} can bind a document to {target}, which then runs its commands as {role}"
}

technique "x-ssm-doc" {
  title        = "document that a machine runs"
  target       = "element"
  technologies = ["aws_instance", "aws_spot_instance_request"]
  where {
    role_may = "ssm:UpdateInstanceInformation"
    exists   = ["aws_ssm_association", "aws_ssm_maintenance_window_task", "aws_ssm_document"]
  }
  need "any" { actions = ["ssm:UpdateDocument"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1651"]
  assumes = ["one of the account's own documents is run on the machine"]
  says    = "{actor} can rewrite a document that is run on {target} as {role}"
}

technique "x-states-edit" {
  title        = "steps of a state machine rewritten"
  target       = "element"
  technologies = ["aws_sfn_state_machine"]
  need "target" { actions = ["states:UpdateStateMachine", "states:StartExecution"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can rewrite the steps of {target}, which call services as {role}"
}

technique "x-states-driven" {
  title        = "steps of a state machine that others start"
  target       = "element"
  technologies = ["aws_sfn_state_machine"]
  where { driven = true }
  need "target" { actions = ["states:UpdateStateMachine"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can rewrite the steps of {target}, which call services as {role} when something starts it"
}
