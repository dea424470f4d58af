package "github.com/go-chi/chi" {
  sources = { "a path segment of the request" = ["{URLParam,URLParamFromCtx}: 0"] }
  routes = [
    "{Router,Mux}.{Get,Post,Put,Patch,Delete,Head,Options}: method name pattern 0 handler 1",
    "{Router,Mux}.{Handle,HandleFunc}: pattern 0 handler 1",
    "{Router,Mux}.{Method,MethodFunc}: method 0 pattern 1 handler 2",
  ]
  groups     = ["{Router,Mux}.Route: pattern 0 handler 1", "{Router,Mux}.Group: handler 0", "{Router,Mux}.With: handlers 0", "{Router,Mux}.Mount: pattern 0 handler 1"]
  middleware = ["{Router,Mux}.Use: handlers 0", "{Router,Mux}.With: handlers 0"]
}

package "github.com/gin-gonic/gin" {
  sources = {
    "a path segment of the request"   = ["Context.Param: 0"]
    "the query of the request"        = ["Context.{Query,DefaultQuery,GetQuery,QueryArray,GetQueryArray,QueryMap,GetQueryMap}: 0"]
    "the form of the request"         = ["Context.{PostForm,DefaultPostForm,GetPostForm,PostFormArray,PostFormMap}: 0"]
    "a header of the request"         = ["Context.{GetHeader,Cookie,ContentType}: 0"]
    "the body of the request"         = ["Context.GetRawData: 0"]
    "an uploaded file of the request" = ["Context.{FormFile,MultipartForm}: 0"]
  }
  source_fields = { "the request" = ["Context.Request", "Param.Value"] }
  flows = [
    "Context.{Bind,BindJSON,BindQuery,BindUri,BindHeader,BindXML,BindYAML,ShouldBind,ShouldBindJSON,ShouldBindQuery,ShouldBindUri,ShouldBindHeader,ShouldBindXML,ShouldBindYAML,ShouldBindBodyWith}: recv.Request -> arg 0",
    "Params.{ByName,Get}: recv -> 0",
  ]
  clean = ["Context.*"]
  sinks = {
    open_redirect = ["Context.Redirect: 1"]
    path_traversal = ["Context.{File,FileAttachment}: 0", "Context.SaveUploadedFile: 1"]
  }
  routes = [
    "{Engine,RouterGroup,IRoutes,IRouter}.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}: method name pattern 0 handlers 1",
    "{Engine,RouterGroup,IRoutes,IRouter}.Any: pattern 0 handlers 1",
    "{Engine,RouterGroup,IRoutes,IRouter}.Handle: method 0 pattern 1 handlers 2",
  ]
  groups     = ["{Engine,RouterGroup,IRouter}.Group: pattern 0 handlers 1"]
  middleware = ["{Engine,RouterGroup,IRoutes,IRouter}.Use: handlers 0", "{Engine,RouterGroup,IRouter}.Group: handlers 1"]
}

package "github.com/labstack/echo" {
  sources = {
    "a path segment of the request"   = ["Context.{Param,ParamValues}: 0"]
    "the query of the request"        = ["Context.{QueryParam,QueryParams,QueryString}: 0"]
    "the form of the request"         = ["Context.{FormValue,FormParams}: 0"]
    "an uploaded file of the request" = ["Context.{FormFile,MultipartForm}: 0"]
    "a header of the request"         = ["Context.{Cookie,Cookies}: 0"]
    "the body of the request"         = ["Context.Request: 0"]
  }
  flows = ["Context.Bind: recv -> arg 0"]
  request "Context" {
    what   = "the request"
    fields = []
  }
  clean = ["Context.*"]
  sinks = {
    open_redirect  = ["Context.Redirect: 1"]
    xss            = ["Context.HTML: 1", "Context.HTMLBlob: 1"]
    path_traversal = ["Context.{File,Attachment,Inline}: 0"]
  }
  routes = [
    "{Echo,Group}.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}: method name pattern 0 handler 1",
    "{Echo,Group}.Any: pattern 0 handler 1", "{Echo,Group}.Add: method 0 pattern 1 handler 2",
  ]
  groups     = ["{Echo,Group}.Group: pattern 0 handlers 1"]
  middleware = ["{Echo,Group}.{Use,Pre}: handlers 0", "{Echo,Group}.Group: handlers 1"]
}

package "github.com/gorilla/mux" {
  sources = { "a path segment of the request" = ["Vars: 0"] }
  clean   = ["{NewRouter,CurrentRoute}"]
  routes = [
    "Router.{HandleFunc,Handle}: pattern 0 handler 1", "Route.{HandlerFunc,Handler}: handler 0",
  ]
  groups     = ["Router.PathPrefix: pattern 0", "Route.{Subrouter,PathPrefix}: pattern 0"]
  middleware = ["Router.Use: handlers 0"]
}

package "github.com/julienschmidt/httprouter" {
  sources = { "a path segment of the request" = ["Params.ByName: 0", "ParamsFromContext: 0"] }
  routes = [
    "Router.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}: method name pattern 0 handler 1",
    "Router.{Handle,Handler,HandlerFunc}: method 0 pattern 1 handler 2",
  ]
}

package "github.com/gofiber/fiber" {
  sources = {
    "the request"                     = ["Ctx.{Params,Query,Queries,Body,FormValue,Get,Cookies,OriginalURL,Hostname,BodyRaw,Path}: 0"]
    "an uploaded file of the request" = ["Ctx.{FormFile,MultipartForm}: 0"]
  }
  request "Ctx" {
    what   = "the request"
    fields = []
  }
  flows = ["Ctx.{BodyParser,QueryParser,ParamsParser}: recv -> arg 0"]
  clean = ["Ctx.*"]
  sinks = {
    open_redirect  = ["Ctx.Redirect: 0"]
    path_traversal = ["Ctx.{SendFile,Download}: 0", "Ctx.SaveFile: 1"]
  }
  routes = [
    "{App,Group,Router}.{Get,Post,Put,Patch,Delete,Head,Options}: method name pattern 0 handlers 1",
    "{App,Group,Router}.All: pattern 0 handlers 1", "{App,Group,Router}.Add: method 0 pattern 1 handlers 2",
  ]
  groups     = ["{App,Group,Router}.Group: pattern 0 handlers 1"]
  middleware = ["{App,Group,Router}.Use: handlers 0", "{App,Group,Router}.Group: handlers 1"]
}

package "google.golang.org/grpc" {
  clean = ["NewServer", "Server.*"]
  sinks = { request_forgery = ["{Dial,NewClient}: 0", "DialContext: 1"] }
  client "grpc" {
    protocol = "grpc"
    calls    = ["{Dial,NewClient}: 0", "DialContext: 1"]
  }
}

package "google.golang.org/grpc/metadata" {
  sources = { "the call's metadata" = ["FromIncomingContext: 0"] }
}

package "github.com/gorilla/websocket" {
  sources = { "a message of the websocket" = ["Conn.ReadMessage: 1"] }
  flows   = ["Conn.ReadJSON: recv -> arg 0"]
}

package "golang.org/x/net/html" {
  flows = ["EscapeString: 0 -> 0 except xss"]
}

package "github.com/microcosm-cc/bluemonday" {
  flows = ["Policy.{Sanitize,SanitizeBytes}: 0 -> 0 except xss"]
}

package "github.com/google/uuid" {
  flows  = ["{Parse,MustParse}: 0 -> 0 except request_forgery sql_injection command_injection path_traversal xss open_redirect log_injection template_injection archive_traversal"]
  guards = ["{Parse,Validate}: 0 ok"]
}

package "github.com/sirupsen/logrus" {
  # The text formatter quotes what is not plain.
  clean = ["*"]
}
