# What roles in the directory (Entra ID) give, by the id of their template, which
# is the same in every tenant, and what owners of its objects can do.

cloud "azuread" {
  source = "https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference"
  begins = "microsoft.directory/"
  wide   = ["azuread_directory_role_*", "azuread_app_role_assignment", "azuread_directory_role_eligibility_schedule_request"]
  whole  = ["tenant"]

  # Roles that only look, by name and id of their template.
  nothing = [
    "Directory Readers", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b", "Global Reader", "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
    "Security Reader", "5d6b6bb7-de71-4623-b4af-96380a352509", "Reports Reader", "4a5d8f65-41da-4de4-8968-e035b65339cf",
    "Message Center Reader", "790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b",
  ]

  # Can give itself every right on every subscription too.
  role "Global Administrator" {
    id    = "62e90394-69f5-4237-9190-012177145e10"
    admin = ["*"]
    can   = ["*"]
  }
  role "Privileged Role Administrator" {
    id  = "e8611ab8-c189-46e8-94e1-60213ab1f814"
    can = ["microsoft.directory/roleAssignments/allProperties/allTasks", "microsoft.directory/groupsAssignableToRoles/members/update"]
  }
  role "Privileged Authentication Administrator" {
    id  = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13"
    can = ["microsoft.directory/users/authenticationMethods/create", "microsoft.directory/users/password/update"]
  }
  role "Authentication Administrator" {
    id  = "c4e39bd9-1100-46d3-8c65-fb160da0071f"
    can = ["microsoft.directory/users/password/update"]
  }
  role "User Administrator" {
    id  = "fe930be7-5e62-47db-91af-98c3a49a38b1"
    can = ["microsoft.directory/users/password/update", "microsoft.directory/groups/members/update"]
  }
  role "Helpdesk Administrator" {
    id  = "729827e3-9c14-49f7-bb1b-9608f156bbb8"
    can = ["microsoft.directory/users/password/update"]
  }
  role "Password Administrator" {
    id  = "966707d0-3269-4727-9be2-8c3a10f19b9d"
    can = ["microsoft.directory/users/password/update"]
  }
  role "Groups Administrator" {
    id  = "fdd7a751-b60b-444a-984c-02652fe8fa1c"
    can = ["microsoft.directory/groups/members/update"]
  }
  # Whoever writes where a domain signs in can be any of its users:
  # https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
  role "Domain Name Administrator" {
    id  = "8329153b-31d0-4727-b945-745eb3bc5f31"
    can = ["microsoft.directory/domains/federation/update"]
  }
  role "External Identity Provider Administrator" {
    id  = "be2f45a1-457d-42af-a067-6ec1fa63bc45"
    can = ["microsoft.directory/domains/federation/update"]
  }
  role "Hybrid Identity Administrator" {
    id  = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"
    can = ["microsoft.directory/applications/credentials/update", "microsoft.directory/domains/federation/update", "microsoft.directory/servicePrincipals/credentials/update"]
  }
  role "Application Administrator" {
    id  = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"
    can = ["microsoft.directory/applications/credentials/update", "microsoft.directory/servicePrincipals/credentials/update"]
  }
  role "Cloud Application Administrator" {
    id  = "158c047a-c907-4556-b7ef-446551a6b5f7"
    can = ["microsoft.directory/applications/credentials/update", "microsoft.directory/servicePrincipals/credentials/update"]
  }

  # Rights of programs, granted to a service principal:
  # https://learn.microsoft.com/graph/permissions-reference
  role "RoleManagement.ReadWrite.Directory" {
    id  = "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8"
    can = ["microsoft.directory/roleAssignments/allProperties/allTasks"]
  }
  role "AppRoleAssignment.ReadWrite.All" {
    id  = "06b708a9-e830-4db3-a914-8e69da51d44f"
    can = ["microsoft.directory/servicePrincipals/appRoleAssignedTo/update"]
  }
  role "Application.ReadWrite.All" {
    id  = "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9"
    can = ["microsoft.directory/applications/credentials/update", "microsoft.directory/servicePrincipals/credentials/update"]
  }
  role "GroupMember.ReadWrite.All" {
    id  = "dbaae8cf-10b5-4b86-a4a1-f871c94c6695"
    can = ["microsoft.directory/groups/members/update"]
  }
  role "Group.ReadWrite.All" {
    id  = "62a82d76-70ea-41e2-9197-370581804d09"
    can = ["microsoft.directory/groups/members/update"]
  }

  role "Directory.ReadWrite.All" {
    id  = "19dbc75e-c2e2-444c-a770-ec69d8559fc7"
    can = ["microsoft.directory/groups/members/update"]
  }
  role "UserAuthenticationMethod.ReadWrite.All" {
    id  = "50483e42-d915-4231-9639-7fdb7fd190e5"
    can = ["microsoft.directory/users/authenticationMethods/create"]
  }
  role "RoleAssignmentSchedule.ReadWrite.Directory" {
    id  = "dd199f4a-f148-40a4-a2ec-f0069cc799ec"
    can = ["microsoft.directory/roleAssignments/allProperties/allTasks"]
  }
  role "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup" {
    id  = "41202f2c-f7ab-45be-b001-85c9728b9d69"
    can = ["microsoft.directory/groupsAssignableToRoles/members/update"]
  }
  role "Domain.ReadWrite.All" {
    id  = "7e05723c-0bb0-42da-be95-ae9f08a6e53c"
    can = ["microsoft.directory/domains/federation/update"]
  }

  # Owners of objects in the directory.
  role "directory-application-owner" { can = ["microsoft.directory/applications/credentials/update", "microsoft.directory/servicePrincipals/credentials/update"] }
  role "directory-group-owner" { can = ["microsoft.directory/groups/members/update", "microsoft.directory/groupsAssignableToRoles/members/update"] }
}
