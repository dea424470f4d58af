# From a weakness in code to the credentials of what runs it.

technique "request-forgery" {
  title    = "requests of the attacker's choice"
  from     = "internet"
  target   = "weak"
  weakness = ["request_forgery"]
  gains    = "requests"
  ease     = 3
  attack   = ["T1190"]
  says     = "Anyone on the internet can make {target} fetch an address of their choice, because what a caller sends decides where it connects to"
}

technique "code-injection" {
  title    = "code of the attacker's choice"
  from     = "internet"
  target   = "weak"
  weakness = ["command_injection", "template_injection", "code_injection", "unsafe_deserialization"]
  gains    = "code"
  ease     = 3
  attack   = ["T1190", "T1059"]
  says     = "Anyone on the internet can make {target} run commands of their choice, because what a caller sends becomes part of a command"
}

technique "file-read" {
  title    = "files of the attacker's choice"
  from     = "internet"
  target   = "weak"
  weakness = ["path_traversal"]
  gains    = "files"
  ease     = 3
  attack   = ["T1190", "T1083"]
  says     = "Anyone on the internet can make {target} open a file of their choice, because what a caller sends decides the path"
}

technique "sql-injection" {
  title    = "statements of the attacker's choice"
  from     = "internet"
  target   = "weak"
  weakness = ["sql_injection"]
  gains    = "statements"
  ease     = 3
  attack   = ["T1190"]
  says     = "Anyone on the internet can make {target} send statements of their choice to its database, because what a caller sends becomes part of a statement"
}

technique "sql-store" {
  title  = "database behind the statements"
  from   = "statements"
  target = "flows"
  kinds  = ["store.sql", "store.warehouse"]
  gains  = "reads"
  ease   = 4
  attack = ["T1213"]
  says   = "The statements reach {target}, which {actor} talks to"
}

technique "code-stores" {
  title  = "stores that a program talks to"
  from   = "code"
  target = "flows"
  kinds  = ["store.sql", "store.nosql", "store.warehouse", "store.cache", "store.search", "store.file"]
  gains  = "reads"
  ease   = 4
  attack = ["T1213"]
  says   = "Code in {actor} reaches {target} with the login that the program has"
}

technique "x-code-role" {
  title  = "credentials of the program"
  from   = "code"
  target = "here"
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1552.005"]
  says   = "Code in {actor} has the credentials of {role}, which {host} runs as"
}

technique "x-imds" {
  title  = "credentials from the metadata service"
  from   = "requests"
  target = "here"
  kinds  = ["compute.vm"]
  where {
    fact "metadata_token_required" { value = false }
  }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1552.005"]
  says   = "The metadata service of {host} gives the credentials of {role} to anyone who can make it send a plain request, because it does not ask for a session token"
}

technique "x-ecs-creds" {
  title   = "credentials from the container's credential service"
  from    = "requests"
  target  = "here"
  kinds   = ["compute.container"]
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1552.005"]
  assumes = ["the attacker learns the random part of the credential address"]
  says    = "The credential service beside {host} gives the credentials of {role} to a plain request"
}

technique "x-environ" {
  title   = "credentials in the process's environment"
  from    = "files"
  target  = "here"
  kinds   = ["compute.function", "compute.container"]
  gains   = "identity"
  of      = "role"
  ease    = 3
  attack  = ["T1552.001"]
  assumes = ["the program may read its own environment as a file"]
  says    = "The environment of {host} leads to the credentials of {role}"
}

technique "x-workload" {
  title  = "flaw in a public program that is not in the sources"
  from   = "internet"
  target = "element"
  kinds  = ["compute.vm", "compute.function", "compute.container"]
  where {
    exposed = true
    unread  = true
  }
  gains   = "code"
  ease    = 2
  attack  = ["T1190"]
  assumes = ["a flaw in the program on it lets an outsider run code"]
  says    = "Anyone on the internet can reach {target}; should its program have a flaw, they run code there"
}
