# Destroying what a business would recover with, or learn from.

technique "x-erase-trail" {
  title  = "audit trail stopped"
  target = "element"
  kinds  = ["log.trail"]
  need "target" { any = ["cloudtrail:DeleteTrail", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail", "cloudtrail:PutEventSelectors"] }
  gains  = "erases"
  ease   = 4
  attack = ["T1562.008"]
  says   = "{actor} can stop or delete {target}, so that nothing records what is done next"
}

technique "x-erase-logs" {
  title  = "logs deleted"
  target = "element"
  kinds  = ["log.sink"]
  need "target" { any = ["logs:DeleteLogGroup", "logs:DeleteLogStream"] }
  gains  = "erases"
  ease   = 4
  attack = ["T1070"]
  says   = "{actor} can delete {target} and the records in it"
}

technique "x-erase-record" {
  title  = "records of the audit trail deleted"
  target = "element"
  kinds  = ["store.object"]
  where {
    evidence = true
    unlocked = true
  }
  need "target" { any = ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutLifecycleConfiguration"] }
  gains  = "erases"
  ease   = 4
  attack = ["T1070"]
  says   = "{actor} can delete what the audit trail has put into {target}"
}

technique "x-erase-backup" {
  title        = "recovery points deleted"
  target       = "element"
  technologies = ["aws_backup_vault"]
  where { unlocked = true }
  need "any" { actions = ["backup:DeleteRecoveryPoint"] }
  gains  = "erases"
  ease   = 4
  attack = ["T1490"]
  says   = "{actor} can delete the backups in {target}"
}

technique "x-erase-snapshot" {
  title  = "snapshots deleted"
  target = "element"
  kinds  = ["store.snapshot"]
  where { unlocked = true }
  need "target" { any = ["rds:DeleteDBSnapshot", "rds:DeleteDBClusterSnapshot", "ec2:DeleteSnapshot"] }
  gains  = "erases"
  ease   = 4
  attack = ["T1490"]
  says   = "{actor} can delete {target}, which is there to recover from"
}

technique "x-erase-detector" {
  title  = "detection switched off"
  target = "element"
  kinds  = ["log.detector"]
  need "target" { any = ["guardduty:DeleteDetector", "guardduty:UpdateDetector"] }
  gains  = "erases"
  ease   = 4
  attack = ["T1562.001"]
  says   = "{actor} can switch off {target}, so that nobody notices what is done next"
}

technique "x-erase-key" {
  title        = "key deleted"
  target       = "element"
  technologies = ["aws_kms_key", "aws_kms_external_key"]
  need "target" { actions = ["kms:ScheduleKeyDeletion"] }
  gains  = "erases"
  ease   = 3
  attack = ["T1485", "T1486"]
  says   = "{actor} can have {target} deleted, after which nothing that it encrypted can be read, backups among it"
}
