technique "x-container-node" {
  finds "two hops" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet", "eks" = "internal" }
    counts   = { "nodegroup#metadata_hop_limit" = 2 }
  }
  silent "one hop" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet", "eks" = "internal" }
    counts   = { "nodegroup#metadata_hop_limit" = 1 }
  }
  silent "only files can be read" {
    from     = "internet"
    weakness = "path_traversal"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet", "eks" = "internal" }
    counts   = { "nodegroup#metadata_hop_limit" = 2 }
  }
}

technique "x-container-node-v1" {
  finds "no session token" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet", "eks" = "internal" }
    facts    = { "nodegroup#metadata_token_required" = false }
  }
  silent "a session token" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet", "eks" = "internal" }
    facts    = { "nodegroup#metadata_token_required" = true }
  }
}

technique "x-container-escape" {
  finds "a privileged container" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet", "eks" = "internal", "nodegroup" = "internal" }
    facts    = { "idle-workload#privileged" = true }
  }
  silent "a container like others" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet", "eks" = "internal", "nodegroup" = "internal" }
    facts    = { "idle-workload#privileged" = false }
  }
}

technique "x-irsa" {
  finds "any service account" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet" }
    provider = "oidc.eks.eu-west-1.amazonaws.com/id/AB"
  }
  finds "any of any namespace" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet" }
    provider = "oidc.eks.eu-west-1.amazonaws.com/id/AB"
    claims   = "system:serviceaccount:*"
  }
  silent "one service account" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-workload"
    exposure = { "handler" = "internet" }
    provider = "oidc.eks.eu-west-1.amazonaws.com/id/AB"
    claims   = "system:serviceaccount:shop:api"
  }
  silent "code that is in no cluster" {
    from     = "internet"
    weakness = "command_injection"
    on_host  = "idle-machine"
    exposure = { "handler" = "internet" }
    provider = "oidc.eks.eu-west-1.amazonaws.com/id/AB"
  }
}

technique "x-eks-irsa" {
  finds "one that may make itself administrator" {
    allow    = ["eks:*"]
    provider = "oidc.eks.eu-west-1.amazonaws.com/id/AB"
    claims   = "system:serviceaccount:shop:api"
  }
  silent "one that may only look" {
    allow    = ["eks:Describe*"]
    provider = "oidc.eks.eu-west-1.amazonaws.com/id/AB"
  }
  silent "a role that trusts another issuer" {
    allow    = ["eks:*"]
    provider = "token.example.com"
  }
}
