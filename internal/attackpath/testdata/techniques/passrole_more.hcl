technique "bedrock-003" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"]
    trusts    = ["bedrock-agentcore.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"]
    trusts   = ["bedrock-agentcore.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without bedrock-agentcore:CreateAgentRuntime" {
    allow  = ["iam:PassRole", "bedrock-agentcore:InvokeAgentRuntime"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
  silent "without bedrock-agentcore:InvokeAgentRuntime" {
    allow  = ["iam:PassRole", "bedrock-agentcore:CreateAgentRuntime"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
}

technique "cloudformation-003" {
  finds "the role trusts the service" {
    allow    = ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
    trusts   = ["cloudformation.amazonaws.com"]
    executes = true
  }
  silent "the role trusts another service" {
    allow    = ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
    trusts   = ["backup.amazonaws.com"]
    executes = true
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
    trusts    = ["cloudformation.amazonaws.com"]
    executes  = true
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow    = ["cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
    trusts   = ["cloudformation.amazonaws.com"]
    executes = true
  }
  silent "the right to pass the role is denied" {
    allow    = ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
    trusts   = ["cloudformation.amazonaws.com"]
    executes = true
    deny     = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
    trusts   = ["cloudformation.amazonaws.com"]
    executes = true
    boundary = ["s3:*"]
  }
  silent "without cloudformation:CreateStackSet" {
    allow    = ["iam:PassRole", "cloudformation:CreateStackInstances"]
    trusts   = ["cloudformation.amazonaws.com"]
    executes = true
  }
  silent "without cloudformation:CreateStackInstances" {
    allow    = ["iam:PassRole", "cloudformation:CreateStackSet"]
    trusts   = ["cloudformation.amazonaws.com"]
    executes = true
  }
}

technique "ec2-006" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"]
    trusts    = ["ec2.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"]
    trusts = ["ec2.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"]
    trusts   = ["ec2.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without autoscaling:CreateLaunchConfiguration" {
    allow  = ["iam:PassRole", "autoscaling:CreateAutoScalingGroup"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "without autoscaling:CreateAutoScalingGroup" {
    allow  = ["iam:PassRole", "autoscaling:CreateLaunchConfiguration"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role is in no instance profile" {
    allow   = ["iam:PassRole", "autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
}

technique "ec2-007" {
  finds "the role trusts the service" {
    allow   = ["iam:PassRole", "ec2:AssociateIamInstanceProfile", "ec2-instance-connect:SendSSHPublicKey"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["machine"]
  }
  silent "the role trusts another service" {
    allow   = ["iam:PassRole", "ec2:AssociateIamInstanceProfile", "ec2-instance-connect:SendSSHPublicKey"]
    trusts  = ["backup.amazonaws.com"]
    without = ["machine"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ec2:AssociateIamInstanceProfile", "ec2-instance-connect:SendSSHPublicKey"]
    trusts    = ["ec2.amazonaws.com"]
    without   = ["machine"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow   = ["ec2:AssociateIamInstanceProfile", "ec2-instance-connect:SendSSHPublicKey"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["machine"]
  }
  silent "the right to pass the role is denied" {
    allow   = ["iam:PassRole", "ec2:AssociateIamInstanceProfile", "ec2-instance-connect:SendSSHPublicKey"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["machine"]
    deny    = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "ec2:AssociateIamInstanceProfile", "ec2-instance-connect:SendSSHPublicKey"]
    trusts   = ["ec2.amazonaws.com"]
    without  = ["machine"]
    boundary = ["s3:*"]
  }
  silent "without ec2:AssociateIamInstanceProfile" {
    allow   = ["iam:PassRole", "ec2-instance-connect:SendSSHPublicKey"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["machine"]
  }
  silent "without ec2-instance-connect:SendSSHPublicKey" {
    allow   = ["iam:PassRole", "ec2:AssociateIamInstanceProfile"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["machine"]
  }
  silent "the role is in no instance profile" {
    allow   = ["iam:PassRole", "ec2:AssociateIamInstanceProfile", "ec2-instance-connect:SendSSHPublicKey"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["machine", "profile"]
  }
}

technique "ecs-005" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"]
    trusts    = ["ecs-tasks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ecs:RegisterTaskDefinition", "ecs:StartTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"]
    trusts   = ["ecs-tasks.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without ecs:RegisterTaskDefinition" {
    allow  = ["iam:PassRole", "ecs:StartTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:StartTask" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "there is no such thing yet" {
    allow   = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"]
    trusts  = ["ecs-tasks.amazonaws.com"]
    without = ["idle-cluster"]
  }
}

technique "ecs-007" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ecs:RegisterContainerInstance", "ecs:StartTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ecs:RegisterContainerInstance", "ecs:StartTask"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ecs:RegisterContainerInstance", "ecs:StartTask"]
    trusts    = ["ecs-tasks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ecs:RegisterContainerInstance", "ecs:StartTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "ecs:RegisterContainerInstance", "ecs:StartTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "ecs:RegisterContainerInstance", "ecs:StartTask"]
    trusts   = ["ecs-tasks.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without ecs:RegisterContainerInstance" {
    allow  = ["iam:PassRole", "ecs:StartTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:StartTask" {
    allow  = ["iam:PassRole", "ecs:RegisterContainerInstance"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "there is no such thing yet" {
    allow   = ["iam:PassRole", "ecs:RegisterContainerInstance", "ecs:StartTask"]
    trusts  = ["ecs-tasks.amazonaws.com"]
    without = ["idle-cluster"]
  }
}

technique "ecs-010" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateService"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateService"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateService"]
    trusts    = ["ecs-tasks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ecs:RegisterTaskDefinition", "ecs:UpdateService"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateService"]
    trusts = ["ecs-tasks.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateService"]
    trusts   = ["ecs-tasks.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without ecs:RegisterTaskDefinition" {
    allow  = ["iam:PassRole", "ecs:UpdateService"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:UpdateService" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "there is no such thing yet" {
    allow   = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateService"]
    trusts  = ["ecs-tasks.amazonaws.com"]
    without = ["service", "idle-service"]
  }
}

technique "sagemaker-006" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "sagemaker:CreateUserProfile", "sagemaker:CreatePresignedDomainUrl"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "sagemaker:CreateUserProfile", "sagemaker:CreatePresignedDomainUrl"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateUserProfile", "sagemaker:CreatePresignedDomainUrl"]
    trusts    = ["sagemaker.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["sagemaker:CreateUserProfile", "sagemaker:CreatePresignedDomainUrl"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "sagemaker:CreateUserProfile", "sagemaker:CreatePresignedDomainUrl"]
    trusts = ["sagemaker.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "sagemaker:CreateUserProfile", "sagemaker:CreatePresignedDomainUrl"]
    trusts   = ["sagemaker.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without sagemaker:CreateUserProfile" {
    allow  = ["iam:PassRole", "sagemaker:CreatePresignedDomainUrl"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "without sagemaker:CreatePresignedDomainUrl" {
    allow  = ["iam:PassRole", "sagemaker:CreateUserProfile"]
    trusts = ["sagemaker.amazonaws.com"]
  }
}

technique "sagemaker-007" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "sagemaker:CreateModel", "sagemaker:CreateEndpoint"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "sagemaker:CreateModel", "sagemaker:CreateEndpoint"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateModel", "sagemaker:CreateEndpoint"]
    trusts    = ["sagemaker.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["sagemaker:CreateModel", "sagemaker:CreateEndpoint"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "sagemaker:CreateModel", "sagemaker:CreateEndpoint"]
    trusts = ["sagemaker.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "sagemaker:CreateModel", "sagemaker:CreateEndpoint"]
    trusts   = ["sagemaker.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without sagemaker:CreateModel" {
    allow  = ["iam:PassRole", "sagemaker:CreateEndpoint"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "without sagemaker:CreateEndpoint" {
    allow  = ["iam:PassRole", "sagemaker:CreateModel"]
    trusts = ["sagemaker.amazonaws.com"]
  }
}

technique "sagemaker-008" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "sagemaker:CreateHyperParameterTuningJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "sagemaker:CreateHyperParameterTuningJob"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateHyperParameterTuningJob"]
    trusts    = ["sagemaker.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["sagemaker:CreateHyperParameterTuningJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "sagemaker:CreateHyperParameterTuningJob"]
    trusts = ["sagemaker.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "sagemaker:CreateHyperParameterTuningJob"]
    trusts   = ["sagemaker.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without sagemaker:CreateHyperParameterTuningJob" {
    allow  = ["iam:PassRole"]
    trusts = ["sagemaker.amazonaws.com"]
  }
}

technique "sagemaker-009" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "sagemaker:CreatePipeline", "sagemaker:StartPipelineExecution"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "sagemaker:CreatePipeline", "sagemaker:StartPipelineExecution"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreatePipeline", "sagemaker:StartPipelineExecution"]
    trusts    = ["sagemaker.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["sagemaker:CreatePipeline", "sagemaker:StartPipelineExecution"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "sagemaker:CreatePipeline", "sagemaker:StartPipelineExecution"]
    trusts = ["sagemaker.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "sagemaker:CreatePipeline", "sagemaker:StartPipelineExecution"]
    trusts   = ["sagemaker.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without sagemaker:CreatePipeline" {
    allow  = ["iam:PassRole", "sagemaker:StartPipelineExecution"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "without sagemaker:StartPipelineExecution" {
    allow  = ["iam:PassRole", "sagemaker:CreatePipeline"]
    trusts = ["sagemaker.amazonaws.com"]
  }
}
