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

technique "x-tag" {
  finds "the tag decides" {
    allow     = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    condition = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
    plain     = ["lambda:TagResource"]
  }
  silent "nobody may touch the tag" {
    allow     = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    condition = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
  }
  silent "the tags of another service" {
    allow     = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    condition = { "StringEquals" = { "aws:ResourceTag/Open" = "yes" } }
    plain     = ["secretsmanager:TagResource"]
  }
}

technique "x-untag" {
  finds "the tag decides" {
    allow     = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    condition = { "StringNotEquals" = { "aws:ResourceTag/Open" = "no" } }
    plain     = ["lambda:UntagResource"]
    tags      = { "function" = "no" }
  }
  silent "nobody may touch the tag" {
    allow     = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
    condition = { "StringNotEquals" = { "aws:ResourceTag/Open" = "no" } }
    tags      = { "function" = "no" }
  }
}

technique "x-iam-setdefault" {
  finds "the right is there" {
    allow = ["iam:SetDefaultPolicyVersion"]
    on    = "policy.mine"
  }
  silent "the right is for another" {
    allow = ["iam:SetDefaultPolicyVersion"]
    on    = "policy.other"
  }
  silent "an explicit Deny" {
    allow = ["iam:SetDefaultPolicyVersion"]
    on    = "policy.mine"
    deny  = ["iam:SetDefaultPolicyVersion"]
  }
}

technique "x-sso-permissions" {
  finds "the rights are there" {
    allow = ["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet"]
  }
  silent "it cannot be put into force" {
    allow = ["sso:PutInlinePolicyToPermissionSet"]
  }
  silent "there is no permission set" {
    allow   = ["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet"]
    without = ["permissions"]
  }
  silent "an explicit Deny" {
    allow = ["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet"]
    deny  = ["sso:*"]
  }
}

technique "x-group-attach" {
  finds "the group can be joined" {
    allow = ["iam:AddUserToGroup", "iam:AttachGroupPolicy"]
    on    = "group.weak"
  }
  silent "the group cannot be joined" {
    allow = ["iam:AttachGroupPolicy"]
    on    = "group.weak"
  }
  silent "an explicit Deny" {
    allow = ["iam:AddUserToGroup", "iam:AttachGroupPolicy"]
    on    = "group.weak"
    deny  = ["iam:AttachGroupPolicy"]
  }
}

technique "x-group-put" {
  finds "the group can be joined" {
    allow = ["iam:AddUserToGroup", "iam:PutGroupPolicy"]
    on    = "group.weak"
  }
  silent "the group cannot be joined" {
    allow = ["iam:PutGroupPolicy"]
    on    = "group.weak"
  }
  silent "an explicit Deny" {
    allow = ["iam:AddUserToGroup", "iam:PutGroupPolicy"]
    on    = "group.weak"
    deny  = ["iam:PutGroupPolicy"]
  }
}

technique "x-sso-assign" {
  finds "the administrator's permission set" {
    allow = ["sso:CreateAccountAssignment"]
    facts = { "permissions#broad_role" = true }
  }
  silent "a harmless one" {
    allow = ["sso:CreateAccountAssignment"]
    facts = { "permissions#broad_role" = false }
  }
  silent "no right to assign" {
    allow = ["sso:ListAccountAssignments"]
    facts = { "permissions#broad_role" = true }
  }
}
