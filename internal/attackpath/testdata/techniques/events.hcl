# The program runs on function, and works on what comes by a queue, a topic or a bus.

technique "x-sns-sqs-trigger" {
  finds "a queue that a weak program works on" {
    allow    = ["sqs:SendMessage"]
    weakness = "command_injection"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
  }
  finds "a topic" {
    allow    = ["sns:Publish"]
    weakness = "command_injection"
    on_host  = "function"
    feeds    = { "topic" = "sns:Publish" }
  }
  finds "a rule of the account's own bus, which is nowhere in the sources" {
    allow    = ["events:PutEvents"]
    weakness = "command_injection"
    on_host  = "function"
    feeds    = { "rule" = "events:PutEvents" }
  }
  finds "a queue that a weak program asks for messages" {
    allow    = ["sqs:SendMessage"]
    weakness = "command_injection"
    on_host  = "function"
    takes    = { "queue" = "sqs:ReceiveMessage" }
  }
  silent "a queue that it only sends to" {
    allow    = ["sqs:SendMessage"]
    weakness = "command_injection"
    on_host  = "function"
    takes    = { "queue" = "sqs:SendMessage" }
  }
  silent "a rule that takes no events of callers" {
    allow    = ["events:PutEvents"]
    weakness = "command_injection"
    on_host  = "function"
    feeds    = { "rule" = "" }
  }
  silent "the right on another queue" {
    allow    = ["sqs:SendMessage"]
    weakness = "command_injection"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
    on       = "topic"
  }
  silent "the right to another source of that service" {
    allow    = ["sqs:SendMessage"]
    weakness = "command_injection"
    on_host  = "function"
    feeds    = { "topic" = "sns:Publish" }
  }
  silent "a program without that weakness" {
    allow    = ["sqs:SendMessage"]
    weakness = "open_redirect"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
  }
  silent "a queue that feeds nobody" {
    allow    = ["sqs:SendMessage"]
    weakness = "command_injection"
    on_host  = "function"
    feeds    = {}
  }
  silent "a Deny" {
    allow    = ["sqs:SendMessage"]
    weakness = "command_injection"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
    deny     = ["sqs:SendMessage"]
  }
}

technique "x-trigger-requests" {
  finds "a queue that a weak program works on" {
    allow    = ["sqs:SendMessage"]
    weakness = "request_forgery"
    on_host  = "machine"
    feeds    = { "queue" = "sqs:SendMessage" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "a program without that weakness" {
    allow    = ["sqs:SendMessage"]
    weakness = "open_redirect"
    on_host  = "machine"
    feeds    = { "queue" = "sqs:SendMessage" }
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "a queue that feeds nobody" {
    allow    = ["sqs:SendMessage"]
    weakness = "request_forgery"
    on_host  = "machine"
    feeds    = {}
    facts    = { "machine#metadata_token_required" = false }
  }
  silent "a Deny" {
    allow    = ["sqs:SendMessage"]
    weakness = "request_forgery"
    on_host  = "machine"
    feeds    = { "queue" = "sqs:SendMessage" }
    facts    = { "machine#metadata_token_required" = false }
    deny     = ["sqs:SendMessage"]
  }
}

technique "x-trigger-files" {
  finds "a queue that a weak program works on" {
    allow    = ["sqs:SendMessage"]
    weakness = "path_traversal"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
  }
  silent "a program without that weakness" {
    allow    = ["sqs:SendMessage"]
    weakness = "open_redirect"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
  }
  silent "a queue that feeds nobody" {
    allow    = ["sqs:SendMessage"]
    weakness = "path_traversal"
    on_host  = "function"
    feeds    = {}
  }
  silent "a Deny" {
    allow    = ["sqs:SendMessage"]
    weakness = "path_traversal"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
    deny     = ["sqs:SendMessage"]
  }
}

technique "x-trigger-statements" {
  finds "a queue that a weak program works on" {
    allow    = ["sqs:SendMessage"]
    weakness = "sql_injection"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
  }
  silent "a program without that weakness" {
    allow    = ["sqs:SendMessage"]
    weakness = "open_redirect"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
  }
  silent "a queue that feeds nobody" {
    allow    = ["sqs:SendMessage"]
    weakness = "sql_injection"
    on_host  = "function"
    feeds    = {}
  }
  silent "a Deny" {
    allow    = ["sqs:SendMessage"]
    weakness = "sql_injection"
    on_host  = "function"
    feeds    = { "queue" = "sqs:SendMessage" }
    deny     = ["sqs:SendMessage"]
  }
}
