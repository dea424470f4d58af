# What each end of a flow says of its encryption and of how callers prove who
# they are. Only what leaves no choice is here: a receiver that takes both leaves
# it to the sender, and nothing is known then.

# Protocols that are encrypted by themselves.
encrypted = ["amqps", "grpcs", "https", "ldaps", "mqtts", "rediss", "sftp", "ssh", "tls", "wss"]

# The SDKs of the clouds sign each request, or send a token with it, as the
# identity that the program runs as.
sender "iam" {
  services = [
    "athena", "azblob", "azqueue", "aztables", "bigquery", "datastore", "dynamodb", "eventbridge", "eventhubs", "firehose",
    "firestore", "gcs", "keyvault", "kinesis", "kms", "lambda", "pubsub", "rdsdata", "s3", "secretmanager", "secretsmanager",
    "servicebus", "sfn", "sns", "spanner", "sqs", "ssm",
  ]
}

# An address that comes out of a secret store has a login in it.
login "password" {
  services = ["amqp", "cache", "cassandra", "elasticsearch", "kafka", "mongodb", "opensearch", "redis", "search", "sql"]
}

receiver "tls_required" {
  is         = "true"
  encryption = "tls"
}

# Without encryption in transit such a cache has no port that offers it.
receiver "tls_required" {
  kinds      = ["store.cache"]
  is         = "false"
  encryption = "none"
}

receiver "authn_required" {
  kinds = ["store.cache", "store.search", "store.nosql", "stream", "queue"]
  is    = "false"
  authn = "none"
}

receiver "url_authn" {
  is    = "none"
  authn = "none"
}

receiver "url_authn" {
  is    = "iam"
  authn = "iam"
}

receiver "url_authn" {
  is    = "token"
  authn = "token"
}
