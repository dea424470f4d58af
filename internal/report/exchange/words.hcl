# How the kinds of parts are called in other tools. A kind without an entry of its
# own has its family's. Threagile takes the parts that have a technology here:
# networks, names, lists of rights and the like are no assets in its eyes.

kind "ci" {
  threagile = "build-pipeline"
  machine   = "virtual"
}
kind "ci.state" {
  threagile = "file-server"
  type      = "datastore"
  machine   = "serverless"
}
kind "compute" {
  threagile = "application-server"
  machine   = "virtual"
}
kind "compute.batch" {
  threagile = "batch-processing"
  machine   = "virtual"
}
kind "compute.container" {
  threagile = "application-server"
  machine   = "container"
}
kind "compute.function" {
  threagile = "function"
  machine   = "serverless"
}
kind "external" {
  threagile = "unknown-technology"
  type      = "external-entity"
  machine   = "virtual"
}
kind "actor" {
  threagile = "client-system"
  type      = "external-entity"
  machine   = "physical"
}
kind "gateway" {
  threagile = "gateway"
  machine   = "serverless"
}
kind "gateway.lb" {
  threagile = "load-balancer"
  machine   = "serverless"
}
kind "gateway.cdn" {
  threagile = "reverse-proxy"
  machine   = "serverless"
}
kind "gateway.waf" {
  threagile = "waf"
  machine   = "serverless"
}
kind "go" {
  threagile = "application-server"
  machine   = "virtual"
}
kind "identity_provider" {
  threagile = "identity-provider"
  machine   = "serverless"
}
kind "k8s" {
  threagile = "application-server"
  machine   = "container"
}
kind "k8s.cluster" {
  threagile = "container-platform"
  machine   = "container"
}
kind "k8s.ingress" {
  threagile = "reverse-proxy"
  machine   = "container"
}
kind "kms_key" {
  threagile = "hsm"
  type      = "datastore"
  machine   = "serverless"
}
kind "log" {
  threagile = "monitoring"
  type      = "datastore"
  machine   = "serverless"
}
kind "log.detector" {
  threagile = "ids"
  type      = "process"
  machine   = "serverless"
}
kind "queue" {
  threagile = "message-queue"
  type      = "datastore"
  machine   = "serverless"
}
kind "secret_store" {
  threagile = "vault"
  type      = "datastore"
  machine   = "serverless"
}
kind "source_repo" {
  threagile = "sourcecode-repository"
  type      = "datastore"
  machine   = "serverless"
}
kind "store" {
  threagile = "file-server"
  type      = "datastore"
  machine   = "serverless"
}
kind "store.block" {
  threagile = "block-storage"
  type      = "datastore"
  machine   = "virtual"
}
kind "store.cache" {
  threagile = "database"
  type      = "datastore"
  machine   = "virtual"
}
kind "store.nosql" {
  threagile = "database"
  type      = "datastore"
  machine   = "serverless"
}
kind "store.registry" {
  threagile = "artifact-registry"
  type      = "datastore"
  machine   = "serverless"
}
kind "store.search" {
  threagile = "search-engine"
  type      = "datastore"
  machine   = "virtual"
}
kind "store.snapshot" {
  threagile = "block-storage"
  type      = "datastore"
  machine   = "virtual"
}
kind "store.sql" {
  threagile = "database"
  type      = "datastore"
  machine   = "virtual"
}
kind "store.warehouse" {
  threagile = "data-lake"
  type      = "datastore"
  machine   = "serverless"
}
kind "stream" {
  threagile = "stream-processing"
  machine   = "serverless"
}
kind "topic" {
  threagile = "message-queue"
  type      = "datastore"
  machine   = "serverless"
}

# STRIDE, as each tool writes it.
harm "spoofing" {
  threagile = "spoofing"
  dragon    = "Spoofing"
  otm       = "Spoofing"
}
harm "tampering" {
  threagile = "tampering"
  dragon    = "Tampering"
  otm       = "Tampering"
}
harm "repudiation" {
  threagile = "repudiation"
  dragon    = "Repudiation"
  otm       = "Repudiation"
}
harm "disclosure" {
  threagile = "information-disclosure"
  dragon    = "Information disclosure"
  otm       = "Information Disclosure"
}
harm "denial" {
  threagile = "denial-of-service"
  dragon    = "Denial of service"
  otm       = "Denial of Service"
}
harm "elevation" {
  threagile = "elevation-of-privilege"
  dragon    = "Elevation of privilege"
  otm       = "Elevation of Privilege"
}

# Threagile's words for protocols, plain and encrypted.
protocol "http" {
  plain     = "http"
  encrypted = "https"
}
protocol "https" {
  plain     = "https"
  encrypted = "https"
}
protocol "grpc" {
  plain     = "binary"
  encrypted = "binary-encrypted"
}
protocol "sql" {
  plain     = "sql-access-protocol"
  encrypted = "sql-access-protocol-encrypted"
}
protocol "ssh" {
  plain     = "ssh"
  encrypted = "ssh"
}
protocol "smtp" {
  plain     = "smtp"
  encrypted = "smtp-encrypted"
}
protocol "tcp" {
  plain     = "binary"
  encrypted = "binary-encrypted"
}
protocol "ldap" {
  plain     = "ldap"
  encrypted = "ldaps"
}
protocol "nfs" {
  plain     = "nfs"
  encrypted = "nfs"
}

# Threagile's words for the kinds of trust boundaries.
zone "ci" {
  threagile = "execution-environment"
}
zone "cluster" {
  threagile = "execution-environment"
}
zone "host" {
  threagile = "execution-environment"
}
zone "namespace" {
  threagile = "network-policy-namespace-isolation"
}
zone "network" {
  threagile = "network-virtual-lan"
}
zone "subnet" {
  threagile = "network-virtual-lan"
}
