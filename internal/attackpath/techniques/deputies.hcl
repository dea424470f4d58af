# Services that act for other accounts too: where a policy lets a service in and
# does not ask for whom it acts, anybody's resource can have it act.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html

technique "x-confused-deputy" {
  title   = "service that acts for anybody"
  from    = "any-account"
  target  = "element"
  kinds   = ["queue", "store.object", "stream", "topic"]
  through = ["cloudtrail.amazonaws.com", "config.amazonaws.com", "delivery.logs.amazonaws.com", "events.amazonaws.com", "s3.amazonaws.com", "ses.amazonaws.com", "sns.amazonaws.com"]
  where { worth = true }
  need "target" { content = "write" }
  gains  = "changes"
  ease   = 3
  attack = ["T1199", "T1565.001"]
  says   = "Anyone with an account at the same cloud provider can have a service put what they want into {target}, because its policy lets the service in and does not ask for whom it acts"
}

technique "x-confused-deputy-function" {
  title   = "function that services start for anybody"
  from    = "any-account"
  target  = "element"
  kinds   = ["compute.function"]
  through = ["apigateway.amazonaws.com", "cloudformation.amazonaws.com", "events.amazonaws.com", "logs.amazonaws.com", "s3.amazonaws.com", "ses.amazonaws.com", "sns.amazonaws.com"]
  where { unread = true }
  need "target" { actions = ["lambda:InvokeFunction"] }
  gains   = "code"
  ease    = 1
  attack  = ["T1199", "T1648"]
  assumes = ["a flaw in the program on it lets an outsider run code"]
  says    = "Anyone with an account at the same cloud provider can have a service start {target} with what they want, because its policy does not ask for whom the service acts; should its program have a flaw, they run code there"
}
