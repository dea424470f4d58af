technique "ec2-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ec2:RunInstances"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ec2:RunInstances"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ec2:RunInstances"]
    trusts    = ["ec2.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ec2:RunInstances"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "without ec2:RunInstances" {
    allow  = ["iam:PassRole"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role is in no instance profile" {
    allow   = ["iam:PassRole", "ec2:RunInstances"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
}

technique "ecs-004" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts    = ["ecs-tasks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:RegisterTaskDefinition" {
    allow  = ["iam:PassRole", "ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:RunTask" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "there is no cluster" {
    allow   = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts  = ["ecs-tasks.amazonaws.com"]
    without = ["service", "task", "idle-cluster", "idle-service"]
  }
}

technique "ecs-008" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ecs:RunTask"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ecs:RunTask"]
    trusts    = ["ecs-tasks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:RunTask" {
    allow  = ["iam:PassRole"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "there is no cluster" {
    allow   = ["iam:PassRole", "ecs:RunTask"]
    trusts  = ["ecs-tasks.amazonaws.com"]
    without = ["service", "task", "idle-cluster", "idle-service"]
  }
}

technique "x-ec2-profile" {
  finds "the role trusts the service" {
    allow   = ["iam:PassRole", "iam:AddRoleToInstanceProfile", "ec2:RunInstances"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
  silent "the role trusts another service" {
    allow   = ["iam:PassRole", "iam:AddRoleToInstanceProfile", "ec2:RunInstances"]
    trusts  = ["backup.amazonaws.com"]
    without = ["profile"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "iam:AddRoleToInstanceProfile", "ec2:RunInstances"]
    trusts    = ["ec2.amazonaws.com"]
    without   = ["profile"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow   = ["iam:AddRoleToInstanceProfile", "ec2:RunInstances"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
  silent "without iam:AddRoleToInstanceProfile" {
    allow   = ["iam:PassRole", "ec2:RunInstances"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
  silent "without ec2:RunInstances" {
    allow   = ["iam:PassRole", "iam:AddRoleToInstanceProfile"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
}

technique "apprunner-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "apprunner:CreateService"]
    trusts = ["tasks.apprunner.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "apprunner:CreateService"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "apprunner:CreateService"]
    trusts    = ["tasks.apprunner.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["apprunner:CreateService"]
    trusts = ["tasks.apprunner.amazonaws.com"]
  }
  silent "without apprunner:CreateService" {
    allow  = ["iam:PassRole"]
    trusts = ["tasks.apprunner.amazonaws.com"]
  }
}

technique "bedrock-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
    trusts    = ["bedrock-agentcore.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
  silent "without bedrock-agentcore:CreateCodeInterpreter" {
    allow  = ["iam:PassRole", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
  silent "without bedrock-agentcore:StartCodeInterpreterSession" {
    allow  = ["iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:InvokeCodeInterpreter"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
  silent "without bedrock-agentcore:InvokeCodeInterpreter" {
    allow  = ["iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession"]
    trusts = ["bedrock-agentcore.amazonaws.com"]
  }
}

technique "cloudformation-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "cloudformation:CreateStack"]
    trusts = ["cloudformation.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "cloudformation:CreateStack"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "cloudformation:CreateStack"]
    trusts    = ["cloudformation.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["cloudformation:CreateStack"]
    trusts = ["cloudformation.amazonaws.com"]
  }
  silent "without cloudformation:CreateStack" {
    allow  = ["iam:PassRole"]
    trusts = ["cloudformation.amazonaws.com"]
  }
}

technique "codebuild-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"]
    trusts = ["codebuild.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"]
    trusts    = ["codebuild.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["codebuild:CreateProject", "codebuild:StartBuild"]
    trusts = ["codebuild.amazonaws.com"]
  }
  silent "without codebuild:CreateProject" {
    allow  = ["iam:PassRole", "codebuild:StartBuild"]
    trusts = ["codebuild.amazonaws.com"]
  }
  silent "without codebuild:StartBuild" {
    allow  = ["iam:PassRole", "codebuild:CreateProject"]
    trusts = ["codebuild.amazonaws.com"]
  }
}

technique "codebuild-005" {
  finds "the role trusts the service" {
    allow   = ["iam:PassRole", "codebuild:UpdateProject", "codebuild:StartBuild"]
    trusts  = ["codebuild.amazonaws.com"]
    without = ["project"]
  }
  silent "the role trusts another service" {
    allow   = ["iam:PassRole", "codebuild:UpdateProject", "codebuild:StartBuild"]
    trusts  = ["backup.amazonaws.com"]
    without = ["project"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "codebuild:UpdateProject", "codebuild:StartBuild"]
    trusts    = ["codebuild.amazonaws.com"]
    without   = ["project"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow   = ["codebuild:UpdateProject", "codebuild:StartBuild"]
    trusts  = ["codebuild.amazonaws.com"]
    without = ["project"]
  }
  silent "without codebuild:UpdateProject" {
    allow   = ["iam:PassRole", "codebuild:StartBuild"]
    trusts  = ["codebuild.amazonaws.com"]
    without = ["project"]
  }
  silent "without codebuild:StartBuild" {
    allow   = ["iam:PassRole", "codebuild:UpdateProject"]
    trusts  = ["codebuild.amazonaws.com"]
    without = ["project"]
  }
}

technique "datapipeline-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"]
    trusts = ["datapipeline.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"]
    trusts    = ["datapipeline.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"]
    trusts = ["datapipeline.amazonaws.com"]
  }
  silent "without datapipeline:CreatePipeline" {
    allow  = ["iam:PassRole", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"]
    trusts = ["datapipeline.amazonaws.com"]
  }
  silent "without datapipeline:PutPipelineDefinition" {
    allow  = ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:ActivatePipeline"]
    trusts = ["datapipeline.amazonaws.com"]
  }
  silent "without datapipeline:ActivatePipeline" {
    allow  = ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"]
    trusts = ["datapipeline.amazonaws.com"]
  }
}

technique "ecs-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts    = ["ecs-tasks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:CreateCluster" {
    allow  = ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:RegisterTaskDefinition" {
    allow  = ["iam:PassRole", "ecs:CreateCluster", "ecs:RunTask"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without ecs:RunTask" {
    allow  = ["iam:PassRole", "ecs:CreateCluster", "ecs:RegisterTaskDefinition"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
}

technique "glue-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "glue:CreateDevEndpoint"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "glue:CreateDevEndpoint"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "glue:CreateDevEndpoint"]
    trusts    = ["glue.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["glue:CreateDevEndpoint"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:CreateDevEndpoint" {
    allow  = ["iam:PassRole"]
    trusts = ["glue.amazonaws.com"]
  }
}
