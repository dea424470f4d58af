# GitHub: where the code lies, who may change it, and what pipelines know.

provider "github" {}

resource "github_actions_runner_group" {
  also = ["github_enterprise_actions_runner_group"]
  kind = "ci.runner"
  name = self.name

  # https://registry.terraform.io/providers/integrations/github/6.0.0/docs/resources/actions_runner_group#allows_public_repositories
  fact "public_jobs" { value = default(self.allows_public_repositories, false) && !default(self.restricted_to_workflows, false) }
}

resource "github_actions_secret" {
  also = ["github_actions_environment_secret", "github_actions_organization_secret", "github_dependabot_secret", "github_dependabot_organization_secret", "github_codespaces_secret"]
  kind = "secret_store"
  name = self.secret_name

  fact "literal_secret" { value = literal(self.plaintext_value) }
}

resource "github_actions_organization_permissions" {
  also = ["github_actions_repository_permissions"]
  kind = "iac.config"

  # https://registry.terraform.io/providers/integrations/github/6.0.0/docs/resources/actions_organization_permissions#allowed_actions
  fact "any_action" { value = default(self.allowed_actions, "all") == "all" }
}

resource "github_branch" {}

resource "github_branch_default" {}

resource "github_branch_protection" {
  also    = ["github_branch_protection_v3"]
  kind    = "source_repo"
  name    = default(self.pattern, self.branch)
  part_of = default(self.repository_id, self.repository)

  # https://registry.terraform.io/providers/integrations/github/6.0.0/docs/resources/branch_protection
  fact "code_signed" { value = default(self.require_signed_commits, false) }
  fact "history_kept" { value = !default(self.allows_force_pushes, false) && !default(self.allows_deletions, false) }
  fact "reviews_required" { value = length(default(self.required_pull_request_reviews, [])) > 0 && default(self.required_pull_request_reviews[0].required_approving_review_count, 1) > 0 }
}

resource "github_membership" {
  kind = "identity.policy"
  name = self.username

  fact "broad_role" { value = default(self.role, "member") == "admin" }
}

resource "github_organization_settings" {
  kind = "iac.config"
  name = self.name
}

resource "github_repository" {
  kind = "source_repo"
  name = self.name

  standin "node_id" { value = standin_hash }
  standin "full_name" { value = "standin/${standin_name}" }
  aliases = [self.name]

  # A repository is public unless someone says otherwise:
  # https://registry.terraform.io/providers/integrations/github/6.0.0/docs/resources/repository#visibility
  fact "detects" { value = default(self.vulnerability_alerts, false) }
  fact "public_read" { value = default(self.visibility, default(self.private, false) ? "private" : "public") == "public" }
}

resource "github_repository_collaborator" {
  kind = "identity.policy"
  name = self.username

  fact "broad_role" { value = default(self.permission, "push") == "admin" }
}

resource "github_repository_deploy_key" {
  kind = "identity.user"
  name = self.title

  # The key works until someone takes it back.
  fact "access_key" { value = true }
}

resource "github_repository_environment" {}

resource "github_repository_webhook" {
  also = ["github_organization_webhook"]
  kind = "external.saas"
  name = self.configuration[0].url

  fact "tls_required" { value = !default(self.configuration[0].insecure_ssl, false) && !startswith(default(self.configuration[0].url, ""), "http://") }
}

resource "github_team" {}

resource "github_team_repository" {
  kind = "identity.policy"
  name = self.repository

  fact "broad_role" { value = default(self.permission, "pull") == "admin" }
}

resource "github_workflow_repository_permissions" {
  also = ["github_actions_organization_workflow_permissions"]
  kind = "iac.config"

  # Read for repositories made since February 2023, and what the organisation says:
  # https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository
  fact "pipeline_approves" { value = default(self.can_approve_pull_request_reviews, false) }
  fact "token_writes" { value = default(self.default_workflow_permissions, "read") == "write" }
}
