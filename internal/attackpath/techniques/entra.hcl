# The directory of Azure (Entra ID): becoming another user, group or program.

technique "entra-role" {
  title  = "roles of the directory assigned to oneself"
  target = "self"
  need "whole" { actions = ["microsoft.directory/roleAssignments/allProperties/allTasks"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can give itself every role of the directory, and so become administrator"
}

technique "entra-app-role" {
  title  = "rights of a program assigned to oneself"
  target = "self"
  need "whole" { actions = ["microsoft.directory/servicePrincipals/appRoleAssignedTo/update"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can give itself any right that programs have in the directory, and so become administrator"
}

technique "entra-credential" {
  title        = "credentials for a program"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["azuread_service_principal"]
  need "target" { any = ["microsoft.directory/servicePrincipals/credentials/update", "microsoft.directory/applications/credentials/update"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098.001"]
  says   = "{actor} can add credentials to {target} and sign in as it"
}

technique "entra-password" {
  title        = "password of another user"
  target       = "identity"
  kinds        = ["identity.user"]
  technologies = ["azuread_user"]
  need "target" { actions = ["microsoft.directory/users/password/update"] }
  gains   = "identity"
  ease    = 3
  attack  = ["T1098.001"]
  assumes = ["the target has no role of its own in the directory that keeps it from that"]
  says    = "{actor} can set a new password for {target} and sign in as it"
}

technique "entra-factor" {
  title        = "password and second factor of another user"
  target       = "identity"
  kinds        = ["identity.user"]
  technologies = ["azuread_user"]
  need "target" { actions = ["microsoft.directory/users/password/update", "microsoft.directory/users/authenticationMethods/create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098.001", "T1556.006"]
  says   = "{actor} can set a new password and a second factor for {target} and sign in as it"
}

technique "entra-group" {
  title        = "joining a group of the directory"
  target       = "identity"
  kinds        = ["identity.group"]
  technologies = ["azuread_group"]
  need "target" { actions = ["microsoft.directory/groups/members/update"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can add itself to {target} and has its rights"
}
