# Service Bus, Event Hubs, Event Grid, IoT.

resource "azurerm_eventgrid_domain" {
  also = ["azurerm_eventgrid_topic", "azurerm_eventgrid_namespace"]
  kind = "topic"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.EventGrid/topics/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/eventgrid_domain
  fact "public_network_access" { value = default(self.public_network_access_enabled, default(self.public_network_access, "Enabled") != "Disabled") }
  fact "shared_password" { value = default(self.local_auth_enabled, true) }
}

resource "azurerm_eventgrid_event_subscription" {
  also = ["azurerm_eventgrid_system_topic_event_subscription"]

  flow {
    from     = default(self.scope, self.system_topic)
    to       = default(self.azure_function_endpoint[0].function_id, self.service_bus_queue_endpoint_id, self.webhook_endpoint[0].url, self.storage_queue_endpoint[0].storage_account_id)
    protocol = "event"
  }
}

resource "azurerm_eventgrid_system_topic" {
  kind = "topic"
  name = self.name
}

resource "azurerm_eventhub" {
  kind    = "stream"
  name    = self.name
  part_of = default(self.namespace_id, self.namespace_name)

  standin "id" { value = "/subscriptions/${account}/providers/Microsoft.EventHub/namespaces/${default(self.namespace_name, "standin")}/eventhubs/${standin_name}" }

  fact "encrypted_at_rest" { value = true }
}

resource "azurerm_eventhub_authorization_rule" {
  also = ["azurerm_eventhub_namespace_authorization_rule", "azurerm_servicebus_namespace_authorization_rule", "azurerm_servicebus_queue_authorization_rule", "azurerm_servicebus_topic_authorization_rule"]
}

resource "azurerm_eventhub_namespace" {
  kind = "stream"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.EventHub/namespaces/${standin_name}" }

  companion "key" {
    type  = "azurerm_eventhub_namespace_customer_managed_key"
    where = "eventhub_namespace_id"
  }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/eventhub_namespace
  fact "customer_key" { value = has(companion.key) }
  fact "encrypted_at_rest" { value = true }
  fact "multi_zone" { value = default(self.zone_redundant, true) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) && default(self.network_rulesets[0].default_action, "Allow") != "Deny" }
  fact "shared_password" { value = default(self.local_authentication_enabled, true) }
  fact "tls_min" { value = local.azure_tls[default(self.minimum_tls_version, "1.2")] }
}

resource "azurerm_eventhub_namespace_customer_managed_key" {}

resource "azurerm_iothub" {
  kind = "stream"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Devices/iotHubs/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/iothub
  fact "encrypted_at_rest" { value = true }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }
  fact "shared_password" { value = default(self.local_authentication_enabled, true) }
  fact "tls_min" { value = default(local.azure_tls[self.min_tls_version], null) }
}

resource "azurerm_notification_hub" {
  kind = "topic"
  name = self.name
}

resource "azurerm_servicebus_namespace" {
  kind = "queue"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.ServiceBus/namespaces/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/servicebus_namespace
  fact "customer_key" { value = length(default(self.customer_managed_key, [])) > 0 }
  fact "encrypted_at_rest" { value = true }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) && default(self.network_rule_set[0].default_action, "Allow") == "Allow" }
  fact "shared_password" { value = default(self.local_auth_enabled, true) }
  fact "tls_min" { value = local.azure_tls[default(self.minimum_tls_version, "1.2")] }
}

resource "azurerm_servicebus_queue" {
  kind    = "queue"
  name    = self.name
  part_of = self.namespace_id

  standin "id" { value = "${default(self.namespace_id, "standin")}/queues/${standin_name}" }

  # A message that fails ten times is always set aside:
  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/servicebus_queue#max_delivery_count
  fact "dead_letter" { value = true }
  fact "encrypted_at_rest" { value = true }
}

resource "azurerm_servicebus_subscription" {
  kind = "queue"
  name = self.name

  fact "dead_letter" { value = true }

  flow {
    from     = self.topic_id
    protocol = "event"
  }
}

resource "azurerm_servicebus_topic" {
  kind    = "topic"
  name    = self.name
  part_of = self.namespace_id

  standin "id" { value = "${default(self.namespace_id, "standin")}/topics/${standin_name}" }

  fact "encrypted_at_rest" { value = true }
}

resource "azurerm_signalr_service" {
  also = ["azurerm_web_pubsub"]
  kind = "gateway.api"
  name = self.name

  fact "cors_any_origin" { value = contains(default(self.cors[0].allowed_origins, []), "*") }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }

  network { public_address = default(self.public_network_access_enabled, true) }
}
