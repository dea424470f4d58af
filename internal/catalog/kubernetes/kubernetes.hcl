# What the providers kubernetes and helm put into a cluster. Most types exist
# twice, with and without _v1:
# https://registry.terraform.io/providers/hashicorp/kubernetes/2.33.0/docs

provider "kubernetes" {
  tags = default(self.metadata[0].labels, {})
}

provider "helm" {}

locals {
  # Capabilities that come close to the rights of the host:
  # https://kubernetes.io/docs/concepts/security/pod-security-standards/
  strong_capabilities = ["ALL", "SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE", "SYS_MODULE", "DAC_READ_SEARCH", "BPF"]
}

resource "helm_release" {
  kind    = "k8s.workload"
  name    = self.name
  part_of = self.namespace

  # A chart without a version is whatever is newest that day.
  fact "image_pinned" { value = has(self.version) ? null : false }

  environment {
    variables = { for s in default(self.set, []) : s.name => tostring(s.value) }
    secrets   = { for s in default(self.set_sensitive, []) : s.name => tostring(s.value) }
  }
}

resource "kubernetes_cluster_role" {
  also = ["kubernetes_cluster_role_v1", "kubernetes_role", "kubernetes_role_v1"]
  kind = "identity.policy"
  name = self.metadata[0].name

  standin "id" { value = default(self.metadata[0].name, standin_name) }

  fact "broad_role" {
    value = anytrue([for r in default(self.rule, []) : contains(default(r.verbs, []), "*") && contains(default(r.resources, []), "*")])
  }
  fact "reads_secrets" {
    value = anytrue([for r in default(self.rule, []) : (contains(default(r.resources, []), "secrets") || contains(default(r.resources, []), "*")) && anytrue([for v in default(r.verbs, []) : contains(["*", "get", "list", "watch"], v)]) && length(default(r.resource_names, [])) == 0])
  }
}

resource "kubernetes_cluster_role_binding" {
  also = ["kubernetes_cluster_role_binding_v1"]
  kind = "identity.policy"
  name = self.metadata[0].name

  fact "broad_role" { value = default(self.role_ref[0].name, "") == "cluster-admin" }
  # The groups that everyone is in:
  # https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
  fact "public_rights" { value = anytrue([for s in default(self.subject, []) : contains(["system:anonymous", "system:unauthenticated", "system:authenticated"], default(s.name, ""))]) }
}

resource "kubernetes_config_map" {
  also = ["kubernetes_config_map_v1"]

  standin "id" { value = default(self.metadata[0].name, standin_name) }
}

resource "kubernetes_cron_job" {
  also    = ["kubernetes_cron_job_v1", "kubernetes_job", "kubernetes_job_v1"]
  kind    = "k8s.workload"
  name    = self.metadata[0].name
  part_of = self.metadata[0].namespace
  runs_as = let.pod.service_account_name

  let "pod" { value = default(self.spec[0].job_template[0].spec[0].template[0].spec[0], self.spec[0].template[0].spec[0]) }
  let "containers" { value = concat(default(let.pod.container, []), default(let.pod.init_container, [])) }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].command, []), default(let.containers[0].args, [])) }
  fact "escalation_allowed" { value = length(let.containers) == 0 ? null : anytrue([for c in let.containers : default(c.security_context[0].allow_privilege_escalation, true)]) }
  fact "host_folders" { value = anytrue([for v in default(let.pod.volume, []) : length(default(v.host_path, [])) > 0]) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }
  fact "limits_set" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : has(default(c.resources[0].limits))]) }
  fact "privileged" {
    value = anytrue([for c in let.containers : default(c.security_context[0].privileged, false) || anytrue([for k in default(c.security_context[0].capabilities[0].add, []) : contains(local.strong_capabilities, trimprefix(k, "CAP_"))])]) || default(let.pod.host_network, false) || default(let.pod.host_pid, false) || default(let.pod.host_ipc, false)
  }

  environment {
    variables = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value, "") if length(default(e.value_from, [])) == 0 }]...)
    secrets   = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value_from[0].secret_key_ref[0].name, "") if length(default(e.value_from, [])) > 0 }]...)
  }
}

resource "kubernetes_deployment" {
  also    = ["kubernetes_deployment_v1", "kubernetes_stateful_set", "kubernetes_stateful_set_v1", "kubernetes_daemonset", "kubernetes_daemon_set_v1", "kubernetes_replication_controller", "kubernetes_replication_controller_v1"]
  kind    = "k8s.workload"
  name    = self.metadata[0].name
  part_of = self.metadata[0].namespace
  runs_as = let.pod.service_account_name
  # By these the services that lead to it find it.
  aliases = concat(
    [for k, v in default(self.spec[0].template[0].metadata[0].labels, {}) : "${default(self.metadata[0].namespace, "default")}/${k}=${v}"],
    ["${default(self.metadata[0].namespace, "default")}/${join(",", [for k, v in default(self.spec[0].template[0].metadata[0].labels, {}) : "${k}=${v}"])}"],
  )

  let "pod" { value = default(self.spec[0].template[0].spec[0]) }
  let "containers" { value = concat(default(let.pod.container, []), default(let.pod.init_container, [])) }

  # What nobody forbids is allowed: a container may gain rights, run as the user
  # that its image names and use what it gets of the machine.
  # https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].command, []), default(let.containers[0].args, [])) }
  fact "escalation_allowed" { value = length(let.containers) == 0 ? null : anytrue([for c in let.containers : default(c.security_context[0].allow_privilege_escalation, true)]) }
  fact "host_folders" { value = anytrue([for v in default(let.pod.volume, []) : length(default(v.host_path, [])) > 0]) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }
  fact "limits_set" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : has(default(c.resources[0].limits))]) }
  fact "privileged" {
    value = anytrue([for c in let.containers : default(c.security_context[0].privileged, false) || anytrue([for k in default(c.security_context[0].capabilities[0].add, []) : contains(local.strong_capabilities, trimprefix(k, "CAP_"))])]) || default(let.pod.host_network, false) || default(let.pod.host_pid, false) || default(let.pod.host_ipc, false)
  }
  fact "runs_as_root" { value = !has(default(let.pod.security_context[0].run_as_non_root)) && !has(default(let.pod.security_context[0].run_as_user)) ? anytrue([for c in let.containers : default(tostring(c.security_context[0].run_as_user), "1") == "0"]) ? true : null : default(tostring(let.pod.security_context[0].run_as_user), "1") == "0" }
  fact "token_mounted" { value = default(let.pod.automount_service_account_token, true) }

  environment {
    variables = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value, "") if length(default(e.value_from, [])) == 0 }]...)
    secrets   = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value_from[0].secret_key_ref[0].name, "") if length(default(e.value_from, [])) > 0 }]...)
  }
}

resource "kubernetes_ingress" {
  also    = ["kubernetes_ingress_v1"]
  kind    = "k8s.ingress"
  name    = self.metadata[0].name
  part_of = self.metadata[0].namespace

  # Without a certificate it serves plain HTTP.
  fact "listener_http" { value = length(default(self.spec[0].tls, [])) == 0 }

  network { public_address = !contains(["internal", "gce-internal", "alb-internal"], default(self.spec[0].ingress_class_name, "")) }
  flow {
    to       = flatten([for r in default(self.spec[0].rule, []) : [for p in default(r.http[0].path, []) : default(p.backend[0].service[0].name, p.backend[0].service_name, "")]])
    protocol = "http"
    forwards = true
  }
  entry_point {
    each  = self.spec[0].rule
    kind  = "http"
    authn = "none"
  }
}

resource "kubernetes_manifest" {
  kind = "k8s.workload"
  name = self.manifest.metadata.name

  let "pod" { value = default(self.manifest.spec.template.spec, self.manifest.spec) }
  let "containers" { value = default(let.pod.containers, []) }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].command, []), default(let.containers[0].args, [])) }
  fact "host_folders" { value = length(let.containers) == 0 ? null : anytrue([for v in default(let.pod.volumes, []) : has(default(v.hostPath))]) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }
  fact "privileged" { value = length(let.containers) == 0 ? null : anytrue([for c in let.containers : default(c.securityContext.privileged, false)]) || default(let.pod.hostNetwork, false) || default(let.pod.hostPID, false) }
}

resource "kubernetes_namespace" {
  also = ["kubernetes_namespace_v1"]
  kind = "k8s.namespace"
  name = self.metadata[0].name

  standin "id" { value = default(self.metadata[0].name, standin_name) }

  zone { kind = "namespace" }
}

resource "kubernetes_network_policy" {
  also = ["kubernetes_network_policy_v1"]
  kind = "network.rule"
  name = self.metadata[0].name

  let "ranges_in" { value = flatten([for i in default(self.spec[0].ingress, []) : [for f in default(i.from, []) : [for b in default(f.ip_block, []) : default(b.cidr, "")]]]) }
  let "ranges_out" { value = flatten([for i in default(self.spec[0].egress, []) : [for f in default(i.to, []) : [for b in default(f.ip_block, []) : default(b.cidr, "")]]]) }

  fact "lets_all_out" { value = anytrue([for r in let.ranges_out : r == "0.0.0.0/0" || r == "::/0"]) }

  control "network_filter" { on = self.metadata[0].namespace }
  rule {
    when      = length(let.ranges_in) > 0
    direction = "in"
    cidrs     = let.ranges_in
  }
  rule {
    when      = length(let.ranges_out) > 0
    direction = "out"
    cidrs     = let.ranges_out
  }
}

resource "kubernetes_persistent_volume" {
  also = ["kubernetes_persistent_volume_v1", "kubernetes_persistent_volume_claim", "kubernetes_persistent_volume_claim_v1", "kubernetes_storage_class", "kubernetes_storage_class_v1"]
}

resource "kubernetes_pod" {
  also    = ["kubernetes_pod_v1"]
  kind    = "k8s.workload"
  name    = self.metadata[0].name
  part_of = self.metadata[0].namespace
  runs_as = self.spec[0].service_account_name

  let "containers" { value = concat(default(self.spec[0].container, []), default(self.spec[0].init_container, [])) }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].command, []), default(let.containers[0].args, [])) }
  fact "escalation_allowed" { value = length(let.containers) == 0 ? null : anytrue([for c in let.containers : default(c.security_context[0].allow_privilege_escalation, true)]) }
  fact "host_folders" { value = anytrue([for v in default(self.spec[0].volume, []) : length(default(v.host_path, [])) > 0]) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }
  fact "limits_set" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : has(default(c.resources[0].limits))]) }
  fact "privileged" {
    value = anytrue([for c in let.containers : default(c.security_context[0].privileged, false) || anytrue([for k in default(c.security_context[0].capabilities[0].add, []) : contains(local.strong_capabilities, trimprefix(k, "CAP_"))])]) || default(self.spec[0].host_network, false) || default(self.spec[0].host_pid, false) || default(self.spec[0].host_ipc, false)
  }
  fact "token_mounted" { value = default(self.spec[0].automount_service_account_token, true) }

  environment {
    variables = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value, "") if length(default(e.value_from, [])) == 0 }]...)
  }
}

resource "kubernetes_role_binding" {
  also = ["kubernetes_role_binding_v1"]
  kind = "identity.policy"
  name = self.metadata[0].name

  fact "broad_role" { value = default(self.role_ref[0].name, "") == "cluster-admin" }
  fact "public_rights" { value = anytrue([for s in default(self.subject, []) : contains(["system:anonymous", "system:unauthenticated", "system:authenticated"], default(s.name, ""))]) }
}

resource "kubernetes_secret" {
  also    = ["kubernetes_secret_v1"]
  kind    = "secret_store"
  name    = self.metadata[0].name
  part_of = self.metadata[0].namespace

  standin "id" { value = default(self.metadata[0].name, standin_name) }

  fact "literal_secret" { value = !has(self.data) && !has(self.binary_data) ? null : literal(merge(default(self.data, {}), default(self.binary_data, {}))) }
}

resource "kubernetes_service" {
  also    = ["kubernetes_service_v1"]
  kind    = "gateway.lb"
  name    = self.metadata[0].name
  part_of = self.metadata[0].namespace

  standin "id" { value = default(self.metadata[0].name, standin_name) }
  # https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
  aliases = [
    "${self.metadata[0].name}.${default(self.metadata[0].namespace, "default")}",
    "${self.metadata[0].name}.${default(self.metadata[0].namespace, "default")}.svc",
    "${self.metadata[0].name}.${default(self.metadata[0].namespace, "default")}.svc.cluster.local",
  ]

  let "annotations" { value = default(self.metadata[0].annotations, {}) }
  let "inside" {
    value = anytrue([for k, v in let.annotations : contains(["service.beta.kubernetes.io/aws-load-balancer-internal", "service.beta.kubernetes.io/azure-load-balancer-internal", "networking.gke.io/load-balancer-type", "cloud.google.com/load-balancer-type"], k) && contains(["true", "internal"], lower(tostring(v)))])
  }

  network {
    public_address = default(self.spec[0].type, "ClusterIP") == "LoadBalancer" && !let.inside
    ports          = [for p in default(self.spec[0].port, []) : p.port]
  }
  # A workload is meant that has these labels: the one of them, or just these.
  flow {
    to       = "${default(self.metadata[0].namespace, "default")}/${join(",", [for k, v in default(self.spec[0].selector, {}) : "${k}=${v}"])}"
    protocol = "tcp"
    forwards = true
  }
}

resource "kubernetes_service_account" {
  also = ["kubernetes_service_account_v1"]
  kind = "identity.role"
  name = self.metadata[0].name

  standin "id" { value = default(self.metadata[0].name, standin_name) }

  identity {
    kind = "service_account"
    arn  = self.id
  }
}
