technique "x-greengrass" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "greengrass:AssociateRoleToGroup", "greengrass:CreateDeployment"]
    trusts = ["greengrass.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "greengrass:AssociateRoleToGroup", "greengrass:CreateDeployment"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "greengrass:AssociateRoleToGroup", "greengrass:CreateDeployment"]
    trusts    = ["greengrass.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without iam:PassRole" {
    allow  = ["greengrass:AssociateRoleToGroup", "greengrass:CreateDeployment"]
    trusts = ["greengrass.amazonaws.com"]
  }
  silent "without greengrass:AssociateRoleToGroup" {
    allow  = ["iam:PassRole", "greengrass:CreateDeployment"]
    trusts = ["greengrass.amazonaws.com"]
  }
  silent "without greengrass:CreateDeployment" {
    allow  = ["iam:PassRole", "greengrass:AssociateRoleToGroup"]
    trusts = ["greengrass.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "greengrass:AssociateRoleToGroup", "greengrass:CreateDeployment"]
    trusts = ["greengrass.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
}

technique "x-iot-alias" {
  finds "the role trusts the service" {
    allow  = ["iam:PassRole", "iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:AttachPolicy"]
    trusts = ["credentials.iot.amazonaws.com"]
  }
  silent "the role trusts another service" {
    allow  = ["iam:PassRole", "iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:AttachPolicy"]
    trusts = ["backup.amazonaws.com"]
  }
  silent "the role may go to another service only" {
    allow     = ["iam:PassRole", "iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:AttachPolicy"]
    trusts    = ["credentials.iot.amazonaws.com"]
    condition = { "StringEquals" = { "iam:PassedToService" = "backup.amazonaws.com" } }
  }
  silent "without iam:PassRole" {
    allow  = ["iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:AttachPolicy"]
    trusts = ["credentials.iot.amazonaws.com"]
  }
  silent "without iot:CreateRoleAlias" {
    allow  = ["iam:PassRole", "iot:CreateKeysAndCertificate", "iot:AttachPolicy"]
    trusts = ["credentials.iot.amazonaws.com"]
  }
  silent "without iot:CreateKeysAndCertificate" {
    allow  = ["iam:PassRole", "iot:CreateRoleAlias", "iot:AttachPolicy"]
    trusts = ["credentials.iot.amazonaws.com"]
  }
  silent "without iot:AttachPolicy" {
    allow  = ["iam:PassRole", "iot:CreateRoleAlias", "iot:CreateKeysAndCertificate"]
    trusts = ["credentials.iot.amazonaws.com"]
  }
  silent "the right to pass the role is denied" {
    allow  = ["iam:PassRole", "iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:AttachPolicy"]
    trusts = ["credentials.iot.amazonaws.com"]
    deny   = ["iam:PassRole"]
  }
}
