package "net/http" {
  request "Request" {
    what        = "the request"
    answered_by = "net/http.ResponseWriter"
    fields      = ["URL", "Header", "Body", "Host", "Form", "PostForm", "MultipartForm", "RequestURI", "RemoteAddr", "Trailer"]
  }
  sources = {
    "a form value of the request"     = ["Request.{FormValue,PostFormValue}: 0"]
    "a path segment of the request"   = ["Request.PathValue: 0"]
    "an uploaded file of the request" = ["Request.FormFile: 0", "Request.MultipartReader: 0"]
  }
  source_fields = {
    "the form of the request" = ["Request.{Form,PostForm,MultipartForm}"]
    "the request"             = ["Request.RequestURI"]
  }
  flows = [
    "Request.{Cookie,Cookies,CookiesNamed,Referer,UserAgent,BasicAuth,WithContext,Clone}: recv -> 0",
    "Request.BasicAuth: recv -> 1",
    "Header.{Set,Add}: 1 -> recv",
    "MaxBytesReader: 1 -> 0",
    "{CanonicalHeaderKey,StatusText}: 0 -> 0",
    "Header.{Get,Values,Clone}: recv -> 0",
  ]
  clean = [
    "Request.{Context,ParseForm,ParseMultipartForm,ProtoAtLeast,Write,WriteProxy,SetBasicAuth,AddCookie,SetPathValue}",
    "ResponseWriter.{Header,WriteHeader}", "{NewServeMux,HandlerFunc,StripPrefix,FileServer,FileServerFS,TimeoutHandler,MaxBytesHandler}",
    "{NewResponseController,DetectContentType}", "{Error,NotFound,NotFoundHandler,RedirectHandler,SetCookie,ReadRequest,ReadResponse}",
    "Client.{Do,CloseIdleConnections}", "RoundTripper.RoundTrip", "Transport.RoundTrip", "Flusher.Flush",
    "{ListenAndServe,ListenAndServeTLS,Serve,ServeTLS}", "Server.{ListenAndServe,ListenAndServeTLS,Serve,ServeTLS,Shutdown,Close}",
  ]
  sinks = {
    request_forgery = [
      "{Get,Head,Post,PostForm}: 0", "Client.{Get,Head,Post,PostForm}: 0", "NewRequest: 1", "NewRequestWithContext: 2",
    ]
    open_redirect = ["Redirect: 2", "RedirectHandler: 0", "Header.{Set,Add}: 1 when location"]
    path_traversal = ["ServeFile: 2", "ServeFileFS: 3", "FileSystem.Open: 0", "Dir.Open: 0 when never"]
    xss = ["ResponseWriter.Write: 0"]
  }
  sink_types = { path_traversal = ["Dir"] }
  routes = [
    "{Handle,HandleFunc}: pattern 0 handler 1", "ServeMux.{Handle,HandleFunc}: pattern 0 handler 1",
  ]
  client "http" {
    protocol = "http"
    calls    = ["{Get,Head,Post,PostForm}: 0", "Client.{Get,Head,Post,PostForm}: 0", "NewRequest: 1", "NewRequestWithContext: 2"]
  }
}

package "net/http/httputil" {
  sinks = { request_forgery = ["NewSingleHostReverseProxy: 0"] }
  flows = ["{DumpRequest,DumpRequestOut,DumpResponse}: 0 -> 0"]
}

package "net/http/httptest" {
  clean = ["NewRequest", "NewRecorder"]
}

package "net/url" {
  flows = [
    "{QueryEscape,PathEscape}: 0 -> 0 except request_forgery open_redirect xss log_injection path_traversal command_injection archive_traversal",
    "{QueryUnescape,PathUnescape}: 0 -> 0",
    "{Parse,ParseRequestURI}: 0 -> 0",
    "ParseQuery: 0 -> 0",
    "URL.String: recv.Host recv.Scheme recv.Opaque recv.User -> 0",
    "URL.String: recv.Path recv.RawPath recv.RawQuery recv.Fragment recv.RawFragment -> 0 except request_forgery open_redirect",
    "URL.{Hostname,Host}: recv.Host -> 0",
    "URL.Port: recv.Host -> 0 except request_forgery open_redirect path_traversal sql_injection command_injection xss log_injection",
    "URL.{EscapedPath,RequestURI}: recv.Path recv.RawPath recv.RawQuery -> 0 except request_forgery open_redirect log_injection xss",
    "URL.EscapedFragment: recv.Fragment -> 0 except log_injection xss",
    "URL.Query: recv.RawQuery -> 0",
    "URL.{JoinPath,ResolveReference,Parse}: recv 0... -> 0",
    "URL.Redacted: recv -> 0",
    "JoinPath: 0 -> 0",
    "JoinPath: 1... -> 0 except request_forgery open_redirect",
    "Values.{Set,Add}: 0 1 -> recv",
    "Values.Get: recv -> 0",
    "Values.Encode: recv -> 0 except request_forgery open_redirect xss log_injection path_traversal",
    "User: 0 -> 0",
    "UserPassword: 0 1 -> 0",
    "Userinfo.{Username,String}: recv -> 0",
  ]
  clean = ["URL.IsAbs", "Values.{Has,Del}"]
  views = ["{Parse,ParseRequestURI}", "URL.{Hostname,String,Host,Scheme,Path,RawPath,RequestURI,EscapedPath,Opaque}"]
}

package "html" {
  flows = ["EscapeString: 0 -> 0 except xss", "UnescapeString: 0 -> 0"]
}

package "html/template" {
  flows = [
    "{HTMLEscapeString,HTMLEscaper,JSEscapeString,JSEscaper,URLQueryEscaper}: 0... -> 0 except xss",
    "{HTMLEscape,JSEscape}: 1 -> arg 0 except xss",
  ]
  clean = ["Template.{Execute,ExecuteTemplate,Lookup,Funcs,New,Option,Clone,Delims}", "{New,Must}"]
  sinks = {
    template_injection = ["Template.Parse: 0"]
    path_traversal     = ["{ParseFiles,ParseGlob}: 0...", "Template.{ParseFiles,ParseGlob}: 0..."]
  }
  sink_types = { xss = ["{HTML,JS,JSStr,CSS,HTMLAttr,URL,Srcset}"] }
}

package "text/template" {
  flows = [
    "{HTMLEscapeString,HTMLEscaper,JSEscapeString,JSEscaper,URLQueryEscaper}: 0... -> 0 except xss",
    "{HTMLEscape,JSEscape}: 1 -> arg 0 except xss",
    "Template.Execute: 1 -> arg 0",
    "Template.ExecuteTemplate: 2 -> arg 0",
  ]
  clean = ["Template.{Lookup,Funcs,New,Option,Clone,Delims}", "{New,Must}"]
  sinks = {
    template_injection = ["Template.Parse: 0"]
    path_traversal     = ["{ParseFiles,ParseGlob}: 0...", "Template.{ParseFiles,ParseGlob}: 0..."]
    xss                = ["Template.Execute: 1 when writer", "Template.ExecuteTemplate: 2 when writer"]
  }
}

package "net" {
  flows = ["JoinHostPort: 0 1 -> 0", "SplitHostPort: 0 -> 0", "SplitHostPort: 0 -> 1"]
  clean = ["Conn.*", "IP.*", "{LookupHost,LookupIP,LookupAddr,ResolveTCPAddr}", "Resolver.*", "Listen", "Listener.Accept"]
  sinks = {
    request_forgery = ["Dial: 1", "DialTimeout: 1", "Dialer.Dial: 1", "Dialer.DialContext: 2"]
  }
  guards = [
    "ParseIP: 0 set sql_injection command_injection path_traversal xss log_injection open_redirect template_injection",
    "IP.{IsPrivate,IsLoopback,IsLinkLocalUnicast,IsUnspecified}: recv false request_forgery",
    "IP.IsGlobalUnicast: recv true request_forgery",
  ]
  views = ["ParseIP", "{LookupHost,LookupIP}", "SplitHostPort"]
}

package "net/netip" {
  flows  = ["{ParseAddr,MustParseAddr}: 0 -> 0", "Addr.String: recv -> 0"]
  guards = [
    "ParseAddr: 0 ok sql_injection command_injection path_traversal xss log_injection open_redirect template_injection",
    "Addr.{IsPrivate,IsLoopback,IsLinkLocalUnicast}: recv false request_forgery",
  ]
  views = ["ParseAddr"]
}

package "net/mail" {
  clean = ["Address.String"]
}

package "net/smtp" {
  clean = ["*"]
}

package "crypto/tls" {
  sinks = { request_forgery = ["Dial: 1", "DialWithDialer: 2"] }
}

package "net/rpc" {
  sinks = { request_forgery = ["{Dial,DialHTTP}: 1"] }
}
