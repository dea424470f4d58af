# Taking off what holds an administrator back: its boundary, or a policy that
# denies. Only where the actor would have every right without it.

technique "x-iam-boundary" {
  title  = "boundary of a user taken off"
  target = "limit"
  kinds  = ["identity.user"]
  limit  = "boundary"
  need "target" { any = ["iam:DeleteUserPermissionsBoundary", "iam:PutUserPermissionsBoundary"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can take off its own boundary, without which it is administrator"
}

technique "x-iam-boundary-role" {
  title  = "boundary of a role taken off"
  target = "limit"
  kinds  = ["identity.role"]
  limit  = "boundary"
  need "target" { any = ["iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can take off its own boundary, without which it is administrator"
}

technique "x-iam-detachdeny" {
  title  = "policy that holds a user back detached"
  target = "limit"
  kinds  = ["identity.user"]
  limit  = "attached"
  need "target" {
    actions = ["iam:DetachUserPolicy"]
    context = { "iam:PolicyARN" = "{limit}" }
  }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can detach the policy that holds it back, without which it is administrator"
}

technique "x-iam-detachdeny-role" {
  title  = "policy that holds a role back detached"
  target = "limit"
  kinds  = ["identity.role"]
  limit  = "attached"
  need "target" {
    actions = ["iam:DetachRolePolicy"]
    context = { "iam:PolicyARN" = "{limit}" }
  }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can detach the policy that holds it back, without which it is administrator"
}

technique "x-iam-detachdeny-group" {
  title  = "policy that holds a group back detached"
  target = "limit"
  kinds  = ["identity.group"]
  limit  = "attached"
  need "target" {
    actions = ["iam:DetachGroupPolicy"]
    context = { "iam:PolicyARN" = "{limit}" }
  }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can detach from {target}, which it belongs to, the policy that holds it back, and is then administrator"
}

technique "x-iam-deletedeny" {
  title  = "policy that holds a user back deleted"
  target = "limit"
  kinds  = ["identity.user"]
  limit  = "inline"
  need "target" { actions = ["iam:DeleteUserPolicy"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can delete the policy that holds it back, without which it is administrator"
}

technique "x-iam-deletedeny-role" {
  title  = "policy that holds a role back deleted"
  target = "limit"
  kinds  = ["identity.role"]
  limit  = "inline"
  need "target" { actions = ["iam:DeleteRolePolicy"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can delete the policy that holds it back, without which it is administrator"
}

technique "x-iam-deletedeny-group" {
  title  = "policy that holds a group back deleted"
  target = "limit"
  kinds  = ["identity.group"]
  limit  = "inline"
  need "target" { actions = ["iam:DeleteGroupPolicy"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can delete from {target}, which it belongs to, the policy that holds it back, and is then administrator"
}

technique "x-iam-leavegroup" {
  title  = "group that holds one back left"
  target = "limit"
  kinds  = ["identity.group"]
  limit  = "group"
  need "target" { actions = ["iam:RemoveUserFromGroup"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can leave {target}, whose policy holds it back, and is then administrator"
}
