# Which kinds of element answer the calls of code to a service, by the word that the
# libraries of internal/gosystem use for it.

answers = {
  amqp           = ["queue"]
  athena         = ["store.warehouse"]
  azblob         = ["store.object"]
  azqueue        = ["queue"]
  aztables       = ["store.nosql"]
  bigquery       = ["store.warehouse"]
  cache          = ["store.cache"]
  cassandra      = ["store.nosql"]
  cosmosdb       = ["store.nosql"]
  datastore      = ["store.nosql"]
  dynamodb       = ["store.nosql"]
  elasticsearch  = ["store.search"]
  eventbridge    = ["queue", "topic", "stream"]
  eventhubs      = ["stream"]
  firehose       = ["stream"]
  firestore      = ["store.nosql"]
  gcs            = ["store.object"]
  grpc           = ["compute.container", "compute.vm", "gateway.lb", "k8s.workload"]
  http           = ["compute.container", "compute.function", "compute.vm", "external.saas", "gateway.api", "gateway.cdn", "gateway.lb", "k8s.ingress", "k8s.workload", "queue", "store.object", "topic"]
  kafka          = ["stream"]
  keyvault       = ["secret_store", "kms_key"]
  kinesis        = ["stream"]
  kms            = ["kms_key"]
  lambda         = ["compute.function"]
  memcached      = ["store.cache"]
  mongodb        = ["store.nosql"]
  object         = ["store.object"]
  opensearch     = ["store.search"]
  pubsub         = ["topic", "queue"]
  queue          = ["queue", "topic", "stream"]
  rdsdata        = ["store.sql"]
  redis          = ["store.cache"]
  s3             = ["store.object"]
  search         = ["store.search"]
  secretmanager  = ["secret_store"]
  secretsmanager = ["secret_store"]
  servicebus     = ["queue", "topic"]
  sfn            = ["compute.batch", "compute.function"]
  sns            = ["topic"]
  spanner        = ["store.sql"]
  sql            = ["store.sql", "store.warehouse"]
  sqs            = ["queue"]
  ssm            = ["secret_store"]
}

# Settings that say nothing about which program reads them, because every program
# reads them or every place sets them.
common = [
  "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
  "DEBUG", "ENV", "ENVIRONMENT", "GOOGLE_CLOUD_PROJECT", "HOME", "HOST", "HOSTNAME", "LOG_LEVEL", "PATH", "PORT", "STAGE",
  "TMPDIR", "TZ", "USER",
]

# Services that somebody else runs, whoever calls them.
foreign = ["anthropic", "genai", "github", "openai", "sendgrid", "sentry", "slack", "stripe"]

# The last parts of host names that are of a network of one's own, of a machine or
# of an example. https://www.rfc-editor.org/rfc/rfc6761, https://www.rfc-editor.org/rfc/rfc6762
own = ["corp", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain", "localhost", "private", "svc", "test"]
