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
  }
  finds "administrator of groups" {
    cloud    = "azuread"
    bindings = ["me | Groups Administrator | tenant"]
  }
  silent "owner of something else" {
    cloud    = "azuread"
    bindings = ["me | directory-group-owner | user.victim"]
  }
  silent "administrator of applications" {
    cloud    = "azuread"
    bindings = ["me | Application Administrator | tenant"]
  }
}
