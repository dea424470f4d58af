# A handler, the store behind it, and a name that somebody may claim.

technique "unasked" {
  finds "a handler that asks nobody who they are" {
    from     = "internet"
    weakness = "missing_authn"
    exposure = { "handler" = "internet" }
    flows    = { "handler" = "bucket" }
    data     = "bucket"
  }
  silent "one that the internet does not reach" {
    from     = "internet"
    weakness = "missing_authn"
    exposure = { "handler" = "internal" }
    flows    = { "handler" = "bucket" }
    data     = "bucket"
  }
  silent "one that fetches nothing of worth, though its neighbours do" {
    from     = "internet"
    weakness = "missing_authn"
    exposure = { "handler" = "internet" }
    flows    = { "program" = "bucket" }
    data     = "bucket"
  }
}

technique "unchecked" {
  finds "a handler that gives anyone's records to who has signed in" {
    from     = "internet"
    weakness = "owner_check"
    exposure = { "handler" = "internet" }
    flows    = { "handler" = "bucket" }
    data     = "bucket"
  }
  silent "one that has another weakness" {
    from     = "internet"
    weakness = "open_redirect"
    exposure = { "handler" = "internet" }
    flows    = { "handler" = "bucket" }
    data     = "bucket"
  }
}

technique "users-store" {
  finds "the store behind a handler" {
    from     = "internet"
    weakness = "missing_authn"
    exposure = { "handler" = "internet" }
    flows    = { "handler" = "bucket" }
    data     = "bucket"
  }
  silent "a store that the handler does not use" {
    from     = "internet"
    weakness = "missing_authn"
    exposure = { "handler" = "internet" }
    flows    = { "handler" = "bucket" }
    data     = "database"
  }
}

technique "users-behind" {
  finds "the store of the program behind a front" {
    from    = "internet"
    facts   = { "record#dangling" = true }
    names   = { "record" = "old.example.com" }
    trusted = { "guests" = "https://*.example.com" }
    flows   = { "guests" = "handler", "handler" = "bucket" }
    data    = "bucket"
  }
  silent "a program that has no store of worth" {
    from    = "internet"
    facts   = { "record#dangling" = true }
    names   = { "record" = "old.example.com" }
    trusted = { "guests" = "https://*.example.com" }
    flows   = { "guests" = "handler", "handler" = "bucket" }
    data    = "database"
  }
}

technique "dangling-name" {
  finds "a name that a login is sent to" {
    from    = "internet"
    facts   = { "record#dangling" = true }
    names   = { "record" = "old.example.com" }
    trusted = { "guests" = "https://old.example.com:8443/callback" }
    flows   = { "guests" = "bucket" }
    data    = "bucket"
  }
  silent "a name that points at something of the owner's" {
    from    = "internet"
    facts   = { "record#dangling" = false }
    names   = { "record" = "old.example.com" }
    trusted = { "guests" = "https://old.example.com:8443/callback" }
    flows   = { "guests" = "bucket" }
    data    = "bucket"
  }
}

technique "trusted-name" {
  finds "a whole domain that is trusted" {
    from    = "internet"
    facts   = { "record#dangling" = true }
    names   = { "record" = "old.shop.example.com." }
    trusted = { "guests" = "https://*.example.com" }
    flows   = { "guests" = "bucket" }
    data    = "bucket"
  }
  silent "another name that is trusted" {
    from    = "internet"
    facts   = { "record#dangling" = true }
    names   = { "record" = "old.example.com" }
    trusted = { "guests" = "https://www.example.com" }
    flows   = { "guests" = "bucket" }
    data    = "bucket"
  }
  silent "a domain that only ends alike" {
    from    = "internet"
    facts   = { "record#dangling" = true }
    names   = { "record" = "old.badexample.com" }
    trusted = { "guests" = "https://*.example.com" }
    flows   = { "guests" = "bucket" }
    data    = "bucket"
  }
  silent "everybody that is trusted, which needs no name" {
    from    = "internet"
    facts   = { "record#dangling" = true }
    names   = { "record" = "old.example.com" }
    trusted = { "guests" = "*" }
    flows   = { "guests" = "bucket" }
    data    = "bucket"
  }
}
