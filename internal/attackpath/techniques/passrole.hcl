# Giving somebody else's role to something new that runs what the actor wants.
# All need iam:PassRole on the role, and a role that trusts the service.

technique "ec2-001" {
  title  = "machine with somebody else's role"
  target = "role"
  passes = "ec2.amazonaws.com"
  where { instance_profile = true }
  need "new" {
    type = "instance"
    any  = ["ec2:RunInstances", "ec2:RequestSpotInstances"]
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can start a machine of its own that runs as {target}, and take its credentials"
}

technique "ecs-004" {
  title  = "container task in an existing cluster"
  target = "role"
  passes = "ecs-tasks.amazonaws.com"
  where { exists = ["aws_ecs_cluster", "aws_ecs_service", "aws_ecs_task_definition"] }
  need "any" { actions = ["ecs:RegisterTaskDefinition"] }
  need "any" { any = ["ecs:RunTask", "ecs:CreateService"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1610"]
  says   = "{actor} can run containers of its own as {target}"
}

technique "ecs-008" {
  title  = "task with another role and command"
  target = "role"
  passes = "ecs-tasks.amazonaws.com"
  where { exists = ["aws_ecs_cluster", "aws_ecs_service", "aws_ecs_task_definition"] }
  need "any" { any = ["ecs:RunTask", "ecs:StartTask"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1610"]
  says   = "{actor} can run an existing task with its own command as {target}"
}

technique "x-ec2-profile" {
  title  = "role put into an instance profile"
  target = "role"
  passes = "ec2.amazonaws.com"
  need "any" { actions = ["iam:AddRoleToInstanceProfile"] }
  need "any" { any = ["ec2:RunInstances", "ec2:RequestSpotInstances", "ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can put {target} into an instance profile, start a machine with it and take its credentials"
}

technique "apprunner-001" {
  title  = "App Runner service with somebody else's role"
  target = "role"
  passes = "tasks.apprunner.amazonaws.com"
  need "new" {
    type    = "service"
    actions = ["apprunner:CreateService"]
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a service that runs its own image"
}

technique "bedrock-001" {
  title  = "code interpreter with somebody else's role"
  target = "role"
  passes = "bedrock-agentcore.amazonaws.com"
  need "any" { actions = ["bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a code interpreter"
}

technique "cloudformation-001" {
  title  = "stack with somebody else's role"
  target = "role"
  passes = "cloudformation.amazonaws.com"
  need "new" {
    type    = "stack"
    actions = ["cloudformation:CreateStack"]
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a stack that makes whatever it wants"
}

technique "codebuild-001" {
  title  = "build project with somebody else's role"
  target = "role"
  passes = "codebuild.amazonaws.com"
  need "new" {
    type    = "project"
    actions = ["codebuild:CreateProject"]
  }
  need "new" {
    type  = "project"
    any   = ["codebuild:StartBuild", "codebuild:StartBuildBatch"]
    apart = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a build that runs its own commands"
}

technique "codebuild-005" {
  title  = "build project changed with somebody else's role"
  target = "role"
  passes = "codebuild.amazonaws.com"
  where { exists = ["aws_codebuild_project"] }
  need "new" {
    type    = "project"
    actions = ["codebuild:UpdateProject"]
  }
  need "new" {
    type  = "project"
    any   = ["codebuild:StartBuild", "codebuild:StartBuildBatch"]
    apart = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to an existing build project"
}

technique "datapipeline-001" {
  title  = "data pipeline with somebody else's role"
  target = "role"
  passes = "datapipeline.amazonaws.com"
  need "any" { actions = ["datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a data pipeline that runs its own commands"
}

technique "ecs-001" {
  title  = "container service with somebody else's role"
  target = "role"
  passes = "ecs-tasks.amazonaws.com"
  need "any" { actions = ["ecs:CreateCluster", "ecs:RegisterTaskDefinition"] }
  need "any" { any = ["ecs:RunTask", "ecs:CreateService", "ecs:StartTask"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to containers of its own in a new cluster"
}

technique "glue-001" {
  title  = "Glue endpoint with somebody else's role"
  target = "role"
  passes = "glue.amazonaws.com"
  need "any" { actions = ["glue:CreateDevEndpoint"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a development endpoint"
}

technique "glue-003" {
  title  = "Glue job with somebody else's role"
  target = "role"
  passes = "glue.amazonaws.com"
  need "any" { actions = ["glue:CreateJob"] }
  need "any" {
    any   = ["glue:StartJobRun", "glue:CreateTrigger"]
    apart = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a job that runs its own script"
}

technique "glue-005" {
  title  = "Glue job changed with somebody else's role"
  target = "role"
  passes = "glue.amazonaws.com"
  where { exists = ["aws_glue_job"] }
  need "any" { actions = ["glue:UpdateJob"] }
  need "any" {
    any   = ["glue:StartJobRun", "glue:CreateTrigger"]
    apart = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to an existing job that then runs its own script"
}

technique "glue-007" {
  title  = "Glue session with somebody else's role"
  target = "role"
  passes = "glue.amazonaws.com"
  need "any" { actions = ["glue:CreateSession", "glue:RunStatement"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a session that runs its own statements"
}

technique "lambda-001" {
  title  = "function invoked with somebody else's role"
  target = "role"
  passes = "lambda.amazonaws.com"
  need "new" {
    type    = "function"
    actions = ["lambda:CreateFunction"]
  }
  need "new" {
    type  = "function"
    any   = ["lambda:InvokeFunction", "lambda:AddPermission"]
    apart = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a function of its own"
}

technique "lambda-002" {
  title  = "function set off by events with somebody else's role"
  target = "role"
  passes = "lambda.amazonaws.com"
  need "new" {
    type    = "function"
    actions = ["lambda:CreateFunction"]
  }
  need "any" {
    actions = ["lambda:CreateEventSourceMapping"]
    apart   = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a function of its own, set off by a stream or queue"
}

technique "sagemaker-001" {
  title  = "notebook with somebody else's role"
  target = "role"
  passes = "sagemaker.amazonaws.com"
  need "any" { actions = ["sagemaker:CreateNotebookInstance"] }
  need "any" { any = ["sagemaker:CreatePresignedNotebookInstanceUrl", "sagemaker:CreateNotebookInstanceLifecycleConfig"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a notebook"
}

technique "sagemaker-002" {
  title  = "training job with somebody else's role"
  target = "role"
  passes = "sagemaker.amazonaws.com"
  need "any" { actions = ["sagemaker:CreateTrainingJob"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a training job that runs its own image"
}

technique "sagemaker-003" {
  title  = "processing job with somebody else's role"
  target = "role"
  passes = "sagemaker.amazonaws.com"
  need "any" { actions = ["sagemaker:CreateProcessingJob"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a processing job that runs its own script"
}

technique "x-batch" {
  title  = "batch job with somebody else's role"
  target = "role"
  passes = "ecs-tasks.amazonaws.com"
  need "any" { actions = ["batch:RegisterJobDefinition", "batch:SubmitJob"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a batch job"
}

technique "x-scheduler" {
  title  = "schedule with somebody else's role"
  target = "role"
  passes = "scheduler.amazonaws.com"
  need "any" { actions = ["scheduler:CreateSchedule"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a schedule that calls any service"
}

technique "x-ssm-automation" {
  title  = "automation with somebody else's role"
  target = "role"
  passes = "ssm.amazonaws.com"
  need "any" { actions = ["ssm:StartAutomationExecution"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to an automation"
}

technique "x-states" {
  title  = "state machine with somebody else's role"
  target = "role"
  passes = "states.amazonaws.com"
  need "any" { actions = ["states:CreateStateMachine", "states:StartExecution"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a state machine that calls any service"
}
