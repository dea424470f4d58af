technique "apprunner-002" {
  finds "the right is there" {
    allow = ["apprunner:UpdateService"]
    on    = "runner"
  }
  silent "the right is for another" {
    allow = ["apprunner:UpdateService"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["apprunner:UpdateService"]
    on    = "runner"
    deny  = ["apprunner:UpdateService"]
  }
}

technique "bedrock-002" {
  finds "the right is there" {
    allow = ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
    on    = "interpreter"
  }
  silent "the right is for another" {
    allow = ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
    on    = "function"
  }
  silent "without bedrock-agentcore:StartCodeInterpreterSession" {
    allow = ["bedrock-agentcore:InvokeCodeInterpreter"]
    on    = "interpreter"
  }
  silent "without bedrock-agentcore:InvokeCodeInterpreter" {
    allow = ["bedrock-agentcore:StartCodeInterpreterSession"]
    on    = "interpreter"
  }
  silent "an explicit Deny" {
    allow = ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
    on    = "interpreter"
    deny  = ["bedrock-agentcore:StartCodeInterpreterSession"]
  }
}

technique "cloudformation-002" {
  finds "the right is there" {
    allow = ["cloudformation:UpdateStack"]
    on    = "stack"
  }
  silent "the right is for another" {
    allow = ["cloudformation:UpdateStack"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["cloudformation:UpdateStack"]
    on    = "stack"
    deny  = ["cloudformation:UpdateStack"]
  }
}

technique "codebuild-002" {
  finds "the right is there" {
    allow = ["codebuild:StartBuild"]
    on    = "project"
  }
  silent "the right is for another" {
    allow = ["codebuild:StartBuild"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["codebuild:StartBuild"]
    on    = "project"
    deny  = ["codebuild:StartBuild"]
  }
}

technique "ec2-002" {
  finds "the right is there" {
    allow = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"]
    on    = "machine"
  }
  silent "the right is for another" {
    allow = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"]
    on    = "function"
  }
  silent "without ec2:ModifyInstanceAttribute" {
    allow = ["ec2:StopInstances", "ec2:StartInstances"]
    on    = "machine"
  }
  silent "without ec2:StopInstances" {
    allow = ["ec2:ModifyInstanceAttribute", "ec2:StartInstances"]
    on    = "machine"
  }
  silent "without ec2:StartInstances" {
    allow = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances"]
    on    = "machine"
  }
  silent "an explicit Deny" {
    allow = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"]
    on    = "machine"
    deny  = ["ec2:ModifyInstanceAttribute"]
  }
}

technique "ec2-003" {
  finds "a machine with a public address" {
    allow    = ["ec2-instance-connect:SendSSHPublicKey"]
    on       = "machine"
    exposure = { "machine" = "internet" }
  }
  silent "a machine without" {
    allow    = ["ec2-instance-connect:SendSSHPublicKey"]
    on       = "machine"
    exposure = { "machine" = "internal" }
  }
  silent "an explicit Deny" {
    allow    = ["ec2-instance-connect:SendSSHPublicKey"]
    on       = "machine"
    exposure = { "machine" = "internet" }
    deny     = ["ec2-instance-connect:*"]
  }
}

technique "ec2-005" {
  finds "a template and a profile" {
    allow  = ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "no template" {
    allow   = ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["template"]
  }
  silent "a role that machines cannot have" {
    allow = ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"]
  }
}

technique "ecs-006" {
  finds "commands are turned on" {
    allow = ["ecs:ExecuteCommand"]
    facts = { "service#remote_commands" = true }
  }
  silent "commands are not turned on" {
    allow = ["ecs:ExecuteCommand"]
    facts = { "service#remote_commands" = false }
  }
  silent "only in another cluster" {
    allow     = ["ecs:ExecuteCommand"]
    facts     = { "service#remote_commands" = true }
    condition = { "ArnEquals" = { "ecs:cluster" = "arn:aws:ecs:eu-west-1:111111111111:cluster/other" } }
  }
  silent "an explicit Deny" {
    allow = ["ecs:ExecuteCommand"]
    facts = { "service#remote_commands" = true }
    deny  = ["ecs:ExecuteCommand"]
  }
}

technique "glue-002" {
  finds "the right is there" {
    allow = ["glue:UpdateDevEndpoint"]
    on    = "endpoint"
  }
  silent "the right is for another" {
    allow = ["glue:UpdateDevEndpoint"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["glue:UpdateDevEndpoint"]
    on    = "endpoint"
    deny  = ["glue:UpdateDevEndpoint"]
  }
}

technique "lambda-003" {
  finds "events set it off" {
    allow  = ["lambda:UpdateFunctionCode"]
    on     = "function"
    driven = "function"
  }
  silent "nothing sets it off" {
    allow = ["lambda:UpdateFunctionCode"]
    on    = "function"
  }
  silent "another function" {
    allow  = ["lambda:UpdateFunctionCode"]
    on     = "machine"
    driven = "function"
  }
}

technique "lambda-004" {
  finds "the right is there" {
    allow = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    on    = "function"
  }
  silent "the right is for another" {
    allow = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    on    = "machine"
  }
  silent "without lambda:UpdateFunctionCode" {
    allow = ["lambda:InvokeFunction"]
    on    = "function"
  }
  silent "without lambda:InvokeFunction" {
    allow = ["lambda:UpdateFunctionCode"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    on    = "function"
    deny  = ["lambda:UpdateFunctionCode"]
  }
}

technique "x-lambda-config" {
  finds "the right is there" {
    allow = ["lambda:UpdateFunctionConfiguration"]
    on    = "function"
  }
  silent "the right is for another" {
    allow = ["lambda:UpdateFunctionConfiguration"]
    on    = "machine"
  }
  silent "an explicit Deny" {
    allow = ["lambda:UpdateFunctionConfiguration"]
    on    = "function"
    deny  = ["lambda:UpdateFunctionConfiguration"]
  }
}

technique "sagemaker-004" {
  finds "the right is there" {
    allow = ["sagemaker:CreatePresignedNotebookInstanceUrl"]
    on    = "notebook"
  }
  silent "the right is for another" {
    allow = ["sagemaker:CreatePresignedNotebookInstanceUrl"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["sagemaker:CreatePresignedNotebookInstanceUrl"]
    on    = "notebook"
    deny  = ["sagemaker:CreatePresignedNotebookInstanceUrl"]
  }
}

technique "sagemaker-005" {
  finds "the right is there" {
    allow = ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance", "sagemaker:StartNotebookInstance"]
  }
  silent "without sagemaker:CreateNotebookInstanceLifecycleConfig" {
    allow = ["sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance", "sagemaker:StartNotebookInstance"]
  }
  silent "without sagemaker:StopNotebookInstance" {
    allow = ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:UpdateNotebookInstance", "sagemaker:StartNotebookInstance"]
  }
  silent "without sagemaker:UpdateNotebookInstance" {
    allow = ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:StopNotebookInstance", "sagemaker:StartNotebookInstance"]
  }
  silent "without sagemaker:StartNotebookInstance" {
    allow = ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance"]
  }
  silent "an explicit Deny" {
    allow = ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance", "sagemaker:StartNotebookInstance"]
    deny  = ["sagemaker:CreateNotebookInstanceLifecycleConfig"]
  }
}

technique "ssm-001" {
  finds "the machine's agent may report" {
    allow = ["ssm:StartSession"]
    on    = "machine"
  }
  silent "another thing" {
    allow = ["ssm:StartSession"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["ssm:StartSession"]
    deny  = ["ssm:*"]
  }
}

technique "ssm-002" {
  finds "the machine's agent may report" {
    allow = ["ssm:SendCommand"]
  }
  silent "no document may be sent" {
    allow = ["ssm:SendCommand"]
    on    = "machine"
  }
  silent "another thing" {
    allow = ["ssm:SendCommand"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["ssm:SendCommand"]
    deny  = ["ssm:*"]
  }
}
