technique "data-read" {
  finds "the right to read" {
    allow = ["s3:GetObject"]
    on    = "bucket"
    data  = "bucket"
  }
  silent "only its settings" {
    allow = ["s3:GetBucketLocation"]
    on    = "bucket"
    data  = "bucket"
  }
  silent "nothing that matters in it" {
    allow = ["s3:GetObject"]
    on    = "bucket"
  }
}

technique "data-write" {
  finds "the right to write" {
    allow = ["s3:PutObject"]
    on    = "bucket"
    data  = "bucket"
  }
  silent "only the right to read" {
    allow = ["s3:GetObject"]
    on    = "bucket"
    data  = "bucket"
  }
}

technique "x-public-read" {
  finds "open to everybody" {
    from  = "internet"
    facts = { "bucket#public_read" = true }
    data  = "bucket"
  }
  silent "brochures" {
    from  = "internet"
    facts = { "bucket#public_read" = true }
  }
  silent "not open" {
    from  = "internet"
    facts = { "bucket#public_read" = false }
    data  = "bucket"
  }
}

technique "x-public-write" {
  finds "open to everybody" {
    from  = "internet"
    facts = { "bucket#public_write" = true }
    data  = "bucket"
  }
  silent "not open" {
    from  = "internet"
    facts = { "bucket#public_write" = false }
    data  = "bucket"
  }
}

technique "x-open-read" {
  finds "a policy for everybody" {
    from = "internet"
    open = ["s3:GetObject"]
    data = "bucket"
  }
  silent "from one network only" {
    from      = "internet"
    open      = ["s3:GetObject"]
    data      = "bucket"
    condition = { "IpAddress" = { "aws:SourceIp" = "203.0.113.0/24" } }
  }
  silent "a guard forbids it" {
    from  = "internet"
    open  = ["s3:GetObject"]
    data  = "bucket"
    facts = { "bucket#public_guard" = true }
  }
}

technique "x-open-write" {
  finds "a policy for everybody" {
    from = "internet"
    open = ["s3:PutObject"]
    data = "bucket"
  }
  silent "only for reading" {
    from = "internet"
    open = ["s3:GetObject"]
    data = "bucket"
  }
}

technique "x-respol-write" {
  finds "the policy can be written" {
    allow = ["s3:PutBucketPolicy"]
    on    = "bucket"
    data  = "bucket"
  }
  silent "that of another bucket" {
    allow = ["s3:PutBucketPolicy"]
    on    = "code"
    data  = "bucket"
  }
  silent "the right is for another kind of thing" {
    allow = ["sqs:SetQueueAttributes", "kms:PutKeyPolicy"]
    data  = "bucket"
  }
  silent "nothing that matters" {
    allow = ["s3:PutBucketPolicy"]
  }
  silent "an explicit Deny" {
    allow = ["s3:PutBucketPolicy"]
    data  = "bucket"
    deny  = ["s3:PutBucket*"]
  }
}
