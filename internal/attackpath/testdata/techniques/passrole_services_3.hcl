technique "x-redshift-role" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "redshift:CreateCluster"]
    trusts = ["redshift.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "redshift:CreateCluster"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "redshift:CreateCluster"]
    trusts    = ["redshift.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["redshift:CreateCluster"]
    trusts = ["redshift.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "redshift:CreateCluster"]
    trusts = ["redshift.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "redshift:CreateCluster"]
    trusts   = ["redshift.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without redshift:CreateCluster" {
    allow  = ["iam:PassRole"]
    trusts = ["redshift.amazonaws.com"]
  }
}

technique "x-roles-anywhere" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
    trusts = ["rolesanywhere.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
    trusts    = ["rolesanywhere.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
    trusts = ["rolesanywhere.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
    trusts = ["rolesanywhere.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
    trusts   = ["rolesanywhere.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without rolesanywhere:CreateTrustAnchor" {
    allow  = ["iam:PassRole", "rolesanywhere:CreateProfile"]
    trusts = ["rolesanywhere.amazonaws.com"]
  }
  silent "without rolesanywhere:CreateProfile" {
    allow  = ["iam:PassRole", "rolesanywhere:CreateTrustAnchor"]
    trusts = ["rolesanywhere.amazonaws.com"]
  }
}

technique "x-scheduler-update" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "scheduler:UpdateSchedule"]
    trusts = ["scheduler.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "scheduler:UpdateSchedule"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "scheduler:UpdateSchedule"]
    trusts    = ["scheduler.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["scheduler:UpdateSchedule"]
    trusts = ["scheduler.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "scheduler:UpdateSchedule"]
    trusts = ["scheduler.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "scheduler:UpdateSchedule"]
    trusts   = ["scheduler.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without scheduler:UpdateSchedule" {
    allow  = ["iam:PassRole"]
    trusts = ["scheduler.amazonaws.com"]
  }
  silent "there is no such thing yet" {
    allow   = ["iam:PassRole", "scheduler:UpdateSchedule"]
    trusts  = ["scheduler.amazonaws.com"]
    without = ["idle-schedule"]
  }
}

technique "x-spot-fleet" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ec2:RequestSpotFleet"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ec2:RequestSpotFleet"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ec2:RequestSpotFleet"]
    trusts    = ["ec2.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ec2:RequestSpotFleet"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "ec2:RequestSpotFleet"]
    trusts = ["ec2.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "ec2:RequestSpotFleet"]
    trusts   = ["ec2.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without ec2:RequestSpotFleet" {
    allow  = ["iam:PassRole"]
    trusts = ["ec2.amazonaws.com"]
  }
  silent "the role is in no instance profile" {
    allow   = ["iam:PassRole", "ec2:RequestSpotFleet"]
    trusts  = ["ec2.amazonaws.com"]
    without = ["profile"]
  }
}

technique "x-ssm-window" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "ssm:RegisterTaskWithMaintenanceWindow"]
    trusts = ["ssm.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "ssm:RegisterTaskWithMaintenanceWindow"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "ssm:RegisterTaskWithMaintenanceWindow"]
    trusts    = ["ssm.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["ssm:RegisterTaskWithMaintenanceWindow"]
    trusts = ["ssm.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "ssm:RegisterTaskWithMaintenanceWindow"]
    trusts = ["ssm.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "ssm:RegisterTaskWithMaintenanceWindow"]
    trusts   = ["ssm.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without ssm:RegisterTaskWithMaintenanceWindow" {
    allow  = ["iam:PassRole"]
    trusts = ["ssm.amazonaws.com"]
  }
}

technique "x-states-test" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "states:TestState"]
    trusts = ["states.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "states:TestState"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "states:TestState"]
    trusts    = ["states.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["states:TestState"]
    trusts = ["states.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "states:TestState"]
    trusts = ["states.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "states:TestState"]
    trusts   = ["states.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without states:TestState" {
    allow  = ["iam:PassRole"]
    trusts = ["states.amazonaws.com"]
  }
}

technique "x-states-update" {
  finds "the role trusts the service" {
    allow   = ["iam:PassRole", "states:UpdateStateMachine", "states:StartExecution"]
    trusts  = ["states.amazonaws.com"]
    without = ["states"]
  }
  silent "the role trusts another service" {
    allow   = ["iam:PassRole", "states:UpdateStateMachine", "states:StartExecution"]
    trusts  = ["backup.amazonaws.com"]
    without = ["states"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "states:UpdateStateMachine", "states:StartExecution"]
    trusts    = ["states.amazonaws.com"]
    without   = ["states"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow   = ["states:UpdateStateMachine", "states:StartExecution"]
    trusts  = ["states.amazonaws.com"]
    without = ["states"]
  }
  silent "the right to pass the role is denied" {
    allow   = ["iam:PassRole", "states:UpdateStateMachine", "states:StartExecution"]
    trusts  = ["states.amazonaws.com"]
    without = ["states"]
    deny    = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "states:UpdateStateMachine", "states:StartExecution"]
    trusts   = ["states.amazonaws.com"]
    without  = ["states"]
    boundary = ["s3:*"]
  }
  silent "without states:UpdateStateMachine" {
    allow   = ["iam:PassRole", "states:StartExecution"]
    trusts  = ["states.amazonaws.com"]
    without = ["states"]
  }
  silent "without states:StartExecution" {
    allow   = ["iam:PassRole", "states:UpdateStateMachine"]
    trusts  = ["states.amazonaws.com"]
    without = ["states"]
  }
}

technique "x-transfer" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "transfer:CreateUser"]
    trusts = ["transfer.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "transfer:CreateUser"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "transfer:CreateUser"]
    trusts    = ["transfer.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without the right to pass the role" {
    allow  = ["transfer:CreateUser"]
    trusts = ["transfer.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "transfer:CreateUser"]
    trusts = ["transfer.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
  silent "nothing but those rights within the boundary" {
    allow    = ["iam:PassRole", "transfer:CreateUser"]
    trusts   = ["transfer.amazonaws.com"]
    boundary = ["s3:*"]
  }
  silent "without transfer:CreateUser" {
    allow  = ["iam:PassRole"]
    trusts = ["transfer.amazonaws.com"]
  }
}
