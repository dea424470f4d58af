# Amazon SQS, SNS, EventBridge, Kinesis and MQ.

resource "aws_cloudwatch_event_bus" {
  kind = "queue"
  name = self.name

  standin "arn" { value = "arn:${partition}:events:${region}:${account}:event-bus/${standin_name}" }
  standin "id" { value = standin_name }
  aliases = ["arn:${partition}:events:${region}:${account}:event-bus/${default(self.name, "")}"]

  companion "policy" {
    type  = "aws_cloudwatch_event_bus_policy"
    where = "event_bus_name"
  }

  fact "public_write" { value = allows_anyone(default(companion.policy.policy), ["events:PutEvents"], local.restricting_keys) }
}

resource "aws_cloudwatch_event_bus_policy" {
  belongs_to = self.event_bus_name
  of_type    = ["aws_cloudwatch_event_bus"]

  resource_policy { document = self.policy }
}

resource "aws_cloudwatch_event_rule" {
  name = self.name

  standin "name" { value = standin_name }
  standin "id" { value = standin_name }
  standin "arn" { value = "arn:${partition}:events:${region}:${account}:rule/${standin_name}" }

  flow {
    from     = self.event_bus_name
    to       = self.arn
    protocol = "event"
  }
}

resource "aws_cloudwatch_event_target" {
  companion "rule" {
    type  = "aws_cloudwatch_event_rule"
    named = "rule"
  }

  let "sources" { value = default(jsondecode(default(companion.rule.event_pattern, "{}")).source, []) }
  let "listens" { value = default(companion.rule.event_pattern, "") != "" && default(companion.rule.is_enabled, true) && default(companion.rule.state, "ENABLED") != "DISABLED" }

  # Nobody but the services may put events whose source begins with aws.
  # https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
  flow {
    from      = self.rule
    to        = self.arn
    protocol  = "event"
    operation = !let.listens || length(let.sources) > 0 && alltrue([for s in let.sources : startswith(s, "aws.")]) ? "" : "events:PutEvents"
  }
  entry_point {
    when    = default(companion.rule.schedule_expression, "") == ""
    kind    = "event"
    on      = self.arn
    of_type = ["aws_lambda_function", "aws_lambda_alias", "aws_ecs_cluster", "aws_sfn_state_machine"]
    authn   = "iam"
  }
  entry_point {
    when    = default(companion.rule.schedule_expression, "") != ""
    kind    = "cron"
    on      = self.arn
    of_type = ["aws_lambda_function", "aws_lambda_alias", "aws_ecs_cluster", "aws_sfn_state_machine"]
    authn   = "iam"
  }
}

resource "aws_kinesis_firehose_delivery_stream" {
  kind    = "stream"
  name    = self.name
  runs_as = default(self.extended_s3_configuration[0].role_arn, self.s3_configuration[0].role_arn)

  standin "arn" { value = "arn:${partition}:firehose:${region}:${account}:deliverystream/${standin_name}" }
  standin "id" { value = self.arn }

  fact "encrypted_at_rest" { value = default(self.server_side_encryption[0].enabled, has(self.kinesis_source_configuration), false) }

  flow {
    from     = self.kinesis_source_configuration[0].kinesis_stream_arn
    protocol = "stream"
  }
  flow {
    to        = default(self.extended_s3_configuration[0].bucket_arn, self.s3_configuration[0].bucket_arn)
    operation = "s3:PutObject"
  }
}

resource "aws_kinesis_resource_policy" {
  belongs_to = self.resource_arn
  of_type    = ["aws_kinesis_stream"]

  resource_policy { document = self.policy }
}

resource "aws_kinesis_stream" {
  kind = "stream"
  name = self.name

  standin "arn" { value = "arn:${partition}:kinesis:${region}:${account}:stream/${standin_name}" }
  standin "id" { value = self.arn }

  fact "customer_key" { value = default(self.encryption_type, "NONE") == "KMS" && !contains(["", "alias/aws/kinesis"], default(self.kms_key_id, "")) }
  fact "encrypted_at_rest" { value = default(self.encryption_type, "NONE") == "KMS" }
}

resource "aws_mq_broker" {
  kind = "queue"
  name = self.broker_name

  standin "arn" { value = "arn:${partition}:mq:${region}:${account}:broker:${standin_name}:b-${standin_hash}" }
  standin "id" { value = "b-${standin_hash}" }

  # Both logs are off unless asked for; RabbitMQ has no audit log.
  # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker
  fact "access_logs" { value = lower(default(self.engine_type, "activemq")) == "rabbitmq" ? null : default(self.logs[0].audit, false) }
  fact "auto_upgrade" { value = default(self.auto_minor_version_upgrade, false) }
  fact "customer_key" { value = !default(self.encryption_options[0].use_aws_owned_key, true) }
  fact "detail_errors" { value = default(self.logs[0].general, false) }
  fact "encrypted_at_rest" { value = true }
  fact "multi_zone" { value = default(self.deployment_mode, "SINGLE_INSTANCE") != "SINGLE_INSTANCE" }
  fact "password_literal" { value = anytrue([for u in default(self.user, []) : written_out(u.password)]) }
  fact "public_network_access" { value = default(self.publicly_accessible, false) }

  network {
    subnets        = self.subnet_ids
    groups         = self.security_groups
    public_address = default(self.publicly_accessible, false)
    ports          = [5671, 61617, 8162]
  }
}

resource "aws_sns_topic" {
  kind = "topic"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:sns:${region}:${account}:${self.name}" }
  standin "id" { value = self.arn }

  companion "policy" { type = "aws_sns_topic_policy" }
  companion "subscription" { type = "aws_sns_topic_subscription" }

  let "document" { value = default(companion.policy.policy, self.policy) }

  fact "customer_key" { value = !contains(["", "alias/aws/sns"], default(self.kms_master_key_id, "")) }
  # Topics are not encrypted unless someone says so:
  # https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
  fact "encrypted_at_rest" { value = default(self.kms_master_key_id, "") != "" }
  fact "plain_delivery" { value = anytrue([for s in companions.subscription : default(s.protocol, "") == "http"]) }
  fact "public_read" { value = allows_anyone(let.document, ["sns:Subscribe"], local.restricting_keys) }
  fact "public_write" { value = allows_anyone(let.document, ["sns:Publish"], local.restricting_keys) }
  fact "tls_required" { value = denies_plain(let.document) }

  resource_policy { document = self.policy }
}

resource "aws_sns_topic_policy" {
  kind       = "topic"
  belongs_to = self.arn
  of_type    = ["aws_sns_topic"]
  name       = self.arn

  fact "public_read" { value = allows_anyone(self.policy, ["sns:Subscribe"], local.restricting_keys) }
  fact "public_write" { value = allows_anyone(self.policy, ["sns:Publish"], local.restricting_keys) }

  resource_policy { document = self.policy }
}

resource "aws_sns_topic_subscription" {
  kind       = "topic"
  belongs_to = self.topic_arn
  of_type    = ["aws_sns_topic"]

  standin "arn" { value = "${default(self.topic_arn, "")}:${standin_hash}" }

  fact "plain_delivery" { value = default(self.protocol, "") == "http" }

  flow {
    from      = self.topic_arn
    to        = self.endpoint
    protocol  = contains(["firehose", "lambda", "sqs"], default(self.protocol, "")) ? "event" : self.protocol
    operation = "sns:Publish"
  }
}

resource "aws_sqs_queue" {
  kind = "queue"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:sqs:${region}:${account}:${self.name}" }
  standin "url" { value = "https://sqs.${region}.amazonaws.com/${account}/${self.name}" }
  standin "id" { value = self.url }

  companion "policy" { type = "aws_sqs_queue_policy" }
  companion "redrive" {
    type  = "aws_sqs_queue_redrive_policy"
    where = "queue_url"
  }

  let "document" { value = default(companion.policy.policy, self.policy) }

  fact "customer_key" { value = !contains(["", "alias/aws/sqs"], default(self.kms_master_key_id, "")) }
  fact "dead_letter" { value = has(self.redrive_policy) || has(companion.redrive) }
  # New queues are encrypted with the service's key since October 2022 unless
  # someone says otherwise:
  # https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
  fact "encrypted_at_rest" { value = default(self.kms_master_key_id, "") != "" || default(self.sqs_managed_sse_enabled, true) }
  fact "public_read" { value = allows_anyone(let.document, ["sqs:ReceiveMessage"], local.restricting_keys) }
  fact "public_write" { value = allows_anyone(let.document, ["sqs:SendMessage"], local.restricting_keys) }
  fact "tls_required" { value = denies_plain(let.document) }

  flow {
    to       = default(jsondecode(self.redrive_policy).deadLetterTargetArn, null)
    protocol = "dead_letter"
  }

  resource_policy { document = self.policy }
}

resource "aws_sqs_queue_policy" {
  kind       = "queue"
  belongs_to = self.queue_url
  of_type    = ["aws_sqs_queue"]
  name       = self.queue_url

  fact "public_read" { value = allows_anyone(self.policy, ["sqs:ReceiveMessage"], local.restricting_keys) }
  fact "public_write" { value = allows_anyone(self.policy, ["sqs:SendMessage"], local.restricting_keys) }

  resource_policy { document = self.policy }
}

resource "aws_sqs_queue_redrive_policy" {
  belongs_to = self.queue_url
  of_type    = ["aws_sqs_queue"]

  flow {
    to       = default(jsondecode(self.redrive_policy).deadLetterTargetArn, null)
    protocol = "dead_letter"
  }
}
