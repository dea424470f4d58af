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
  need "target" { actions = ["iam:CreateAccessKey"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1098.001"]
  says   = "{actor} can make an access key for {target} and then act as it"
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
