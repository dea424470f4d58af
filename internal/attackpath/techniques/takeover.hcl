# Taking over something that already runs as a role. Nothing is passed.

technique "apprunner-002" {
  title        = "service given another image"
  target       = "element"
  technologies = ["aws_apprunner_service"]
  need "target" { actions = ["apprunner:UpdateService"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can make {target} run its own image, which has the rights of {role}"
}

technique "bedrock-002" {
  title        = "code interpreter that has a role"
  target       = "element"
  technologies = ["aws_bedrockagentcore_code_interpreter"]
  need "target" { actions = ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1059"]
  says   = "{actor} can run its own code in {target}, which has the rights of {role}"
}

technique "cloudformation-002" {
  title        = "stack that acts as a role"
  target       = "element"
  technologies = ["aws_cloudformation_stack"]
  need "target" { actions = ["cloudformation:UpdateStack"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1578"]
  says   = "{actor} can change {target}, which then makes whatever {role} may make"
}

technique "codebuild-002" {
  title        = "build with its own commands"
  target       = "element"
  technologies = ["aws_codebuild_project"]
  need "target" { any = ["codebuild:StartBuild", "codebuild:StartBuildBatch"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1072"]
  says   = "{actor} can start {target} with its own commands, which run as {role}"
}

technique "ec2-002" {
  title        = "start script of a machine rewritten"
  target       = "element"
  technologies = ["aws_instance", "aws_spot_instance_request"]
  need "target" {
    actions = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"]
    context = { "ec2:Attribute" = "UserData" }
  }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1578", "T1059"]
  says   = "{actor} can rewrite the start script of {target} and restart it, which then runs its commands as {role}"
}

technique "ec2-003" {
  title        = "login key pushed to a machine"
  target       = "element"
  technologies = ["aws_instance", "aws_spot_instance_request"]
  where { addressable = true }
  need "target" { actions = ["ec2-instance-connect:SendSSHPublicKey"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1098.004"]
  says   = "{actor} can push a login key to {target}, sign in and take the credentials of {role}"
}

technique "ec2-005" {
  title  = "launch template rewritten"
  target = "role"
  where {
    trusts           = "ec2.amazonaws.com"
    instance_profile = true
    exists           = ["aws_launch_template"]
  }
  need "any" { actions = ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"] }
  gains   = "identity"
  ease    = 2
  attack  = ["T1578.002"]
  assumes = ["a machine is started from a launch template's default version"]
  says    = "{actor} can write a new version of a launch template, and the next machine started from it runs its commands as {target}"
}

technique "ecs-006" {
  title        = "command in a running container"
  target       = "element"
  technologies = ["aws_ecs_service"]
  where {
    fact "remote_commands" { value = true }
  }
  need "any" {
    actions = ["ecs:ExecuteCommand"]
    context = { "ecs:cluster" = "{parent}" }
  }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1609"]
  says   = "{actor} can run commands in the containers of {target}, which have the rights of {role}"
}

technique "glue-002" {
  title        = "login key on a development endpoint"
  target       = "element"
  technologies = ["aws_glue_dev_endpoint"]
  need "target" { actions = ["glue:UpdateDevEndpoint"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1098.004"]
  says   = "{actor} can put its own login key on {target}, which has the rights of {role}"
}

technique "lambda-003" {
  title  = "code of a function that others set off"
  target = "element"
  kinds  = ["compute.function"]
  where {
    driven = true
    fact "code_signed" { value = false }
  }
  need "target" { actions = ["lambda:UpdateFunctionCode"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can replace the code of {target}, which is then run as {role} when something sets it off"
}

technique "lambda-004" {
  title  = "code of a function"
  target = "element"
  kinds  = ["compute.function"]
  where {
    fact "code_signed" { value = false }
  }
  need "target" { actions = ["lambda:UpdateFunctionCode"] }
  need "target" {
    any   = ["lambda:InvokeFunction", "lambda:AddPermission", "lambda:InvokeFunctionUrl", "lambda:CreateEventSourceMapping"]
    apart = true
  }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can replace the code of {target} and run it as {role}"
}

technique "x-lambda-config" {
  title  = "layer or settings of a function"
  target = "element"
  kinds  = ["compute.function"]
  where {
    fact "code_signed" { value = false }
  }
  need "target" { actions = ["lambda:UpdateFunctionConfiguration"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1648"]
  assumes = ["the function is run again after its settings change"]
  says    = "{actor} can load code of its own into {target} through a layer, which is then run as {role}"
}

technique "sagemaker-004" {
  title        = "notebook opened"
  target       = "element"
  technologies = ["aws_sagemaker_notebook_instance"]
  need "target" { actions = ["sagemaker:CreatePresignedNotebookInstanceUrl"] }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1059"]
  says   = "{actor} can open {target} and run code as {role}"
}

technique "sagemaker-005" {
  title        = "start script of a notebook"
  target       = "element"
  technologies = ["aws_sagemaker_notebook_instance"]
  need "any" { actions = ["sagemaker:CreateNotebookInstanceLifecycleConfig"] }
  need "target" { actions = ["sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance", "sagemaker:StartNotebookInstance"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1059"]
  says   = "{actor} can give {target} a start script, which runs as {role}"
}

technique "ssm-001" {
  title        = "session on a machine"
  target       = "element"
  technologies = ["aws_instance", "aws_spot_instance_request"]
  where { role_may = "ssm:UpdateInstanceInformation" }
  need "target" { actions = ["ssm:StartSession"] }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1021.007"]
  says   = "{actor} can open a session on {target} and take the credentials of {role}"
}

technique "ssm-002" {
  title        = "command on a machine"
  target       = "element"
  technologies = ["aws_instance", "aws_spot_instance_request"]
  where { role_may = "ssm:UpdateInstanceInformation" }
  need "target" { actions = ["ssm:SendCommand"] }
  need "named" {
    arn     = "arn:aws:ssm:*::document/AWS-RunShellScript"
    actions = ["ssm:SendCommand"]
  }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1651"]
  says   = "{actor} can run commands on {target}, which have the rights of {role}"
}
