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
    "Request.{Cookie,Cookies,CookiesNamed,Referer,UserAgent,BasicAuth,WithContext,Clone,Context}: recv -> 0",
    "Header.{Write,WriteSubset}: recv -> arg 0", "{ReadRequest,ReadResponse}: 0 -> 0", "{ParseCookie,ParseSetCookie}: 0 -> 0", "Cookie.String: recv -> 0 except header_injection log_injection",
    "Request.{Write,WriteProxy}: recv -> arg 0", "Response.Write: recv -> arg 0", "Response.{Cookies,Location}: recv -> 0",
    "Request.BasicAuth: recv -> 1",
    "Header.{Set,Add}: 1 -> recv",
    "MaxBytesReader: 1 -> 0",
    "{CanonicalHeaderKey,StatusText}: 0 -> 0",
    "Header.{Get,Values,Clone}: recv -> 0",
  ]
  clean = [
    "Request.{ParseForm,ParseMultipartForm,ProtoAtLeast,Write,WriteProxy,SetBasicAuth,AddCookie,SetPathValue}", "Header.Del", "Cookie.Valid", "{AllowQuerySemicolons,SetCookie,ParseHTTPVersion,ParseTime,NewFileTransport,NewFileTransportFS,ProxyFromEnvironment,ProxyURL}", "CrossOriginProtection.*", "NewCrossOriginProtection", "ResponseController.*", "CookieJar.*",
    "ResponseWriter.{Header,WriteHeader}", "{NewServeMux,HandlerFunc,StripPrefix,FileServer,FileServerFS,TimeoutHandler,MaxBytesHandler}",
    "{NewResponseController,DetectContentType}", "{Error,NotFound,NotFoundHandler,RedirectHandler}", "ServeContent",
    "Client.{Do,CloseIdleConnections}", "RoundTripper.RoundTrip", "Transport.RoundTrip", "Flusher.Flush",
    "{ListenAndServe,ListenAndServeTLS,Serve,ServeTLS}", "Server.{ListenAndServe,ListenAndServeTLS,Serve,ServeTLS,Shutdown,Close,RegisterOnShutdown,SetKeepAlivesEnabled}",
  ]
  sinks = {
    request_forgery = [
      "{Get,Head,Post,PostForm}: 0", "Client.{Get,Head,Post,PostForm}: 0", "NewRequest: 1 when sent", "NewRequestWithContext: 2 when sent",
    ]
    open_redirect = ["Redirect: 2", "RedirectHandler: 0", "Header.{Set,Add}: 1 when location"]
    path_traversal = ["ServeFile: 2 when elsewhere", "ServeFileFS: 3 when elsewhere", "FileSystem.Open: 0 when never", "Dir.Open: 0 when never"]
    xss = ["ResponseWriter.Write: 0 when writer"]
  }
  sink_types = { path_traversal = ["Dir"] }
  routes = [
    "{Handle,HandleFunc}: pattern 0 handler 1", "ServeMux.{Handle,HandleFunc}: pattern 0 handler 1",
    "{ListenAndServe,Serve,ServeTLS}: kind server handler 1", "ListenAndServeTLS: kind server handler 3",
  ]
  handler_fields = ["Server.Handler: kind server"]
  client "http" {
    protocol = "http"
    calls    = ["{Get,Head,Post,PostForm}: 0", "Client.{Get,Head,Post,PostForm}: 0", "NewRequest: 1", "NewRequestWithContext: 2"]
  }
}

package "net/http/httputil" {
  sinks = { request_forgery = ["NewSingleHostReverseProxy: 0", "ProxyRequest.SetURL: 0"] }
  clean = ["ReverseProxy.ServeHTTP", "ProxyRequest.SetXForwarded", "{NewChunkedWriter}"]
  flows = ["NewChunkedReader: 0 -> 0", "{DumpRequest,DumpRequestOut,DumpResponse}: 0 -> 0"]
}

package "net/http/httptest" {
  clean = ["{NewRequest,NewRequestWithContext,NewRecorder,NewServer,NewTLSServer,NewUnstartedServer}", "ResponseRecorder.*", "Server.*"]
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
    "URL.Port: recv.Host -> 0 except argument_injection request_forgery open_redirect path_traversal sql_injection command_injection xss log_injection",
    "URL.{EscapedPath,RequestURI}: recv.Path recv.RawPath recv.RawQuery -> 0 except request_forgery open_redirect log_injection xss",
    "URL.EscapedFragment: recv.Fragment -> 0 except log_injection xss",
    "URL.Query: recv.RawQuery -> 0",
    "URL.{JoinPath,ResolveReference,Parse}: recv 0... -> 0",
    "URL.Redacted: recv -> 0", "Error.Error: recv -> 0", "URL.{MarshalBinary,AppendBinary}: recv -> 0", "URL.UnmarshalBinary: 0 -> recv",
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
    "Template.Execute: 1 -> arg 0 except xss", "Template.ExecuteTemplate: 2 -> arg 0 except xss",
  ]
  clean = ["Template.{Lookup,Funcs,New,Option,Clone,Delims,Name,Templates,DefinedTemplates}", "{New,Must,IsTrue}"]
  sinks = {
    template_injection = ["Template.Parse: 0 when kept"]
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
  clean = ["Template.{Lookup,Funcs,New,Option,Clone,Delims,Name,Templates,DefinedTemplates}", "{New,Must,IsTrue}"]
  sinks = {
    template_injection = ["Template.Parse: 0 when kept"]
    path_traversal     = ["{ParseFiles,ParseGlob}: 0...", "Template.{ParseFiles,ParseGlob}: 0..."]
    xss                = ["Template.Execute: 1 when writer", "Template.ExecuteTemplate: 2 when writer"]
  }
}

package "net" {
  flows = [
    "JoinHostPort: 0 1 -> 0", "SplitHostPort: 0 -> 0", "SplitHostPort: 0 -> 1", "{ParseIP,ParseCIDR}: 0 -> 0", "ParseMAC: 0 -> 0", "IP.String: recv -> 0",
    "Conn.Read: recv -> arg 0", "Conn.Write: 0 -> recv", "{AddrError,DNSError,OpError,ParseError}.Error: recv -> 0",
    "{ResolveTCPAddr,ResolveUDPAddr,ResolveIPAddr}: 1 -> 0", "{TCPAddr,UDPAddr,IPAddr,IPNet}.String: recv -> 0",
  ]
  clean = [
    "Conn.{Close,LocalAddr,RemoteAddr,SetDeadline,SetReadDeadline,SetWriteDeadline}",
    "IP.{DefaultMask,Equal,IsGlobalUnicast,IsInterfaceLocalMulticast,IsLinkLocalMulticast,IsLinkLocalUnicast,IsLoopback,IsMulticast,IsPrivate,IsUnspecified,Mask,To16,To4}",
    "{LookupHost,LookupIP,LookupAddr,LookupCNAME,LookupMX,LookupNS,LookupPort,LookupSRV,LookupTXT}", "Resolver.*",
    "{Listen,ListenTCP,ListenUDP,ListenPacket,ListenUnix,CIDRMask,IPv4,IPv4Mask,Interfaces,InterfaceAddrs,Pipe,FileListener}", "Listener.*", "ListenConfig.*", "IPNet.Contains", "PacketConn.*",
  ]
  sinks = {
    request_forgery = ["Dial: 1", "DialTimeout: 1", "Dialer.Dial: 1", "Dialer.DialContext: 2"]
  }
  client "tcp" {
    protocol = "tcp"
    calls    = ["{Dial,DialTimeout}: 1", "Dialer.Dial: 1", "Dialer.DialContext: 2"]
  }
  guards = [
    "ParseIP: 0 set argument_injection sql_injection command_injection path_traversal xss log_injection open_redirect template_injection nosql_injection ldap_injection xpath_injection header_injection",
    "IP.{IsPrivate,IsLoopback,IsLinkLocalUnicast,IsUnspecified}: recv false request_forgery",
    "IP.IsGlobalUnicast: recv true request_forgery",
    "IPNet.Contains: 0 true request_forgery",
  ]
  views = ["ParseIP", "{LookupHost,LookupIP}", "SplitHostPort"]
}

package "net/netip" {
  flows  = ["{ParseAddr,MustParseAddr,ParseAddrPort,ParsePrefix,MustParsePrefix,MustParseAddrPort}: 0 -> 0", "{Addr,AddrPort,Prefix}.String: recv -> 0", "AddrPort.Addr: recv -> 0", "Prefix.Addr: recv -> 0"]
  guards = [
    "{ParseAddr,ParseAddrPort,ParsePrefix}: 0 ok argument_injection sql_injection command_injection path_traversal xss log_injection open_redirect template_injection nosql_injection ldap_injection xpath_injection header_injection",
    "Addr.{IsPrivate,IsLoopback,IsLinkLocalUnicast}: recv false request_forgery",
    "Prefix.Contains: 0 true request_forgery",
  ]
  clean = ["{AddrFrom4,AddrFrom16,AddrFromSlice,AddrPortFrom,PrefixFrom,IPv4Unspecified,IPv6Unspecified,IPv6LinkLocalAllNodes,IPv6Loopback}"]
  views = ["ParseAddr"]
}

package "net/mail" {
  flows = [
    "{ParseAddress,ParseAddressList}: 0 -> 0 except header_injection", "AddressParser.{Parse,ParseList}: 0 -> 0 except header_injection", "ReadMessage: 0 -> 0",
    "Header.{Get,AddressList}: recv -> 0",
  ]
  clean = ["Address.String", "Header.Date", "ParseDate"]
}

package "net/smtp" {
  clean = ["{CRAMMD5Auth,PlainAuth}", "Client.{Auth,Close,Data,Extension,Hello,Noop,Quit,Reset,StartTLS,TLSConnectionState,Verify}", "NewClient"]
  sinks = {
    header_injection = ["SendMail: 4"]
    request_forgery  = ["Dial: 0", "SendMail: 0"]
  }
  client "smtp" {
    protocol  = "smtp"
    operation = "smtp:Send"
    calls     = ["{Dial,SendMail}: 0"]
  }
}

package "net/textproto" {
  flows = [
    "NewReader: 0 -> 0", "Reader.{ReadLine,ReadLineBytes,ReadContinuedLine,ReadContinuedLineBytes,ReadDotBytes,ReadDotLines,ReadMIMEHeader,DotReader}: recv -> 0",
    "{TrimBytes,TrimString,CanonicalMIMEHeaderKey}: 0 -> 0", "MIMEHeader.{Get,Values}: recv -> 0", "MIMEHeader.{Add,Set}: 1 -> recv",
  ]
  sinks = { request_forgery = ["Dial: 1"] }
  clean = ["NewWriter", "NewConn", "MIMEHeader.Del"]
}

package "crypto/tls" {
  sinks = { request_forgery = ["Dial: 1", "DialWithDialer: 2", "Dialer.Dial: 1", "Dialer.DialContext: 2"] }
  flows = ["Conn.Read: recv -> arg 0", "Conn.Write: 0 -> recv", "{Client,Server}: 0 -> 0", "NewListener: 0 -> 0"]
  clean = [
    "{LoadX509KeyPair,X509KeyPair,Listen,CipherSuites,InsecureCipherSuites,CipherSuiteName,VersionName}", "Config.*",
    "Conn.{Close,ConnectionState,Handshake,HandshakeContext,LocalAddr,RemoteAddr,NetConn,OCSPResponse,VerifyHostname,SetDeadline,SetReadDeadline,SetWriteDeadline,CloseWrite}",
  ]
  client "tls" {
    protocol = "tls"
    calls    = ["Dial: 1", "DialWithDialer: 2", "Dialer.DialContext: 2"]
  }
}

package "net/rpc" {
  sinks = { request_forgery = ["{Dial,DialHTTP}: 1", "DialHTTPPath: 1"] }
  clean = ["{Register,RegisterName,HandleHTTP,Accept,ServeCodec,ServeConn,ServeRequest,NewServer,NewClient,NewClientWithCodec}", "Server.*", "Client.*"]
  client "rpc" {
    protocol = "tcp"
    calls    = ["{Dial,DialHTTP,DialHTTPPath}: 1"]
  }
}

package "net/rpc/jsonrpc" {
  sinks = { request_forgery = ["Dial: 1"] }
  clean = ["{NewClient,NewClientCodec,NewServerCodec,ServeConn}"]
}

package "net/http/cookiejar" {
  clean = ["New", "Jar.*"]
}

package "net/http/cgi" {
  routes = ["Serve: kind server handler 0"]
  flows  = ["RequestFromMap: 0 -> 0"]
  clean  = ["Request", "Handler.ServeHTTP"]
}

package "net/http/fcgi" {
  routes = ["Serve: kind server handler 1"]
  clean  = ["ProcessEnv"]
}

package "net/http/httptrace" {
  clean = ["{ContextClientTrace,WithClientTrace}"]
}

package "net/http/pprof" {
  clean = ["*"]
}

package "expvar" {
  clean = ["*", "{Int,Float,Map,String,Func}.*"]
}

package "log/syslog" {
  clean = ["{New,NewLogger}", "Writer.Close"]
  sinks = { log_injection = ["Writer.{Alert,Crit,Debug,Emerg,Err,Info,Notice,Warning}: 0"] }
  client "syslog" {
    protocol = "syslog"
    calls    = ["Dial: 1"]
  }
}

package "os/user" {
  clean = ["{Current,Lookup,LookupId,LookupGroup,LookupGroupId}", "User.GroupIds"]
}

package "database/sql/driver" {
  clean = ["{IsScanValue,IsValue}", "Valuer.Value"]
}

package "go/format" {
  flows = ["Source: 0 -> 0"]
}
