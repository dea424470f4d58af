# For each technique a system in which it works and one in which it does not:
# the test fails where one of the two is missing. Who attacks is user.attacker,
# unless "from" says otherwise; what they may do is "allow", on what "on" names
# (everything, where it names nothing). role.victim and user.victim are
# administrators; role.victim is what every machine and program runs as.

technique "iam-001" {
  finds "the right is there" {
    allow = ["iam:CreatePolicyVersion"]
    on    = "policy.mine"
  }
  silent "the right is for another" {
    allow = ["iam:CreatePolicyVersion"]
    on    = "policy.other"
  }
  silent "an explicit Deny" {
    allow = ["iam:CreatePolicyVersion"]
    on    = "policy.mine"
    deny  = ["iam:CreatePolicyVersion"]
  }
}

technique "iam-002" {
  finds "the right is there" {
    allow = ["iam:CreateAccessKey"]
    on    = "user.victim"
  }
  silent "the right is for another" {
    allow = ["iam:CreateAccessKey"]
    on    = "user.other"
  }
  silent "an explicit Deny" {
    allow = ["iam:CreateAccessKey"]
    on    = "user.victim"
    deny  = ["iam:CreateAccessKey"]
  }
}

technique "iam-004" {
  finds "no password yet" {
    allow = ["iam:CreateLoginProfile"]
    facts = { "user.victim#console_login" = false }
  }
  silent "there is a password" {
    allow = ["iam:CreateLoginProfile"]
    facts = { "user.victim#console_login" = true }
  }
  silent "another user" {
    allow = ["iam:CreateLoginProfile"]
    on    = "user.other"
    facts = { "user.victim#console_login" = false }
  }
}

technique "iam-006" {
  finds "there is a password" {
    allow = ["iam:UpdateLoginProfile"]
    facts = { "user.victim#console_login" = true }
  }
  silent "no password yet" {
    allow = ["iam:UpdateLoginProfile"]
    facts = { "user.victim#console_login" = false }
  }
  silent "nobody knows" {
    allow = ["iam:UpdateLoginProfile"]
  }
}

technique "iam-005" {
  finds "a role on itself" {
    from  = "role.attacker"
    allow = ["iam:PutRolePolicy"]
    on    = "role.attacker"
  }
  silent "a user who cannot become the role" {
    allow = ["iam:PutRolePolicy"]
  }
  silent "within a boundary" {
    from     = "role.attacker"
    allow    = ["iam:PutRolePolicy"]
    on       = "role.attacker"
    boundary = ["iam:Put*", "s3:*"]
  }
}

technique "iam-009" {
  finds "a role on itself" {
    from  = "role.attacker"
    allow = ["iam:AttachRolePolicy"]
    on    = "role.attacker"
  }
  silent "a user who cannot become a role" {
    allow = ["iam:AttachRolePolicy"]
  }
  silent "only other policies" {
    from      = "role.attacker"
    allow     = ["iam:AttachRolePolicy"]
    on        = "role.attacker"
    condition = { "ArnEquals" = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/ReadOnlyAccess" } }
  }
}

technique "iam-007" {
  finds "a user on itself" {
    allow = ["iam:PutUserPolicy"]
    on    = "user.attacker"
  }
  silent "another user" {
    allow = ["iam:PutUserPolicy"]
    on    = "user.other"
  }
  silent "within a boundary" {
    allow    = ["iam:PutUserPolicy"]
    on       = "user.attacker"
    boundary = ["iam:*"]
  }
}

technique "iam-008" {
  finds "a user on itself" {
    allow = ["iam:AttachUserPolicy"]
    on    = "user.attacker"
  }
  silent "another user" {
    allow = ["iam:AttachUserPolicy"]
    on    = "user.other"
  }
  silent "only other policies" {
    allow     = ["iam:AttachUserPolicy"]
    on        = "user.attacker"
    condition = { "ArnEquals" = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/ReadOnlyAccess" } }
  }
}

technique "iam-010" {
  finds "one's own group" {
    allow = ["iam:AttachGroupPolicy"]
    on    = "group.mine"
  }
  silent "another group" {
    allow = ["iam:AttachGroupPolicy"]
    on    = "group.strong"
  }
  silent "within a boundary" {
    allow    = ["iam:AttachGroupPolicy"]
    on       = "group.mine"
    boundary = ["iam:AttachGroupPolicy"]
  }
}

technique "iam-011" {
  finds "one's own group" {
    allow = ["iam:PutGroupPolicy"]
    on    = "group.mine"
  }
  silent "another group" {
    allow = ["iam:PutGroupPolicy"]
    on    = "group.strong"
  }
  silent "within a boundary" {
    allow    = ["iam:PutGroupPolicy"]
    on       = "group.mine"
    boundary = ["iam:PutGroupPolicy"]
  }
}

technique "iam-013" {
  finds "the right is there" {
    allow = ["iam:AddUserToGroup"]
    on    = "group.strong"
  }
  silent "the right is for another" {
    allow = ["iam:AddUserToGroup"]
    on    = "group.mine"
  }
  silent "an explicit Deny" {
    allow = ["iam:AddUserToGroup"]
    on    = "group.strong"
    deny  = ["iam:AddUserToGroup"]
  }
}

technique "iam-012" {
  finds "any role" {
    allow = ["iam:UpdateAssumeRolePolicy"]
    on    = "role.victim"
  }
  silent "another role" {
    allow = ["iam:UpdateAssumeRolePolicy"]
    on    = "role.other"
  }
  silent "an explicit Deny" {
    allow = ["iam:UpdateAssumeRolePolicy"]
    deny  = ["iam:Update*"]
  }
}

technique "sts-001" {
  finds "trust and right" {
    allow         = ["sts:AssumeRole"]
    trust_account = true
  }
  finds "a trust that names the user is enough" {
    trust_names = "user.attacker"
  }
  silent "no trust" {
    allow = ["sts:AssumeRole"]
  }
  silent "trust without the right" {
    trust_account = true
  }
  silent "a second factor is asked for" {
    allow         = ["sts:AssumeRole"]
    trust_account = true
    condition     = { "Bool" = { "aws:MultiFactorAuthPresent" = "true" } }
  }
}

technique "x-cross-account" {
  finds "every account is trusted" {
    from        = "any-account"
    trust_names = "*"
  }
  silent "one's own account is trusted" {
    from          = "any-account"
    trust_account = true
  }
}

technique "x-iam-mfa" {
  finds "a role asks for a second factor" {
    allow         = ["sts:AssumeRole"]
    trust_account = true
    condition     = { "Bool" = { "aws:MultiFactorAuthPresent" = "true" } }
    plain         = ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice"]
  }
  silent "half of the rights" {
    allow         = ["sts:AssumeRole"]
    trust_account = true
    condition     = { "Bool" = { "aws:MultiFactorAuthPresent" = "true" } }
    plain         = ["iam:CreateVirtualMFADevice"]
  }
}

technique "x-iam-tag" {
  finds "the tag decides" {
    allow     = ["iam:CreateAccessKey"]
    condition = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
    plain     = ["iam:TagUser"]
  }
  silent "nobody may touch the tag" {
    allow     = ["iam:CreateAccessKey"]
    condition = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
  }
}

technique "x-iam-untag" {
  finds "the tag decides" {
    allow     = ["iam:CreateAccessKey"]
    condition = { "StringNotEquals" = { "aws:ResourceTag/Open" = "no" } }
    plain     = ["iam:UntagUser"]
    tags      = { "user.victim" = "no" }
  }
  silent "nobody may touch the tag" {
    allow     = ["iam:CreateAccessKey"]
    condition = { "StringNotEquals" = { "aws:ResourceTag/Open" = "no" } }
    tags      = { "user.victim" = "no" }
  }
}

technique "x-iam-tag-role" {
  finds "the tag decides" {
    allow         = ["sts:AssumeRole"]
    condition     = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
    plain         = ["iam:TagRole"]
    trust_account = true
  }
  silent "nobody may touch the tag" {
    allow         = ["sts:AssumeRole"]
    condition     = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
    trust_account = true
  }
}

technique "x-iam-untag-role" {
  finds "the tag decides" {
    allow         = ["sts:AssumeRole"]
    condition     = { "StringNotEquals" = { "aws:ResourceTag/Open" = "no" } }
    plain         = ["iam:UntagRole"]
    tags          = { "role.victim" = "no" }
    trust_account = true
  }
  silent "nobody may touch the tag" {
    allow         = ["sts:AssumeRole"]
    condition     = { "StringNotEquals" = { "aws:ResourceTag/Open" = "no" } }
    tags          = { "role.victim" = "no" }
    trust_account = true
  }
}

technique "x-ec2-tag" {
  finds "the tag decides" {
    allow     = ["ssm:StartSession"]
    condition = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
    plain     = ["ec2:CreateTags"]
  }
  silent "nobody may touch the tag" {
    allow     = ["ssm:StartSession"]
    condition = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
  }
}

technique "x-ec2-untag" {
  finds "the tag decides" {
    allow     = ["ssm:StartSession"]
    condition = { "StringNotEquals" = { "aws:ResourceTag/Open" = "no" } }
    plain     = ["ec2:DeleteTags"]
    tags      = { "machine" = "no" }
  }
  silent "nobody may touch the tag" {
    allow     = ["ssm:StartSession"]
    condition = { "StringNotEquals" = { "aws:ResourceTag/Open" = "no" } }
    tags      = { "machine" = "no" }
  }
}

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
    without = ["service", "task"]
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
    without = ["service", "task"]
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

technique "glue-003" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"]
    trusts    = ["glue.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["glue:CreateJob", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:CreateJob" {
    allow  = ["iam:PassRole", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:StartJobRun" {
    allow  = ["iam:PassRole", "glue:CreateJob"]
    trusts = ["glue.amazonaws.com"]
  }
}

technique "glue-005" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"]
    trusts    = ["glue.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["glue:UpdateJob", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:UpdateJob" {
    allow  = ["iam:PassRole", "glue:StartJobRun"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:StartJobRun" {
    allow  = ["iam:PassRole", "glue:UpdateJob"]
    trusts = ["glue.amazonaws.com"]
  }
}

technique "glue-007" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "glue:CreateSession", "glue:RunStatement"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "glue:CreateSession", "glue:RunStatement"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "glue:CreateSession", "glue:RunStatement"]
    trusts    = ["glue.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["glue:CreateSession", "glue:RunStatement"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:CreateSession" {
    allow  = ["iam:PassRole", "glue:RunStatement"]
    trusts = ["glue.amazonaws.com"]
  }
  silent "without glue:RunStatement" {
    allow  = ["iam:PassRole", "glue:CreateSession"]
    trusts = ["glue.amazonaws.com"]
  }
}

technique "lambda-001" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
    trusts    = ["lambda.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["lambda:CreateFunction", "lambda:InvokeFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:CreateFunction" {
    allow  = ["iam:PassRole", "lambda:InvokeFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:InvokeFunction" {
    allow  = ["iam:PassRole", "lambda:CreateFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
}

technique "lambda-002" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
    trusts    = ["lambda.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:CreateFunction" {
    allow  = ["iam:PassRole", "lambda:CreateEventSourceMapping"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without lambda:CreateEventSourceMapping" {
    allow  = ["iam:PassRole", "lambda:CreateFunction"]
    trusts = ["lambda.amazonaws.com"]
  }
}

technique "sagemaker-001" {
  finds "the role trusts the service" {
    allow   = ["iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts  = ["sagemaker.amazonaws.com"]
    without = ["notebook"]
  }
  silent "the role trusts another service" {
    allow   = ["iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts  = ["backup.amazonaws.com"]
    without = ["notebook"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts    = ["sagemaker.amazonaws.com"]
    without   = ["notebook"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow   = ["sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts  = ["sagemaker.amazonaws.com"]
    without = ["notebook"]
  }
  silent "without sagemaker:CreateNotebookInstance" {
    allow   = ["iam:PassRole", "sagemaker:CreatePresignedNotebookInstanceUrl"]
    trusts  = ["sagemaker.amazonaws.com"]
    without = ["notebook"]
  }
  silent "without sagemaker:CreatePresignedNotebookInstanceUrl" {
    allow   = ["iam:PassRole", "sagemaker:CreateNotebookInstance"]
    trusts  = ["sagemaker.amazonaws.com"]
    without = ["notebook"]
  }
}

technique "sagemaker-002" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "sagemaker:CreateTrainingJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "sagemaker:CreateTrainingJob"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateTrainingJob"]
    trusts    = ["sagemaker.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["sagemaker:CreateTrainingJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "without sagemaker:CreateTrainingJob" {
    allow  = ["iam:PassRole"]
    trusts = ["sagemaker.amazonaws.com"]
  }
}

technique "sagemaker-003" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "sagemaker:CreateProcessingJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "sagemaker:CreateProcessingJob"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "sagemaker:CreateProcessingJob"]
    trusts    = ["sagemaker.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["sagemaker:CreateProcessingJob"]
    trusts = ["sagemaker.amazonaws.com"]
  }
  silent "without sagemaker:CreateProcessingJob" {
    allow  = ["iam:PassRole"]
    trusts = ["sagemaker.amazonaws.com"]
  }
}

technique "x-batch" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"]
    trusts    = ["ecs-tasks.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["batch:RegisterJobDefinition", "batch:SubmitJob"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without batch:RegisterJobDefinition" {
    allow  = ["iam:PassRole", "batch:SubmitJob"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
  silent "without batch:SubmitJob" {
    allow  = ["iam:PassRole", "batch:RegisterJobDefinition"]
    trusts = ["ecs-tasks.amazonaws.com"]
  }
}

technique "x-scheduler" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "scheduler:CreateSchedule"]
    trusts = ["scheduler.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "scheduler:CreateSchedule"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "scheduler:CreateSchedule"]
    trusts    = ["scheduler.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["scheduler:CreateSchedule"]
    trusts = ["scheduler.amazonaws.com"]
  }
  silent "without scheduler:CreateSchedule" {
    allow  = ["iam:PassRole"]
    trusts = ["scheduler.amazonaws.com"]
  }
}

technique "x-ssm-automation" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ssm:StartAutomationExecution"]
    trusts = ["ssm.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ssm:StartAutomationExecution"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ssm:StartAutomationExecution"]
    trusts    = ["ssm.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ssm:StartAutomationExecution"]
    trusts = ["ssm.amazonaws.com"]
  }
  silent "without ssm:StartAutomationExecution" {
    allow  = ["iam:PassRole"]
    trusts = ["ssm.amazonaws.com"]
  }
}

technique "x-states" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"]
    trusts = ["states.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"]
    trusts    = ["states.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["states:CreateStateMachine", "states:StartExecution"]
    trusts = ["states.amazonaws.com"]
  }
  silent "without states:CreateStateMachine" {
    allow  = ["iam:PassRole", "states:StartExecution"]
    trusts = ["states.amazonaws.com"]
  }
  silent "without states:StartExecution" {
    allow  = ["iam:PassRole", "states:CreateStateMachine"]
    trusts = ["states.amazonaws.com"]
  }
}

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
  finds "the right is there" {
    allow = ["ecs:ExecuteCommand"]
  }
  silent "an explicit Deny" {
    allow = ["ecs:ExecuteCommand"]
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

technique "request-forgery" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internal" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
    facts    = { "machine#metadata_token_required" = false }
  }
}

technique "code-injection" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internal" }
  }
  silent "another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
  }
}

technique "file-read" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internet" }
    on_host  = "function"
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internal" }
    on_host  = "function"
  }
  silent "another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
    on_host  = "function"
  }
}

technique "sql-injection" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internet" }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internal" }
  }
  silent "another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
  }
}

technique "sql-store" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internet" }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internal" }
  }
  silent "a program that talks to no database" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internet" }
    without  = ["database"]
  }
}

technique "code-stores" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
    without  = ["role.victim"]
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internal" }
    without  = ["role.victim"]
  }
  silent "a program that talks to no database" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
    without  = ["role.victim", "database"]
  }
}

technique "x-code-role" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internal" }
  }
  silent "a program without a role" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
    without  = ["role.victim"]
  }
}

technique "x-imds" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internal" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "a token is required" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    facts    = { "machine#metadata_token_required" = true }
  }
  silent "nobody knows" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    facts    = {  }
  }
}

technique "x-ecs-creds" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    on_host  = "service"
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internal" }
    on_host  = "service"
  }
  silent "a function" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    on_host  = "function"
  }
}

technique "x-environ" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internet" }
    on_host  = "function"
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internal" }
    on_host  = "function"
  }
  silent "a machine" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internet" }
    on_host  = "machine"
  }
}

technique "x-workload" {
  finds "a public program that nobody can read" {
    from     = "internet"
    exposure = { "function" = "internet" }
  }
  silent "a program that the internet does not reach" {
    from     = "internet"
    exposure = { "function" = "internal" }
  }
  silent "a program whose sources are here" {
    from     = "internet"
    exposure = { "machine" = "internet" }
  }
}

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

technique "data-read" {
  finds "the right to read" {
    allow = ["s3:GetObject"]
    on    = "bucket"
    data  = "bucket"
  }
  silent "only its settings" {
    allow = ["s3:GetBucketLocation"]
    on    = "bucket"
    data  = "bucket"
  }
  silent "nothing that matters in it" {
    allow = ["s3:GetObject"]
    on    = "bucket"
  }
}

technique "data-write" {
  finds "the right to write" {
    allow = ["s3:PutObject"]
    on    = "bucket"
    data  = "bucket"
  }
  silent "only the right to read" {
    allow = ["s3:GetObject"]
    on    = "bucket"
    data  = "bucket"
  }
}

technique "x-public-read" {
  finds "open to everybody" {
    from  = "internet"
    facts = { "bucket#public_read" = true }
    data  = "bucket"
  }
  silent "brochures" {
    from  = "internet"
    facts = { "bucket#public_read" = true }
  }
  silent "not open" {
    from  = "internet"
    facts = { "bucket#public_read" = false }
    data  = "bucket"
  }
}

technique "x-public-write" {
  finds "open to everybody" {
    from  = "internet"
    facts = { "bucket#public_write" = true }
    data  = "bucket"
  }
  silent "not open" {
    from  = "internet"
    facts = { "bucket#public_write" = false }
    data  = "bucket"
  }
}

technique "x-open-read" {
  finds "a policy for everybody" {
    from = "internet"
    open = ["s3:GetObject"]
    data = "bucket"
  }
  silent "from one network only" {
    from      = "internet"
    open      = ["s3:GetObject"]
    data      = "bucket"
    condition = { "IpAddress" = { "aws:SourceIp" = "203.0.113.0/24" } }
  }
  silent "a guard forbids it" {
    from  = "internet"
    open  = ["s3:GetObject"]
    data  = "bucket"
    facts = { "bucket#public_guard" = true }
  }
}

technique "x-open-write" {
  finds "a policy for everybody" {
    from = "internet"
    open = ["s3:PutObject"]
    data = "bucket"
  }
  silent "only for reading" {
    from = "internet"
    open = ["s3:GetObject"]
    data = "bucket"
  }
}
