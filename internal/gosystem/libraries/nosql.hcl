# Stores that are not SQL: documents, caches, search, graphs, directories.

locals {
  mongo_queries = [
    "Collection.{Find,FindOne,FindOneAndDelete,FindOneAndReplace,FindOneAndUpdate,DeleteOne,DeleteMany,UpdateOne,UpdateMany,ReplaceOne,CountDocuments,Aggregate,Watch}: 1",
    "Collection.Distinct: 2", "Database.{RunCommand,RunCommandCursor,Aggregate}: 1",
  ]
}

package "go.mongodb.org/mongo-driver/mongo" {
  clean = ["{Connect,NewClient}", "*.*"]
  sinks = { nosql_injection = local.mongo_queries }
  client "mongodb" {
    protocol  = "mongodb"
    operation = "mongodb:"
    runs      = ["Collection.{Find,FindOne,InsertOne,InsertMany,UpdateOne,UpdateMany,UpdateByID,ReplaceOne,DeleteOne,DeleteMany,Aggregate,CountDocuments,Distinct,BulkWrite,FindOneAndUpdate,FindOneAndReplace,FindOneAndDelete,Watch}"]
  }
}

package "go.mongodb.org/mongo-driver/mongo/options" {
  clean = ["*", "*.*"]
  client "mongodb" {
    protocol  = "mongodb"
    operation = "mongodb:Connect"
    calls     = ["ClientOptions.ApplyURI: 0"]
  }
}

package "go.mongodb.org/mongo-driver/bson" {
  flows = ["{Marshal,MarshalExtJSON}: 0 -> 0", "Unmarshal: 0 -> arg 1", "UnmarshalExtJSON: 0 -> arg 2", "Raw.{Lookup,String}: recv -> 0"]
}

package "go.mongodb.org/mongo-driver/bson/primitive" {
  flows  = ["ObjectIDFromHex: 0 -> 0 except argument_injection sql_injection command_injection path_traversal xss log_injection open_redirect request_forgery template_injection nosql_injection"]
  guards = ["ObjectIDFromHex: 0 ok"]
  clean  = ["{NewObjectID,NewObjectIDFromTimestamp,IsValidObjectID,NewDateTimeFromTime,NewDecimal128}", "ObjectID.*"]
}

package "github.com/redis/go-redis" {
  clean = ["*", "*.*"]
  sources       = { "a message of the channel" = ["PubSub.ReceiveMessage: 0"] }
  source_fields = { "a message of the channel" = ["Message.Payload"] }
  # A script that is put together from outside data runs in the server.
  sinks = { command_injection = ["{Client,ClusterClient,Ring}.Eval: 1", "NewScript: 0"] }
  client "redis" {
    protocol  = "redis"
    operation = "redis:Connect"
    calls = [
      "NewClient: 0.Addr tls 0.TLSConfig", "NewClusterClient: 0.Addrs tls 0.TLSConfig", "NewUniversalClient: 0.Addrs tls 0.TLSConfig",
      "NewFailoverClient: 0.SentinelAddrs tls 0.TLSConfig", "ParseURL: 0",
    ]
  }
  client "redis" {
    protocol  = "redis"
    operation = "redis:Subscribe"
    kind      = "queue"
    consumes  = ["{Client,ClusterClient}.{Subscribe,PSubscribe}: 1"]
  }
  client "redis" {
    protocol  = "redis"
    operation = "redis:"
    runs = [
      "{Client,ClusterClient,Cmdable,UniversalClient,cmdable}.{Get,Set,SetNX,SetEx,Del,Exists,Expire,Incr,Decr,HGet,HGetAll,HSet,HDel,LPush,RPush,LPop,RPop,BRPop,BLPop,LRange,SAdd,SRem,SMembers,SIsMember,ZAdd,ZRange,ZRangeByScore,MGet,MSet,GetSet,GetDel,Keys,Scan,Eval,EvalSha,Publish,XAdd,XRead,XReadGroup}",
      "Client.{Do,Process}",
    ]
  }
}

package "github.com/go-redis/redis" {
  clean = ["*", "*.*"]
  sources       = { "a message of the channel" = ["PubSub.ReceiveMessage: 0"] }
  source_fields = { "a message of the channel" = ["Message.Payload"] }
  # A script that is put together from outside data runs in the server.
  sinks = { command_injection = ["{Client,ClusterClient,Ring}.Eval: 1", "NewScript: 0"] }
  client "redis" {
    protocol  = "redis"
    operation = "redis:Connect"
    calls = [
      "NewClient: 0.Addr tls 0.TLSConfig", "NewClusterClient: 0.Addrs tls 0.TLSConfig", "NewUniversalClient: 0.Addrs tls 0.TLSConfig",
      "NewFailoverClient: 0.SentinelAddrs tls 0.TLSConfig", "ParseURL: 0",
    ]
  }
  client "redis" {
    protocol  = "redis"
    operation = "redis:Subscribe"
    kind      = "queue"
    consumes  = ["{Client,ClusterClient}.{Subscribe,PSubscribe}: 1"]
  }
  client "redis" {
    protocol  = "redis"
    operation = "redis:"
    runs = [
      "{Client,ClusterClient,Cmdable,UniversalClient,cmdable}.{Get,Set,SetNX,SetEX,Del,Exists,Expire,Incr,Decr,HGet,HGetAll,HSet,HDel,LPush,RPush,LPop,RPop,BRPop,BLPop,LRange,SAdd,SRem,SMembers,SIsMember,ZAdd,ZRange,ZRangeByScore,MGet,MSet,GetSet,GetDel,Keys,Scan,Eval,EvalSha,Publish,XAdd,XRead,XReadGroup}",
      "Client.{Do,Process}",
    ]
  }
}

package "github.com/gomodule/redigo/redis" {
  clean = ["*", "Pool.*"]
  flows = ["{String,Bytes,Strings,ByteSlices,StringMap,Values}: 0 -> 0"]
  client "redis" {
    protocol  = "redis"
    operation = "redis:Connect"
    calls     = ["Dial: 1", "DialURL: 0", "DialContext: 2", "DialURLContext: 1"]
  }
}

package "github.com/bradfitz/gomemcache/memcache" {
  clean = ["*.*"]
  client "memcached" {
    protocol  = "memcached"
    operation = "memcached:Connect"
    calls     = ["New: 0"]
  }
}

package "github.com/elastic/go-elasticsearch" {
  clean = ["*", "Config.*"]
  client "elasticsearch" {
    protocol  = "http"
    operation = "elasticsearch:Connect"
    calls     = ["{NewClient,NewTypedClient}: 0.Addresses"]
  }
}

package "github.com/elastic/go-elasticsearch/esapi" {
  clean       = ["*.*"]
  sinks       = { nosql_injection = ["Search.WithBody: 0", "Search.WithQuery: 0"] }
  sink_fields = { nosql_injection = ["{SearchRequest,DeleteByQueryRequest,UpdateByQueryRequest,CountRequest}.{Body,Query}"] }
}

package "github.com/opensearch-project/opensearch-go" {
  clean = ["*", "Config.*"]
  client "opensearch" {
    protocol  = "http"
    operation = "opensearch:Connect"
    calls     = ["NewClient: 0.Addresses"]
  }
}

package "github.com/opensearch-project/opensearch-go/opensearchapi" {
  clean       = ["*", "*.*"]
  sink_fields = { nosql_injection = ["SearchReq.Body"] }
  client "opensearch" {
    protocol  = "http"
    operation = "opensearch:Connect"
    calls     = ["NewClient: 0.Client.Addresses"]
  }
}

package "github.com/olivere/elastic" {
  clean = ["*", "*.*"]
  sinks = { nosql_injection = ["{NewQueryStringQuery,NewSimpleQueryStringQuery,NewRawStringQuery,NewScript}: 0", "SearchService.Source: 0"] }
  client "elasticsearch" {
    protocol  = "http"
    operation = "elasticsearch:Connect"
    calls     = ["SetURL: 0"]
  }
}

package "github.com/gocql/gocql" {
  clean  = ["*", "*.*"]
  flows  = ["ParseUUID: 0 -> 0 except sql_injection nosql_injection path_traversal xss log_injection"]
  guards = ["ParseUUID: 0 ok"]
  sinks  = { sql_injection = ["Session.{Query,Bind}: 0", "Batch.{Query,Bind}: 0"] }
  client "cassandra" {
    protocol  = "cql"
    operation = "cassandra:Connect"
    calls     = ["NewCluster: 0"]
  }
  client "cassandra" {
    protocol  = "cql"
    operation = "cassandra:"
    runs      = ["Query.{Exec,Scan,Iter,ScanCAS,MapScan}", "Session.ExecuteBatch"]
  }
}

package "github.com/neo4j/neo4j-go-driver/neo4j" {
  clean = ["*", "*.*"]
  sinks = {
    nosql_injection = ["{SessionWithContext,ExplicitTransaction,ManagedTransaction}.Run: 1", "{Session,Transaction}.Run: 0", "ExecuteQuery: 2"]
  }
  client "neo4j" {
    protocol  = "bolt"
    operation = "neo4j:Connect"
    calls     = ["{NewDriver,NewDriverWithContext}: 0"]
  }
  client "neo4j" {
    protocol  = "bolt"
    operation = "neo4j:"
    runs      = ["{SessionWithContext,ExplicitTransaction,ManagedTransaction}.Run", "ExecuteQuery"]
  }
}

package "github.com/go-ldap/ldap" {
  clean       = ["{NewEntry,NewControlPaging,DialWithTLSConfig,DialWithDialer,NewModifyRequest,NewAddRequest,IsErrorWithCode,IsErrorAnyOf}", "*.*"]
  flows       = ["EscapeFilter: 0 -> 0 except ldap_injection", "EscapeDN: 0 -> 0 except ldap_injection"]
  sinks       = { ldap_injection = ["NewSearchRequest: 0 6", "CompileFilter: 0", "NewDelRequest: 0"] }
  sink_fields = { ldap_injection = ["SearchRequest.{Filter,BaseDN}"] }
  transport   = { tls = ["{DialWithTLSConfig}"] }
  client "ldap" {
    protocol  = "ldap"
    operation = "ldap:Connect"
    calls     = ["DialURL: 0", "{Dial,DialTLS}: 1"]
  }
  client "ldap" {
    protocol  = "ldap"
    operation = "ldap:"
    runs      = ["Conn.{Bind,Search,SearchWithPaging,Add,Modify,Del,PasswordModify}"]
  }
}

package "github.com/antchfx/xmlquery" {
  clean = ["{AddAttr,AddChild,CreateXPathNavigator}"]
  flows = ["Parse: 0 -> 0", "Node.{InnerText,SelectAttr,OutputXML}: recv -> 0"]
  sinks = { xpath_injection = ["{Find,FindOne,FindEach,FindEachWithBreak,Query,QueryAll}: 1", "Node.{SelectElement,SelectElements}: 0"] }
}

package "github.com/antchfx/xpath" {
  sinks = { xpath_injection = ["{Compile,MustCompile,CompileWithNS}: 0", "Select: 1"] }
  clean = ["Expr.*"]
}

package "github.com/antchfx/htmlquery" {
  flows = ["Parse: 0 -> 0", "{InnerText,OutputHTML,SelectAttr}: 0 -> 0"]
  sinks = { xpath_injection = ["{Find,FindOne,Query,QueryAll}: 1"], path_traversal = ["LoadDoc: 0"], request_forgery = ["LoadURL: 0"] }
}

package "github.com/beevik/etree" {
  flows = ["Document.{ReadFromString,ReadFromBytes}: 0 -> recv", "Document.ReadFrom: 0 -> recv", "Element.{Text,SelectAttrValue,SelectElement,SelectElements,ChildElements,FindElement,FindElements}: recv -> 0"]
  sinks = { xpath_injection = ["{CompilePath,MustCompilePath}: 0", "Element.{FindElement,FindElements}: 0"], path_traversal = ["Document.{ReadFromFile,WriteToFile}: 0"] }
}

package "github.com/influxdata/influxdb-client-go" {
  clean = ["*", "*.*"]
  client "influxdb" {
    protocol  = "http"
    operation = "influxdb:Connect"
    calls     = ["{NewClient,NewClientWithOptions}: 0"]
  }
}

package "github.com/influxdata/influxdb-client-go/api" {
  clean = ["*.*"]
  sinks = { nosql_injection = ["QueryAPI.{Query,QueryRaw}: 1"] }
}

package "go.etcd.io/etcd/client" {
  clean = ["*", "*.*"]
  client "etcd" {
    protocol  = "grpc"
    operation = "etcd:Connect"
    calls     = ["New: 0.Endpoints tls 0.TLS"]
  }
}
