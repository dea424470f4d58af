# Pub/Sub and task queues.

resource "google_cloud_tasks_queue" {
  kind = "queue"
  name = self.name

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/queues/${standin_name}" }

  fact "encrypted_at_rest" { value = true }
}

resource "google_pubsub_lite_topic" {
  kind = "stream"
  name = self.name

  fact "encrypted_at_rest" { value = true }
}

resource "google_pubsub_schema" {}

resource "google_pubsub_subscription" {
  kind = "queue"
  name = self.name

  standin "id" { value = "projects/${account}/subscriptions/${standin_name}" }

  # Messages that fail come back until they are too old, unless set aside.
  companion "topic" {
    type  = "google_pubsub_topic"
    named = "topic"
  }
  companion "feeder" {
    type  = "google_pubsub_subscription"
    where = "dead_letter_policy.dead_letter_topic"
    of    = "topic"
  }

  # What takes the messages that failed elsewhere needs no such place of its own.
  fact "dead_letter" { value = has(companion.feeder) ? null : default(self.dead_letter_policy[0].dead_letter_topic, "") != "" }
  fact "encrypted_at_rest" { value = true }

  flow {
    from     = self.topic
    protocol = "event"
  }
  flow {
    to       = default(self.push_config[0].push_endpoint, self.bigquery_config[0].table, self.cloud_storage_config[0].bucket)
    protocol = "event"
  }
  flow {
    to       = default(self.dead_letter_policy[0].dead_letter_topic)
    protocol = "dead_letter"
  }
}

resource "google_pubsub_topic" {
  kind = "topic"
  name = self.name

  standin "id" { value = "projects/${account}/topics/${standin_name}" }

  fact "customer_key" { value = default(self.kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = false }
  fact "public_write" { value = false }
}
