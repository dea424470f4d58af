technique "x-erase-trail" {
  finds "it may stop the trail" {
    allow = ["cloudtrail:StopLogging"]
    on    = "trail"
    trail = "bucket"
  }
  silent "it may only look at it" {
    allow = ["cloudtrail:GetTrailStatus"]
    on    = "trail"
    trail = "bucket"
  }
  silent "an explicit Deny" {
    allow = ["cloudtrail:*"]
    deny  = ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail", "cloudtrail:PutEventSelectors"]
    trail = "bucket"
  }
}

technique "x-erase-logs" {
  finds "it may delete the group" {
    allow = ["logs:DeleteLogGroup"]
    on    = "logs"
  }
  silent "it may only write" {
    allow = ["logs:PutLogEvents"]
    on    = "logs"
  }
}

technique "x-erase-record" {
  finds "the records can be deleted" {
    allow = ["s3:DeleteObject"]
    on    = "bucket"
    trail = "bucket"
    facts = { "bucket#object_lock" = false }
  }
  silent "they are locked" {
    allow = ["s3:DeleteObject"]
    on    = "bucket"
    trail = "bucket"
    facts = { "bucket#object_lock" = true }
  }
  silent "the bucket holds no records" {
    allow = ["s3:DeleteObject"]
    on    = "bucket"
    trail = "code"
    facts = { "bucket#object_lock" = false }
  }
  silent "records can be added only" {
    allow = ["s3:PutObject"]
    on    = "bucket"
    trail = "bucket"
    facts = { "bucket#object_lock" = false }
  }
}

technique "x-erase-backup" {
  finds "the recovery points can be deleted" {
    allow = ["backup:DeleteRecoveryPoint"]
    facts = { "vault#object_lock" = false }
  }
  silent "backups can be started only" {
    allow = ["backup:StartBackupJob"]
    on    = "vault"
  }
  silent "the vault is locked" {
    allow = ["backup:DeleteRecoveryPoint"]
    facts = { "vault#object_lock" = true }
  }
}

technique "x-erase-snapshot" {
  finds "the snapshot can be deleted" {
    allow = ["ec2:DeleteSnapshot"]
    on    = "snapshot"
  }
  silent "another one can" {
    allow = ["ec2:DeleteSnapshot"]
    on    = "bucket"
    facts = { "snapshot#encrypted_at_rest" = true }
  }
  silent "an explicit Deny" {
    allow = ["ec2:*"]
    deny  = ["ec2:DeleteSnapshot"]
    facts = { "snapshot#encrypted_at_rest" = true }
  }
}

technique "x-erase-detector" {
  finds "it may delete it" {
    allow = ["guardduty:DeleteDetector"]
    on    = "detector"
    data  = "bucket"
  }
  silent "it may only look" {
    allow = ["guardduty:GetDetector"]
    on    = "detector"
    data  = "bucket"
  }
}

technique "x-erase-key" {
  finds "it may have it deleted" {
    allow = ["kms:ScheduleKeyDeletion"]
    on    = "key"
    data  = "bucket"
  }
  silent "it may only use it" {
    allow = ["kms:Encrypt"]
    on    = "key"
    data  = "bucket"
  }
  silent "an explicit Deny" {
    allow = ["kms:*"]
    deny  = ["kms:ScheduleKeyDeletion"]
    on    = "key"
    data  = "bucket"
  }
}
