# Changing what an identity may do. Who can do that to an identity that they
# act as, or can become, is administrator.

technique "iam-001" {
  title  = "new version of an attached policy"
  target = "policy"
  need "target" { actions = ["iam:CreatePolicyVersion"] }
  gains  = "admin"
  of     = "holder"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can write a new version of {target}, which gives {holder} any right, and so become administrator"
}

technique "iam-005" {
  title  = "inline policy on a role"
  target = "role"
  need "target" { actions = ["iam:PutRolePolicy"] }
  gains  = "admin"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can write a policy into {target} that gives it any right, and so become administrator"
}

technique "iam-007" {
  title  = "inline policy on a user"
  target = "user"
  need "target" { actions = ["iam:PutUserPolicy"] }
  gains  = "admin"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can write a policy into {target} that gives it any right, and so become administrator"
}

technique "iam-008" {
  title  = "policy attached to a user"
  target = "user"
  need "target" {
    actions = ["iam:AttachUserPolicy"]
    context = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/AdministratorAccess" }
  }
  gains  = "admin"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can attach the administrator's policy to {target}, and so become administrator"
}

technique "iam-009" {
  title  = "policy attached to a role"
  target = "role"
  need "target" {
    actions = ["iam:AttachRolePolicy"]
    context = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/AdministratorAccess" }
  }
  gains  = "admin"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can attach the administrator's policy to {target}, and so become administrator"
}

technique "iam-010" {
  title  = "policy attached to a group of one's own"
  target = "own_group"
  need "target" {
    actions = ["iam:AttachGroupPolicy"]
    context = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/AdministratorAccess" }
  }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can attach the administrator's policy to {target}, which it belongs to, and so become administrator"
}

technique "iam-011" {
  title  = "inline policy on a group of one's own"
  target = "own_group"
  need "target" { actions = ["iam:PutGroupPolicy"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can write a policy into {target}, which it belongs to, that gives it any right, and so become administrator"
}

technique "iam-013" {
  title  = "joining a group"
  target = "group"
  need "target" { actions = ["iam:AddUserToGroup"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can add itself to {target} and has its rights"
}

technique "x-iam-mfa" {
  title  = "second factor for a user"
  target = "user"
  need "any" { actions = ["iam:CreateVirtualMFADevice"] }
  need "target" { actions = ["iam:EnableMFADevice"] }
  gains  = "second_factor"
  ease   = 3
  attack = ["T1556.006"]
  says   = "{actor} can register a second factor for {target}, and so pass what asks for one"
}

technique "x-iam-tag" {
  title  = "tags set on a user"
  target = "user"
  need "target" { actions = ["iam:TagUser"] }
  gains  = "tags"
  ease   = 4
  attack = ["T1098"]
  says   = "{actor} can set the tags of {target}, and so meet conditions on them"
}

technique "x-iam-untag" {
  title  = "tags taken from a user"
  target = "user"
  need "target" { actions = ["iam:UntagUser"] }
  gains  = "untags"
  ease   = 4
  attack = ["T1098"]
  says   = "{actor} can remove the tags of {target}, and so meet conditions on them"
}

technique "x-iam-tag-role" {
  title  = "tags set on a role"
  target = "role"
  need "target" { actions = ["iam:TagRole"] }
  gains  = "tags"
  ease   = 4
  attack = ["T1098"]
  says   = "{actor} can set the tags of {target}, and so meet conditions on them"
}

technique "x-iam-untag-role" {
  title  = "tags taken from a role"
  target = "role"
  need "target" { actions = ["iam:UntagRole"] }
  gains  = "untags"
  ease   = 4
  attack = ["T1098"]
  says   = "{actor} can remove the tags of {target}, and so meet conditions on them"
}

technique "x-ec2-tag" {
  title  = "tags set on a machine"
  target = "element"
  kinds  = ["compute.vm"]
  need "target" { actions = ["ec2:CreateTags"] }
  gains  = "tags"
  ease   = 4
  attack = ["T1098"]
  says   = "{actor} can set the tags of {target}, and so meet conditions on them"
}

technique "x-ec2-untag" {
  title  = "tags taken from a machine"
  target = "element"
  kinds  = ["compute.vm"]
  need "target" { actions = ["ec2:DeleteTags"] }
  gains  = "untags"
  ease   = 4
  attack = ["T1098"]
  says   = "{actor} can remove the tags of {target}, and so meet conditions on them"
}

technique "x-iam-setdefault" {
  title  = "older version of an attached policy"
  target = "policy"
  need "target" { actions = ["iam:SetDefaultPolicyVersion"] }
  gains   = "admin"
  of      = "holder"
  ease    = 1
  attack  = ["T1098.003"]
  assumes = ["an older version of the policy gives every right"]
  says    = "{actor} can put an older version of {target} in force, which may give {holder} more rights"
}

technique "x-sso-permissions" {
  title        = "permission set rewritten"
  target       = "element"
  technologies = ["aws_ssoadmin_permission_set"]
  need "any" { any = ["sso:PutInlinePolicyToPermissionSet", "sso:AttachManagedPolicyToPermissionSet"] }
  need "any" { actions = ["sso:ProvisionPermissionSet"] }
  gains   = "admin"
  of      = "account"
  ease    = 2
  attack  = ["T1098.003"]
  assumes = ["the attacker can sign in with the permission set"]
  says    = "{actor} can give {target} every right, and so become administrator of each account that it is assigned in"
}

technique "x-tag" {
  title  = "tags set on a thing"
  target = "element"
  kinds = [
    "ci.pipeline", "ci.runner", "compute.batch", "compute.container",
    "compute.function", "compute.vm", "kms_key", "queue",
    "secret_store", "store.file", "store.nosql", "store.object",
    "store.sql", "topic",
  ]
  need "target" {
    any = [
      "lambda:TagResource", "secretsmanager:TagResource", "ssm:AddTagsToResource", "dynamodb:TagResource",
      "kms:TagResource", "sqs:TagQueue", "sns:TagResource", "rds:AddTagsToResource",
      "sagemaker:AddTags", "ecs:TagResource", "glue:TagResource", "states:TagResource",
      "codebuild:UpdateProject", "cloudformation:TagResource", "elasticmapreduce:AddTags", "batch:TagResource",
      "bedrock-agentcore:TagResource", "apprunner:TagResource", "elasticfilesystem:TagResource", "s3:PutBucketTagging",
    ]
  }
  gains  = "tags"
  ease   = 4
  attack = ["T1098"]
  says   = "{actor} can set the tags of {target}, and so meet conditions on them"
}

technique "x-untag" {
  title  = "tags taken from a thing"
  target = "element"
  kinds = [
    "ci.pipeline", "ci.runner", "compute.batch", "compute.container",
    "compute.function", "compute.vm", "kms_key", "queue",
    "secret_store", "store.file", "store.nosql", "store.object",
    "store.sql", "topic",
  ]
  need "target" {
    any = [
      "lambda:UntagResource", "secretsmanager:UntagResource", "ssm:RemoveTagsFromResource", "dynamodb:UntagResource",
      "kms:UntagResource", "sqs:UntagQueue", "sns:UntagResource", "rds:RemoveTagsFromResource",
      "sagemaker:DeleteTags", "ecs:UntagResource", "glue:UntagResource", "states:UntagResource",
      "codebuild:UpdateProject", "cloudformation:UntagResource", "elasticmapreduce:RemoveTags", "batch:UntagResource",
      "bedrock-agentcore:UntagResource", "apprunner:UntagResource", "elasticfilesystem:UntagResource", "s3:PutBucketTagging",
    ]
  }
  gains  = "untags"
  ease   = 4
  attack = ["T1098"]
  says   = "{actor} can remove the tags of {target}, and so meet conditions on them"
}

technique "x-group-attach" {
  title  = "policy attached to a group that was joined"
  target = "group"
  need "target" {
    actions = ["iam:AttachGroupPolicy"]
    context = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/AdministratorAccess" }
  }
  gains  = "admin"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can attach the administrator's policy to {target}, whose members become administrators"
}

technique "x-group-put" {
  title  = "inline policy on a group that was joined"
  target = "group"
  need "target" { actions = ["iam:PutGroupPolicy"] }
  gains  = "admin"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can write a policy into {target} that gives its members any right"
}

technique "x-sso-assign" {
  title        = "permission set given to oneself"
  target       = "element"
  technologies = ["aws_ssoadmin_permission_set"]
  where {
    fact "broad_role" { value = true }
  }
  need "any" { any = ["sso:CreateAccountAssignment", "identitystore:CreateGroupMembership"] }
  gains   = "admin"
  of      = "account"
  ease    = 2
  attack  = ["T1098.003"]
  assumes = ["the attacker has a user in the identity store"]
  says    = "{actor} can give {target} to itself, and so become administrator of an account"
}
