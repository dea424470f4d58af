technique "x-lambda-list" {
  finds "credentials stand there" {
    allow  = ["lambda:ListFunctions"]
    secret = "function"
  }
  silent "no credentials" {
    allow = ["lambda:ListFunctions"]
  }
  silent "an explicit Deny" {
    allow  = ["lambda:ListFunctions"]
    secret = "function"
    deny   = ["lambda:ListFunctions"]
  }
  silent "out of the boundary" {
    allow    = ["lambda:ListFunctions"]
    secret   = "function"
    boundary = ["s3:*"]
  }
}

technique "x-beanstalk-env" {
  finds "credentials stand there" {
    allow  = ["elasticbeanstalk:DescribeConfigurationSettings"]
    secret = "environment"
  }
  silent "no credentials" {
    allow = ["elasticbeanstalk:DescribeConfigurationSettings"]
  }
  silent "an explicit Deny" {
    allow  = ["elasticbeanstalk:DescribeConfigurationSettings"]
    secret = "environment"
    deny   = ["elasticbeanstalk:DescribeConfigurationSettings"]
  }
  silent "out of the boundary" {
    allow    = ["elasticbeanstalk:DescribeConfigurationSettings"]
    secret   = "environment"
    boundary = ["s3:*"]
  }
}

technique "x-apprunner-env" {
  finds "credentials stand there" {
    allow  = ["apprunner:DescribeService"]
    secret = "runner"
  }
  silent "no credentials" {
    allow = ["apprunner:DescribeService"]
  }
  silent "an explicit Deny" {
    allow  = ["apprunner:DescribeService"]
    secret = "runner"
    deny   = ["apprunner:DescribeService"]
  }
  silent "out of the boundary" {
    allow    = ["apprunner:DescribeService"]
    secret   = "runner"
    boundary = ["s3:*"]
  }
}

technique "x-batch-env" {
  finds "credentials stand there" {
    allow  = ["batch:DescribeJobDefinitions"]
    secret = "definition"
  }
  silent "no credentials" {
    allow = ["batch:DescribeJobDefinitions"]
  }
  silent "an explicit Deny" {
    allow  = ["batch:DescribeJobDefinitions"]
    secret = "definition"
    deny   = ["batch:DescribeJobDefinitions"]
  }
  silent "out of the boundary" {
    allow    = ["batch:DescribeJobDefinitions"]
    secret   = "definition"
    boundary = ["s3:*"]
  }
}

technique "x-amplify-env" {
  finds "credentials stand there" {
    allow  = ["amplify:GetApp"]
    secret = "app"
  }
  silent "no credentials" {
    allow = ["amplify:GetApp"]
  }
  silent "an explicit Deny" {
    allow  = ["amplify:GetApp"]
    secret = "app"
    deny   = ["amplify:GetApp"]
  }
  silent "out of the boundary" {
    allow    = ["amplify:GetApp"]
    secret   = "app"
    boundary = ["s3:*"]
  }
}

technique "x-glue-env" {
  finds "credentials stand there" {
    allow  = ["glue:GetJob"]
    secret = "job"
  }
  silent "no credentials" {
    allow = ["glue:GetJob"]
  }
  silent "an explicit Deny" {
    allow  = ["glue:GetJob"]
    secret = "job"
    deny   = ["glue:GetJob"]
  }
  silent "out of the boundary" {
    allow    = ["glue:GetJob"]
    secret   = "job"
    boundary = ["s3:*"]
  }
}

technique "x-template-userdata" {
  finds "credentials stand there" {
    allow  = ["ec2:DescribeLaunchTemplateVersions"]
    secret = "template"
  }
  silent "no credentials" {
    allow = ["ec2:DescribeLaunchTemplateVersions"]
  }
  silent "an explicit Deny" {
    allow  = ["ec2:DescribeLaunchTemplateVersions"]
    secret = "template"
    deny   = ["ec2:DescribeLaunchTemplateVersions"]
  }
  silent "out of the boundary" {
    allow    = ["ec2:DescribeLaunchTemplateVersions"]
    secret   = "template"
    boundary = ["s3:*"]
  }
}

technique "x-cfn-secret" {
  finds "credentials stand there" {
    allow  = ["cloudformation:GetTemplate"]
    secret = "stack"
  }
  silent "no credentials" {
    allow = ["cloudformation:GetTemplate"]
  }
  silent "an explicit Deny" {
    allow  = ["cloudformation:GetTemplate"]
    secret = "stack"
    deny   = ["cloudformation:GetTemplate"]
  }
  silent "out of the boundary" {
    allow    = ["cloudformation:GetTemplate"]
    secret   = "stack"
    boundary = ["s3:*"]
  }
}

technique "x-states-env" {
  finds "credentials stand there" {
    allow  = ["states:DescribeStateMachine"]
    secret = "states"
  }
  silent "no credentials" {
    allow = ["states:DescribeStateMachine"]
  }
  silent "an explicit Deny" {
    allow  = ["states:DescribeStateMachine"]
    secret = "states"
    deny   = ["states:DescribeStateMachine"]
  }
  silent "out of the boundary" {
    allow    = ["states:DescribeStateMachine"]
    secret   = "states"
    boundary = ["s3:*"]
  }
}
