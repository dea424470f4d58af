technique "entra-role" {
  finds "administrator of roles" {
    cloud    = "azuread"
    bindings = ["me | Privileged Role Administrator | tenant"]
  }
  finds "a program that may assign roles" {
    cloud    = "azuread"
    bindings = ["me | 9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8 | tenant"]
  }
  silent "another administrator" {
    cloud    = "azuread"
    bindings = ["me | Groups Administrator | tenant"]
  }
  silent "only of one unit" {
    cloud    = "azuread"
    bindings = ["me | Privileged Role Administrator | unit"]
  }
}

technique "entra-app-role" {
  finds "a program that may assign app roles" {
    cloud    = "azuread"
    bindings = ["me | AppRoleAssignment.ReadWrite.All | tenant"]
  }
  silent "one that may write groups" {
    cloud    = "azuread"
    bindings = ["me | Group.ReadWrite.All | tenant"]
  }
}

technique "entra-credential" {
  finds "administrator of applications" {
    cloud    = "azuread"
    bindings = ["me | Application Administrator | tenant"]
  }
  finds "owner" {
    cloud    = "azuread"
    bindings = ["me | directory-application-owner | program.victim"]
  }
  silent "another administrator" {
    cloud    = "azuread"
    bindings = ["me | User Administrator | tenant"]
  }
  silent "owner of something else" {
    cloud    = "azuread"
    bindings = ["me | directory-application-owner | user.victim"]
  }
}

technique "entra-password" {
  finds "help desk" {
    cloud    = "azuread"
    bindings = ["me | Helpdesk Administrator | tenant"]
  }
  silent "administrator of applications" {
    cloud    = "azuread"
    bindings = ["me | Application Administrator | tenant"]
  }
}

technique "entra-factor" {
  finds "administrator of factors" {
    cloud    = "azuread"
    bindings = ["me | Privileged Authentication Administrator | tenant"]
  }
  silent "help desk" {
    cloud    = "azuread"
    bindings = ["me | Helpdesk Administrator | tenant"]
  }
}

technique "entra-group" {
  finds "owner of the group" {
    cloud    = "azuread"
    bindings = ["me | directory-group-owner | group.victim"]
    facts    = { "group.victim#role_assignable" = false }
  }
  finds "administrator of groups" {
    cloud    = "azuread"
    bindings = ["me | Groups Administrator | tenant"]
    facts    = { "group.victim#role_assignable" = false }
  }
  silent "a group that may hold roles" {
    cloud    = "azuread"
    bindings = ["me | Groups Administrator | tenant"]
    facts    = { "group.victim#role_assignable" = true }
  }
  silent "owner of something else" {
    cloud    = "azuread"
    bindings = ["me | directory-group-owner | user.victim"]
    facts    = { "group.victim#role_assignable" = false }
  }
  silent "administrator of applications" {
    cloud    = "azuread"
    bindings = ["me | Application Administrator | tenant"]
    facts    = { "group.victim#role_assignable" = false }
  }
}

technique "entra-role-group" {
  finds "owner of the group" {
    cloud    = "azuread"
    bindings = ["me | directory-group-owner | group.victim"]
    facts    = { "group.victim#role_assignable" = true }
  }
  finds "a program that may assign such groups" {
    cloud    = "azuread"
    bindings = ["me | PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup | tenant"]
    facts    = { "group.victim#role_assignable" = true }
  }
  silent "administrator of groups" {
    cloud    = "azuread"
    bindings = ["me | Groups Administrator | tenant", "user.victim | Directory Readers | tenant"]
    facts    = { "group.victim#role_assignable" = true }
    without  = ["user.victim", "program.victim"]
  }
  silent "nobody knows whether it may" {
    cloud    = "azuread"
    bindings = ["me | directory-group-owner | group.victim"]
  }
}

technique "entra-dynamic-group" {
  finds "an attribute of one's own" {
    cloud    = "azuread"
    from     = "user.attacker"
    bindings = ["user.attacker | Directory Readers | tenant"]
    facts    = { "group.victim#self_joinable" = true }
  }
  silent "an attribute of others" {
    cloud    = "azuread"
    from     = "user.attacker"
    bindings = ["user.attacker | Directory Readers | tenant"]
    facts    = { "group.victim#self_joinable" = false }
  }
  silent "a rule that nobody can read" {
    cloud    = "azuread"
    from     = "user.attacker"
    bindings = ["user.attacker | Directory Readers | tenant"]
  }
  silent "who is no user of the directory" {
    cloud    = "azuread"
    bindings = ["me | Directory Readers | tenant"]
    facts    = { "group.victim#self_joinable" = true }
  }
}

technique "entra-method" {
  finds "a program that may write ways to sign in" {
    cloud    = "azuread"
    bindings = ["me | UserAuthenticationMethod.ReadWrite.All | tenant"]
  }
  silent "a program that may write groups" {
    cloud    = "azuread"
    bindings = ["me | Group.ReadWrite.All | tenant"]
  }
}

technique "entra-domain" {
  finds "administrator of domains" {
    cloud    = "azuread"
    bindings = ["me | Domain Name Administrator | tenant"]
  }
  finds "a program that may write domains" {
    cloud    = "azuread"
    bindings = ["me | Domain.ReadWrite.All | tenant"]
  }
  silent "help desk" {
    cloud    = "azuread"
    bindings = ["me | Helpdesk Administrator | tenant"]
  }
  silent "only of one unit" {
    cloud    = "azuread"
    bindings = ["me | Domain Name Administrator | unit"]
  }
}
