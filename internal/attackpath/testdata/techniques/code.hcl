technique "request-forgery" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internal" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
    facts    = { "machine#metadata_token_required" = false }
  }
}

technique "code-injection" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internal" }
  }
  silent "another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
  }
}

technique "file-read" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internet" }
    on_host  = "function"
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internal" }
    on_host  = "function"
  }
  silent "another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
    on_host  = "function"
  }
}

technique "sql-injection" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internet" }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internal" }
  }
  silent "another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
  }
}

technique "sql-store" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internet" }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internal" }
  }
  silent "a program that talks to no database" {
    from     = "internet"
    weakness = "sql_injection"
    exposure = { "handler" = "internet" }
    without  = ["database"]
  }
}

technique "code-stores" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
    without  = ["role.victim"]
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internal" }
    without  = ["role.victim"]
  }
  silent "a program that talks to no database" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
    without  = ["role.victim", "database"]
  }
}

technique "x-code-role" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internal" }
  }
  silent "a program without a role" {
    from     = "internet"
    weakness = "command_injection"
    exposure = { "handler" = "internet" }
    without  = ["role.victim"]
  }
}

technique "x-imds" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internal" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "a token is required" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    facts    = { "machine#metadata_token_required" = true }
  }
  silent "nobody knows" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    facts    = {}
  }
}

technique "x-ecs-creds" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    on_host  = "service"
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internal" }
    on_host  = "service"
  }
  silent "a function" {
    from     = "internet"
    weakness = "request_forgery"
    exposure = { "handler" = "internet" }
    on_host  = "function"
  }
}

technique "x-environ" {
  finds "a handler that the internet reaches" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internet" }
    on_host  = "function"
  }
  silent "one that it does not reach" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internal" }
    on_host  = "function"
  }
  silent "a machine" {
    from     = "internet"
    weakness = "path_traversal"
    exposure = { "handler" = "internet" }
    on_host  = "machine"
  }
}

technique "x-workload" {
  finds "a public program that nobody can read" {
    from     = "internet"
    exposure = { "function" = "internet" }
  }
  silent "a program that the internet does not reach" {
    from     = "internet"
    exposure = { "function" = "internal" }
  }
  silent "a program whose sources are here" {
    from     = "internet"
    exposure = { "machine" = "internet" }
  }
}
