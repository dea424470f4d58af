# What somebody may put into a queue, a topic, a stream or a store, and a program
# works on that has a weakness.

technique "x-sns-sqs-trigger" {
  title    = "commands in a message"
  target   = "fed"
  weakness = ["command_injection", "template_injection", "code_injection", "unsafe_deserialization"]
  via {
    kinds   = ["queue", "store.nosql", "store.object", "stream", "topic"]
    fetched = ["sqs:ReceiveMessage", "kinesis:GetRecords"]
  }
  need "source" { any = ["sqs:SendMessage", "sns:Publish", "s3:PutObject", "events:PutEvents", "kinesis:PutRecord", "kinesis:PutRecords", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"] }
  gains  = "code"
  ease   = 3
  attack = ["T1059", "T1648"]
  says   = "{actor} may put what it wants into {via}, which {target} works on, and make it run commands of their choice, because what a message says becomes part of a command"
}

technique "x-trigger-requests" {
  title    = "requests in a message"
  target   = "fed"
  weakness = ["request_forgery"]
  via {
    kinds   = ["queue", "store.nosql", "store.object", "stream", "topic"]
    fetched = ["sqs:ReceiveMessage", "kinesis:GetRecords"]
  }
  need "source" { any = ["sqs:SendMessage", "sns:Publish", "s3:PutObject", "events:PutEvents", "kinesis:PutRecord", "kinesis:PutRecords", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"] }
  gains  = "requests"
  ease   = 3
  attack = ["T1090", "T1648"]
  says   = "{actor} may put what it wants into {via}, which {target} works on, and make it fetch an address of their choice, because what a message says decides where it connects to"
}

technique "x-trigger-files" {
  title    = "files in a message"
  target   = "fed"
  weakness = ["path_traversal"]
  via {
    kinds   = ["queue", "store.nosql", "store.object", "stream", "topic"]
    fetched = ["sqs:ReceiveMessage", "kinesis:GetRecords"]
  }
  need "source" { any = ["sqs:SendMessage", "sns:Publish", "s3:PutObject", "events:PutEvents", "kinesis:PutRecord", "kinesis:PutRecords", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"] }
  gains  = "files"
  ease   = 3
  attack = ["T1083", "T1648"]
  says   = "{actor} may put what it wants into {via}, which {target} works on, and make it open a file of their choice, because what a message says decides the path"
}

technique "x-trigger-statements" {
  title    = "statements in a message"
  target   = "fed"
  weakness = ["sql_injection"]
  via {
    kinds   = ["queue", "store.nosql", "store.object", "stream", "topic"]
    fetched = ["sqs:ReceiveMessage", "kinesis:GetRecords"]
  }
  need "source" { any = ["sqs:SendMessage", "sns:Publish", "s3:PutObject", "events:PutEvents", "kinesis:PutRecord", "kinesis:PutRecords", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"] }
  gains  = "statements"
  ease   = 3
  attack = ["T1213", "T1648"]
  says   = "{actor} may put what it wants into {via}, which {target} works on, and make it send statements of their choice to its database, because what a message says becomes part of a statement"
}
