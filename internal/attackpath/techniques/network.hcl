# From a place inside the network to what it reaches there.

technique "net-store" {
  title     = "store that the network and a password open"
  from      = "code"
  also_from = ["host"]
  target    = "reachable"
  kinds     = ["store.sql", "store.nosql", "store.warehouse", "store.cache", "store.search"]
  where { configured = true }
  gains   = "reads"
  ease    = 3
  attack  = ["T1021", "T1552.001", "T1213"]
  assumes = ["the secret in the settings opens the store that they name"]
  says    = "{who} can connect to {target}, which the network allows, and log in with the secret in its settings"
}

technique "net-store-secret" {
  title     = "store that the network and a secret from elsewhere open"
  from      = "code"
  also_from = ["host"]
  target    = "opened"
  kinds     = ["store.sql", "store.nosql", "store.warehouse", "store.cache", "store.search"]
  gains     = "reads"
  ease      = 3
  attack    = ["T1021", "T1555.006", "T1213"]
  says      = "{who} can connect to {target}, which the network allows, and log in with what {via} holds"
}

technique "net-open-store" {
  title     = "store that asks nobody for a password"
  from      = "code"
  also_from = ["host", "network"]
  target    = "reachable"
  kinds     = ["store.sql", "store.nosql", "store.cache"]
  where {
    fact "authn_required" { value = false }
  }
  gains  = "reads"
  ease   = 4
  attack = ["T1021", "T1213"]
  says   = "{who} can connect to {target}, which the network allows and which asks nobody for a password"
}

technique "net-host" {
  title     = "next machine with its key"
  from      = "code"
  also_from = ["host"]
  target    = "opened"
  kinds     = ["compute.vm"]
  ports     = [22, 3389, 5985, 5986]
  gains     = "code"
  ease      = 3
  attack    = ["T1021.001", "T1021.004", "T1021.006", "T1552.004"]
  assumes   = ["the copy of the key is that of the private half"]
  says      = "{who} can sign in to {target}, which the network allows, with the key in {via}"
}

technique "net-injection" {
  title     = "code in a service inside the network"
  from      = "code"
  also_from = ["host", "network"]
  target    = "inner"
  weakness  = ["command_injection", "template_injection", "code_injection", "unsafe_deserialization"]
  gains     = "code"
  ease      = 3
  attack    = ["T1210", "T1059"]
  says      = "{who} can call {target}, which the network allows, and make it run commands of their choice, because what a caller sends becomes part of a command"
}

technique "net-sql" {
  title     = "statements in a service inside the network"
  from      = "code"
  also_from = ["host", "network"]
  target    = "inner"
  weakness  = ["sql_injection"]
  gains     = "statements"
  ease      = 3
  attack    = ["T1210"]
  says      = "{who} can call {target}, which the network allows, and make it send statements of their choice to its database, because what a caller sends becomes part of a statement"
}

technique "net-unasked" {
  title     = "service inside the network that asks nobody for a login"
  from      = "code"
  also_from = ["host", "network"]
  target    = "inner"
  weakness  = ["missing_authn"]
  gains     = "users"
  ease      = 4
  attack    = ["T1210"]
  says      = "{who} can use {target}, which the network allows, because it does not ask who is calling"
}

technique "forged-injection" {
  title    = "code in a service inside the network, by forged requests"
  from     = "requests"
  target   = "inner"
  weakness = ["command_injection", "template_injection", "code_injection"]
  gains    = "code"
  ease     = 2
  attack   = ["T1210", "T1059"]
  says     = "{who} get to {target}, which the network allows, and make it run commands of the attacker's choice, because what a caller sends becomes part of a command"
}

technique "forged-unasked" {
  title    = "service inside the network that asks nobody for a login, by forged requests"
  from     = "requests"
  target   = "inner"
  weakness = ["missing_authn"]
  gains    = "users"
  ease     = 3
  attack   = ["T1210"]
  says     = "{who} get to {target}, which the network allows and which does not ask who is calling"
}

technique "net-workload" {
  title  = "flaw in a program that another network reaches"
  from   = "network"
  target = "reachable"
  kinds  = ["compute.vm", "compute.function", "compute.container"]
  where { unread = true }
  gains   = "code"
  ease    = 2
  attack  = ["T1199", "T1210"]
  assumes = ["a flaw in the program on it lets a caller run code"]
  says    = "{who} can reach {target}; should its program have a flaw, they run code there"
}

# Rights to run code on what stands in a network are ways into that network.

technique "net-session" {
  title        = "session on a machine inside the network"
  target       = "element"
  technologies = ["aws_instance", "aws_spot_instance_request"]
  where {
    networked = true
    role_may  = "ssm:UpdateInstanceInformation"
  }
  need "target" { any = ["ssm:StartSession", "ssm:SendCommand"] }
  gains  = "host"
  ease   = 4
  attack = ["T1021.007"]
  says   = "{actor} can open a session on {target} and so act from where it stands in the network"
}

technique "net-exec" {
  title        = "command in a container inside the network"
  target       = "element"
  technologies = ["aws_ecs_service"]
  where {
    networked = true
    fact "remote_commands" { value = true }
  }
  need "any" {
    actions = ["ecs:ExecuteCommand"]
    context = { "ecs:cluster" = "{parent}" }
  }
  gains  = "host"
  ease   = 3
  attack = ["T1609"]
  says   = "{actor} can run commands in the containers of {target} and so act from where they stand in the network"
}

technique "net-code" {
  title  = "code of a function inside the network"
  target = "element"
  kinds  = ["compute.function"]
  where {
    networked = true
    driven    = true
    fact "code_signed" { value = false }
  }
  need "target" { actions = ["lambda:UpdateFunctionCode"] }
  gains  = "host"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can replace the code of {target} and so act from where it stands in the network"
}
