technique "net-store" {
  finds "the settings name the store and hold a password, and the network lets the machine in" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", database = "data" }
    lets     = { data = "app" }
    settings = { idle-machine = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
    without  = ["role.victim"]
  }
  silent "the store's rules let others in" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", database = "data" }
    lets     = { data = "jobs" }
    settings = { idle-machine = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
    without  = ["role.victim"]
  }
  silent "the settings hold no password" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", database = "data" }
    lets     = { data = "app" }
    settings = { idle-machine = { DB_HOST = "database" } }
    data     = "database"
    without  = ["role.victim"]
  }
  silent "the settings name another store" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", database = "data" }
    lets     = { data = "app" }
    settings = { idle-machine = { DB_HOST = "bucket", DB_PASSWORD = "" } }
    data     = "database"
    without  = ["role.victim"]
  }
}

technique "net-store-secret" {
  finds "the machine's role reads the secret that opens the store" {
    from     = "internet"
    exposure = { machine = "internet" }
    on_host  = "idle-machine"
    reader   = "machine"
    places   = { machine = "app", database = "data" }
    lets     = { data = "app" }
    opens    = { database = "key" }
    data     = "database"
  }
  silent "nothing that the machine may read opens the store" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", database = "data" }
    lets     = { data = "app" }
    opens    = { database = "key" }
    data     = "database"
    without  = ["role.victim"]
  }
  silent "the network keeps the machine out" {
    from     = "internet"
    exposure = { machine = "internet" }
    on_host  = "idle-machine"
    reader   = "machine"
    places   = { machine = "app", database = "data" }
    lets     = { data = "jobs" }
    opens    = { database = "key" }
    data     = "database"
  }
}

technique "net-open-store" {
  finds "the cache asks for no password" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", cache = "data" }
    lets     = { data = "app" }
    facts    = { "cache#authn_required" = false }
    data     = "cache"
    without  = ["role.victim"]
  }
  finds "from another network" {
    from    = "office"
    places  = { cache = "data" }
    outside = "data"
    facts   = { "cache#authn_required" = false }
    data    = "cache"
    without = ["role.victim"]
  }
  silent "it asks for one" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", cache = "data" }
    lets     = { data = "app" }
    facts    = { "cache#authn_required" = true }
    data     = "cache"
    without  = ["role.victim"]
  }
  silent "nobody knows whether it asks for one" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", cache = "data" }
    lets     = { data = "app" }
    data     = "cache"
    without  = ["role.victim"]
  }
  silent "the network keeps the machine out" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    places   = { idle-machine = "app", cache = "data" }
    lets     = { data = "jobs" }
    facts    = { "cache#authn_required" = false }
    data     = "cache"
    without  = ["role.victim"]
  }
}

technique "net-host" {
  finds "the machine's role reads the key of the next one, which lets it sign in" {
    from     = "internet"
    exposure = { function = "internet" }
    reader   = "function"
    places   = { function = "app", nodes = "inner" }
    lets     = { inner = "app:ssh" }
    opens    = { nodes = "key" }
    on       = "nodes"
    data     = "database"
  }
  silent "only its pages can be got at" {
    from     = "internet"
    exposure = { function = "internet" }
    reader   = "function"
    places   = { function = "app", nodes = "inner" }
    lets     = { inner = "app:web" }
    opens    = { nodes = "key" }
    on       = "nodes"
    data     = "database"
  }
  silent "another key opens it" {
    from     = "internet"
    exposure = { function = "internet" }
    reader   = "function"
    places   = { function = "app", nodes = "inner" }
    lets     = { inner = "app:ssh" }
    on       = "nodes"
    data     = "database"
  }
}

technique "net-injection" {
  finds "a machine calls a weak service inside" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    on_host  = "machine"
    weakness = "command_injection"
    places   = { idle-machine = "app", machine = "inner" }
    lets     = { inner = "app:web" }
  }
  finds "another network calls it" {
    from     = "office"
    on_host  = "machine"
    weakness = "command_injection"
    places   = { machine = "inner" }
    outside  = "inner"
  }
  silent "the network keeps the machine out" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    on_host  = "machine"
    weakness = "command_injection"
    places   = { idle-machine = "app", machine = "inner" }
    lets     = { inner = "jobs" }
  }
  silent "another network is kept out" {
    from     = "office"
    on_host  = "machine"
    weakness = "command_injection"
    places   = { machine = "inner", idle-machine = "app" }
    outside  = "app"
  }
}

technique "net-sql" {
  finds "a machine calls a service inside that talks to a database" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    on_host  = "machine"
    weakness = "sql_injection"
    places   = { idle-machine = "app", machine = "inner" }
    lets     = { inner = "app" }
  }
  silent "the network keeps the machine out" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    on_host  = "machine"
    weakness = "sql_injection"
    places   = { idle-machine = "app", machine = "inner" }
  }
}

technique "net-unasked" {
  finds "a machine uses a service inside that asks nobody" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    on_host  = "machine"
    weakness = "missing_authn"
    places   = { idle-machine = "app", machine = "inner" }
    lets     = { inner = "app" }
    flows    = { handler = "database" }
    data     = "database"
  }
  silent "the network keeps the machine out" {
    from     = "internet"
    exposure = { idle-machine = "internet" }
    on_host  = "machine"
    weakness = "missing_authn"
    places   = { idle-machine = "app", machine = "inner" }
    flows    = { handler = "database" }
    data     = "database"
  }
}

technique "net-workload" {
  finds "another network reaches a machine" {
    from    = "office"
    places  = { nodes = "inner" }
    outside = "inner"
  }
  silent "it is kept out" {
    from    = "office"
    places  = { nodes = "inner", idle-machine = "app" }
    outside = "app"
    without = ["role.victim"]
  }
}

technique "forged-injection" {
  finds "forged requests get to a weak service inside" {
    from     = "internet"
    forger   = "idle-machine"
    on_host  = "machine"
    weakness = "command_injection"
    places   = { idle-machine = "app", machine = "inner" }
    lets     = { inner = "app:web" }
  }
  silent "the network keeps them out" {
    from     = "internet"
    forger   = "idle-machine"
    on_host  = "machine"
    weakness = "command_injection"
    places   = { idle-machine = "app", machine = "inner" }
    lets     = { inner = "jobs" }
  }
}

technique "forged-unasked" {
  finds "forged requests get to a service inside that asks nobody" {
    from     = "internet"
    forger   = "idle-machine"
    on_host  = "machine"
    weakness = "missing_authn"
    places   = { idle-machine = "app", machine = "inner" }
    lets     = { inner = "app:web" }
    flows    = { handler = "database" }
    data     = "database"
  }
  silent "the network keeps them out" {
    from     = "internet"
    forger   = "idle-machine"
    on_host  = "machine"
    weakness = "missing_authn"
    places   = { idle-machine = "app", machine = "inner" }
    flows    = { handler = "database" }
    data     = "database"
  }
}

technique "net-session" {
  finds "a user opens a session on a machine that reaches the store" {
    allow    = ["ssm:StartSession"]
    on       = "machine"
    places   = { machine = "app", database = "data" }
    lets     = { data = "app" }
    settings = { machine = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
  silent "on another machine" {
    allow    = ["ssm:StartSession"]
    on       = "idle-machine"
    places   = { machine = "app", database = "data" }
    lets     = { data = "app" }
    settings = { machine = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
  silent "the network keeps the machine out" {
    allow    = ["ssm:StartSession"]
    on       = "machine"
    places   = { machine = "app", database = "data" }
    lets     = { data = "jobs" }
    settings = { machine = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
}

technique "net-exec" {
  finds "a user runs a command in a container that reaches the store" {
    allow    = ["ecs:ExecuteCommand"]
    facts    = { "service#remote_commands" = true }
    places   = { service = "app", database = "data" }
    lets     = { data = "app" }
    settings = { service = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
  silent "commands are off" {
    allow    = ["ecs:ExecuteCommand"]
    facts    = { "service#remote_commands" = false }
    places   = { service = "app", database = "data" }
    lets     = { data = "app" }
    settings = { service = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
  silent "the network keeps the container out" {
    allow    = ["ecs:ExecuteCommand"]
    facts    = { "service#remote_commands" = true }
    places   = { service = "app", database = "data" }
    settings = { service = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
}

technique "net-code" {
  finds "a user replaces a function that reaches the store" {
    allow    = ["lambda:UpdateFunctionCode"]
    on       = "function"
    driven   = "function"
    places   = { function = "app", database = "data" }
    lets     = { data = "app" }
    settings = { function = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
  silent "the function is not to be changed" {
    allow    = ["lambda:UpdateFunctionCode"]
    deny     = ["lambda:UpdateFunctionCode"]
    driven   = "function"
    places   = { function = "app", database = "data" }
    lets     = { data = "app" }
    settings = { function = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
  silent "the network keeps the function out" {
    allow    = ["lambda:UpdateFunctionCode"]
    on       = "function"
    driven   = "function"
    places   = { function = "app", database = "data" }
    settings = { function = { DB_HOST = "database", DB_PASSWORD = "" } }
    data     = "database"
  }
}
