package "github.com/jmoiron/sqlx" {
  clean = ["{Open,Connect,MustConnect,In,Named,Rebind}", "Rows.*", "Row.*", "Stmt.*", "NamedStmt.*", "DB.*", "Tx.*"]
  sinks = {
    sql_injection = [
      "{DB,Tx}.{Exec,Query,QueryRow,Queryx,QueryRowx,MustExec,Preparex,PrepareNamed,NamedExec,NamedQuery}: 0",
      "{DB,Tx}.{Select,Get}: 1", "{DB,Tx}.{SelectContext,GetContext}: 2",
      "{DB,Tx}.{ExecContext,QueryContext,QueryxContext,QueryRowxContext,MustExecContext,NamedExecContext}: 1",
      "{Select,Get}: 2", "{SelectContext,GetContext}: 3",
    ]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["{Open,Connect,MustConnect}: 1", "ConnectContext: 2"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{DB,Tx}.{Exec,Query,QueryRow,Queryx,QueryRowx,MustExec,NamedExec,NamedQuery,Select,Get,SelectContext,GetContext,ExecContext,QueryContext,QueryxContext,QueryRowxContext}"]
  }
}

package "github.com/jackc/pgx" {
  clean = ["Connect", "ParseConfig", "Rows.*", "Row.*", "Conn.*", "Tx.*"]
  sinks = { sql_injection = ["{Conn,Tx}.{Exec,Query,QueryRow}: 1", "{Conn,Tx}.Prepare: 2"] }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["{Connect,ConnectConfig}: 1"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{Conn,Tx}.{Exec,Query,QueryRow}"]
  }
}

package "github.com/jackc/pgx/pgxpool" {
  clean = ["{New,Connect,ParseConfig}", "Pool.*"]
  sinks = { sql_injection = ["{Pool,Conn,Tx}.{Exec,Query,QueryRow}: 1"] }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["{New,Connect,ParseConfig}: 1"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{Pool,Conn,Tx}.{Exec,Query,QueryRow}"]
  }
}

package "gorm.io/gorm" {
  clean = ["Open", "DB.*"]
  sinks = { sql_injection = ["DB.{Raw,Exec,Where,Or,Not,Order,Group,Having,Select,Distinct,Pluck,Joins,Table}: 0"] }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["DB.{Raw,Exec,Find,First,Last,Take,Create,Save,Update,Updates,Delete,Count,Scan}"]
  }
}

package "github.com/jinzhu/gorm" {
  clean = ["Open", "DB.*"]
  sinks = { sql_injection = ["DB.{Raw,Exec,Where,Or,Not,Order,Group,Having,Select,Pluck,Joins,Table}: 0"] }
}

package "gorm.io/driver/postgres" {
  clean = ["*"]
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Open: 0"]
  }
}

package "gorm.io/driver/mysql" {
  clean = ["*"]
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Open: 0"]
  }
}

package "go.mongodb.org/mongo-driver/mongo/options" {
  clean = ["*"]
  client "mongodb" {
    protocol  = "mongodb"
    operation = "mongodb:Connect"
    calls     = ["ClientOptions.ApplyURI: 0"]
  }
}

package "github.com/redis/go-redis" {
  clean = ["*", "Client.*", "Cmdable.*"]
  client "redis" {
    protocol  = "redis"
    operation = "redis:Connect"
    calls     = ["NewClient: 0.Addr", "NewClusterClient: 0.Addrs", "ParseURL: 0"]
  }
}

package "github.com/go-redis/redis" {
  clean = ["*", "Client.*", "Cmdable.*"]
  client "redis" {
    protocol  = "redis"
    operation = "redis:Connect"
    calls     = ["NewClient: 0.Addr", "ParseURL: 0"]
  }
}

package "github.com/segmentio/kafka-go" {
  sources = { "a message of the queue" = ["Reader.{ReadMessage,FetchMessage}: 0"] }
  clean   = ["NewReader", "NewWriter", "Writer.*"]
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Produce"
    calls     = ["Writer.WriteMessages: recv.Topic"]
  }
  client "kafka" {
    protocol  = "kafka"
    operation = "kafka:Consume"
    kind      = "queue"
    consumes  = ["Reader.{ReadMessage,FetchMessage}: recv.Topic"]
  }
}

package "github.com/nats-io/nats.go" {
  clean = ["Connect"]
  client "nats" {
    protocol  = "nats"
    operation = "nats:Connect"
    calls     = ["Connect: 0"]
  }
}

package "github.com/rabbitmq/amqp091-go" {
  client "amqp" {
    protocol  = "amqp"
    operation = "amqp:Connect"
    calls     = ["Dial: 0"]
  }
  client "amqp" {
    protocol  = "amqp"
    operation = "amqp:Consume"
    kind      = "queue"
    consumes  = ["Channel.Consume: 0"]
  }
}

package "github.com/robfig/cron" {
  routes = ["Cron.AddFunc: kind cron pattern 0 handler 1"]
}
