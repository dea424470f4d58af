# Getting at what things hold.

technique "data-read" {
  title  = "reading what an identity may read"
  target = "element"
  kinds = [
    "ci.state", "identity_provider", "log.sink", "queue", "secret_store", "store.block", "store.cache", "store.file", "store.nosql", "store.object",
    "store.registry", "store.search", "store.snapshot", "store.sql", "store.warehouse", "stream", "topic",
  ]
  where { worth = true }
  need "target" { content = "read" }
  gains  = "reads"
  ease   = 4
  attack = ["T1530"]
  says   = "{actor} may read what {target} holds"
}

technique "data-write" {
  title  = "changing what an identity may change"
  target = "element"
  kinds = [
    "ci.state", "identity_provider", "log.sink", "queue", "secret_store", "store.block", "store.cache", "store.file", "store.nosql", "store.object",
    "store.registry", "store.search", "store.snapshot", "store.sql", "store.warehouse", "stream", "topic",
  ]
  where { worth = true }
  need "target" { content = "write" }
  gains  = "changes"
  ease   = 4
  attack = ["T1565.001", "T1485"]
  says   = "{actor} may change or erase what {target} holds"
}

technique "x-public-read" {
  title  = "public store"
  from   = "internet"
  target = "element"
  where {
    worth = true
    fact "public_read" { value = true }
  }
  gains  = "reads"
  ease   = 4
  attack = ["T1530"]
  says   = "Anyone on the internet can read {target}, because it is open to everybody"
}

technique "x-public-write" {
  title  = "store that anybody may change"
  from   = "internet"
  target = "element"
  where {
    worth = true
    fact "public_write" { value = true }
  }
  gains  = "changes"
  ease   = 4
  attack = ["T1565.001"]
  says   = "Anyone on the internet can change {target}, because it is open to everybody"
}

technique "x-open-read" {
  title  = "policy that lets everybody read"
  from   = "internet"
  target = "element"
  where {
    worth     = true
    unguarded = true
  }
  need "target" { content = "read" }
  gains  = "reads"
  ease   = 4
  attack = ["T1530"]
  says   = "Anyone on the internet can read what {target} holds, because its policy lets everybody"
}

technique "x-open-write" {
  title  = "policy that lets everybody write"
  from   = "internet"
  target = "element"
  where {
    worth     = true
    unguarded = true
  }
  need "target" { content = "write" }
  gains  = "changes"
  ease   = 4
  attack = ["T1565.001"]
  says   = "Anyone on the internet can change what {target} holds, because its policy lets everybody"
}

technique "x-respol-write" {
  title  = "policy of a store rewritten"
  target = "element"
  kinds = [
    "ci.state", "identity_provider", "log.sink", "queue", "secret_store", "store.block", "store.cache", "store.file", "store.nosql", "store.object",
    "store.registry", "store.search", "store.snapshot", "store.sql", "store.warehouse", "stream", "topic",
  ]
  where { worth = true }
  need "target" {
    any = [
      "s3:PutBucketPolicy", "s3:PutBucketAcl", "secretsmanager:PutResourcePolicy", "kms:PutKeyPolicy", "kms:CreateGrant", "sqs:AddPermission",
      "sqs:SetQueueAttributes", "sns:AddPermission", "sns:SetTopicAttributes", "dynamodb:PutResourcePolicy", "ecr:SetRepositoryPolicy",
      "elasticfilesystem:PutFileSystemPolicy", "kinesis:PutResourcePolicy", "es:UpdateDomainConfig", "es:UpdateElasticsearchDomainConfig",
      "backup:PutBackupVaultAccessPolicy", "ec2:ModifySnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "rds:ModifyDBClusterSnapshotAttribute",
    ]
  }
  gains  = "reads"
  ease   = 3
  attack = ["T1098", "T1222"]
  says   = "{actor} can rewrite who may use {target}, and so read what it holds"
}
