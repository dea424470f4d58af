# Google Cloud and Azure: the client of a service, and what it is asked to do.

# Generated clients: a method that is given an XRequest does X.

package "cloud.google.com/go/*/apiv1" {
  clean = ["*", "*.*"]
  client "{1}" {
    protocol  = "https"
    operation = "{prefix}:"
    inputs    = "Request"
    targets   = ["Name", "Parent", "Secret", "Topic", "Subscription", "Queue", "Project", "Instance", "Resource"]
    prefixes  = { kms = "cloudkms" }
    runs      = ["*Client.*"]
  }
}

package "cloud.google.com/go/*/apiv2" {
  clean = ["*", "*.*"]
  client "{1}" {
    protocol  = "https"
    operation = "{prefix}:"
    inputs    = "Request"
    targets   = ["Name", "Parent", "Secret", "Topic", "Subscription", "Queue", "Project", "Instance", "Resource"]
    prefixes  = { kms = "cloudkms" }
    runs      = ["*Client.*"]
  }
}

package "cloud.google.com/go/*/apiv1beta1" {
  clean = ["*", "*.*"]
  client "{1}" {
    protocol  = "https"
    operation = "{prefix}:"
    inputs    = "Request"
    targets   = ["Name", "Parent", "Secret", "Topic", "Subscription", "Queue", "Project", "Instance", "Resource"]
    prefixes  = { kms = "cloudkms" }
    runs      = ["*Client.*"]
  }
}

package "cloud.google.com/go/*/*/apiv1" {
  clean = ["*", "*.*"]
  client "{1}" {
    protocol  = "https"
    operation = "{prefix}:"
    inputs    = "Request"
    targets   = ["Name", "Parent", "Secret", "Topic", "Subscription", "Queue", "Project", "Instance", "Resource"]
    prefixes  = { kms = "cloudkms" }
    runs      = ["*Client.*"]
  }
}

# Clients of the discovery documents: svc.Projects.Secrets.Get(name).Do().
package "google.golang.org/api/*" {
  clean = ["NewService"]
  client "{1}" {
    protocol  = "https"
    operation = "{1}:"
    calls     = ["*Service.{Get,List,Insert,Update,Delete,Patch,Create,Access,Publish,Pull,GetIamPolicy,SetIamPolicy}: 0"]
  }
}

package "cloud.google.com/go/storage" {
  clean = ["*", "*.*"]
  client "gcs" {
    protocol  = "https"
    operation = "storage:Bucket"
    calls     = ["Client.Bucket: 0"]
  }
  client "gcs" {
    protocol  = "https"
    operation = "storage:"
    runs      = ["ObjectHandle.{NewReader,NewRangeReader,NewWriter,Delete,Attrs,Update}", "BucketHandle.{Objects,Attrs,Create,Delete,SignedURL}"]
  }
}

# A lock that is a file of a bucket.
package "github.com/sethvargo/go-gcslock" {
  clean = ["*", "*.*"]
  client "gcs" {
    protocol  = "https"
    operation = "storage:Bucket"
    calls     = ["New: 1"]
  }
}

package "cloud.google.com/go/firestore" {
  clean = ["*", "*.*"]
  client "firestore" {
    protocol  = "https"
    operation = "firestore:Connect"
    calls     = ["NewClient: 1"]
  }
  client "firestore" {
    protocol  = "https"
    operation = "firestore:"
    runs      = ["DocumentRef.{Get,Set,Create,Update,Delete}", "Query.Documents", "CollectionRef.{Add,Documents}"]
  }
}

package "cloud.google.com/go/datastore" {
  clean = ["*", "*.*"]
  client "datastore" {
    protocol  = "https"
    operation = "datastore:Connect"
    calls     = ["NewClient: 1"]
  }
  client "datastore" {
    protocol  = "https"
    operation = "datastore:"
    runs      = ["Client.{Get,GetMulti,Put,PutMulti,Delete,GetAll,Run,RunInTransaction}"]
  }
}

package "cloud.google.com/go/bigquery" {
  clean       = ["*", "*.*"]
  sinks       = { sql_injection = ["Client.Query: 0"] }
  sink_fields = { sql_injection = ["QueryConfig.Q"] }
  client "bigquery" {
    protocol  = "https"
    operation = "bigquery:Connect"
    calls     = ["NewClient: 1"]
  }
  client "bigquery" {
    protocol  = "https"
    operation = "bigquery:"
    calls     = ["Client.{Dataset}: 0"]
  }
  client "bigquery" {
    protocol  = "https"
    operation = "bigquery:"
    runs      = ["Client.Query", "Query.{Read,Run}", "Job.Read", "Inserter.Put"]
  }
}

package "cloud.google.com/go/spanner" {
  clean       = ["*", "*.*"]
  sinks       = { sql_injection = ["NewStatement: 0"] }
  sink_fields = { sql_injection = ["Statement.SQL"] }
  client "spanner" {
    protocol  = "https"
    operation = "spanner:Connect"
    calls     = ["{NewClient,NewClientWithConfig}: 1"]
  }
  client "spanner" {
    protocol  = "https"
    operation = "spanner:"
    runs      = ["ReadOnlyTransaction.{Query,Read,ReadRow}", "ReadWriteTransaction.{Update,BatchUpdate,BufferWrite}", "Client.{Apply,ReadWriteTransaction,Single}"]
  }
}

package "github.com/Azure/azure-sdk-for-go/sdk/azidentity" {
  clean = ["*", "*.*"]
}

package "github.com/Azure/azure-sdk-for-go/sdk/storage/azblob" {
  clean = ["*", "*.*"]
  client "azblob" {
    protocol  = "https"
    operation = "Microsoft.Storage:Connect"
    calls     = ["{NewClient,NewClientWithSharedKeyCredential,NewClientWithNoCredential}: 0", "NewClientFromConnectionString: 0"]
  }
  client "azblob" {
    protocol  = "https"
    operation = "Microsoft.Storage:"
    calls     = ["Client.{CreateContainer,DeleteContainer,DeleteBlob,DownloadBuffer,DownloadFile,DownloadStream,UploadBuffer,UploadFile,UploadStream}: 1"]
  }
}

package "github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets" {
  clean = ["*", "*.*"]
  client "keyvault" {
    protocol  = "https"
    operation = "Microsoft.KeyVault:Connect"
    calls     = ["NewClient: 0"]
  }
  client "keyvault" {
    protocol  = "https"
    operation = "Microsoft.KeyVault:"
    calls     = ["Client.{GetSecret,SetSecret,DeleteSecret}: 1"]
  }
}

package "github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azkeys" {
  clean = ["*", "*.*"]
  client "keyvault" {
    protocol  = "https"
    operation = "Microsoft.KeyVault:Connect"
    calls     = ["NewClient: 0"]
  }
  client "keyvault" {
    protocol  = "https"
    operation = "Microsoft.KeyVault:"
    calls     = ["Client.{GetKey,CreateKey,Decrypt,Encrypt,Sign,UnwrapKey,WrapKey}: 1"]
  }
}

package "github.com/Azure/azure-sdk-for-go/sdk/messaging/azservicebus" {
  clean         = ["*", "*.*"]
  source_fields = { "a message of the queue" = ["ReceivedMessage.{Body,ApplicationProperties,Subject}"] }
  client "servicebus" {
    protocol  = "amqps"
    operation = "Microsoft.ServiceBus:Connect"
    calls     = ["NewClient: 0", "NewClientFromConnectionString: 0"]
  }
  client "servicebus" {
    protocol  = "amqps"
    operation = "Microsoft.ServiceBus:Send"
    calls     = ["Client.NewSender: 0"]
  }
  client "servicebus" {
    protocol  = "amqps"
    operation = "Microsoft.ServiceBus:Receive"
    kind      = "queue"
    consumes  = ["Client.{NewReceiverForQueue,NewReceiverForSubscription}: 0"]
  }
}

package "github.com/Azure/azure-sdk-for-go/sdk/messaging/azeventhubs" {
  clean         = ["*", "*.*"]
  source_fields = { "a message of the queue" = ["EventData.{Body,Properties}"] }
  client "eventhubs" {
    protocol  = "amqps"
    operation = "Microsoft.EventHub:Connect"
    calls     = ["{NewConsumerClient,NewProducerClient,NewConsumerClientFromConnectionString,NewProducerClientFromConnectionString}: 0"]
  }
}

package "github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos" {
  clean = ["*", "*.*"]
  sinks = { nosql_injection = ["ContainerClient.NewQueryItemsPager: 0"] }
  client "cosmosdb" {
    protocol  = "https"
    operation = "Microsoft.DocumentDB:Connect"
    calls     = ["{NewClient,NewClientWithKey,NewClientFromConnectionString}: 0"]
  }
  client "cosmosdb" {
    protocol  = "https"
    operation = "Microsoft.DocumentDB:"
    calls     = ["Client.{NewDatabase,NewContainer}: 0"]
  }
}

package "github.com/Azure/azure-sdk-for-go/sdk/data/aztables" {
  clean = ["*", "*.*"]
  client "aztables" {
    protocol  = "https"
    operation = "Microsoft.Storage:Connect"
    calls     = ["{NewClient,NewServiceClient,NewClientWithNoCredential,NewServiceClientFromConnectionString}: 0"]
  }
}

package "github.com/Azure/azure-sdk-for-go/sdk/storage/azqueue" {
  clean         = ["*", "*.*"]
  source_fields = { "a message of the queue" = ["DequeuedMessage.MessageText"] }
  client "azqueue" {
    protocol  = "https"
    operation = "Microsoft.Storage:Connect"
    calls     = ["{NewQueueClient,NewServiceClient,NewServiceClientFromConnectionString}: 0"]
  }
}

# Management of Azure resources: every client of every arm package.
package "github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/*/*" {
  clean = ["*", "*.*"]
  client "arm" {
    protocol  = "https"
    operation = "azure:{1}."
    runs      = ["*Client.{Begin*,Get*,List*,Create*,Update*,Delete*,New*Pager}"]
  }
}
