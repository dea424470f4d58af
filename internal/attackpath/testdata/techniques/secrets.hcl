technique "x-found-key" {
  finds "a bucket that holds a key" {
    allow  = ["s3:GetObject"]
    on     = "bucket"
    secret = "bucket"
  }
  silent "a bucket that holds none" {
    allow = ["s3:GetObject"]
    on    = "bucket"
  }
}

technique "x-code-env" {
  finds "settings that hold a key" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
    secret   = "machine"
    without  = ["role.victim"]
  }
  silent "settings that hold none" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
    without  = ["role.victim"]
  }
}

technique "x-lambda-env" {
  finds "settings that hold a key" {
    allow  = ["lambda:GetFunction"]
    secret = "function"
  }
  silent "settings that hold none" {
    allow = ["lambda:GetFunction"]
  }
  silent "an explicit Deny" {
    allow  = ["lambda:GetFunction"]
    secret = "function"
    deny   = ["lambda:GetFunction"]
  }
}

technique "x-userdata" {
  finds "settings that hold a key" {
    allow  = ["ec2:DescribeInstanceAttribute"]
    secret = "machine"
  }
  silent "settings that hold none" {
    allow = ["ec2:DescribeInstanceAttribute"]
  }
  silent "an explicit Deny" {
    allow  = ["ec2:DescribeInstanceAttribute"]
    secret = "machine"
    deny   = ["ec2:DescribeInstanceAttribute"]
  }
}

technique "x-codebuild-env" {
  finds "settings that hold a key" {
    allow  = ["codebuild:BatchGetProjects"]
    secret = "project"
  }
  silent "settings that hold none" {
    allow = ["codebuild:BatchGetProjects"]
  }
  silent "an explicit Deny" {
    allow  = ["codebuild:BatchGetProjects"]
    secret = "project"
    deny   = ["codebuild:BatchGetProjects"]
  }
}

technique "x-ecs-env" {
  finds "settings that hold a key" {
    allow  = ["ecs:DescribeTaskDefinition"]
    secret = "task"
  }
  silent "settings that hold none" {
    allow = ["ecs:DescribeTaskDefinition"]
  }
  silent "an explicit Deny" {
    allow  = ["ecs:DescribeTaskDefinition"]
    secret = "task"
    deny   = ["ecs:DescribeTaskDefinition"]
  }
}

technique "x-ssh-key" {
  finds "the key lies in a parameter" {
    allow     = ["ssm:GetParameter"]
    on        = "parameter"
    code_from = { "parameter" = "keypair", "machine" = "keypair" }
    attribute = "key_name"
    exposure  = { "machine" = "internet" }
  }
  silent "another machine has another key" {
    allow     = ["ssm:GetParameter"]
    on        = "parameter"
    code_from = { "parameter" = "keypair" }
    attribute = "key_name"
    exposure  = { "machine" = "internet" }
  }
  silent "out of reach" {
    allow     = ["ssm:GetParameter"]
    on        = "parameter"
    code_from = { "parameter" = "keypair", "machine" = "keypair" }
    attribute = "key_name"
  }
  silent "no right to read it" {
    allow     = ["ssm:DescribeParameters"]
    on        = "parameter"
    code_from = { "parameter" = "keypair", "machine" = "keypair" }
    attribute = "key_name"
    exposure  = { "machine" = "internet" }
  }
}
