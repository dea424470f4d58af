# What all types of the provider share. Defaults are those of version 6 (August
# 2024) of the providers google and google-beta:
# https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs

provider "google" {
  tags     = merge(default(provider.default_labels, {}), default(self.labels, self.user_labels, {}))
  region   = default(provider.region, "us-central1")
  location = default(self.region, self.location, self.zone, provider.region, null)
  account  = default(provider.project, "standin-project")
  scopes   = [default(self.project, account)]
}

locals {
  # https://cloud.google.com/iam/docs/principal-identifiers
  google_everyone = ["allUsers", "allAuthenticatedUsers"]

  # The service accounts that Google makes for a project and that, unless an
  # organisation policy forbids it, may edit everything in it:
  # https://cloud.google.com/iam/docs/service-account-types#default
  google_default_identity = "(?i)(^|[:/])([0-9]+|[a-z0-9-]+)(-compute@developer|@appspot)\\.gserviceaccount\\.com$"

  # Roles that let their holder act as every service account of a project:
  # https://cloud.google.com/iam/docs/service-account-permissions
  google_impersonation = "^roles/(iam\\.(serviceAccountUser|serviceAccountTokenCreator|serviceAccountAdmin|serviceAccountKeyAdmin|workloadIdentityUser)|deploymentmanager\\.editor|cloudbuild\\.builds\\.editor)$"

  # What a token says that does not tell whose run it is of.
  loose_claims = ["aud", "iss", "ref", "ref_type", "ref_protected", "event_name", "environment", "run_attempt", "runner_environment"]

  # https://cloud.google.com/iam/docs/roles-overview#basic
  google_broad = "^roles/(owner|editor|resourcemanager\\.(organizationAdmin|folderAdmin|projectIamAdmin)|iam\\.securityAdmin)$"

  # Mailboxes that anyone can have.
  personal_mail = "(?i)^user:[^@]+@(gmail|googlemail|hotmail|outlook|live|yahoo|icloud|gmx|protonmail|proton|aol)\\.[a-z.]+$"

  # Roles that only start something, and those that change what is stored.
  google_invoker = "(?i)invoker"
  google_writer  = "(?i)(^roles/(owner|editor)$|admin|editor|writer|creator|publisher|enqueuer|dataOwner|objectUser|dataUser)"
}
