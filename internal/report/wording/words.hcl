# How reports call things. A kind is drawn as a process (something that works),
# a store (something that keeps), a gateway (something that lets through), a
# person (someone or something outside) or an identity (someone with rights).

kind "actor" {
  word  = "people outside"
  shape = "person"
}
kind "ci" {
  word  = "build pipeline"
  shape = "process"
}
kind "ci.runner" {
  word  = "machine that builds"
  shape = "process"
}
kind "ci.state" {
  word  = "Terraform's record"
  shape = "store"
}
kind "compute" {
  word  = "program"
  shape = "process"
}
kind "compute.batch" {
  word  = "machines for jobs"
  shape = "process"
}
kind "compute.container" {
  word  = "container"
  shape = "process"
}
kind "compute.function" {
  word  = "function"
  shape = "process"
}
kind "compute.vm" {
  word  = "machine"
  shape = "process"
}
kind "dns" {
  word  = "name on the internet"
  shape = "gateway"
}
kind "external" {
  word  = "service of others"
  shape = "person"
}
kind "gateway" {
  word  = "gateway"
  shape = "gateway"
}
kind "gateway.api" {
  word  = "gateway for programs"
  shape = "gateway"
}
kind "gateway.cdn" {
  word  = "content network"
  shape = "gateway"
}
kind "gateway.lb" {
  word  = "load balancer"
  shape = "gateway"
}
kind "gateway.waf" {
  word  = "web firewall"
  shape = "gateway"
}
kind "go" {
  word  = "Go code"
  shape = "process"
}
kind "go.handler" {
  word  = "Go code that answers"
  shape = "process"
}
kind "go.service" {
  word  = "Go program"
  shape = "process"
}
kind "iac" {
  word  = "configuration"
  shape = "process"
}
kind "iac.module" {
  word  = "module that is not here"
  shape = "process"
}
kind "identity" {
  word  = "identity"
  shape = "identity"
}
kind "identity.group" {
  word  = "group of identities"
  shape = "identity"
}
kind "identity.instance_profile" {
  word  = "role of a machine"
  shape = "identity"
}
kind "identity.policy" {
  word  = "list of rights"
  shape = "identity"
}
kind "identity.role" {
  word  = "role"
  shape = "identity"
}
kind "identity.service_account" {
  word  = "account of a program"
  shape = "identity"
}
kind "identity.managed_identity" {
  word  = "account of a program"
  shape = "identity"
}
kind "identity.federated" {
  word  = "identity from elsewhere"
  shape = "identity"
}
kind "identity.human" {
  word  = "person"
  shape = "identity"
}
kind "identity.user" {
  word  = "user"
  shape = "identity"
}
kind "identity_provider" {
  word  = "login service"
  shape = "identity"
}
kind "k8s" {
  word  = "workload"
  shape = "process"
}
kind "k8s.cluster" {
  word  = "cluster"
  shape = "process"
}
kind "k8s.ingress" {
  word  = "way into a cluster"
  shape = "gateway"
}
kind "k8s.namespace" {
  word  = "part of a cluster"
  shape = "gateway"
}
kind "kms_key" {
  word  = "encryption key"
  shape = "store"
}
kind "log" {
  word  = "log"
  shape = "store"
}
kind "log.detector" {
  word  = "detector of attacks"
  shape = "process"
}
kind "log.trail" {
  word  = "audit trail"
  shape = "store"
}
kind "network" {
  word  = "network"
  shape = "gateway"
}
kind "network.endpoint" {
  word  = "private way to a service"
  shape = "gateway"
}
kind "network.gateway" {
  word  = "way out of a network"
  shape = "gateway"
}
kind "network.interface" {
  word  = "network card"
  shape = "gateway"
}
kind "network.peering" {
  word  = "joined networks"
  shape = "gateway"
}
kind "network.rule" {
  word  = "firewall rules"
  shape = "gateway"
}
kind "network.subnet" {
  word  = "part of a network"
  shape = "gateway"
}
kind "org" {
  word  = "organisation"
  shape = "gateway"
}
kind "queue" {
  word  = "queue"
  shape = "store"
}
kind "secret_store" {
  word  = "secret"
  shape = "store"
}
kind "source_repo" {
  word  = "source code"
  shape = "store"
}
kind "store" {
  word  = "store"
  shape = "store"
}
kind "store.block" {
  word  = "disk"
  shape = "store"
}
kind "store.cache" {
  word  = "cache"
  shape = "store"
}
kind "store.file" {
  word  = "shared files"
  shape = "store"
}
kind "store.nosql" {
  word  = "database"
  shape = "store"
}
kind "store.object" {
  word  = "file store"
  shape = "store"
}
kind "store.registry" {
  word  = "store of program images"
  shape = "store"
}
kind "store.search" {
  word  = "search index"
  shape = "store"
}
kind "store.snapshot" {
  word  = "copy of a disk"
  shape = "store"
}
kind "store.sql" {
  word  = "database"
  shape = "store"
}
kind "store.warehouse" {
  word  = "data warehouse"
  shape = "store"
}
kind "stream" {
  word  = "stream of messages"
  shape = "store"
}
kind "topic" {
  word  = "message topic"
  shape = "store"
}
kind "unknown" {
  word  = "part of a kind that is not known"
  shape = "process"
}

zone "account" {
  word = "cloud account"
}
zone "ci" {
  word = "build pipelines"
}
zone "cluster" {
  word = "cluster"
}
zone "edge" {
  word = "edge of the network"
}
zone "host" {
  word = "machine"
}
zone "internet" {
  word = "anyone can be here"
}
zone "namespace" {
  word = "part of a cluster"
}
zone "network" {
  word = "network"
}
zone "organisation" {
  word = "organisation"
}
zone "partner" {
  word = "partner"
}
zone "region" {
  word = "region"
}
zone "subnet" {
  word = "part of a network"
}

area "cluster" {
  word = "clusters"
}
area "code" {
  word = "Go code"
}
area "compute" {
  word = "machines and containers"
}
area "database" {
  word = "databases"
}
area "gateway" {
  word = "ways in"
}
area "identity" {
  word = "identities and rights"
}
area "keys" {
  word = "keys and secrets"
}
area "logging" {
  word = "logs and alarms"
}
area "messaging" {
  word = "queues and topics"
}
area "network" {
  word = "networks"
}
area "paths" {
  word = "whole paths"
}
area "pipeline" {
  word = "build pipelines"
}
area "storage" {
  word = "file stores"
}

harm "spoofing" {
  word  = "pretending to be another"
  means = "Someone acts under a name that is not theirs."
}
harm "tampering" {
  word  = "changing what others rely on"
  means = "Someone changes data or programs that they should not."
}
harm "repudiation" {
  word  = "acting unseen"
  means = "Someone acts and it cannot be told afterwards who it was, or that it happened."
}
harm "disclosure" {
  word  = "reading what is not theirs"
  means = "Someone gets to see data that they should not."
}
harm "denial" {
  word  = "stopping or destroying"
  means = "Someone stops the service for others, or destroys data."
}
harm "elevation" {
  word  = "gaining rights"
  means = "Someone gets to do more than they were allowed to."
}
