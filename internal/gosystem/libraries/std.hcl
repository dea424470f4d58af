package "os" {
  clean = [
    "{Getenv,LookupEnv,Environ,Expand,ExpandEnv,Hostname,Getwd,TempDir,UserHomeDir,Executable}",
    "{Stat,Lstat,Exit,Getpid,Chdir,Setenv,Unsetenv,MkdirTemp,OpenRoot,IsNotExist,IsExist}",
    "File.*", "Root.*", "FileInfo.*", "DirEntry.*",
  ]
  sinks = {
    path_traversal = [
      "{Open,ReadFile,ReadDir,Create,Remove,RemoveAll,Mkdir,MkdirAll,WriteFile,OpenFile,Truncate,Chmod,Chown,DirFS,Readlink}: 0",
      "{Rename,Link,Symlink}: 0 1",
    ]
    archive_traversal = [
      "{Create,Mkdir,MkdirAll,WriteFile,OpenFile}: 0", "{Link,Symlink,Rename}: 1",
    ]
    command_injection = ["StartProcess: 0 1"]
  }
  settings = { env = ["{Getenv,LookupEnv}: 0"] }
}

package "io/ioutil" {
  clean = ["{TempDir,TempFile}"]
  sinks = {
    path_traversal    = ["{ReadFile,ReadDir,WriteFile}: 0"]
    archive_traversal = ["WriteFile: 0"]
  }
}

package "os/exec" {
  sinks = {
    command_injection = [
      "Command: 0", "CommandContext: 1", "Command: 1... when shell", "CommandContext: 2... when shell",
    ]
  }
  sink_fields = { command_injection = ["Cmd.Path"] }
  clean       = ["LookPath", "Cmd.*"]
}

package "syscall" {
  clean = ["*"]
  sinks = { command_injection = ["{Exec,ForkExec,StartProcess}: 0 1"] }
}

package "plugin" {
  sinks = { path_traversal = ["Open: 0"] }
}

package "database/sql" {
  clean = ["{Open,OpenDB}", "Rows.*", "Row.*", "Result.*", "Stmt.*", "Tx.*", "DB.*", "Conn.*", "Named"]
  sinks = {
    sql_injection = [
      "{DB,Tx,Conn}.{Exec,Query,QueryRow,Prepare}: 0", "{DB,Tx,Conn}.{ExecContext,QueryContext,QueryRowContext,PrepareContext}: 1",
    ]
  }
  client "sql" {
    protocol  = "sql"
    calls     = ["Open: 1"]
    operation = "sql:Connect"
  }
  client "sql" {
    protocol  = "sql"
    operation = "sql:"
    runs      = ["{DB,Tx,Conn}.{Exec,Query,QueryRow,ExecContext,QueryContext,QueryRowContext}"]
  }
}

package "path/filepath" {
  flows = [
    "Base: 0 -> 0 except path_traversal archive_traversal request_forgery open_redirect",
    "Ext: 0 -> 0 except path_traversal archive_traversal request_forgery open_redirect",
    "{Clean,Abs,EvalSymlinks,Dir,ToSlash,FromSlash,VolumeName}: 0 -> 0",
    "Localize: 0 -> 0 except path_traversal archive_traversal",
    "Join: 0... -> 0",
    "Rel: 1 -> 0",
    "Split: 0 -> 0",
    "Split: 0 -> 1 except path_traversal archive_traversal",
    "SplitList: 0 -> 0",
  ]
  clean  = ["Match", "IsAbs", "IsLocal"]
  views  = ["{Clean,Abs,EvalSymlinks,ToSlash,FromSlash,Join,Rel,Localize}"]
  guards = ["IsLocal: 0 true path_traversal archive_traversal", "Localize: 0 ok path_traversal archive_traversal"]
  sinks = {
    path_traversal = ["{Walk,WalkDir,Glob}: 0"]
  }
}

package "path" {
  flows = [
    "{Base,Ext}: 0 -> 0 except path_traversal archive_traversal request_forgery open_redirect",
    "{Clean,Dir}: 0 -> 0",
    "Join: 0... -> 0",
    "Split: 0 -> 0",
    "Split: 0 -> 1 except path_traversal archive_traversal",
  ]
  clean = ["Match", "IsAbs"]
  views = ["{Clean,Join}"]
}

package "io/fs" {
  guards = ["ValidPath: 0 true path_traversal archive_traversal"]
  clean  = ["FS.Open", "{ReadFile,ReadDir,Sub,Stat,Glob,WalkDir}", "FileInfo.*", "DirEntry.*"]
}

package "archive/zip" {
  source_fields = { "a name in the archive" = ["FileHeader.Name: only archive_traversal"] }
  clean         = ["OpenReader", "NewReader", "File.Open", "NewWriter", "Writer.*", "FileHeader.*", "FileInfoHeader"]
}

package "archive/tar" {
  source_fields = { "a name in the archive" = ["Header.{Name,Linkname}: only archive_traversal"] }
  clean         = ["NewReader", "Reader.*", "NewWriter", "Writer.*", "Header.*", "FileInfoHeader"]
}

package "log" {
  clean = ["{New,Default,SetOutput,SetFlags,SetPrefix}", "Logger.{SetOutput,SetFlags,SetPrefix,Writer}"]
  sinks = {
    log_injection = [
      "{Printf,Fatalf,Panicf}: 0... when format", "Logger.{Printf,Fatalf,Panicf}: 0... when format",
      "{Print,Println,Fatal,Fatalln,Panic,Panicln}: 0...", "Logger.{Print,Println,Fatal,Fatalln,Panic,Panicln}: 0...",
      "Output: 1", "Logger.Output: 1",
    ]
  }
}

package "log/slog" {
  clean = ["{String,Any,Int,Int64,Bool,Float64,Group,Time,Duration,New,Default,SetDefault,NewJSONHandler,NewTextHandler}", "Logger.{With,WithGroup,Handler,Enabled}", "With"]
  sinks = {
    log_injection = [
      "{Debug,Info,Warn,Error}: 0", "Logger.{Debug,Info,Warn,Error}: 0",
      "{DebugContext,InfoContext,WarnContext,ErrorContext}: 1", "Logger.{DebugContext,InfoContext,WarnContext,ErrorContext}: 1",
      "{Log,LogAttrs}: 2", "Logger.{Log,LogAttrs}: 2",
    ]
  }
}

package "fmt" {
  flows = [
    "{Sprint,Sprintln}: 0... -> 0",
    "Sprintf: 0... -> 0",
    "Errorf: 0... -> 0",
    "{Fprint,Fprintln,Fprintf}: 1... -> arg 0",
    "{Append,Appendf,Appendln}: 0... -> 0",
    "Sscan: 0 -> arg 1", "Sscanf: 0 -> arg 2", "Sscanln: 0 -> arg 1",
    "{Fscan,Fscanln}: 0 -> arg 1", "Fscanf: 0 -> arg 2",
    "Stringer.String: recv -> 0",
  ]
  clean = ["{Print,Println,Printf}"]
  sinks = { xss = ["{Fprint,Fprintln}: 1... when writer", "Fprintf: 1... when writer"] }
}

package "io" {
  flows = [
    "{Copy,CopyN,CopyBuffer}: 1 -> arg 0",
    "{ReadAll,LimitReader,TeeReader,NopCloser,MultiReader,NewSectionReader}: 0... -> 0",
    "{ReadFull,ReadAtLeast}: 0 -> arg 1",
    "WriteString: 1 -> arg 0",
    "{Reader,ReadCloser,ReadWriter,ReadSeeker}.Read: recv -> arg 0",
    "{Writer,WriteCloser,StringWriter}.{Write,WriteString}: 0 -> recv",
    "MultiWriter: 0... -> 0",
  ]
  clean = ["Pipe", "Closer.Close"]
  sinks = { xss = ["WriteString: 1 when writer", "{Copy,CopyN,CopyBuffer}: 1 when writer", "Writer.Write: 0 when writer"] }
}

package "bufio" {
  flows = [
    "{NewReader,NewReaderSize,NewScanner}: 0 -> 0",
    "Reader.{ReadString,ReadBytes,ReadLine,Peek,ReadSlice}: recv -> 0",
    "Reader.Read: recv -> arg 0",
    "Scanner.{Text,Bytes}: recv -> 0",
    "Writer.{Write,WriteString}: 0 -> recv",
  ]
  clean = ["{NewWriter,NewWriterSize}", "Writer.{Flush,WriteByte}", "Scanner.{Scan,Err,Buffer,Split}"]
}

package "bytes" {
  flows = [
    "Buffer.{Write,WriteString}: 0 -> recv",
    "Buffer.ReadFrom: 0 -> recv",
    "Buffer.WriteTo: recv -> arg 0",
    "Buffer.{String,Bytes,Next,ReadString,ReadBytes}: recv -> 0",
    "Reader.Read: recv -> arg 0",
    "{NewBuffer,NewBufferString,NewReader}: 0 -> 0",
  ]
  clean = ["Buffer.{Len,Reset,Grow,WriteByte,WriteRune,Truncate,Cap}", "{Contains,HasPrefix,HasSuffix,Equal,Compare,Index}"]
}

package "strings" {
  flows = [
    "Builder.{Write,WriteString}: 0 -> recv",
    "Builder.String: recv -> 0",
    "{NewReader,NewReplacer}: 0... -> 0",
    "Reader.Read: recv -> arg 0",
    "Replacer.Replace: 0 -> 0",
    "{Replace,ReplaceAll}: 0 2 -> 0",
    "Map: 1 -> 0",
    "Join: 0 1 -> 0",
    "{Trim,TrimLeft,TrimRight,TrimPrefix,TrimSuffix,TrimFunc,TrimSpace,ToLower,ToUpper,Title,ToTitle,Clone,ToValidUTF8}: 0 -> 0",
    "{Split,SplitN,SplitAfter,SplitAfterN,Fields,FieldsFunc}: 0 -> 0",
    "Repeat: 0 -> 0",
    "{Cut,CutPrefix,CutSuffix}: 0 -> 0",
    "Cut: 0 -> 1",
  ]
  clean = ["Builder.{Len,Reset,Grow,WriteByte,WriteRune,Cap}", "{Contains,HasPrefix,HasSuffix,EqualFold,Compare,Index,LastIndex,Count}"]
  views = ["{TrimSpace,ToLower,ToUpper,TrimPrefix,TrimSuffix,Trim,TrimLeft,TrimRight,Clone,CutPrefix,CutSuffix}"]
}

package "strconv" {
  flows = [
    "{Quote,QuoteToASCII,QuoteToGraphic}: 0 -> 0 except log_injection",
    "Unquote: 0 -> 0",
    "{AppendQuote,AppendQuoteToASCII}: 1 -> 0 except log_injection",
  ]
  guards = [
    "{Atoi,ParseInt,ParseUint,ParseFloat,ParseBool}: 0 ok",
  ]
}

package "errors" {
  flows = ["New: 0 -> 0", "{Join,Unwrap}: 0... -> 0"]
  clean = ["{Is,As}"]
}

package "context" {
  flows = ["WithValue: 0 2 -> 0", "Context.Value: recv -> 0", "{WithCancel,WithTimeout,WithDeadline,WithoutCancel}: 0 -> 0"]
  clean = ["{Background,TODO}", "Context.{Err,Done,Deadline}"]
}

package "encoding/json" {
  flows = [
    "Unmarshal: 0 -> arg 1",
    "NewDecoder: 0 -> 0",
    "Decoder.Decode: recv -> arg 0",
    "{Marshal,MarshalIndent}: 0 -> 0 except log_injection xss path_traversal open_redirect request_forgery",
    "RawMessage.MarshalJSON: recv -> 0",
  ]
  clean = ["Decoder.{DisallowUnknownFields,UseNumber,More}", "NewEncoder", "Encoder.*", "Valid"]
}

package "encoding/xml" {
  flows = ["Unmarshal: 0 -> arg 1", "NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0", "{Marshal,MarshalIndent}: 0 -> 0 except xss log_injection", "EscapeText: 1 -> arg 0 except xss"]
  clean = ["NewEncoder", "Encoder.*"]
}

package "encoding/gob" {
  flows = ["NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0"]
  clean = ["NewEncoder", "Encoder.*"]
}

package "encoding/csv" {
  flows = ["NewReader: 0 -> 0", "Reader.{Read,ReadAll}: recv -> 0"]
  clean = ["NewWriter", "Writer.*"]
}

package "encoding/hex" {
  flows = ["EncodeToString: 0 -> 0 except request_forgery open_redirect xss log_injection path_traversal sql_injection command_injection template_injection archive_traversal", "DecodeString: 0 -> 0"]
}

package "encoding/base64" {
  flows = [
    "Encoding.EncodeToString: recv 0 -> 0 except open_redirect xss log_injection sql_injection command_injection template_injection",
    "Encoding.DecodeString: 0 -> 0", "NewDecoder: 1 -> 0", "Encoding.Decode: 1 -> arg 0",
  ]
}

package "hash" {
  clean = ["Hash.*"]
}

package "crypto/hmac" {
  clean = ["*"]
}

package "crypto/sha256" {
  clean = ["*"]
}

package "crypto/sha1" {
  clean = ["*"]
}

package "crypto/sha512" {
  clean = ["*"]
}

package "crypto/md5" {
  clean = ["*"]
}

package "crypto/cipher" {
  clean = ["*"]
}

package "regexp" {
  flows = [
    "Regexp.{FindString,FindStringSubmatch,FindAllString,FindAllStringSubmatch}: 0 -> 0",
    "Regexp.{Find,FindSubmatch}: 0 -> 0",
    "Regexp.{ReplaceAllString,ReplaceAllLiteralString,ReplaceAll}: 0 1 -> 0",
    "Regexp.ReplaceAllStringFunc: 0 -> 0",
    "Regexp.Split: 0 -> 0",
    "QuoteMeta: 0 -> 0",
  ]
  clean = ["{Compile,MustCompile,MatchString,Match}", "Regexp.{MatchString,Match,String}"]
}

package "slices" {
  guards = ["Contains: 1 true"]
  clean  = ["{Contains,Index,Equal}"]
}

package "maps" {
  flows = ["Copy: 1 -> arg 0"]
}

package "sync" {
  flows = ["Map.Store: 1 -> recv", "Map.Load: recv -> 0"]
  clean = ["Once.*", "Mutex.*", "RWMutex.*", "WaitGroup.*", "Pool.*", "OnceValue"]
}

package "sync/atomic" {
  flows = ["Value.Store: 0 -> recv", "Value.Load: recv -> 0", "Pointer.Store: 0 -> recv", "Pointer.Load: recv -> 0"]
}

package "time" {
  clean = ["*"]
}

package "reflect" {
  clean = ["{TypeOf,DeepEqual}", "Type.*"]
}

package "flag" {
  clean    = ["*"]
  settings = { flag = ["{String,Int,Bool,Duration}: 0", "{StringVar,IntVar,BoolVar,DurationVar}: 1", "FlagSet.{String,Int,Bool,Duration}: 0", "FlagSet.{StringVar,IntVar,BoolVar,DurationVar}: 1"] }
}

package "mime/multipart" {
  source_fields = { "the name of an uploaded file" = ["FileHeader.Filename"] }
  flows = ["FileHeader.Open: recv -> 0", "Part.{FileName,FormName}: recv -> 0", "Reader.{NextPart,NextRawPart,ReadForm}: recv -> 0"]
}
