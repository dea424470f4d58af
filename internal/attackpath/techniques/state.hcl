# The state of a configuration: it holds all secrets in plain text, and what it
# says is done at the next apply.

technique "x-state-read" {
  title      = "state in a store read"
  target     = "code_from"
  kinds      = ["ci.state"]
  attributes = ["backend"]
  via { kinds = ["store.object"] }
  where { worth = true }
  need "via" { content = "read" }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} may read {via}, and so {target}, in which secrets stand in plain text"
}

technique "x-state-write" {
  title  = "state of a configuration changed"
  target = "element"
  kinds  = ["ci.state"]
  need "target" { content = "write" }
  gains   = "admin"
  of      = "account"
  ease    = 2
  attack  = ["T1195.002", "T1565.001"]
  assumes = ["the configuration is applied again, by an administrator"]
  says    = "{actor} may change {target}, and so have its own code run by whoever applies the configuration next"
}

technique "x-state-write-store" {
  title      = "state in a store changed"
  target     = "code_from"
  kinds      = ["ci.state"]
  attributes = ["backend"]
  via { kinds = ["store.object"] }
  need "via" { content = "write" }
  gains   = "admin"
  of      = "account"
  ease    = 2
  attack  = ["T1195.002", "T1565.001"]
  assumes = ["the configuration is applied again, by an administrator"]
  says    = "{actor} may change {via}, and so {target}, and have its own code run by whoever applies the configuration next"
}
