technique "x-confused-deputy" {
  finds "nothing asks for whom" {
    from   = "any-account"
    on     = "bucket"
    open   = ["s3:PutObject"]
    serves = "cloudtrail.amazonaws.com"
    data   = "bucket"
  }
  silent "only for this account" {
    from      = "any-account"
    on        = "bucket"
    open      = ["s3:PutObject"]
    serves    = "cloudtrail.amazonaws.com"
    data      = "bucket"
    condition = { "StringEquals" = { "aws:SourceAccount" = "111111111111" } }
  }
  silent "only for one trail" {
    from      = "any-account"
    on        = "bucket"
    open      = ["s3:PutObject"]
    serves    = "cloudtrail.amazonaws.com"
    data      = "bucket"
    condition = { "ArnLike" = { "aws:SourceArn" = "arn:aws:cloudtrail:*:111111111111:trail/*" } }
  }
  silent "a service that does not act for others" {
    from   = "any-account"
    on     = "bucket"
    open   = ["s3:PutObject"]
    serves = "lambda.amazonaws.com"
    data   = "bucket"
  }
}

technique "x-confused-deputy-function" {
  finds "nothing asks for whom" {
    from   = "any-account"
    on     = "function"
    open   = ["lambda:InvokeFunction"]
    serves = "s3.amazonaws.com"
  }
  silent "only for this account" {
    from      = "any-account"
    on        = "function"
    open      = ["lambda:InvokeFunction"]
    serves    = "s3.amazonaws.com"
    condition = { "StringEquals" = { "aws:SourceAccount" = "111111111111" } }
  }
}
