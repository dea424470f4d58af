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
  where {
    fact "role_assignable" { value = false }
  }
  need "target" { actions = ["microsoft.directory/groups/members/update"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can add itself to {target} and has its rights"
}

technique "entra-role-group" {
  title        = "joining a group that may hold roles of the directory"
  target       = "identity"
  kinds        = ["identity.group"]
  technologies = ["azuread_group"]
  where {
    fact "role_assignable" { value = true }
  }
  need "target" { actions = ["microsoft.directory/groupsAssignableToRoles/members/update"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can add itself to {target}, which may hold roles of the directory, and has its rights"
}

technique "entra-dynamic-group" {
  title        = "joining a group by changing oneself"
  target       = "identity"
  kinds        = ["identity.group"]
  technologies = ["azuread_group"]
  where {
    actor = ["azuread_user"]
    fact "self_joinable" { value = true }
  }
  gains   = "identity"
  ease    = 3
  attack  = ["T1098"]
  assumes = ["the directory lets users change these attributes of their own, as it does unless told otherwise"]
  says    = "{actor} can set the attributes of its own that the rule of {target} asks for, and is then a member and has its rights"
}

technique "entra-method" {
  title        = "way to sign in for another user"
  target       = "identity"
  kinds        = ["identity.user"]
  technologies = ["azuread_user"]
  need "target" { actions = ["microsoft.directory/users/authenticationMethods/create"] }
  gains   = "identity"
  ease    = 3
  attack  = ["T1098.005", "T1556.006"]
  assumes = ["the directory takes a temporary pass, or the password is set as well"]
  says    = "{actor} can give {target} a way to sign in of its own making, and sign in as it"
}

technique "entra-domain" {
  title        = "sign-in of a domain handed to another issuer"
  target       = "identity"
  kinds        = ["identity.user"]
  technologies = ["azuread_user"]
  need "whole" { actions = ["microsoft.directory/domains/federation/update"] }
  gains   = "identity"
  ease    = 2
  attack  = ["T1484.002"]
  assumes = ["the domain that the target signs in with may be handed to another issuer"]
  says    = "{actor} can have the domain of {target} trust an issuer of its own, and so sign in as it"
}
