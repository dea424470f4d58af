# Becoming another identity.

technique "sts-001" {
  title  = "role assumption"
  target = "role"
  need "target" { actions = ["sts:AssumeRole"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1548.005"]
  says   = "{actor} can assume {target}"
}

technique "x-cross-account" {
  title  = "role that trusts every account"
  from   = "any-account"
  target = "role"
  need "target" { actions = ["sts:AssumeRole"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1199", "T1548.005"]
  says   = "Anyone with an account at the same cloud provider can assume {target}, because it trusts every account"
}

technique "iam-002" {
  title  = "access key for another user"
  target = "user"
  where {
    fact "access_keys" { below = 2 }
  }
  need "target" { actions = ["iam:CreateAccessKey"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1098.001"]
  says   = "{actor} can make an access key for {target} and then act as it"
}

technique "iam-003" {
  title  = "access key of another user replaced"
  target = "user"
  where {
    fact "access_keys" { at_least = 2 }
  }
  need "target" { actions = ["iam:CreateAccessKey"] }
  need "target" {
    actions = ["iam:DeleteAccessKey"]
    apart   = true
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098.001"]
  says   = "{actor} can delete one of the two access keys of {target}, make another and then act as it"
}

technique "iam-004" {
  title  = "console password for another user"
  target = "user"
  where { login_profile = false }
  need "target" { actions = ["iam:CreateLoginProfile"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1098.001"]
  says   = "{actor} can set a first console password for {target} and sign in as it"
}

technique "iam-006" {
  title  = "new console password for another user"
  target = "user"
  where { login_profile = true }
  need "target" { actions = ["iam:UpdateLoginProfile"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1098.001"]
  says   = "{actor} can replace the console password of {target} and sign in as it"
}

technique "iam-012" {
  title  = "trust of a role rewritten"
  target = "role"
  need "target" { actions = ["iam:UpdateAssumeRolePolicy"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098.003", "T1484"]
  says   = "{actor} can make {target} trust it, and then assume it"
}

technique "x-org" {
  title  = "account of the organisation"
  from   = "admin"
  target = "role"
  where {
    administrator = true
    fact "other_account" { value = true }
  }
  gains  = "account"
  ease   = 4
  attack = ["T1078.004", "T1199"]
  says   = "Who administers the account that manages the organisation can assume {target}, which trusts that account, and is administrator of the account that it stands for"
}

technique "x-iam-updatekey" {
  title  = "old access key switched on"
  target = "user"
  where {
    fact "access_key" { value = false }
    fact "access_keys" { at_least = 1 }
  }
  need "target" { actions = ["iam:UpdateAccessKey"] }
  gains   = "identity"
  ease    = 1
  attack  = ["T1098.001"]
  assumes = ["the attacker has the secret of the key that is switched off"]
  says    = "{actor} can switch on the old access key of {target}"
}

technique "x-relay" {
  title  = "role that a service can assume"
  from   = "relay"
  target = "role"
  need "target" { actions = ["sts:AssumeRole"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1548.005"]
  says   = "The service assumes {target} for what it is given, because {target} trusts {self}"
}

technique "x-saml" {
  title  = "identity provider replaced"
  target = "federation"
  via { technologies = ["aws_iam_saml_provider"] }
  need "via" { actions = ["iam:UpdateSAMLProvider"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1484.002"]
  says   = "{actor} can give {via} the keys of a provider of its own, which then vouches for whoever wants to be {target}"
}

technique "x-cognito-pool" {
  title  = "role given to everybody who signs in"
  target = "role"
  where {
    federates = "cognito-identity.amazonaws.com"
    exists    = ["aws_cognito_identity_pool"]
  }
  need "target" {
    actions = ["iam:PassRole"]
    context = { "iam:PassedToService" = "cognito-identity.amazonaws.com" }
  }
  need "any" { actions = ["cognito-identity:SetIdentityPoolRoles"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can have an identity pool give {target} to whoever signs in"
}

technique "x-cognito-user" {
  title        = "login in a pool that gives a role"
  target       = "element"
  technologies = ["aws_cognito_identity_pool"]
  where { federates = "cognito-identity.amazonaws.com" }
  need "any" { any = ["cognito-idp:AdminCreateUser", "cognito-idp:AdminSetUserPassword"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1136.003"]
  says   = "{actor} can make a login for the users' pool behind {target}, which gives {role} to everybody who signs in"
}

technique "x-cognito-signup" {
  title        = "role for everybody who signs up"
  from         = "internet"
  target       = "element"
  technologies = ["aws_cognito_identity_pool"]
  where {
    federates = "cognito-identity.amazonaws.com"
    fact "open_signup" { value = true }
  }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1078.004", "T1136.003"]
  says   = "Anyone on the internet can sign up for themselves, and {target} then gives them {role}"
}

technique "x-iam-ssc" {
  title  = "credential of a user for single services"
  target = "user"
  need "target" { actions = ["iam:CreateServiceSpecificCredential"] }
  gains  = "store_login"
  ease   = 3
  attack = ["T1098.001"]
  says   = "{actor} can make a credential with which repositories and tables of some services take it for {target}"
}

technique "x-iam-ssc-reset" {
  title  = "credential of a user for single services replaced"
  target = "user"
  need "target" { actions = ["iam:ResetServiceSpecificCredential"] }
  gains   = "store_login"
  ease    = 2
  attack  = ["T1098.001"]
  assumes = ["the user has a credential for single services already"]
  says    = "{actor} can replace the password of a credential with which repositories and tables of some services take it for {target}"
}

technique "x-ssc-read" {
  title        = "store read with a credential for its service"
  from         = "store_login"
  target       = "element"
  technologies = ["aws_codecommit_repository", "aws_keyspaces_table"]
  where { worth = true }
  need "target" { any = ["codecommit:GitPull", "cassandra:Select"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1213.003", "T1530"]
  says   = "With such a credential {self} reads what {target} holds"
}

technique "x-ssc-push" {
  title      = "code pushed with a credential for repositories"
  from       = "store_login"
  target     = "code_from"
  kinds      = ["ci.pipeline", "ci.runner"]
  attributes = ["source", "secondary_sources", "stage", "repository", "code"]
  via { technologies = ["aws_codecommit_repository"] }
  need "via" { actions = ["codecommit:GitPush"] }
  gains   = "identity"
  of      = "role"
  ease    = 3
  attack  = ["T1195.002", "T1072"]
  assumes = ["the pipeline builds what is pushed, with commands that stand in the repository"]
  says    = "With such a credential {self} pushes to {via}, and {target} then runs its commands as {role}"
}

technique "x-cognito-attr" {
  title  = "role chosen by whoever signs up"
  from   = "internet"
  target = "listed"
  lists  = "roles_by_choice"
  via {
    technologies = ["aws_cognito_identity_pool_roles_attachment"]
    fact "open_signup" { value = true }
  }
  where { federates = "cognito-identity.amazonaws.com" }
  gains  = "identity"
  ease   = 4
  attack = ["T1078.004", "T1136.003", "T1098"]
  says   = "Anyone on the internet can sign up for themselves and set the attribute for which {via} gives {target}"
}

technique "x-cognito-attr-user" {
  title  = "role chosen by whoever signs in"
  from   = "internet"
  target = "listed"
  lists  = "roles_by_choice"
  via {
    technologies = ["aws_cognito_identity_pool_roles_attachment"]
    fact "open_signup" { value = false }
  }
  where { federates = "cognito-identity.amazonaws.com" }
  gains   = "identity"
  ease    = 3
  attack  = ["T1078.004", "T1098"]
  assumes = ["the attacker has the login of a user of the pool"]
  says    = "Whoever signs in can set the attribute for which {via} gives {target}"
}

technique "x-cognito-unauth" {
  title        = "role for everybody"
  from         = "internet"
  target       = "element"
  technologies = ["aws_cognito_identity_pool_roles_attachment"]
  where {
    federates = "cognito-identity.amazonaws.com"
    fact "authn_required" { value = false }
  }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1078.004"]
  says   = "Anyone on the internet gets {role}, because the identity pool gives it to guests who have not signed in"
}

# One technique for each issuer that vouches for whoever signs up.
technique "x-oidc-{issuer}" {
  title  = "role open to everybody on {name}"
  from   = "internet"
  target = "role"
  where { federates = "{issuer}" }
  gains  = "identity"
  ease   = 4
  attack = ["T1078.004", "T1199"]
  says   = "{runs} can become {target}, because its trust does not say which one"
}

technique "x-eks-access" {
  title  = "administrator of a cluster"
  target = "member"
  via { technologies = ["aws_eks_cluster"] }
  need "via" { actions = ["eks:CreateAccessEntry"] }
  need "any" { actions = ["eks:AssociateAccessPolicy"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1098.006", "T1610"]
  says   = "{actor} can make itself administrator of {via}, start pods there and take the credentials of {role}, which {target} has"
}
