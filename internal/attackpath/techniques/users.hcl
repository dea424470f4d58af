# Doing what those do whom a program serves.

technique "unasked" {
  title    = "what nobody asks a login for"
  from     = "internet"
  target   = "weak"
  weakness = ["missing_authn"]
  gains    = "users"
  ease     = 4
  attack   = ["T1190"]
  says     = "Anyone on the internet can use {target}, because it does not ask who is calling"
}

technique "unchecked" {
  title    = "records of others"
  from     = "internet"
  target   = "weak"
  weakness = ["missing_authz", "owner_check"]
  gains    = "users"
  ease     = 3
  attack   = ["T1190"]
  assumes  = ["the attacker has an account with the service"]
  says     = "Anyone on the internet who has signed in can use {target} as if they were someone else, because it does not ask whose record it is"
}

technique "users-store" {
  title  = "what the program fetches for its users"
  from   = "users"
  target = "flows"
  kinds  = ["store.cache", "store.file", "store.nosql", "store.object", "store.search", "store.sql", "store.warehouse"]
  gains  = "reads"
  ease   = 4
  attack = ["T1213"]
  says   = "{actor} fetches what it answers with from {target}"
}

technique "users-behind" {
  title  = "program behind what users call"
  from   = "users"
  target = "flows"
  kinds  = ["compute.container", "compute.function", "compute.vm", "gateway.api", "gateway.cdn", "gateway.lb", "go.handler", "go.service"]
  gains  = "users"
  ease   = 4
  says   = "{actor} hands requests on to {target}"
}

technique "dangling-name" {
  title  = "name that points at nothing of the owner's"
  from   = "internet"
  target = "element"
  kinds  = ["dns.record"]
  where {
    fact "dangling" { value = true }
  }
  gains   = "changes"
  ease    = 3
  attack  = ["T1584.001"]
  assumes = ["nobody else holds the address that the name points at"]
  says    = "Anyone on the internet can claim the address that {target} points at, and so serve pages under that name, because nothing here owns it"
}

technique "trusted-name" {
  title  = "logins sent to a trusted name"
  from   = "changes"
  target = "trusting"
  gains  = "users"
  ease   = 3
  attack = ["T1528", "T1539"]
  says   = "{target} trusts pages under the name of {actor}, and so gives the logins of users to whoever serves them"
}
