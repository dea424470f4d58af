technique "x-iam-boundary" {
  finds "it is all that holds the actor back" {
    allow   = ["iam:DeleteUserPermissionsBoundary"]
    limited = "boundary"
  }
  silent "nothing but that would be gained" {
    allow = ["iam:DeleteUserPermissionsBoundary"]
  }
  silent "taking it off is denied" {
    allow   = ["iam:DeleteUserPermissionsBoundary"]
    limited = "boundary"
    deny    = ["iam:DeleteUserPermissionsBoundary", "iam:PutUserPermissionsBoundary"]
  }
}

technique "x-iam-boundary-role" {
  finds "it is all that holds the actor back" {
    from    = "role.attacker"
    allow   = ["iam:DeleteRolePermissionsBoundary"]
    limited = "boundary"
  }
  silent "nothing but that would be gained" {
    from  = "role.attacker"
    allow = ["iam:DeleteRolePermissionsBoundary"]
  }
  silent "taking it off is denied" {
    from    = "role.attacker"
    allow   = ["iam:DeleteRolePermissionsBoundary"]
    limited = "boundary"
    deny    = ["iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary"]
  }
}

technique "x-iam-deletedeny" {
  finds "it is all that holds the actor back" {
    allow   = ["iam:DeleteUserPolicy"]
    limited = "inline"
  }
  silent "nothing but that would be gained" {
    allow = ["iam:DeleteUserPolicy"]
  }
  silent "taking it off is denied" {
    allow   = ["iam:DeleteUserPolicy"]
    limited = "inline"
    deny    = ["iam:DeleteUserPolicy"]
  }
}

technique "x-iam-deletedeny-role" {
  finds "it is all that holds the actor back" {
    from    = "role.attacker"
    allow   = ["iam:DeleteRolePolicy"]
    limited = "inline"
  }
  silent "nothing but that would be gained" {
    from  = "role.attacker"
    allow = ["iam:DeleteRolePolicy"]
  }
  silent "taking it off is denied" {
    from    = "role.attacker"
    allow   = ["iam:DeleteRolePolicy"]
    limited = "inline"
    deny    = ["iam:DeleteRolePolicy"]
  }
}

technique "x-iam-deletedeny-group" {
  finds "it is all that holds the actor back" {
    allow   = ["iam:DeleteGroupPolicy"]
    limited = "group-inline"
  }
  silent "nothing but that would be gained" {
    allow = ["iam:DeleteGroupPolicy"]
  }
  silent "taking it off is denied" {
    allow   = ["iam:DeleteGroupPolicy"]
    limited = "group-inline"
    deny    = ["iam:DeleteGroupPolicy"]
  }
}

technique "x-iam-detachdeny" {
  finds "it is all that holds the actor back" {
    allow   = ["iam:DetachUserPolicy"]
    limited = "attached"
  }
  silent "nothing but that would be gained" {
    allow = ["iam:DetachUserPolicy"]
  }
  silent "taking it off is denied" {
    allow   = ["iam:DetachUserPolicy"]
    limited = "attached"
    deny    = ["iam:DetachUserPolicy"]
  }
}

technique "x-iam-detachdeny-role" {
  finds "it is all that holds the actor back" {
    from    = "role.attacker"
    allow   = ["iam:DetachRolePolicy"]
    limited = "attached"
  }
  silent "nothing but that would be gained" {
    from  = "role.attacker"
    allow = ["iam:DetachRolePolicy"]
  }
  silent "taking it off is denied" {
    from    = "role.attacker"
    allow   = ["iam:DetachRolePolicy"]
    limited = "attached"
    deny    = ["iam:DetachRolePolicy"]
  }
}

technique "x-iam-detachdeny-group" {
  finds "it is all that holds the actor back" {
    allow   = ["iam:DetachGroupPolicy"]
    limited = "group-attached"
  }
  silent "nothing but that would be gained" {
    allow = ["iam:DetachGroupPolicy"]
  }
  silent "taking it off is denied" {
    allow   = ["iam:DetachGroupPolicy"]
    limited = "group-attached"
    deny    = ["iam:DetachGroupPolicy"]
  }
}

technique "x-iam-leavegroup" {
  finds "it is all that holds the actor back" {
    allow   = ["iam:RemoveUserFromGroup"]
    limited = "group-inline"
  }
  silent "nothing but that would be gained" {
    allow = ["iam:RemoveUserFromGroup"]
  }
  silent "taking it off is denied" {
    allow   = ["iam:RemoveUserFromGroup"]
    limited = "group-inline"
    deny    = ["iam:RemoveUserFromGroup"]
  }
}
