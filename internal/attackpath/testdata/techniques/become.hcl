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

technique "x-org" {
  finds "from an administrator of the account that manages the organisation" {
    allow = ["*"]
    facts = { "role.victim#other_account" = true }
  }
  silent "a role of the same account" {
    allow = ["*"]
  }
  silent "a role that is no administrator there" {
    allow = ["*"]
    facts = { "role.other#other_account" = true }
  }
  silent "nobody who is administrator" {
    allow = ["s3:*"]
    facts = { "role.victim#other_account" = true }
  }
}

technique "x-cognito-attr" {
  finds "a role for an attribute that users set" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    lists    = { "guests" = "roles_by_choice" }
    facts    = { "guests#open_signup" = true, "guests#authn_required" = true }
  }
  silent "a role that no such attribute decides on" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    lists    = {}
    facts    = { "guests#open_signup" = true, "guests#authn_required" = true }
  }
  silent "a role that does not trust the pool" {
    from     = "internet"
    provider = "accounts.google.com"
    lists    = { "guests" = "roles_by_choice" }
    facts    = { "guests#open_signup" = true, "guests#authn_required" = true }
  }
  silent "the other way to a login" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    lists    = { "guests" = "roles_by_choice" }
    facts    = { "guests#open_signup" = false, "guests#authn_required" = true }
  }
}

technique "x-cognito-attr-user" {
  finds "a role for an attribute that users set" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    lists    = { "guests" = "roles_by_choice" }
    facts    = { "guests#open_signup" = false, "guests#authn_required" = true }
  }
  silent "a role that no such attribute decides on" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    lists    = {}
    facts    = { "guests#open_signup" = false, "guests#authn_required" = true }
  }
  silent "a role that does not trust the pool" {
    from     = "internet"
    provider = "accounts.google.com"
    lists    = { "guests" = "roles_by_choice" }
    facts    = { "guests#open_signup" = false, "guests#authn_required" = true }
  }
  silent "the other way to a login" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    lists    = { "guests" = "roles_by_choice" }
    facts    = { "guests#open_signup" = true, "guests#authn_required" = true }
  }
}

technique "x-iam-ssc" {
  finds "of a user that may read a repository" {
    allow = ["iam:CreateServiceSpecificCredential"]
    on    = "user.victim"
    data  = "repository"
  }
  silent "of one that may not" {
    allow = ["iam:CreateServiceSpecificCredential"]
    on    = "user.other"
    data  = "repository"
  }
  silent "of one that may read buckets, which take no such credential" {
    allow = ["iam:CreateServiceSpecificCredential"]
    on    = "user.victim"
    data  = "bucket"
  }
}

technique "x-iam-ssc-reset" {
  finds "of a user that may read a repository" {
    allow = ["iam:ResetServiceSpecificCredential"]
    data  = "repository"
  }
  silent "of one that may read buckets, which take no such credential" {
    allow = ["iam:ResetServiceSpecificCredential"]
    data  = "bucket"
  }
}

technique "x-ssc-read" {
  finds "a repository" {
    allow = ["iam:CreateServiceSpecificCredential"]
    data  = "repository"
  }
  silent "a bucket" {
    allow = ["iam:CreateServiceSpecificCredential"]
    data  = "bucket"
  }
  silent "a user without the right" {
    allow = ["iam:CreateServiceSpecificCredential"]
    on    = "user.other"
    data  = "repository"
  }
}

technique "x-ssc-push" {
  finds "a repository that is built" {
    allow     = ["iam:CreateServiceSpecificCredential"]
    code_from = { "project" = "repository" }
  }
  silent "one that nothing builds" {
    allow = ["iam:CreateServiceSpecificCredential"]
    data  = "repository"
  }
  silent "a user without the right" {
    allow     = ["iam:CreateServiceSpecificCredential"]
    on        = "user.other"
    code_from = { "project" = "repository" }
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

technique "iam-003" {
  finds "there are two keys" {
    allow  = ["iam:DeleteAccessKey", "iam:CreateAccessKey"]
    on     = "user.victim"
    counts = { "user.victim#access_keys" = 2 }
  }
  silent "a key cannot be deleted" {
    allow  = ["iam:CreateAccessKey"]
    on     = "user.victim"
    counts = { "user.victim#access_keys" = 2 }
  }
  silent "there is room for another key" {
    allow  = ["iam:DeleteAccessKey", "iam:CreateAccessKey"]
    on     = "user.victim"
    counts = { "user.victim#access_keys" = 1 }
  }
  silent "an explicit Deny" {
    allow  = ["iam:*AccessKey"]
    on     = "user.victim"
    counts = { "user.victim#access_keys" = 2 }
    deny   = ["iam:DeleteAccessKey"]
  }
}

technique "x-iam-updatekey" {
  finds "an old key" {
    allow  = ["iam:UpdateAccessKey"]
    counts = { "user.victim#access_keys" = 1 }
    facts  = { "user.victim#access_key" = false }
  }
  silent "the key is in use" {
    allow  = ["iam:UpdateAccessKey"]
    counts = { "user.victim#access_keys" = 1 }
    facts  = { "user.victim#access_key" = true }
  }
  silent "no key" {
    allow  = ["iam:UpdateAccessKey"]
    counts = { "user.victim#access_keys" = 0 }
    facts  = { "user.victim#access_key" = false }
  }
  silent "an explicit Deny" {
    allow  = ["iam:UpdateAccessKey"]
    counts = { "user.victim#access_keys" = 1 }
    facts  = { "user.victim#access_key" = false }
    deny   = ["iam:UpdateAccessKey"]
  }
}

technique "x-relay" {
  finds "a role lets the service's role in" {
    allow    = ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
    trusts   = ["cloudformation.amazonaws.com"]
    executes = true
  }
  silent "no role lets it in" {
    allow  = ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
    trusts = ["cloudformation.amazonaws.com"]
  }
}

technique "x-saml" {
  finds "a role trusts the provider" {
    allow    = ["iam:UpdateSAMLProvider"]
    provider = "saml"
  }
  silent "no role trusts it" {
    allow = ["iam:UpdateSAMLProvider"]
  }
  silent "another provider" {
    allow    = ["iam:UpdateSAMLProvider"]
    on       = "policy.other"
    provider = "saml"
  }
  silent "an explicit Deny" {
    allow    = ["iam:UpdateSAMLProvider"]
    provider = "saml"
    deny     = ["iam:*Provider"]
  }
}

technique "x-cognito-pool" {
  finds "the role is for those who sign in" {
    allow    = ["iam:PassRole", "cognito-identity:SetIdentityPoolRoles"]
    provider = "cognito-identity.amazonaws.com"
    without  = ["guests"]
  }
  silent "the role trusts a service" {
    allow  = ["iam:PassRole", "cognito-identity:SetIdentityPoolRoles"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "without the right to pass the role" {
    allow    = ["cognito-identity:SetIdentityPoolRoles"]
    provider = "cognito-identity.amazonaws.com"
  }
  silent "an explicit Deny" {
    allow    = ["iam:PassRole", "cognito-identity:SetIdentityPoolRoles"]
    provider = "cognito-identity.amazonaws.com"
    deny     = ["cognito-identity:*"]
  }
}

technique "x-cognito-user" {
  finds "the right is there" {
    allow    = ["cognito-idp:AdminCreateUser"]
    provider = "cognito-identity.amazonaws.com"
  }
  silent "the role trusts a service" {
    allow  = ["cognito-idp:AdminCreateUser"]
    trusts = ["lambda.amazonaws.com"]
  }
  silent "an explicit Deny" {
    allow    = ["cognito-idp:AdminCreateUser"]
    provider = "cognito-identity.amazonaws.com"
    deny     = ["cognito-idp:*"]
  }
}

technique "x-cognito-signup" {
  finds "everybody can sign up" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    facts    = { "pool#open_signup" = true }
  }
  silent "only administrators make logins" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    facts    = { "pool#open_signup" = false }
  }
  silent "nobody knows" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
  }
  silent "the role trusts a service" {
    from   = "internet"
    trusts = ["lambda.amazonaws.com"]
    facts  = { "pool#open_signup" = true }
  }
}

technique "x-cognito-unauth" {
  finds "guests are let in" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    facts    = { "guests#authn_required" = false }
  }
  silent "guests are not let in" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
    facts    = { "guests#authn_required" = true }
  }
  silent "the role trusts a service" {
    from   = "internet"
    trusts = ["lambda.amazonaws.com"]
    facts  = { "guests#authn_required" = false }
  }
}

technique "x-oidc-github" {
  finds "the trust says nothing of the subject" {
    from     = "internet"
    provider = "token.actions.githubusercontent.com"
  }
  finds "any subject will do" {
    from     = "internet"
    provider = "token.actions.githubusercontent.com"
    claims   = "repo:*"
  }
  silent "the organisation is named" {
    from     = "internet"
    provider = "token.actions.githubusercontent.com"
    claims   = "repo:acme/*"
  }
  silent "another provider" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
  }
}

technique "x-oidc-gitlab" {
  finds "the trust says nothing of the subject" {
    from     = "internet"
    provider = "gitlab.com"
  }
  finds "any subject will do" {
    from     = "internet"
    provider = "gitlab.com"
    claims   = "project_path:*"
  }
  silent "the organisation is named" {
    from     = "internet"
    provider = "gitlab.com"
    claims   = "project_path:acme/*"
  }
  silent "another provider" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
  }
}

technique "x-oidc-buildkite" {
  finds "the trust says nothing of the subject" {
    from     = "internet"
    provider = "agent.buildkite.com"
  }
  silent "the organisation is named" {
    from     = "internet"
    provider = "agent.buildkite.com"
    claims   = "organization:acme:*"
  }
}

technique "x-oidc-terraform-cloud" {
  finds "the trust says nothing of the subject" {
    from     = "internet"
    provider = "app.terraform.io"
  }
  finds "any subject will do" {
    from     = "internet"
    provider = "app.terraform.io"
    claims   = "organization:*"
  }
  silent "the organisation is named" {
    from     = "internet"
    provider = "app.terraform.io"
    claims   = "organization:acme:*"
  }
  silent "another provider" {
    from     = "internet"
    provider = "cognito-identity.amazonaws.com"
  }
}

technique "x-eks-access" {
  finds "pods have the role" {
    allow = ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"]
    facts = { "pods#privileged" = false, "eks#access_logs" = false }
  }
  silent "without the right to give rights in it" {
    allow = ["eks:CreateAccessEntry"]
    facts = { "pods#privileged" = false, "eks#access_logs" = false }
  }
  silent "nothing in it has a role" {
    allow = ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"]
    facts = { "eks#access_logs" = false }
  }
  silent "an explicit Deny" {
    allow = ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"]
    facts = { "pods#privileged" = false, "eks#access_logs" = false }
    deny  = ["eks:*"]
  }
}
