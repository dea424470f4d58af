# Remote calls, GraphQL, functions, command lines.

package "google.golang.org/grpc" {
  clean = ["NewServer", "Server.*", "ClientConn.*", "ServiceRegistrar.*", "{WithInsecure,WithBlock,MaxRecvMsgSize,MaxSendMsgSize,Creds,KeepaliveParams,SetHeader,SendHeader,SetTrailer}"]
  sinks = { request_forgery = ["{Dial,NewClient}: 0", "DialContext: 1"] }
  service "Register*Server" {
    kind           = "grpc"
    takes          = "ServiceRegistrar"
    implementation = 1
  }
  # What was generated before 2020 takes the server itself.
  service "Register*Server" {
    kind           = "grpc"
    takes          = "Server"
    implementation = 1
  }
  middleware = ["{UnaryInterceptor,StreamInterceptor}: handlers 0", "{ChainUnaryInterceptor,ChainStreamInterceptor}: handlers 0"]
  transport  = { none = ["WithInsecure"] }
  client "grpc" {
    protocol = "grpc"
    calls    = ["{Dial,NewClient}: 0", "DialContext: 1"]
  }
}

package "google.golang.org/grpc/credentials/insecure" {
  transport = { none = ["NewCredentials"] }
}

package "google.golang.org/grpc/credentials" {
  transport = { tls = ["{NewTLS,NewClientTLSFromCert,NewClientTLSFromFile}"] }
  clean     = ["NewServerTLSFromCert", "NewServerTLSFromFile"]
}

package "google.golang.org/grpc/metadata" {
  sources = { "the call's metadata" = ["{FromIncomingContext,ValueFromIncomingContext}: 0"] }
  flows   = ["MD.Get: recv -> 0", "{Pairs,New}: 0... -> 0", "Join: 0... -> 0"]
  clean   = ["{NewOutgoingContext,NewIncomingContext}", "MD.{Len}"]
}

package "google.golang.org/grpc/status" {
  clean = ["{Code,FromError,Convert,FromContextError}"]
  flows = ["{Error,New}: 1 -> 0", "{Errorf,Newf}: 1... -> 0", "Status.{Message,Err}: recv -> 0"]
}

package "google.golang.org/grpc/peer" {
  clean = ["*"]
}

package "github.com/grpc-ecosystem/go-grpc-middleware" {
  middleware = ["{ChainUnaryServer,ChainStreamServer,WithUnaryServerChain,WithStreamServerChain}: handlers 0"]
}

package "github.com/grpc-ecosystem/grpc-gateway/runtime" {
  clean = ["{NewServeMux,WithErrorHandler,WithIncomingHeaderMatcher,WithMarshalerOption,HTTPError,ForwardResponseMessage,AnnotateContext}", "ServeMux.ServeHTTP"]
  routes = ["ServeMux.HandlePath: method 0 pattern 1 handler 2", "ServeMux.Handle: method 0 handler 2"]
  gateway "Register*HandlerFromEndpoint" {
    takes    = "ServeMux"
    target   = 2
    protocol = "grpc"
  }
  service "Register*HandlerServer" {
    kind           = "http"
    takes          = "ServeMux"
    implementation = 2
  }
}

package "connectrpc.com/connect" {
  source_fields = { "the call's message" = ["Request.Msg"] }
  sources       = { "the call's message" = ["Request.Header: 0", "ClientStream.Msg: 0", "BidiStream.Receive: 0"] }
  clean         = ["{NewResponse,NewError,CodeOf,NewErrorWriter,WithCompressMinBytes}", "Error.*"]
  middleware    = ["WithInterceptors: handlers 0"]
  service "New*Handler" {
    kind           = "grpc"
    takes          = "HandlerOption"
    implementation = 0
  }
}

package "github.com/twitchtv/twirp" {
  clean      = ["{NewError,InternalError,InternalErrorWith,NotFoundError,InvalidArgumentError,RequiredArgumentError,MethodName,ServiceName}"]
  middleware = ["{WithServerInterceptors}: handlers 0"]
  service "New*Server" {
    kind           = "grpc"
    takes          = "ServerOptions"
    implementation = 0
  }
}

package "github.com/99designs/gqlgen/graphql" {
  clean = ["{GetFieldContext,GetOperationContext,HasOperationContext,AddError,AddErrorf,CollectFieldsCtx,GetPath}"]
  # What a schema makes: Query, Mutation and Subscription return the resolvers.
  resolver "*Resolver" {
    kind    = "http"
    methods = { Query = "GET", Mutation = "POST", Subscription = "GET" }
  }
  source_fields = { "an uploaded file of the request" = ["Upload.{File,Filename,ContentType}"], "the call's message" = ["RawParams.{Query,Variables}"] }
}

package "github.com/99designs/gqlgen/graphql/handler" {
  clean      = ["{New,NewDefaultServer}", "Server.{AddTransport,ServeHTTP,SetErrorPresenter,SetQueryCache,SetRecoverFunc}"]
  middleware = ["Server.{Use,AroundFields,AroundOperations,AroundResponses}: handlers 0"]
}

package "github.com/graphql-go/graphql" {
  source_fields  = { "the call's arguments" = ["ResolveParams.Args"] }
  handler_fields = ["Field.{Resolve,Subscribe}: kind http field Name"]
  clean          = ["{NewSchema,NewObject,NewNonNull,NewList}"]
}

package "github.com/graph-gophers/graphql-go" {
  clean = ["{ParseSchema,MustParseSchema,UseFieldResolvers}"]
}

package "github.com/GoogleCloudPlatform/functions-framework-go/functions" {
  routes = ["HTTP: kind http pattern 0 handler 1", "CloudEvent: kind event pattern 0 handler 1", "Typed: kind http pattern 0 handler 1"]
}

package "github.com/cloudevents/sdk-go/event" {
  sources = { "an event" = ["Event.{Data}: 0"] }
  flows   = ["Event.DataAs: recv -> arg 0"]
  clean   = ["Event.*"]
}

# Command lines: whoever starts the program is its operator, so that what they
# type is no attack on it. What they type can still name where it connects to.

package "github.com/spf13/cobra" {
  handler_fields = ["Command.{Run,RunE}: kind cli field Use"]
  clean          = ["*", "Command.*"]
}

package "github.com/spf13/pflag" {
  clean = ["*", "FlagSet.*"]
  operator_sources = { "the command line" = [
    "{Arg,Args,String,StringP}: 0 only path_traversal command_injection request_forgery", "FlagSet.{Arg,Args,String,StringP,GetString}: 0 only path_traversal command_injection request_forgery",
    "{StringVar,StringVarP}: -> arg 0 only path_traversal command_injection request_forgery", "FlagSet.{StringVar,StringVarP}: -> arg 0 only path_traversal command_injection request_forgery",
  ] }
  settings = {
    flag = [
      "{String,StringP,StringSlice,StringSliceP,StringArray,Int,IntP,Bool,BoolP,Duration,DurationP}: 0", "{StringVar,StringVarP,StringSliceVar,StringSliceVarP,StringArrayVar,IntVar,IntVarP,BoolVar,BoolVarP,DurationVar,DurationVarP}: 1",
      "FlagSet.{String,StringP,StringSlice,StringSliceP,StringArray,Int,IntP,Bool,BoolP,Duration,DurationP,GetString,GetStringSlice,GetStringArray,GetInt,GetBool,GetDuration}: 0",
      "FlagSet.{StringVar,StringVarP,StringSliceVar,StringSliceVarP,StringArrayVar,IntVar,IntVarP,BoolVar,BoolVarP,DurationVar,DurationVarP}: 1",
    ]
  }
}

package "github.com/urfave/cli" {
  handler_fields = ["App.Action: kind cli field Name", "Command.Action: kind cli field Name"]
  clean          = ["*", "Context.*", "App.*", "Command.*", "Args.*"]
  operator_sources = { "the command line" = ["Context.{String,Path}: 0 only path_traversal command_injection request_forgery", "Args.{First,Get}: 0 only path_traversal command_injection request_forgery"] }
  settings       = { flag = ["Context.{String,StringSlice,GlobalString,Int,Bool,Duration,Path}: 0", "Command.{String,StringSlice,Int,Bool,Duration}: 0"] }
  setting_fields = {
    env  = ["{StringFlag,IntFlag,BoolFlag,DurationFlag,StringSliceFlag}.{EnvVars,EnvVar}: into Destination", "PathFlag.EnvVars: into Destination"]
    flag = ["{StringFlag,IntFlag,BoolFlag,DurationFlag,StringSliceFlag,PathFlag}.Name: into Destination"]
  }
}

package "github.com/abcxyz/pkg/cli" {
  clean          = ["*", "*.*"]
  setting_fields = {
    env  = ["{StringVar,StringSliceVar,IntVar,Int64Var,UintVar,BoolVar,DurationVar,StringMapVar,TimeVar}.EnvVar: into Target"]
    flag = ["{StringVar,StringSliceVar,IntVar,Int64Var,UintVar,BoolVar,DurationVar,StringMapVar,TimeVar}.Name: into Target"]
  }
}

package "github.com/alecthomas/kong" {
  clean = ["*", "Context.*", "Kong.*"]
  tags  = { env = ["env"] }
}
