# SQL: the text of a query is dangerous, bound values are not.

package "github.com/jmoiron/sqlx" {
  flows = ["Rebind: 1 -> 0", "{In,Named}: 0 -> 0", "{DB,Tx}.Rebind: 0 -> 0", "{DB,Tx}.BindNamed: 0 -> 0", "{DB,Tx}.Unsafe: recv -> 0"]
  clean = ["{Open,Connect,MustConnect,ConnectContext,MustOpen,NewDb,StructScan,SliceScan,MapScan}", "Rows.*", "Row.*", "Stmt.*", "NamedStmt.*", "DB.*", "Tx.*", "Conn.*"]
  sinks = {
    sql_injection = [
      "{DB,Tx}.{Exec,Query,QueryRow,Queryx,QueryRowx,MustExec,Prepare,Preparex,PrepareNamed,NamedExec,NamedQuery}: 0",
      "{DB,Tx}.{Select,Get}: 1", "{DB,Tx,Conn}.{SelectContext,GetContext}: 2",
      "{DB,Tx,Conn}.{ExecContext,QueryContext,QueryxContext,QueryRowContext,QueryRowxContext,PreparexContext,PrepareContext}: 1", "{DB,Tx}.{MustExecContext,NamedExecContext,PrepareNamedContext}: 1", "DB.NamedQueryContext: 1",
      "{Select,Get}: 2", "{SelectContext,GetContext}: 3", "{MustExec,NamedExec,NamedQuery,Preparex}: 1", "{MustExecContext,NamedExecContext,NamedQueryContext,PreparexContext}: 2",
    ]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["{Open,Connect,MustConnect,MustOpen}: 1", "ConnectContext: 2"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs = [
      "{DB,Tx}.{Exec,Query,QueryRow,Queryx,QueryRowx,MustExec,NamedExec,NamedQuery,Select,Get,SelectContext,GetContext,ExecContext,QueryContext,QueryxContext,QueryRowContext,QueryRowxContext,NamedExecContext}",
      "{Select,Get,SelectContext,GetContext}",
    ]
  }
}

package "github.com/jackc/pgx" {
  flows = ["Identifier.Sanitize: recv -> 0 except sql_injection"]
  clean = ["{Connect,ConnectConfig,ParseConfig,AppendRows,CollectRows,CollectOneRow,CollectExactlyOneRow,ForEachRow,CopyFromRows,CopyFromSlice,BeginFunc,BeginTxFunc}", "Rows.*", "Row.*", "Conn.*", "Tx.*", "BatchResults.*"]
  sinks = { sql_injection = ["{Conn,Tx}.{Exec,Query,QueryRow}: 1", "{Conn,Tx}.Prepare: 2", "Batch.Queue: 0", "Conn.QueryFunc: 1"] }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Connect: 1", "ParseConfig: 0"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{Conn,Tx}.{Exec,Query,QueryRow,CopyFrom,SendBatch}"]
  }
}

package "github.com/jackc/pgx/pgxpool" {
  clean = ["{New,NewWithConfig,Connect,ConnectConfig,ParseConfig}", "Pool.*", "Conn.*", "Tx.*"]
  sinks = { sql_injection = ["{Pool,Conn,Tx}.{Exec,Query,QueryRow}: 1", "Tx.Prepare: 2"] }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["{New,Connect}: 1", "ParseConfig: 0"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{Pool,Conn,Tx}.{Exec,Query,QueryRow,CopyFrom,SendBatch}"]
  }
}

package "github.com/jackc/pgx/stdlib" {
  clean = ["*"]
}

package "github.com/lib/pq" {
  flows = ["{QuoteIdentifier,QuoteLiteral}: 0 -> 0 except sql_injection", "Array: 0 -> 0"]
  clean = ["{ParseURL,CopyIn,NewListener,NewConnector}", "Error.*"]
}

package "github.com/go-sql-driver/mysql" {
  flows = ["Config.FormatDSN: recv.Addr -> 0", "Config.FormatDSN: recv.DBName recv.User recv.Passwd -> 0"]
  clean = ["{NewConfig,ParseDSN,NewConnector,RegisterTLSConfig}"]
}

package "gorm.io/gorm" {
  clean = ["Open", "DB.*", "Association.*"]
  sinks = {
    sql_injection = [
      "DB.{Raw,Exec,Where,Or,Not,Order,Group,Having,Select,Distinct,Joins,InnerJoins,Table}: 0", "DB.Pluck: 0", "DB.{First,Last,Take,Find,Delete}: 1 when first",
      "Expr: 0",
    ]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["DB.{Raw,Exec,Find,First,Last,Take,Create,CreateInBatches,Save,Update,Updates,UpdateColumn,UpdateColumns,Delete,Count,Scan,Pluck,Row,Rows,FirstOrCreate,FirstOrInit}"]
  }
}

package "github.com/jinzhu/gorm" {
  clean = ["Open", "DB.*"]
  sinks = { sql_injection = ["DB.{Raw,Exec,Where,Or,Not,Order,Group,Having,Select,Joins,Table}: 0", "DB.Pluck: 0", "DB.{First,Last,Find,Delete}: 1 when first", "Expr: 0"] }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Open: 1"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["DB.{Raw,Exec,Find,First,Last,Take,Create,Save,Update,Updates,Delete,Count,Scan}"]
  }
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

package "gorm.io/driver/sqlserver" {
  clean = ["*"]
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Open: 0"]
  }
}

package "gorm.io/driver/sqlite" {
  clean = ["*"]
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Open: 0"]
  }
}

package "gorm.io/driver/clickhouse" {
  clean = ["*"]
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Open: 0"]
  }
}

package "github.com/Masterminds/squirrel" {
  clean = ["*", "*.*"]
  sinks = {
    sql_injection = [
      "Expr: 0", "{Select,Insert,Update,Delete,Replace}: 0...", "ConcatExpr: 0...",
      "SelectBuilder.{Columns,GroupBy,OrderBy,Options}: 0...", "SelectBuilder.{Column,From,Join,LeftJoin,RightJoin,InnerJoin,CrossJoin,JoinClause,Where,Having,Prefix,Suffix,OrderByClause}: 0",
      "UpdateBuilder.{Table,Set,Where,Prefix,Suffix,From}: 0", "UpdateBuilder.OrderBy: 0...", "DeleteBuilder.{From,Where,Prefix,Suffix}: 0", "DeleteBuilder.OrderBy: 0...",
      "InsertBuilder.{Into,Prefix,Suffix}: 0", "InsertBuilder.{Columns,Options}: 0...",
      "StatementBuilderType.{Select}: 0...", "StatementBuilderType.{Insert,Update,Delete,Replace}: 0",
    ]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{SelectBuilder,InsertBuilder,UpdateBuilder}.{QueryRow,Scan,QueryRowContext,ScanContext}", "{SelectBuilder,InsertBuilder,UpdateBuilder,DeleteBuilder}.{Exec,Query,ExecContext,QueryContext}"]
  }
}

package "github.com/doug-martin/goqu" {
  clean = ["*", "*.*"]
  sinks = {
    sql_injection = [
      "L: 0", "{Database,TxDatabase}.{Exec,Query,Prepare}: 0", "{Database,TxDatabase}.{ExecContext,QueryContext,PrepareContext}: 1",
      "{Database,TxDatabase}.{ScanStructs,ScanStruct,ScanVals,ScanVal}: 1", "{Database,TxDatabase}.{ScanStructsContext,ScanStructContext,ScanValsContext,ScanValContext}: 2",
    ]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{Database,TxDatabase}.{Exec,Query,ExecContext,QueryContext,ScanStructs,ScanStruct}", "SelectDataset.{ScanStructs,ScanStruct,ScanVals,ScanVal,Count}"]
  }
}

package "github.com/uptrace/bun" {
  flows = ["SafeQuery: 0 -> 0", "Ident: 0 -> 0 except sql_injection", "Safe: 0 -> 0"]
  clean = ["{NewDB,In,NullZero}", "*.*"]
  sinks = {
    sql_injection = [
      "{DB,Tx,Conn}.{ExecContext,QueryContext,QueryRowContext}: 1", "{DB,Tx}.{Exec,Query,QueryRow}: 0", "{DB,Tx,Conn}.NewRaw: 0", "Safe: 0", "SafeQuery: 0",
      "SelectQuery.{Where,WhereOr,ColumnExpr,TableExpr,ModelTableExpr,OrderExpr,GroupExpr,Having,Join,JoinOn,For,DistinctOn}: 0",
      "UpdateQuery.{Where,WhereOr,Set,TableExpr,ModelTableExpr,Returning}: 0", "DeleteQuery.{Where,WhereOr,TableExpr,ModelTableExpr,Returning}: 0",
      "InsertQuery.{Where,WhereOr,Set,On,TableExpr,ModelTableExpr,Returning,ColumnExpr}: 0",
    ]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{DB,Tx,Conn}.{ExecContext,QueryContext,QueryRowContext}", "{SelectQuery,UpdateQuery,InsertQuery,DeleteQuery,RawQuery}.{Exec,Scan}", "SelectQuery.Count"]
  }
}

package "github.com/uptrace/bun/driver/pgdriver" {
  clean = ["*", "*.*"]
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["WithDSN: 0", "WithAddr: 0"]
  }
}

package "github.com/go-pg/pg" {
  clean = ["*", "*.*"]
  sinks = {
    sql_injection = ["DB.{Exec,ExecOne}: 0", "DB.{Query,QueryOne}: 1", "DB.{ExecContext,ExecOneContext}: 1", "DB.{QueryContext,QueryOneContext}: 2", "Tx.{Exec,ExecOne}: 0", "Tx.{Query,QueryOne}: 1"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Connect: 0.Addr", "ParseURL: 0"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{DB,Tx}.{Exec,ExecOne,Query,QueryOne}"]
  }
}

package "github.com/go-pg/pg/orm" {
  clean = ["*", "*.*"]
  sinks = { sql_injection = ["Query.{Where,WhereOr,ColumnExpr,TableExpr,OrderExpr,GroupExpr,Having,Join,JoinOn,Set,Returning,For}: 0"] }
}

package "xorm.io/xorm" {
  clean = ["*", "*.*"]
  sinks = {
    sql_injection = [
      "{Engine,Session}.{Where,SQL,GroupBy,Having}: 0", "Session.{And,Or}: 0", "{Engine,Session}.{Exec,Query,QueryString,QueryInterface}: 0...", "{Engine,Session}.{OrderBy,Select}: 0", "{Engine,Session}.Join: 2",
    ]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["NewEngine: 1"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{Engine,Session}.{Exec,Query,QueryString,Find,Get,Insert,Update,Delete,Count,Iterate}"]
  }
}

# What ent generates takes values; only raw text is dangerous.
package "entgo.io/ent/dialect/sql" {
  clean = ["{Open,OpenDB,NullString}", "*.*"]
  flows = ["{Raw,ExprP,P}: 0 -> 0"]
  sinks = {
    sql_injection = ["{Raw,Expr,ExprP}: 0", "Conn.{Exec,Query}: 1", "Conn.{ExecContext,QueryContext}: 1"]
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["Open: 1"]
  }
}

package "github.com/ClickHouse/clickhouse-go" {
  clean = ["*", "*.*"]
  client "sql" {
    protocol  = "sql"
    operation = "sql:Connect"
    calls     = ["ParseDSN: 0", "Open: 0.Addr tls 0.TLS"]
  }
}

package "github.com/ClickHouse/clickhouse-go/lib/driver" {
  clean = ["*.*"]
  sinks = { sql_injection = ["Conn.{Query,QueryRow,Exec,PrepareBatch}: 1", "Conn.Select: 2", "Conn.AsyncInsert: 1"] }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["Conn.{Query,QueryRow,Exec,PrepareBatch,Select,AsyncInsert}"]
  }
}
