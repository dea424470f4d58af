# Who vouches for programs that run outside of the account, and for whom.
#
# host      the address without its scheme, as trusts name it; a star stands for
#           any run of letters, the first for the customer where each has an
#           issuer of their own
# everyone  one issuer vouches for whoever signs up; otherwise each customer has
#           one of their own
# programs  it vouches for programs of the account's own, not for outsiders
# runs      what it vouches for, in a sentence: "A workflow of any repository on
#           GitHub"
# subject   the subject of a stranger's run; {customer} is what the host says
# named     the subjects that say whose run it is: that of a shared issuer names
#           the owner, another the project
# branch    the subjects that say from which branch, tag or environment
# pull_request  how the subject of a run for a pull request ends
# claims    those that say whose run it is, where a condition can ask for several

# https://docs.github.com/actions/reference/security/oidc
issuer "github" {
  name         = "GitHub"
  host         = "token.actions.githubusercontent.com"
  everyone     = true
  runs         = "A workflow of any repository on GitHub"
  subject      = "repo:attacker/attacker:ref:refs/heads/main"
  named        = "^repo:[^*?/]+/"
  branch       = ":(ref:refs/(heads|tags)/|environment:)[^*]"
  pull_request = "pull_request"
  claims       = ["sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "enterprise", "enterprise_id", "job_workflow_ref", "workflow_ref"]
}

# An enterprise can have an address of its own.
issuer "github-enterprise" {
  name         = "GitHub"
  host         = "token.actions.githubusercontent.com/*"
  runs         = "A workflow of any repository of the enterprise on GitHub"
  subject      = "repo:attacker/attacker:ref:refs/heads/main"
  named        = "^repo:[^*?/]+/"
  branch       = ":(ref:refs/(heads|tags)/|environment:)[^*]"
  pull_request = "pull_request"
  claims       = ["sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref", "workflow_ref"]
}

# https://docs.gitlab.com/ci/secrets/id_token_authentication/
issuer "gitlab" {
  name     = "GitLab"
  host     = "gitlab.com"
  everyone = true
  runs     = "A pipeline of any project on GitLab"
  subject  = "project_path:attacker/attacker:ref_type:branch:ref:main"
  named    = "^project_path:[^*?/]+/"
  branch   = ":ref_type:(branch|tag):ref:[^*]"
  claims   = ["sub", "project_path", "project_id", "namespace_path", "namespace_id"]
}

# https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials
issuer "terraform-cloud" {
  name     = "HCP Terraform"
  host     = "app.terraform.io"
  everyone = true
  runs     = "A run of any organisation on HCP Terraform"
  subject  = "organization:attacker:project:attacker:workspace:attacker:run_phase:apply"
  named    = "^organization:[^*?:]+:"
  branch   = ":workspace:[^*]"
  claims   = ["sub", "terraform_organization_id", "terraform_organization_name", "terraform_workspace_id", "terraform_project_id"]
}

# https://buildkite.com/docs/pipelines/security/oidc
issuer "buildkite" {
  name     = "Buildkite"
  host     = "agent.buildkite.com"
  everyone = true
  runs     = "A pipeline of any organisation on Buildkite"
  subject  = "organization:attacker:pipeline:attacker:ref:refs/heads/main:commit:0:step:0"
  named    = "^organization:[^*?:]+:"
  branch   = ":ref:refs/(heads|tags)/[^*]"
  claims   = ["sub", "organization_slug", "organization_id", "pipeline_slug", "pipeline_id"]
}

# https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/
issuer "bitbucket" {
  name    = "Bitbucket"
  host    = "api.bitbucket.org/2.0/workspaces/*/pipelines-config/identity/oidc"
  runs    = "A pipeline of any repository of the workspace on Bitbucket"
  subject = "{00000000-0000-0000-0000-000000000000}:{00000000-0000-0000-0000-000000000001}"
  named   = "^\\{[^*?}]+\\}:"
  claims  = ["sub", "repositoryUuid"]
}

# https://circleci.com/docs/openid-connect-tokens/
issuer "circleci" {
  name    = "CircleCI"
  host    = "oidc.circleci.com/org/*"
  runs    = "A job of any project of the organisation on CircleCI"
  subject = "org/{customer}/project/00000000-0000-0000-0000-000000000000/user/00000000-0000-0000-0000-000000000000"
  named   = "^org/[^*?/]+/project/[^*?/]+/"
  branch  = "/vcs-ref/refs/(heads|tags)/[^*]"
  claims  = ["sub", "oidc.circleci.com/project-id"]
}

# https://learn.microsoft.com/azure/devops/pipelines/library/connect-to-azure
issuer "azure-devops" {
  name    = "Azure DevOps"
  host    = "vstoken.dev.azure.com/*"
  runs    = "A pipeline of any project of the organisation on Azure DevOps"
  subject = "sc://attacker/attacker/attacker"
  named   = "^sc://[^*?/]+/[^*?/]+/"
  claims  = ["sub"]
}

issuer "eks" {
  name     = "EKS"
  host     = "oidc.eks.*"
  programs = true
  runs     = "Any pod of the cluster"
  subject  = "system:serviceaccount:default:default"
  named    = "^system:serviceaccount:[^*?:]+:[^*?:]+$"
}

issuer "gke" {
  name     = "GKE"
  host     = "container.googleapis.com/v1/*"
  programs = true
  runs     = "Any pod of the cluster"
  subject  = "system:serviceaccount:default:default"
  named    = "^system:serviceaccount:[^*?:]+:[^*?:]+$"
}

issuer "aks" {
  name     = "AKS"
  host     = "*.oic.prod-aks.azure.com/*"
  programs = true
  runs     = "Any pod of the cluster"
  subject  = "system:serviceaccount:default:default"
  named    = "^system:serviceaccount:[^*?:]+:[^*?:]+$"
}
