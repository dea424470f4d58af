# See ../google/main.tf.

resource "kubernetes_pod" "bad_cmp_007" {
  metadata { name = "a" }
  spec {
    container {
      name  = "a"
      image = "acme/a:1"
      security_context { privileged = true }
    }
  }
}
resource "kubernetes_pod" "good_cmp_007" {
  metadata { name = "b" }
  spec {
    container {
      name  = "b"
      image = "acme/b:1"
    }
  }
}
resource "kubernetes_pod" "bad_k8s_003" {
  metadata { name = "c" }
  spec {
    container { name = "c" }
    volume {
      name = "host"
      host_path { path = "/" }
    }
  }
}
resource "kubernetes_secret" "bad_sec_003" {
  metadata { name = "a" }
  data = { password = "correct-horse" }
}
resource "kubernetes_secret" "good_sec_003" {
  metadata { name = "b" }
  data = { password = var.secret }
}
variable "secret" {}
resource "kubernetes_cluster_role_binding" "bad_iam_021" {
  metadata { name = "a" }
  role_ref { name = "cluster-admin" }
}
resource "kubernetes_cluster_role_binding" "good_iam_021" {
  metadata { name = "b" }
  role_ref { name = "view" }
}
resource "kubernetes_ingress_v1" "bad_gw_002" {
  metadata { name = "a" }
}
resource "github_repository" "bad_cic_014" { name = "a" }
resource "github_repository" "good_cic_014" {
  name       = "b"
  visibility = "private"
}
resource "github_branch_protection" "bad_cic_009" { pattern = "main" }
resource "github_branch_protection" "good_cic_009" {
  pattern = "main"
  required_pull_request_reviews { required_approving_review_count = 1 }
}
resource "github_actions_secret" "bad_sec_003" {
  secret_name     = "a"
  plaintext_value = "correct-horse"
}
resource "github_actions_secret" "good_sec_003" {
  secret_name     = "b"
  encrypted_value = "c2VhbGVk"
}
