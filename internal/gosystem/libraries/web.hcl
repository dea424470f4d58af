# Routers and web frameworks: what registers a way in, what comes in there, and
# what stands before it.

package "github.com/go-chi/chi" {
  sources = { "a path segment of the request" = ["{URLParam,URLParamFromCtx}: 0", "Context.URLParam: 0"] }
  clean   = ["{NewRouter,NewMux,NewRouteContext,RouteContext,Walk,RegisterMethod}"]
  routes = [
    "{Router,Mux}.{Get,Post,Put,Patch,Delete,Head,Options,Connect,Trace}: method name pattern 0 handler 1",
    "{Router,Mux}.{Handle,HandleFunc}: pattern 0 handler 1",
    "{Router,Mux}.{Method,MethodFunc}: method 0 pattern 1 handler 2",
  ]
  groups     = ["{Router,Mux}.Route: pattern 0 handler 1", "{Router,Mux}.Group: handler 0", "{Router,Mux}.With: handlers 0", "{Router,Mux}.Mount: pattern 0 handler 1"]
  middleware = ["{Router,Mux}.Use: handlers 0", "{Router,Mux}.With: handlers 0"]
}

package "github.com/go-chi/render" {
  flows = ["{Bind,DecodeJSON,DecodeXML,DecodeForm}: 0 -> arg 1", "{DecodeJSON,DecodeXML,DecodeForm}: 0 -> arg 1", "{Decode}: 0 -> arg 1"]
  clean = ["{JSON,XML,Render,RenderList,Respond,Status,NoContent,SetContentType,PlainText,Data}"]
  sinks = { xss = ["HTML: 2"] }
}

package "github.com/gin-gonic/gin" {
  sources = {
    "a path segment of the request"   = ["Context.Param: 0", "Params.{ByName,Get}: 0"]
    "the query of the request"        = ["Context.{Query,DefaultQuery,GetQuery,QueryArray,GetQueryArray,QueryMap,GetQueryMap}: 0"]
    "the form of the request"         = ["Context.{PostForm,DefaultPostForm,GetPostForm,PostFormArray,GetPostFormArray,PostFormMap,GetPostFormMap}: 0"]
    "a header of the request"         = ["Context.{GetHeader,Cookie,ContentType}: 0"]
    "the body of the request"         = ["Context.GetRawData: 0"]
    "an uploaded file of the request" = ["Context.{FormFile,MultipartForm}: 0"]
  }
  source_fields = { "the request" = ["Context.Request", "Param.Value"] }
  flows = [
    "Context.{Bind,BindJSON,BindQuery,BindUri,BindHeader,BindXML,BindYAML,BindTOML,BindWith,MustBindWith,ShouldBind,ShouldBindJSON,ShouldBindQuery,ShouldBindUri,ShouldBindHeader,ShouldBindXML,ShouldBindYAML,ShouldBindTOML,ShouldBindWith,ShouldBindBodyWith,ShouldBindBodyWithJSON}: recv.Request -> arg 0",
    "Context.Copy: recv -> 0",
  ]
  clean = ["*", "Context.*", "Engine.*", "RouterGroup.*"]
  sinks = {
    open_redirect  = ["Context.Redirect: 1"]
    path_traversal = ["Context.{File,FileAttachment}: 0", "Context.SaveUploadedFile: 1", "Context.FileFromFS: 0 when never"]
    xss            = ["Context.Data: 2 when never"]
  }
  routes = [
    "{Engine,RouterGroup,IRoutes,IRouter}.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}: method name pattern 0 handlers 1",
    "{Engine,RouterGroup,IRoutes,IRouter}.Any: pattern 0 handlers 1", "Engine.{NoRoute,NoMethod}: handlers 0",
    "{Engine,RouterGroup,IRoutes,IRouter}.Handle: method 0 pattern 1 handlers 2", "{Engine,RouterGroup,IRoutes,IRouter}.Match: pattern 1 handlers 2",
  ]
  groups     = ["{Engine,RouterGroup,IRouter}.Group: pattern 0 handlers 1"]
  middleware = ["{Engine,RouterGroup,IRoutes,IRouter}.Use: handlers 0", "{Engine,RouterGroup,IRouter}.Group: handlers 1", "{BasicAuth,BasicAuthForRealm}: handlers 0"]
}

package "github.com/labstack/echo" {
  sources = {
    "a path segment of the request"   = ["Context.{Param,ParamValues,ParamOr}: 0"]
    "the query of the request"        = ["Context.{QueryParam,QueryParams,QueryString,QueryParamOr}: 0"]
    "the form of the request"         = ["Context.{FormValue,FormParams,FormValueOr,FormValues}: 0"]
    "an uploaded file of the request" = ["Context.{FormFile,MultipartForm}: 0"]
    "a header of the request"         = ["Context.{Cookie,Cookies}: 0"]
    "the body of the request"         = ["Context.Request: 0"]
  }
  flows = ["Context.Bind: recv -> arg 0", "{BindBody,BindHeaders,BindPathValues,BindQueryParams}: 0 -> arg 1", "DefaultBinder.Bind: 1 -> arg 0"]
  request "Context" {
    what   = "the request"
    fields = []
  }
  clean = ["*", "Context.*", "Echo.*", "Group.*", "HTTPError.*"]
  sinks = {
    open_redirect  = ["Context.Redirect: 1"]
    xss            = ["Context.HTML: 1", "Context.HTMLBlob: 1"]
    path_traversal = ["Context.{File,Attachment,Inline}: 0"]
  }
  routes = [
    "{Echo,Group}.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}: method name pattern 0 handler 1",
    "{Echo,Group}.Any: pattern 0 handler 1", "{Echo,Group}.Add: method 0 pattern 1 handler 2", "{Echo,Group}.RouteNotFound: pattern 0 handler 1", "{Echo,Group}.Match: pattern 1 handler 2",
  ]
  groups     = ["{Echo,Group}.Group: pattern 0 handlers 1"]
  middleware = [
    "{Echo,Group}.Use: handlers 0", "Echo.Pre: handlers 0", "{Echo,Group}.Group: handlers 1",
    "{Echo,Group}.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS,Any}: handlers 2", "{Echo,Group}.{Add,Match}: handlers 3",
  ]
}

package "github.com/gofiber/fiber" {
  sources = {
    "the request"                     = ["Ctx.{Params,Query,Queries,Body,FormValue,Get,Cookies,OriginalURL,Hostname,Host,BodyRaw,Path,Protocol,BaseURL,IPs,Subdomains,GetReqHeaders,AllParams,GetHeaders}: 0"]
    "an uploaded file of the request" = ["Ctx.{FormFile,MultipartForm}: 0"]
  }
  request "Ctx" {
    what   = "the request"
    fields = []
  }
  flows = [
    "Ctx.{BodyParser,QueryParser,ParamsParser,CookieParser,ReqHeaderParser}: recv -> arg 0", "Ctx.Bind: recv -> 0",
    "Bind.{All,Body,CBOR,Cookie,Form,Header,JSON,MsgPack,Query,URI,XML}: recv -> arg 0",
  ]
  clean = ["*", "Ctx.*", "DefaultCtx.*", "App.*", "Group.*"]
  sinks = {
    open_redirect  = ["Ctx.Redirect: 0", "Redirect.To: 0"]
    path_traversal = ["Ctx.{SendFile,Download}: 0", "Ctx.SaveFile: 1"]
  }
  routes = [
    "{App,Group,Router}.{Get,Post,Put,Patch,Delete,Head,Options}: method name pattern 0 handlers 1",
    "{App,Group,Router}.All: pattern 0 handlers 1", "{App,Group,Router}.Add: method 0 pattern 1 handlers 2",
  ]
  groups     = ["{App,Group,Router}.Group: pattern 0 handlers 1", "{App,Group,Router}.Route: pattern 0 handler 1"]
  middleware = ["{App,Group,Router}.Use: handlers 0", "{App,Group,Router}.Group: handlers 1"]
}

package "github.com/gorilla/mux" {
  sources = { "a path segment of the request" = ["Vars: 0"] }
  clean   = ["{NewRouter,CurrentRoute,SetURLVars}", "Router.{StrictSlash,SkipClean,UseEncodedPath,Walk,Match,ServeHTTP,Get,GetRoute}"]
  routes = [
    "Router.{HandleFunc,Handle}: pattern 0 handler 1", "Route.{HandlerFunc,Handler}: handler 0",
  ]
  groups     = ["Router.{PathPrefix,Path}: pattern 0", "Route.{PathPrefix,Path}: pattern 0", "Route.Subrouter: kind http", "Router.NewRoute: kind http", "{Router,Route}.{Methods,Host,Schemes,Queries,Headers}: kind http"]
  middleware = ["Router.Use: handlers 0"]
}

package "github.com/julienschmidt/httprouter" {
  sources = { "a path segment of the request" = ["Params.ByName: 0", "ParamsFromContext: 0"] }
  source_fields = { "a path segment of the request" = ["Param.Value"] }
  clean = ["{New,CleanPath}", "Router.{Lookup,ServeHTTP,ServeFiles}"]
  routes = [
    "Router.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}: method name pattern 0 handler 1",
    "Router.{Handle,Handler,HandlerFunc}: method 0 pattern 1 handler 2",
  ]
  handler_fields = ["Router.{NotFound,MethodNotAllowed}: kind http"]
}

package "github.com/urfave/negroni" {
  clean      = ["{New,Classic,NewLogger,NewRecovery,NewStatic,NewResponseWriter}", "Negroni.{Run,ServeHTTP,Handlers}"]
  flows      = ["{Wrap,WrapFunc}: 0 -> 0"]
  routes     = ["Negroni.{UseHandler,UseHandlerFunc}: kind server handler 0"]
  middleware = ["Negroni.{Use,UseFunc}: handlers 0", "New: handlers 0"]
}

package "github.com/valyala/fasthttp" {
  request "RequestCtx" {
    what   = "the request"
    fields = []
  }
  sources = {
    "the request" = [
      "RequestCtx.{FormValue,PostBody,UserValue,Path,QueryArgs,PostArgs,URI,RequestURI,Referer,UserAgent,Host,MultipartForm,FormFile,RequestBodyStream,QueryArgs}: 0",
    ]
  }
  flows = [
    "Args.{Peek,PeekMulti,QueryString,String,PeekBytes}: recv -> 0", "URI.{Path,PathOriginal,QueryString,Host,Hash,FullURI,RequestURI,QueryArgs,LastPathSegment,String}: recv -> 0",
    "RequestHeader.{Peek,PeekBytes,Cookie,Host,Referer,UserAgent,ContentType,RequestURI,Header}: recv -> 0", "Request.{Body,URI,Host,RequestURI,PostArgs}: recv -> 0",
    "Request.{SetBody,SetBodyString,SetRequestURI,SetHost}: 0 -> recv", "{AppendQuotedArg,AppendHTMLEscape}: 1 -> 0 except xss", "AppendHTMLEscapeBytes: 1 -> 0 except xss",
  ]
  clean = ["{AcquireRequest,AcquireResponse,ReleaseRequest,ReleaseResponse,StatusMessage}", "RequestCtx.*"]
  sinks = {
    open_redirect   = ["RequestCtx.Redirect: 0", "RequestCtx.RedirectBytes: 0"]
    path_traversal  = ["RequestCtx.{SendFile,SendFileBytes}: 0", "ServeFile: 1", "SaveMultipartFile: 1"]
    request_forgery = ["{Get,GetTimeout,Post}: 1", "Request.SetRequestURI: 0"]
  }
  client "http" {
    protocol = "http"
    calls    = ["{Get,GetTimeout,Post}: 1", "Request.SetRequestURI: 0"]
  }
  routes         = ["{ListenAndServe,Serve}: kind server handler 1", "ListenAndServeTLS: kind server handler 3", "ListenAndServeUNIX: kind server handler 2"]
  handler_fields = ["Server.Handler: kind server"]
}

package "github.com/emicklei/go-restful" {
  sources = {
    "a path segment of the request" = ["Request.{PathParameter,PathParameters}: 0"]
    "the query of the request"      = ["Request.{QueryParameter,QueryParameters}: 0"]
    "the form of the request"       = ["Request.BodyParameter: 0"]
    "a header of the request"       = ["Request.HeaderParameter: 0"]
  }
  source_fields = { "the request" = ["Request.Request"] }
  flows  = ["Request.ReadEntity: recv.Request -> arg 0"]
  clean  = ["{NewContainer,Add,DefaultResponseContentType}", "Response.*", "Container.*"]
  routes = ["RouteBuilder.To: handler 0"]
  middleware = ["WebService.Filter: handlers 0", "RouteBuilder.Filter: handlers 0", "Container.Filter: handlers 0"]
  groups = ["WebService.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}: pattern 0", "WebService.Path: pattern 0", "RouteBuilder.{Path,Method,Filter,Doc,Param,Reads,Writes,Returns,Consumes,Produces}: kind http"]
}

package "github.com/kataras/iris" {
  clean = ["{New,Default}"]
}

package "github.com/kataras/iris/context" {
  sources = {
    "the request" = ["Context.{URLParam,URLParams,URLParamDefault,FormValue,FormValues,FormValueDefault,PostValue,PostValues,PostValueDefault,GetHeader,GetCookie,GetBody,Path,FormFile}: 0"]
  }
  flows = ["RequestParams.{Get,GetString,GetStringDefault}: recv -> 0", "Context.Params: recv -> 0", "Context.{ReadJSON,ReadForm,ReadQuery,ReadBody,ReadXML,ReadYAML,ReadParams}: recv -> arg 0"]
  request "Context" {
    what   = "the request"
    fields = []
  }
  clean = ["Context.*"]
  sinks = {
    open_redirect  = ["Context.Redirect: 0"]
    path_traversal = ["Context.{SendFile,ServeFile}: 0"]
    xss            = ["Context.HTML: 0"]
  }
}

package "github.com/kataras/iris/core/router" {
  routes = ["APIBuilder.{Get,Post,Put,Patch,Delete,Head,Options}: method name pattern 0 handlers 1", "APIBuilder.{Any}: pattern 0 handlers 1", "APIBuilder.Handle: method 0 pattern 1 handlers 2"]
  groups = ["APIBuilder.{Party,PartyFunc}: pattern 0 handlers 1"]
  middleware = ["APIBuilder.{Use,UseRouter,UseGlobal}: handlers 0", "APIBuilder.Party: handlers 1"]
}

# Websockets

package "github.com/gorilla/websocket" {
  sources = { "a message of the websocket" = ["Conn.ReadMessage: 1", "Conn.NextReader: 1"] }
  flows   = ["Conn.ReadJSON: recv -> arg 0", "ReadJSON: 0 -> arg 1"]
  clean   = ["Upgrader.Upgrade", "Conn.*", "{IsCloseError,IsUnexpectedCloseError,IsWebSocketUpgrade,FormatCloseMessage,NewPreparedMessage,Subprotocols}"]
  sinks   = { request_forgery = ["Dialer.Dial: 0", "Dialer.DialContext: 1"] }
  client "websocket" {
    protocol = "ws"
    calls    = ["Dialer.Dial: 0", "Dialer.DialContext: 1"]
  }
}

package "github.com/coder/websocket" {
  sources = { "a message of the websocket" = ["Conn.Read: 1", "Conn.Reader: 1"] }
  clean   = ["{Accept,CloseStatus,NetConn}", "Conn.*"]
  sinks   = { request_forgery = ["Dial: 1"] }
  client "websocket" {
    protocol = "ws"
    calls    = ["Dial: 1"]
  }
}

package "github.com/coder/websocket/wsjson" {
  flows = ["Read: 1 -> arg 2"]
  clean = ["Write"]
}

package "nhooyr.io/websocket" {
  sources = { "a message of the websocket" = ["Conn.Read: 1", "Conn.Reader: 1"] }
  clean   = ["{Accept,CloseStatus,NetConn}", "Conn.*"]
  sinks   = { request_forgery = ["Dial: 1"] }
}

package "golang.org/x/net/websocket" {
  flows = ["Codec.Receive: 0 -> arg 1", "Conn.Read: recv -> arg 0"]
  request "Conn" {
    what   = "a message of the websocket"
    fields = []
  }
  clean = ["Conn.{Close,Write,Request}"]
  sinks = { request_forgery = ["Dial: 0"] }
}

package "github.com/gobwas/ws/wsutil" {
  sources = { "a message of the websocket" = ["{ReadClientData,ReadClientText,ReadClientBinary}: 0"] }
}

# Docker itself asks its plugins, over a socket of the machine that root and its group may use.
package "github.com/docker/go-plugins-helpers/sdk" {
  routes = ["Handler.HandleFunc: kind local pattern 0 handler 1"]
}
