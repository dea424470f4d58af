# Amazon API Gateway and AWS AppSync.

resource "aws_api_gateway_account" {}

# Whom the pool lets in, the API lets in.
resource "aws_api_gateway_authorizer" {
  standin "id" { value = standin_hash }

  flow {
    from     = self.provider_arns
    to       = self.rest_api_id
    protocol = "login"
  }
}

resource "aws_api_gateway_base_path_mapping" {
  flow {
    from     = self.domain_name
    to       = self.api_id
    forwards = true
  }
}

resource "aws_api_gateway_deployment" {
  standin "id" { value = standin_hash }
}

resource "aws_api_gateway_domain_name" {
  also = ["aws_apigatewayv2_domain_name"]
  kind = "gateway.api"
  name = self.domain_name

  standin "id" { value = default(self.domain_name, standin_name) }
  standin "regional_domain_name" { value = "d-${substr(standin_hash, 0, 10)}.execute-api.${region}.amazonaws.com" }
  standin "cloudfront_domain_name" { value = "d${substr(standin_hash, 0, 13)}.cloudfront.net" }

  # TLS_1_0 and TLS_1_2 are the oldest that they accept; the newer names start with
  # SecurityPolicy_.
  let "policy" { value = default(self.security_policy, self.domain_name_configuration[0].security_policy) }
  fact "tls_min" { value = !has(let.policy) ? null : matches(let.policy, "TLS_?1_0") ? "1.0" : matches(let.policy, "TLS_?13_1_3") ? "1.3" : "1.2" }

  network { public_address = !contains(default(self.endpoint_configuration[0].types, []), "PRIVATE") }
}

resource "aws_api_gateway_integration" {
  belongs_to = self.rest_api_id
  of_type    = ["aws_api_gateway_rest_api"]

  flow {
    to       = default(self.connection_type, "INTERNET") == "VPC_LINK" ? self.connection_id : self.uri
    protocol = "http"
    forwards = true
  }
}

resource "aws_api_gateway_method" {
  kind       = "gateway.api"
  belongs_to = self.rest_api_id
  of_type    = ["aws_api_gateway_rest_api"]

  companion "resource" {
    type  = "aws_api_gateway_resource"
    named = "resource_id"
  }

  network {
    public_address = true
    alone          = true
  }
  entry_point {
    when   = !startswith(default(self.http_method, ""), "OPTION")
    kind   = "http"
    method = self.http_method
    path   = "/${default(companion.resource.path_part, "")}"
    authn  = default(self.authorization, "NONE") != "NONE" ? default(self.authorization, "NONE") == "AWS_IAM" ? "iam" : "token" : default(self.api_key_required, false) ? "api_key" : "none"
  }
}

resource "aws_api_gateway_resource" {
  standin "id" { value = standin_hash }
  standin "path" { value = "/${default(self.path_part, "")}" }
}

resource "aws_api_gateway_rest_api" {
  kind = "gateway.api"
  name = self.name

  standin "id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:apigateway:${region}::/restapis/${standin_hash}" }
  standin "root_resource_id" { value = "root-${standin_hash}" }
  standin "execution_arn" { value = "arn:${partition}:execute-api:${region}:${account}:${standin_hash}" }

  companion "stage" { type = "aws_api_gateway_stage" }
  companion "policy" { type = "aws_api_gateway_rest_api_policy" }

  fact "access_logs" { value = !has(companion.stage) ? null : alltrue([for s in companions.stage : length(default(s.access_log_settings, [])) > 0]) }

  network { public_address = !contains(default(self.endpoint_configuration[0].types, ["EDGE"]), "PRIVATE") }
  resource_policy { document = self.policy }
}

resource "aws_api_gateway_method_settings" {
  kind       = "gateway.api"
  belongs_to = self.rest_api_id
  of_type    = ["aws_api_gateway_rest_api"]

  # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings
  fact "encrypted_at_rest" {
    value  = default(self.settings[0].caching_enabled, false) ? default(self.settings[0].cache_data_encrypted, false) : null
    raises = true
  }
  fact "logs_secrets" {
    value  = default(self.settings[0].data_trace_enabled, false)
    raises = true
  }
}

resource "aws_api_gateway_rest_api_policy" {
  belongs_to = self.rest_api_id
  of_type    = ["aws_api_gateway_rest_api"]

  resource_policy { document = self.policy }
}

resource "aws_api_gateway_stage" {
  kind       = "gateway.api"
  belongs_to = self.rest_api_id
  of_type    = ["aws_api_gateway_rest_api"]
  name       = self.stage_name

  standin "arn" { value = "arn:${partition}:apigateway:${region}::/restapis/${default(self.rest_api_id, standin_hash)}/stages/${default(self.stage_name, standin_name)}" }
  standin "id" { value = "ags-${standin_hash}" }
  standin "invoke_url" { value = "https://${default(self.rest_api_id, standin_hash)}.execute-api.${region}.amazonaws.com/${default(self.stage_name, standin_name)}" }

  fact "access_logs" { value = length(default(self.access_log_settings, [])) > 0 }

  # An API answers the internet unless it says that it is private; this one is not
  # in the sources.
  network {
    public_address = true
    alone          = true
  }
}

resource "aws_api_gateway_vpc_link" {
  standin "id" { value = standin_hash }

  flow {
    each     = self.target_arns
    to       = each
    forwards = true
  }
}

resource "aws_apigatewayv2_api" {
  kind = "gateway.api"
  name = self.name

  standin "id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:apigateway:${region}::/apis/${standin_hash}" }
  standin "api_endpoint" { value = "https://${standin_hash}.execute-api.${region}.amazonaws.com" }
  standin "execution_arn" { value = "arn:${partition}:execute-api:${region}:${account}:${standin_hash}" }

  companion "stage" { type = "aws_apigatewayv2_stage" }

  fact "access_logs" { value = !has(companion.stage) ? null : alltrue([for s in companions.stage : length(default(s.access_log_settings, [])) > 0]) }
  fact "cors_any_origin" { value = contains(default(self.cors_configuration[0].allow_origins, []), "*") && default(self.cors_configuration[0].allow_credentials, false) }
  let "trusted_addresses" { value = default(self.cors_configuration[0].allow_credentials, false) ? default(self.cors_configuration[0].allow_origins, []) : [] }
  fact "trusted_addresses" { value = length(let.trusted_addresses) == 0 ? null : let.trusted_addresses }

  network { public_address = true }
  flow {
    when     = has(self.target)
    to       = self.target
    forwards = true
  }
}

resource "aws_apigatewayv2_api_mapping" {
  flow {
    from     = self.domain_name
    to       = self.api_id
    forwards = true
  }
}

resource "aws_apigatewayv2_authorizer" {
  standin "id" { value = standin_hash }

  flow {
    from     = replace(default(self.jwt_configuration[0].issuer, ""), "https://", "")
    to       = self.api_id
    protocol = "login"
  }
}

resource "aws_apigatewayv2_integration" {
  belongs_to = self.api_id
  of_type    = ["aws_apigatewayv2_api"]

  standin "id" { value = standin_hash }

  flow {
    to       = self.integration_uri
    protocol = "http"
    forwards = true
  }
}

resource "aws_apigatewayv2_route" {
  belongs_to = self.api_id
  of_type    = ["aws_apigatewayv2_api"]

  entry_point {
    kind   = "http"
    method = default(split(" ", self.route_key)[0], "")
    path   = default(split(" ", self.route_key)[1], "/")
    authn  = default(self.authorization_type, "NONE") == "NONE" ? default(self.api_key_required, false) ? "api_key" : "none" : self.authorization_type == "AWS_IAM" ? "iam" : "token"
  }
}

resource "aws_apigatewayv2_stage" {
  kind       = "gateway.api"
  belongs_to = self.api_id
  of_type    = ["aws_apigatewayv2_api"]
  name       = self.name

  standin "arn" { value = "arn:${partition}:apigateway:${region}::/apis/${default(self.api_id, standin_hash)}/stages/${default(self.name, standin_name)}" }
  standin "invoke_url" { value = "https://${default(self.api_id, standin_hash)}.execute-api.${region}.amazonaws.com" }

  fact "access_logs" { value = length(default(self.access_log_settings, [])) > 0 }
  fact "throttled" { value = default(self.default_route_settings[0].throttling_rate_limit, 0) > 0 }

  network {
    public_address = true
    alone          = true
  }
}

# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_graphql_api
resource "aws_appsync_graphql_api" {
  kind = "gateway.api"
  name = self.name

  standin "id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:appsync:${region}:${account}:apis/${standin_hash}" }

  companion "cache" {
    type  = "aws_appsync_api_cache"
    where = "api_id"
  }

  fact "access_logs" { value = length(default(self.log_config, [])) > 0 }
  fact "encrypted_at_rest" { value = !has(companion.cache) ? null : default(companion.cache.at_rest_encryption_enabled, false) }

  network { public_address = default(self.visibility, "GLOBAL") == "GLOBAL" }
  entry_point {
    kind   = "http"
    method = "POST"
    path   = "/graphql"
    authn  = default({ API_KEY = "api_key", AWS_IAM = "iam" }[self.authentication_type], "token")
  }
}

resource "aws_appsync_api_cache" {
  kind       = "gateway.api"
  belongs_to = self.api_id
  of_type    = ["aws_appsync_graphql_api"]

  fact "encrypted_at_rest" { value = default(self.at_rest_encryption_enabled, false) }
}
