# Out of containers, to the machines beneath them and to roles that trust them.

technique "x-container-node" {
  title  = "credentials of the machine beneath a container"
  from   = "code"
  at     = ["compute.container", "k8s.workload"]
  target = "machines"
  kinds  = ["compute.vm"]
  where {
    fact "metadata_hop_limit" { at_least = 2 }
  }
  gains   = "identity"
  of      = "role"
  ease    = 3
  attack  = ["T1552.005", "T1611"]
  assumes = ["the containers run on these machines"]
  says    = "Code in {actor} gets the credentials of {role} from the metadata service of {target}, which answers over more than one hop"
}

technique "x-container-node-v1" {
  title  = "credentials of the machine beneath a container, without a session token"
  from   = "code"
  at     = ["compute.container", "k8s.workload"]
  target = "machines"
  kinds  = ["compute.vm"]
  where {
    fact "metadata_token_required" { value = false }
  }
  gains   = "identity"
  of      = "role"
  ease    = 3
  attack  = ["T1552.005", "T1611"]
  assumes = ["the containers run on these machines"]
  says    = "Code in {actor} gets the credentials of {role} from the metadata service of {target}, which does not ask for a session token"
}

technique "x-container-escape" {
  title  = "container without walls"
  from   = "code"
  at     = ["compute.container", "k8s.workload"]
  target = "machines"
  kinds  = ["compute.vm"]
  where {
    from_fact "privileged" { value = true }
  }
  gains   = "identity"
  of      = "role"
  ease    = 3
  attack  = ["T1611"]
  assumes = ["the containers run on these machines"]
  says    = "Code in {actor} is not kept from {target} by its container, and has the credentials of {role}"
}

technique "x-irsa" {
  title  = "role open to every pod"
  from   = "code"
  at     = ["k8s.workload"]
  target = "role"
  where {
    federates = "oidc.eks.*"
    claims    = { sub = "system:serviceaccount:default:default", aud = "sts.amazonaws.com" }
  }
  gains  = "identity"
  ease   = 4
  attack = ["T1078.004"]
  says   = "Code in {actor} can become {target}, because its trust does not say which service account of the cluster"
}

technique "x-eks-irsa" {
  title  = "role of a service account in a cluster that one rules"
  target = "role"
  where {
    federates = "oidc.eks.*"
    exists    = ["aws_eks_cluster"]
  }
  need "any" { actions = ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098.006", "T1610"]
  says   = "{actor} can make itself administrator of a cluster, start pods there as any service account and so become {target}"
}
