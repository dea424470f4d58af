# Credentials that lie around.

technique "x-found-key" {
  title  = "credentials in what is read"
  from   = "reads"
  target = "secrets"
  gains  = "identity"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} holds credentials of {target}"
}

technique "x-code-env" {
  title  = "credentials in a program's settings"
  from   = "code"
  target = "secrets"
  gains  = "identity"
  ease   = 4
  attack = ["T1552.001"]
  says   = "The settings of {actor} hold credentials of {target}"
}

technique "x-lambda-env" {
  title  = "settings of a function read"
  target = "element"
  kinds  = ["compute.function"]
  where { secrets = true }
  need "target" { any = ["lambda:GetFunction", "lambda:GetFunctionConfiguration"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the settings of {target}, in which credentials stand"
}

technique "x-userdata" {
  title        = "start script of a machine read"
  target       = "element"
  technologies = ["aws_instance"]
  where { secrets = true }
  need "any" { actions = ["ec2:DescribeInstanceAttribute"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.005"]
  says   = "{actor} can read the start script of {target}, in which credentials stand"
}

technique "x-codebuild-env" {
  title        = "settings of a build read"
  target       = "element"
  technologies = ["aws_codebuild_project"]
  where { secrets = true }
  need "target" { actions = ["codebuild:BatchGetProjects"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the settings of {target}, in which credentials stand"
}

technique "x-ecs-env" {
  title        = "settings of a task read"
  target       = "element"
  technologies = ["aws_ecs_task_definition"]
  where { secrets = true }
  need "any" { actions = ["ecs:DescribeTaskDefinition"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can read the settings of {target}, in which credentials stand"
}

technique "x-ssh-key" {
  title      = "login key of a machine read"
  from       = "reads"
  target     = "unlocked"
  kinds      = ["compute.vm"]
  attributes = ["key_name"]
  via { technologies = ["tls_private_key"] }
  where { addressable = true }
  gains   = "code"
  ease    = 3
  attack  = ["T1552.004", "T1021.004"]
  assumes = ["what is read is the private half of the key pair"]
  says    = "{actor} holds {via}, with which one signs in on {target}"
}
