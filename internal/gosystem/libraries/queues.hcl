# Queues, streams and timers: a message is from outside, whoever may send it.

package "github.com/segmentio/kafka-go" {
  source_fields = { "a message of the queue" = ["Message.{Value,Key}", "Header.Value"] }
  sources       = { "a message of the queue" = ["Reader.{ReadMessage,FetchMessage}: 0", "Conn.ReadMessage: 0"] }
  clean         = ["*", "Reader.*", "Writer.*", "Conn.*"]
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Connect"
    calls     = ["NewReader: 0.Brokers", "NewWriter: 0.Brokers", "TCP: 0", "{Dial,DialLeader}: 1", "{DialContext,DialLeader}: 2"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Produce"
    calls     = ["Writer.WriteMessages: recv.Topic"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Consume"
    kind      = "queue"
    consumes  = ["Reader.{ReadMessage,FetchMessage}: recv"]
  }
}

package "github.com/IBM/sarama" {
  source_fields = { "a message of the queue" = ["ConsumerMessage.{Value,Key}", "RecordHeader.Value"] }
  clean         = ["*", "*.*"]
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Connect"
    calls     = ["{NewConsumerGroup,NewConsumer,NewSyncProducer,NewAsyncProducer,NewClient,NewClusterAdmin}: 0"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Consume"
    kind      = "queue"
    consumes  = ["ConsumerGroup.Consume: 1", "Consumer.ConsumePartition: 0"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Produce"
    calls     = ["SyncProducer.SendMessage: 0.Topic"]
  }
}

package "github.com/Shopify/sarama" {
  source_fields = { "a message of the queue" = ["ConsumerMessage.{Value,Key}", "RecordHeader.Value"] }
  clean         = ["*", "*.*"]
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Connect"
    calls     = ["{NewConsumerGroup,NewConsumer,NewSyncProducer,NewAsyncProducer,NewClient,NewClusterAdmin}: 0"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Consume"
    kind      = "queue"
    consumes  = ["ConsumerGroup.Consume: 1", "Consumer.ConsumePartition: 0"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Produce"
    calls     = ["SyncProducer.SendMessage: 0.Topic"]
  }
}

package "github.com/twmb/franz-go/pkg/kgo" {
  source_fields = { "a message of the queue" = ["Record.{Value,Key}", "RecordHeader.Value"] }
  clean         = ["*", "*.*"]
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Connect"
    calls     = ["SeedBrokers: 0"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Consume"
    kind      = "queue"
    consumes  = ["ConsumeTopics: 0"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Produce"
    calls     = ["DefaultProduceTopic: 0", "Client.{Produce,TryProduce}: 1.Topic"]
  }
}

package "github.com/confluentinc/confluent-kafka-go/kafka" {
  source_fields = { "a message of the queue" = ["Message.{Value,Key}", "Header.Value"] }
  clean         = ["*", "*.*"]
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Connect"
    calls     = ["{NewConsumer,NewProducer,NewAdminClient}: 0.bootstrap.servers"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Consume"
    kind      = "queue"
    consumes  = ["Consumer.{SubscribeTopics,Subscribe}: 0"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Produce"
    runs      = ["Producer.Produce"]
  }
}

package "github.com/nats-io/nats.go" {
  source_fields = { "a message of the queue" = ["Msg.{Data,Subject,Reply,Header}"] }
  clean         = ["*", "*.*"]
  routes = [
    "Conn.Subscribe: kind queue pattern 0 handler 1", "Conn.QueueSubscribe: kind queue pattern 0 handler 2",
    "JetStreamContext.Subscribe: kind queue pattern 0 handler 1", "JetStreamContext.QueueSubscribe: kind queue pattern 0 handler 2",
  ]
  client "nats" {
    protocol  = "nats"
    operation = "nats:Connect"
    calls     = ["Connect: 0"]
  }
  client "nats" {
    protocol  = "nats"
    operation = "nats:Subscribe"
    kind      = "queue"
    consumes  = ["Conn.{SubscribeSync,QueueSubscribeSync,ChanSubscribe}: 0", "JetStreamContext.{SubscribeSync,PullSubscribe}: 0"]
  }
  client "nats" {
    protocol  = "nats"
    operation = "nats:Publish"
    calls     = ["Conn.{Publish,Request}: 0", "JetStreamContext.Publish: 0"]
  }
}

package "github.com/nats-io/nats.go/jetstream" {
  sources = { "a message of the queue" = ["Msg.{Data}: 0", "Msg.Subject: 0", "Msg.Headers: 0"] }
  clean   = ["*", "*.*"]
  routes  = ["Consumer.Consume: kind queue handler 0"]
  client "nats" {
    protocol  = "nats"
    operation = "nats:Publish"
    calls     = ["{JetStream,Publisher}.Publish: 1"]
  }
}

package "github.com/rabbitmq/amqp091-go" {
  source_fields = { "a message of the queue" = ["Delivery.{Body,Headers,RoutingKey,ReplyTo,Type}"] }
  clean         = ["*", "*.*"]
  client "amqp" {
    protocol  = "amqp"
    operation = "amqp:Connect"
    calls     = ["{Dial,DialTLS,DialConfig}: 0"]
  }
  client "amqp" {
    protocol  = "amqp"
    operation = "amqp:Consume"
    kind      = "queue"
    consumes  = ["Channel.{Consume,Get}: 0"]
  }
  client "amqp" {
    protocol  = "amqp"
    operation = "amqp:Publish"
    calls     = ["Channel.Publish: 0"]
  }
}

package "github.com/streadway/amqp" {
  source_fields = { "a message of the queue" = ["Delivery.{Body,Headers,RoutingKey,ReplyTo,Type}"] }
  clean         = ["*", "*.*"]
  client "amqp" {
    protocol  = "amqp"
    operation = "amqp:Connect"
    calls     = ["{Dial,DialTLS,DialConfig}: 0"]
  }
  client "amqp" {
    protocol  = "amqp"
    operation = "amqp:Consume"
    kind      = "queue"
    consumes  = ["Channel.{Consume,Get}: 0"]
  }
  client "amqp" {
    protocol  = "amqp"
    operation = "amqp:Publish"
    calls     = ["Channel.Publish: 0"]
  }
}

package "cloud.google.com/go/pubsub" {
  source_fields = { "a message of the queue" = ["Message.{Data,Attributes,OrderingKey}"] }
  clean         = ["*", "*.*"]
  routes        = ["Subscription.Receive: kind queue handler 1", "Subscriber.Receive: kind queue handler 1"]
  client "pubsub" {
    protocol  = "https"
    operation = "pubsub:Subscribe"
    calls     = ["Client.Subscription: 0", "Client.Subscriber: 0"]
  }
  client "pubsub" {
    protocol  = "https"
    operation = "pubsub:Publish"
    calls     = ["{Client}.Topic: 0", "Client.Publisher: 0"]
  }
}

package "github.com/hibiken/asynq" {
  sources = { "a task of the queue" = ["Task.{Payload}: 0"] }
  clean   = ["*", "*.*"]
  routes  = ["ServeMux.{HandleFunc,Handle}: kind queue pattern 0 handler 1"]
  groups  = []
  client "redis" {
    protocol  = "redis"
    operation = "redis:Connect"
    calls     = ["NewClient: 0.Addr", "NewServer: 0.Addr"]
  }
}

package "go.temporal.io/sdk/worker" {
  clean  = ["*"]
  routes = ["{Worker,Registry,ActivityRegistry}.RegisterActivity: kind queue handler 0", "{Worker,Registry,WorkflowRegistry}.RegisterWorkflow: kind queue handler 0"]
}

package "go.temporal.io/sdk/client" {
  clean = ["*", "Client.*"]
  client "temporal" {
    protocol  = "grpc"
    operation = "temporal:Connect"
    calls     = ["Dial: 0.HostPort"]
  }
}

package "github.com/robfig/cron" {
  clean  = ["*", "Cron.*"]
  routes = ["Cron.AddFunc: kind cron pattern 0 handler 1", "Cron.AddJob: kind cron pattern 0 handler 1"]
}

package "github.com/go-co-op/gocron" {
  clean = ["*", "*.*"]
}
