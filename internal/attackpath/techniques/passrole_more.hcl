# More ways to give somebody else's role to something new: services that are
# documented to run what they are given as the role that they are passed.

technique "bedrock-003" {
  title  = "agent runtime with somebody else's role"
  target = "role"
  passes = "bedrock-agentcore.amazonaws.com"
  need "any" { actions = ["bedrock-agentcore:CreateAgentRuntime"] }
  need "new" {
    type    = "runtime"
    actions = ["bedrock-agentcore:InvokeAgentRuntime"]
    apart   = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to an agent runtime that runs its own image"
}

technique "cloudformation-003" {
  title  = "stack set with somebody else's role"
  target = "role"
  passes = "cloudformation.amazonaws.com"
  need "any" { actions = ["cloudformation:CreateStackSet"] }
  need "new" {
    type    = "stackset"
    actions = ["cloudformation:CreateStackInstances"]
    apart   = true
  }
  gains  = "relay"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a stack set, which makes whatever the roles may make that {target} can assume"
}

technique "ec2-006" {
  title  = "launch template with somebody else's role, for a group of machines"
  target = "role"
  passes = "ec2.amazonaws.com"
  where { instance_profile = true }
  need "any" { any = ["autoscaling:CreateLaunchConfiguration", "ec2:CreateLaunchTemplate"] }
  need "any" { any = ["autoscaling:CreateAutoScalingGroup", "autoscaling:UpdateAutoScalingGroup"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can have a scaling group start machines of its own that run as {target}"
}

technique "ec2-007" {
  title  = "machine given another profile"
  target = "role"
  passes = "ec2.amazonaws.com"
  where {
    instance_profile = true
    exists           = ["aws_instance", "aws_autoscaling_group", "aws_spot_instance_request"]
  }
  need "any" { any = ["ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation"] }
  need "any" { any = ["ec2-instance-connect:SendSSHPublicKey", "ssm:StartSession", "ssm:SendCommand", "ec2:ModifyInstanceAttribute"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578"]
  says   = "{actor} can give {target} to a machine that it can run commands on, and take the credentials there"
}

technique "ecs-005" {
  title  = "task on a machine of the cluster"
  target = "role"
  passes = "ecs-tasks.amazonaws.com"
  where { exists = ["aws_ecs_cluster"] }
  need "any" { actions = ["ecs:RegisterTaskDefinition", "ecs:StartTask"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1610"]
  says   = "{actor} can run containers of its own as {target} on a machine of a cluster"
}

technique "ecs-007" {
  title  = "task on a machine that joins the cluster"
  target = "role"
  passes = "ecs-tasks.amazonaws.com"
  where { exists = ["aws_ecs_cluster"] }
  need "new" {
    type    = "cluster"
    actions = ["ecs:RegisterContainerInstance"]
  }
  need "any" { actions = ["ecs:StartTask"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1610"]
  says   = "{actor} can let a machine of its own join a cluster, start a task there as {target} and take its credentials"
}

technique "ecs-010" {
  title  = "service given another task"
  target = "role"
  passes = "ecs-tasks.amazonaws.com"
  where { exists = ["aws_ecs_service"] }
  need "any" { actions = ["ecs:RegisterTaskDefinition"] }
  need "any" { actions = ["ecs:UpdateService"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1610"]
  says   = "{actor} can let a running service run containers of its own as {target}"
}

technique "sagemaker-006" {
  title  = "Studio user with somebody else's role"
  target = "role"
  passes = "sagemaker.amazonaws.com"
  need "any" { any = ["sagemaker:CreateUserProfile", "sagemaker:UpdateUserProfile"] }
  need "any" {
    actions = ["sagemaker:CreatePresignedDomainUrl"]
    apart   = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can open a Studio workspace that runs as {target}"
}

technique "sagemaker-007" {
  title  = "model with somebody else's role"
  target = "role"
  passes = "sagemaker.amazonaws.com"
  need "any" { actions = ["sagemaker:CreateModel"] }
  need "any" {
    any   = ["sagemaker:CreateEndpoint", "sagemaker:CreateTransformJob"]
    apart = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a model whose image it chooses"
}

technique "sagemaker-008" {
  title  = "tuning job with somebody else's role"
  target = "role"
  passes = "sagemaker.amazonaws.com"
  need "any" { actions = ["sagemaker:CreateHyperParameterTuningJob"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a tuning job whose image it chooses"
}

technique "sagemaker-009" {
  title  = "pipeline with somebody else's role"
  target = "role"
  passes = "sagemaker.amazonaws.com"
  need "any" { any = ["sagemaker:CreatePipeline", "sagemaker:UpdatePipeline"] }
  need "any" {
    actions = ["sagemaker:StartPipelineExecution"]
    apart   = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can pass {target} to a pipeline whose steps it writes"
}
