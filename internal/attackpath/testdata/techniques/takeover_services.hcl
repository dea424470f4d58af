technique "cloudformation-004" {
  finds "the right is there" {
    allow    = ["cloudformation:UpdateStackSet"]
    on       = "stackset"
    executes = true
  }
  silent "the right is for another" {
    allow    = ["cloudformation:UpdateStackSet"]
    on       = "function"
    executes = true
  }
  silent "an explicit Deny" {
    allow    = ["cloudformation:UpdateStackSet"]
    on       = "stackset"
    deny     = ["cloudformation:UpdateStackSet"]
    executes = true
  }
  silent "out of the boundary" {
    allow    = ["cloudformation:UpdateStackSet"]
    on       = "stackset"
    boundary = ["s3:*"]
    executes = true
  }
  silent "no role lets it in" {
    allow = ["cloudformation:UpdateStackSet"]
  }
}

technique "cloudformation-005" {
  finds "the right is there" {
    allow = ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"]
    on    = "stack"
  }
  silent "the right is for another" {
    allow = ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"]
    on    = "stack"
    deny  = ["cloudformation:CreateChangeSet"]
  }
  silent "out of the boundary" {
    allow    = ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"]
    on       = "stack"
    boundary = ["s3:*"]
  }
  silent "without cloudformation:CreateChangeSet" {
    allow = ["cloudformation:ExecuteChangeSet"]
    on    = "stack"
  }
  silent "without cloudformation:ExecuteChangeSet" {
    allow = ["cloudformation:CreateChangeSet"]
    on    = "stack"
  }
}

technique "codebuild-004" {
  finds "the rights are there" {
    allow = ["codebuild:StartSandbox", "codebuild:StartSandboxConnection"]
  }
  silent "without codebuild:StartSandboxConnection" {
    allow = ["codebuild:StartSandbox"]
  }
  silent "an explicit Deny" {
    allow = ["codebuild:StartSandbox", "codebuild:StartSandboxConnection"]
    deny  = ["codebuild:StartSandbox"]
  }
}

technique "x-amplify-build" {
  finds "the rights are there" {
    allow = ["amplify:UpdateApp", "amplify:StartJob"]
  }
  silent "without amplify:StartJob" {
    allow = ["amplify:UpdateApp"]
  }
  silent "an explicit Deny" {
    allow = ["amplify:UpdateApp", "amplify:StartJob"]
    deny  = ["amplify:UpdateApp"]
  }
}

technique "x-batch-submit" {
  finds "the right is there" {
    allow = ["batch:SubmitJob"]
    on    = "definition"
  }
  silent "the right is for another" {
    allow = ["batch:SubmitJob"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["batch:SubmitJob"]
    on    = "definition"
    deny  = ["batch:SubmitJob"]
  }
  silent "out of the boundary" {
    allow    = ["batch:SubmitJob"]
    on       = "definition"
    boundary = ["s3:*"]
  }
}

technique "x-beanstalk-version" {
  finds "the rights are there" {
    allow = ["elasticbeanstalk:CreateApplicationVersion", "elasticbeanstalk:UpdateEnvironment"]
  }
  silent "without elasticbeanstalk:CreateApplicationVersion" {
    allow = ["elasticbeanstalk:UpdateEnvironment"]
  }
  silent "an explicit Deny" {
    allow = ["elasticbeanstalk:CreateApplicationVersion", "elasticbeanstalk:UpdateEnvironment"]
    deny  = ["elasticbeanstalk:UpdateEnvironment"]
  }
}

technique "x-emr-step" {
  finds "the right is there" {
    allow = ["elasticmapreduce:AddJobFlowSteps"]
    on    = "nodes"
  }
  silent "the right is for another" {
    allow = ["elasticmapreduce:AddJobFlowSteps"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["elasticmapreduce:AddJobFlowSteps"]
    on    = "nodes"
    deny  = ["elasticmapreduce:AddJobFlowSteps"]
  }
  silent "out of the boundary" {
    allow    = ["elasticmapreduce:AddJobFlowSteps"]
    on       = "nodes"
    boundary = ["s3:*"]
  }
}

technique "x-sagemaker-studio" {
  finds "the right is there" {
    allow = ["sagemaker:CreatePresignedDomainUrl"]
    on    = "studio"
  }
  silent "the right is for another" {
    allow = ["sagemaker:CreatePresignedDomainUrl"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["sagemaker:CreatePresignedDomainUrl"]
    on    = "studio"
    deny  = ["sagemaker:CreatePresignedDomainUrl"]
  }
  silent "out of the boundary" {
    allow    = ["sagemaker:CreatePresignedDomainUrl"]
    on       = "studio"
    boundary = ["s3:*"]
  }
}

technique "x-ssm-group" {
  finds "the right is there" {
    allow   = ["ssm:StartSession"]
    without = ["machine"]
  }
  silent "the right is for one machine" {
    allow   = ["ssm:StartSession"]
    on      = "bucket"
    without = ["machine"]
  }
  silent "an explicit Deny" {
    allow   = ["ssm:StartSession"]
    deny    = ["ssm:*"]
    without = ["machine"]
  }
}

technique "x-ssm-association" {
  finds "the right is there" {
    allow = ["ssm:CreateAssociation"]
    on    = "machine"
  }
  silent "the right is for another" {
    allow = ["ssm:CreateAssociation"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["ssm:CreateAssociation"]
    on    = "machine"
    deny  = ["ssm:CreateAssociation"]
  }
  silent "out of the boundary" {
    allow    = ["ssm:CreateAssociation"]
    on       = "machine"
    boundary = ["s3:*"]
  }
}

technique "x-ssm-doc" {
  finds "a document is run there" {
    allow = ["ssm:UpdateDocument"]
  }
  silent "there is no document" {
    allow   = ["ssm:UpdateDocument"]
    without = ["document"]
  }
  silent "an explicit Deny" {
    allow = ["ssm:UpdateDocument"]
    deny  = ["ssm:*"]
  }
}

technique "x-states-edit" {
  finds "the right is there" {
    allow = ["states:UpdateStateMachine", "states:StartExecution"]
    on    = "states"
  }
  silent "the right is for another" {
    allow = ["states:UpdateStateMachine", "states:StartExecution"]
    on    = "function"
  }
  silent "an explicit Deny" {
    allow = ["states:UpdateStateMachine", "states:StartExecution"]
    on    = "states"
    deny  = ["states:UpdateStateMachine"]
  }
  silent "out of the boundary" {
    allow    = ["states:UpdateStateMachine", "states:StartExecution"]
    on       = "states"
    boundary = ["s3:*"]
  }
  silent "without states:UpdateStateMachine" {
    allow = ["states:StartExecution"]
    on    = "states"
  }
  silent "without states:StartExecution" {
    allow = ["states:UpdateStateMachine"]
    on    = "states"
  }
}

technique "x-states-driven" {
  finds "something starts it" {
    allow  = ["states:UpdateStateMachine"]
    on     = "states"
    driven = "states"
  }
  silent "nothing starts it" {
    allow = ["states:UpdateStateMachine"]
    on    = "states"
  }
  silent "an explicit Deny" {
    allow  = ["states:UpdateStateMachine"]
    driven = "states"
    deny   = ["states:*"]
  }
}
