# Loggers. A message that is put together from outside data can fake lines; what
# is given as a field is written as one.

package "log" {
  silent = ["Logger"]
  clean  = ["{New,Default,SetOutput,SetFlags,SetPrefix,Flags,Prefix,Writer}", "Logger.{SetOutput,SetFlags,SetPrefix,Writer,Flags,Prefix}"]
  sinks = {
    log_injection = [
      "{Printf,Fatalf,Panicf}: 0... when format", "Logger.{Printf,Fatalf,Panicf}: 0... when format",
      "{Print,Println,Fatal,Fatalln,Panic,Panicln}: 0...", "Logger.{Print,Println,Fatal,Fatalln,Panic,Panicln}: 0...",
      "Output: 1", "Logger.Output: 1",
    ]
  }
}

# Both handlers of slog quote what they write; one of the program's own may not.
package "log/slog" {
  silent = ["Logger"]
  clean = [
    "{String,Any,Int,Int64,Uint64,Bool,Float64,Group,GroupAttrs,Time,Duration,New,Default,SetDefault,NewJSONHandler,NewTextHandler,NewMultiHandler,With,NewLogLogger,SetLogLoggerLevel,NewRecord,StringValue,AnyValue}",
    "Logger.{With,WithGroup,Handler,Enabled}", "Handler.*", "{LevelVar,Level}.*",
  ]
  sinks = {
    log_injection = [
      "{Debug,Info,Warn,Error}: 0", "Logger.{Debug,Info,Warn,Error}: 0",
      "{DebugContext,InfoContext,WarnContext,ErrorContext}: 1", "Logger.{DebugContext,InfoContext,WarnContext,ErrorContext}: 1",
      "{Log,LogAttrs}: 2", "Logger.{Log,LogAttrs}: 2",
    ]
  }
}

# The text formatter quotes what is not plain, the JSON one everything.
package "github.com/sirupsen/logrus" {
  silent = ["Logger", "Entry", "FieldLogger", "StdLogger", "Ext1FieldLogger"]
  clean  = ["*", "*.*"]
}

package "go.uber.org/zap" {
  silent = ["Logger", "SugaredLogger"]
  clean  = ["*", "*.*"]
}

package "github.com/rs/zerolog" {
  silent = ["Logger", "Context", "Event"]
  clean  = ["*", "*.*"]
}

package "github.com/rs/zerolog/log" {
  clean = ["*"]
}

package "github.com/go-logr/logr" {
  silent = ["Logger", "LogSink"]
  clean  = ["*", "*.*"]
}

# Both formats quote what is not plain.
package "github.com/go-kit/log" {
  silent = ["Logger"]
  clean  = ["*", "*.*"]
}

package "github.com/go-kit/log/level" {
  clean = ["*", "*.*"]
}

package "github.com/go-kit/kit/log" {
  silent = ["Logger"]
  clean  = ["*", "*.*"]
}

package "github.com/go-kit/kit/log/level" {
  clean = ["*", "*.*"]
}

package "github.com/hashicorp/go-hclog" {
  silent = ["Logger", "InterceptLogger"]
  clean  = ["*", "*.*"]
}

package "github.com/grafana/dskit/spanlogger" {
  silent = ["SpanLogger"]
  clean  = ["*", "SpanLogger.*"]
}

package "github.com/golang/glog" {
  clean = ["{Flush,V,CopyStandardLogTo}"]
  sinks = {
    log_injection = [
      "{Info,Infoln,Warning,Warningln,Error,Errorln,Fatal,Fatalln,Exit,Exitln}: 0...", "{Infof,Warningf,Errorf,Fatalf,Exitf}: 0... when format",
      "Verbose.{Info,Infoln}: 0...", "Verbose.Infof: 0... when format",
    ]
  }
}

package "k8s.io/klog" {
  clean = ["{Flush,V,CopyStandardLogTo,InitFlags,InfoS,ErrorS,SetLogger,Background}"]
  sinks = {
    log_injection = [
      "{Info,Infoln,Warning,Warningln,Error,Errorln,Fatal,Fatalln,Exit,Exitln}: 0...", "{Infof,Warningf,Errorf,Fatalf,Exitf}: 0... when format",
      "Verbose.{Info,Infoln}: 0...", "Verbose.Infof: 0... when format",
    ]
  }
}

package "github.com/getsentry/sentry-go" {
  clean = ["*", "*.*"]
  client "sentry" {
    protocol  = "https"
    operation = "sentry:"
    runs      = ["{CaptureException,CaptureMessage,CaptureEvent}", "Hub.{CaptureException,CaptureMessage,CaptureEvent}"]
  }
}
