# Where attackers start.

# Who acts as a member of a role binding that is not in the sources, by how the
# name begins, and what else it holds.
member "user:" { as = "people" }
member "group:" { as = "group" }
member "domain:" { as = "people" }
member "serviceAccount:" {
  holds = ".svc.id.goog[" # a program in a cluster
  as    = "workload"
}
member "principal:" { as = "pipeline" }
member "principalSet:" { as = "pipeline" }

# What an owner says of an attacker (can, in the context file), and the starts
# that follow.
can "internet" { starts = ["internet", "partner-addresses"] }
can "any_account" { starts = ["any-account"] }
can "partner" { starts = ["partner-addresses", "partner-network", "partner-account"] }
can "login" { starts = ["login"] }
can "stolen_login" { starts = ["login", "stolen-login", "people", "group"] }
can "stolen_key" { starts = ["leaked-key"] }
can "pull_request" { starts = ["pull-request", "any-repository"] }
can "insider" { starts = ["leaked-key", "stolen-login", "user", "people", "group", "pipeline", "any-project", "insider"] }
can "stolen_laptop" { starts = ["leaked-key", "stolen-login", "user", "people", "group"] }
can "supplier" { starts = ["partner-network", "partner-account", "pipeline", "any-project"] }

# How each start is told. {start} is the identity.
start "internet" { says = "anyone on the internet" }
start "login" { says = "anyone with a login, stolen or their own" }
start "any-account" { says = "anyone with an account at the same cloud provider" }
start "partner-addresses" { says = "anyone at the addresses that are let in" }
start "partner-network" { says = "anyone in the network behind {start}" }
start "leaked-key" { says = "whoever finds the access key of {start}" }
start "stolen-login" { says = "whoever steals the console login of {start}" }
start "user" { says = "whoever acts as {start}" }
start "insider" { says = "someone in the account who may act as {start}" }
start "partner-account" { says = "someone in another account that {start} trusts" }
start "group" { says = "a person in {start}" }
start "people" { says = "a person who signs in as {start}" }
start "pipeline" { says = "whoever can run the pipeline that acts as {start}" }
start "pull-request" { says = "whoever can open a pull request that runs as {start}" }
start "any-project" { says = "whoever runs a pipeline in any project of the organisation that {start} trusts" }
start "any-repository" { says = "anyone with a repository at the code host, whose runs may act as {start}" }
start "machine" { says = "a flaw in a program on {start}" }
start "workload" { says = "a flaw in a program that runs as {start}" }

# What it takes to rule a whole service, so that who comes to act as somebody who
# does has got somewhere, whatever the sources say of the data in it.
service "dynamodb" {
  says    = "read, change and delete every table"
  actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteTable"]
}
service "ec2" {
  says    = "start, change and delete every machine and disk"
  actions = ["ec2:RunInstances", "ec2:ModifyInstanceAttribute", "ec2:TerminateInstances", "ec2:CreateSnapshot", "ec2:DeleteVolume"]
}
service "kms" {
  says    = "use and delete every key"
  actions = ["kms:Decrypt", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"]
}
service "lambda" {
  says    = "read, change and delete every function"
  actions = ["lambda:GetFunction", "lambda:UpdateFunctionCode", "lambda:DeleteFunction"]
}
service "rds" {
  says    = "change, copy and delete every database"
  actions = ["rds:ModifyDBInstance", "rds:CreateDBSnapshot", "rds:DeleteDBInstance"]
}
service "s3" {
  says    = "read, change and delete what every bucket holds"
  actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:PutBucketPolicy"]
}
service "secretsmanager" {
  says    = "read, change and delete every secret"
  actions = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:DeleteSecret"]
}
