package "os" {
  # Whoever starts the program decides these; they are told as unlikely, and of the log only what is typed.
  operator_sources   = { "the environment" = ["{Getenv,LookupEnv}: 0 only path_traversal command_injection request_forgery"] }
  operator_variables = {
    "the command line"   = ["Args: only path_traversal command_injection request_forgery log_injection"]
    "the standard input" = ["Stdin: only path_traversal command_injection request_forgery"]
  }
  clean = [
    "{Environ,Hostname,Getwd,TempDir,UserHomeDir,UserConfigDir,UserCacheDir,Executable}",
    "{Exit,Getpid,Getppid,Getuid,Geteuid,Getgid,Getegid,Getgroups,Getpagesize,Clearenv,Setenv,Unsetenv,Pipe,FindProcess,NewFile}",
    "{IsNotExist,IsExist,IsPermission,IsTimeout,IsPathSeparator,SameFile,NewSyscallError}",
    "File.{Chdir,Chmod,Chown,Close,Fd,ReadDir,Readdir,Readdirnames,Seek,SetDeadline,SetReadDeadline,SetWriteDeadline,Stat,Sync,SyscallConn,Truncate,Name}",
    "File.{Read,ReadAt,ReadFrom,Write,WriteAt,WriteString,WriteTo}",
    "Root.*", "FileInfo.*", "DirEntry.*", "FileMode.*", "Process.*", "ProcessState.*",
  ]
  flows = [
    "ExpandEnv: 0 -> 0", "Expand: 0 -> 0", "PathError.Error: recv -> 0", "LinkError.Error: recv -> 0", "SyscallError.Error: recv -> 0",
  ]
  sinks = {
    path_traversal = [
      "{Open,ReadFile,ReadDir,Create,Remove,RemoveAll,Mkdir,MkdirAll,WriteFile,OpenFile,Truncate,Chmod,Chown,Lchown,Chtimes,Chdir,DirFS,OpenRoot}: 0",
      "{Rename,Link,Symlink}: 0 1", "CopyFS: 0", "{CreateTemp,MkdirTemp}: 0", "OpenInRoot: 0", "{Stat,Lstat,Readlink}: 0 when never",
    ]
    archive_traversal = [
      "{Create,Mkdir,MkdirAll,WriteFile,OpenFile}: 0", "{Link,Symlink,Rename}: 1",
    ]
    command_injection = ["StartProcess: 0 1"]
  }
  settings = { env = ["{Getenv,LookupEnv}: 0"] }
}

package "io/ioutil" {
  flows = ["{ReadAll,NopCloser}: 0 -> 0"]
  sinks = {
    path_traversal    = ["{ReadFile,ReadDir,WriteFile}: 0", "{TempDir,TempFile}: 0"]
    archive_traversal = ["WriteFile: 0"]
  }
}

package "os/exec" {
  sinks = {
    command_injection = [
      "Command: 0", "CommandContext: 1", "Command: 1... when shell", "CommandContext: 2... when shell",
    ]
    argument_injection = ["Command: 1... when option", "CommandContext: 2... when option"]
  }
  sink_fields = { command_injection = ["Cmd.Path"] }
  flows       = ["LookPath: 0 -> 0"]
  clean       = ["Cmd.{CombinedOutput,Environ,Output,Run,Start,StderrPipe,StdinPipe,StdoutPipe,String,Wait}"]
}

package "syscall" {
  clean    = ["*"]
  settings = { env = ["Getenv: 0"] }
  sinks = {
    command_injection = ["{Exec,ForkExec,StartProcess}: 0 1"]
    path_traversal    = ["{Open,Unlink,Rmdir,Mkdir,Chmod,Chown,Truncate,Chroot,Readlink}: 0", "{Rename,Link,Symlink}: 0 1"]
  }
}

package "plugin" {
  sinks = { path_traversal = ["Open: 0"] }
}

package "database/sql" {
  clean = ["{Open,OpenDB}", "Rows.*", "Row.*", "Result.*", "Stmt.*", "Tx.*", "DB.*", "Conn.*", "Named"]
  sinks = {
    sql_injection = [
      "{DB,Tx}.{Exec,Query,QueryRow,Prepare}: 0", "{DB,Tx,Conn}.{ExecContext,QueryContext,QueryRowContext,PrepareContext}: 1",
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
    runs      = ["{DB,Tx}.{Exec,Query,QueryRow,Prepare}", "{DB,Tx,Conn}.{ExecContext,QueryContext,QueryRowContext,PrepareContext}", "Stmt.{Exec,Query,QueryRow,ExecContext,QueryContext,QueryRowContext}"]
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
  clean  = ["Match", "IsAbs", "IsLocal", "HasPrefix"]
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
  # What opens a path is the file system given, which keeps names inside itself.
  clean = [
    "FS.Open", "ReadFileFS.ReadFile", "{ReadFile,ReadDir,Sub,Stat,Glob,WalkDir,Lstat,ReadLink}", "FileInfo.*", "DirEntry.*", "FileMode.*", "File.{Stat,Close}",
    "{FileInfoToDirEntry,FormatDirEntry,FormatFileInfo}",
  ]
  flows = ["File.Read: recv -> arg 0", "PathError.Error: recv -> 0"]
}

package "archive/zip" {
  source_fields = { "a name in the archive" = ["FileHeader.Name: only archive_traversal"] }
  flows         = ["NewReader: 0 -> 0", "File.{Open,OpenRaw}: recv -> 0", "Reader.Open: recv -> 0"]
  sinks         = { path_traversal = ["OpenReader: 0"] }
  clean = [
    "ReadCloser.Close", "File.DataOffset", "NewWriter", "Writer.*", "FileHeader.{FileInfo,ModTime,SetModTime,Mode,SetMode}",
    "FileInfoHeader", "{RegisterCompressor,RegisterDecompressor}", "Reader.RegisterDecompressor",
  ]
}

package "archive/tar" {
  source_fields = { "a name in the archive" = ["Header.{Name,Linkname}: only archive_traversal"] }
  flows         = ["NewReader: 0 -> 0", "Reader.Read: recv -> arg 0"]
  clean         = ["Reader.Next", "NewWriter", "Writer.*", "Header.FileInfo", "FileInfoHeader"]
}

package "fmt" {
  flows = [
    "{Sprint,Sprintln}: 0... -> 0",
    "Sprintf: 0... -> 0",
    "Errorf: 0... -> 0",
    "{Fprint,Fprintln,Fprintf}: 1... -> arg 0",
    "{Append,Appendf,Appendln}: 0... -> 0",
    "Stringer.String: recv -> 0", "GoStringer.GoString: recv -> 0", "FormatString: 0 -> 0",
    "Sscan: 0 -> arg 1", "Sscanf: 0 -> arg 2", "Sscanln: 0 -> arg 1",
    "State.Write: 0 -> recv", "{Fscan,Fscanln}: 0 -> arg 1", "Fscanf: 0 -> arg 2",
  ]
  clean = ["{Print,Println,Printf,Scan,Scanf,Scanln}"]
  sinks = { xss = ["{Fprint,Fprintln}: 1... when writer", "Fprintf: 1... when writer"] }
}

package "io" {
  flows = [
    "{Copy,CopyN,CopyBuffer}: 1 -> arg 0",
    "{ReadAll,LimitReader,TeeReader,NopCloser,MultiReader,NewSectionReader}: 0... -> 0",
    "{ReadFull,ReadAtLeast}: 0 -> arg 1",
    "WriteString: 1 -> arg 0",
    "{Reader,ReadCloser,ReadWriter,ReadSeeker}.Read: recv -> arg 0",
    "{Writer,WriteCloser,ReadWriteCloser,ReadWriter,PipeWriter,OffsetWriter}.Write: 0 -> recv", "StringWriter.WriteString: 0 -> recv",
    "{PipeReader,LimitedReader,SectionReader,ReadWriteCloser}.Read: recv -> arg 0", "ReaderAt.ReadAt: recv -> arg 0", "WriterAt.WriteAt: 0 -> recv",
    "ReaderFrom.ReadFrom: 0 -> recv", "WriterTo.WriteTo: recv -> arg 0", "SectionReader.Outer: recv -> 0", "NewOffsetWriter: 0 -> 0",
    "MultiWriter: 0... -> 0",
  ]
  clean = ["Pipe", "Closer.Close", "Seeker.Seek", "ByteReader.ReadByte", "RuneReader.ReadRune"]
  sinks = { xss = ["WriteString: 1 when writer", "{Copy,CopyN,CopyBuffer}: 1 when writer", "Writer.Write: 0 when writer"] }
}

package "bufio" {
  flows = [
    "{NewReader,NewReaderSize,NewScanner}: 0 -> 0", "NewReadWriter: 0 1 -> 0",
    "Reader.{ReadString,ReadBytes,ReadLine,Peek,ReadSlice}: recv -> 0",
    "Reader.Read: recv -> arg 0", "Reader.WriteTo: recv -> arg 0", "Reader.Reset: 0 -> recv",
    "Scanner.{Text,Bytes}: recv -> 0",
    "Writer.{Write,WriteString,ReadFrom}: 0 -> recv", "Writer.AvailableBuffer: recv -> 0",
    "{ScanLines,ScanWords,ScanRunes,ScanBytes}: 0 -> 1",
  ]
  clean = [
    "{NewWriter,NewWriterSize}", "Writer.{Flush,WriteByte,WriteRune,Available,Buffered,Size,Reset}", "Scanner.{Scan,Err,Buffer,Split}",
    "Reader.{Buffered,Discard,ReadByte,ReadRune,UnreadByte,UnreadRune,Size}",
  ]
}

package "bytes" {
  flows = [
    "Buffer.{Write,WriteString,ReadFrom}: 0 -> recv",
    "Buffer.WriteTo: recv -> arg 0", "Buffer.Read: recv -> arg 0",
    "Buffer.{String,Bytes,Next,ReadString,ReadBytes,AvailableBuffer,Peek}: recv -> 0",
    "Reader.{Read,ReadAt,WriteTo}: recv -> arg 0", "Reader.Reset: 0 -> recv",
    "{NewBuffer,NewBufferString,NewReader}: 0 -> 0",
    "{Clone,ToLower,ToUpper,Title,ToTitle,ToValidUTF8,TrimSpace,Trim,TrimLeft,TrimRight,TrimPrefix,TrimSuffix,TrimFunc,TrimLeftFunc,TrimRightFunc}: 0 -> 0",
    "{ToLowerSpecial,ToUpperSpecial,ToTitleSpecial}: 1 -> 0", "Map: 1 -> 0", "Repeat: 0 -> 0", "Runes: 0 -> 0",
    "{Replace,ReplaceAll}: 0 2 -> 0", "Join: 0 1 -> 0",
    "{Split,SplitN,SplitAfter,SplitAfterN,Fields,FieldsFunc,Lines,SplitSeq,SplitAfterSeq,FieldsSeq,FieldsFuncSeq}: 0 -> 0",
    "{Cut,CutPrefix,CutSuffix}: 0 -> 0", "Cut: 0 -> 1",
  ]
  guards = ["Equal: 0 true", "EqualFold: 0 true"]
  clean = [
    "Buffer.{Len,Reset,Grow,WriteByte,WriteRune,Truncate,Cap,Available,ReadByte,ReadRune,UnreadByte,UnreadRune}", "Reader.{Len,Size,Seek,ReadByte,ReadRune}",
    "{Contains,ContainsAny,ContainsFunc,ContainsRune,HasPrefix,HasSuffix,Compare,Count,Index,IndexAny,IndexByte,IndexFunc,IndexRune,LastIndex,LastIndexAny,LastIndexByte,LastIndexFunc}",
  ]
  views = ["{TrimSpace,ToLower,ToUpper,Trim,TrimPrefix,TrimSuffix,Clone}"]
}

package "strings" {
  flows = [
    "Builder.{Write,WriteString}: 0 -> recv",
    "Builder.String: recv -> 0",
    "NewReader: 0 -> 0", "NewReplacer: 0... -> 0",
    "Reader.{Read,ReadAt,WriteTo}: recv -> arg 0", "Reader.Reset: 0 -> recv",
    "Replacer.Replace: recv 0 -> 0", "Replacer.WriteString: 1 -> arg 0",
    "{Replace,ReplaceAll}: 0 2 -> 0",
    "Map: 1 -> 0", "{ToLowerSpecial,ToUpperSpecial,ToTitleSpecial}: 1 -> 0",
    "Join: 0 1 -> 0",
    "{Trim,TrimLeft,TrimRight,TrimPrefix,TrimSuffix,TrimFunc,TrimLeftFunc,TrimRightFunc,TrimSpace,ToLower,ToUpper,Title,ToTitle,Clone,ToValidUTF8}: 0 -> 0",
    "{Split,SplitN,SplitAfter,SplitAfterN,Fields,FieldsFunc,Lines,SplitSeq,SplitAfterSeq,FieldsSeq,FieldsFuncSeq}: 0 -> 0",
    "Repeat: 0 -> 0",
    "{Cut,CutPrefix,CutSuffix}: 0 -> 0",
    "Cut: 0 -> 1",
  ]
  clean = [
    "Builder.{Len,Reset,Grow,WriteByte,WriteRune,Cap}", "Reader.{Len,Size,Seek,ReadByte,ReadRune,UnreadByte,UnreadRune}",
    "{Contains,ContainsAny,ContainsFunc,ContainsRune,HasPrefix,HasSuffix,EqualFold,Compare,Count,Index,IndexAny,IndexByte,IndexFunc,IndexRune,LastIndex,LastIndexAny,LastIndexByte,LastIndexFunc}",
  ]
  views = ["{TrimSpace,ToLower,ToUpper,TrimPrefix,TrimSuffix,Trim,TrimLeft,TrimRight,Clone,CutPrefix,CutSuffix}"]
}

package "strconv" {
  flows = [
    "{Quote,QuoteToASCII,QuoteToGraphic}: 0 -> 0 except log_injection",
    "Unquote: 0 -> 0",
    "QuotedPrefix: 0 -> 0",
    "{AppendQuote,AppendQuoteToASCII,AppendQuoteToGraphic}: 1 -> 0 except log_injection", "NumError.Error: recv -> 0",
  ]
  clean = ["{Itoa,FormatInt,FormatUint,FormatFloat,FormatBool,FormatComplex,AppendInt,AppendUint,AppendFloat,AppendBool,QuoteRune,QuoteRuneToASCII,IsPrint,IsGraphic,CanBackquote,UnquoteChar}"]
  guards = [
    "{Atoi,ParseInt,ParseUint,ParseFloat,ParseBool}: 0 ok",
  ]
}

package "errors" {
  flows = ["New: 0 -> 0", "{Join,Unwrap}: 0... -> 0"]
  clean = ["{Is,As}"]
}

package "regexp" {
  flows = [
    "Regexp.{FindString,FindStringSubmatch,FindAllString,FindAllStringSubmatch,Find,FindSubmatch,FindAll,FindAllSubmatch}: 0 -> 0",
    "Regexp.{ReplaceAllString,ReplaceAllLiteralString,ReplaceAll,ReplaceAllLiteral}: 0 1 -> 0",
    "Regexp.{ReplaceAllStringFunc,ReplaceAllFunc}: 0 -> 0",
    "Regexp.{Expand,ExpandString}: 1 2 -> 0",
    "Regexp.Split: 0 -> 0",
    "QuoteMeta: 0 -> 0",
  ]
  clean = [
    "{Compile,MustCompile,CompilePOSIX,MustCompilePOSIX,MatchString,Match,MatchReader}",
    "Regexp.{MatchString,Match,MatchReader,String,FindStringIndex,FindStringSubmatchIndex,FindIndex,FindAllIndex,FindAllStringIndex,Longest,NumSubexp,SubexpNames,SubexpIndex}",
  ]
}

package "slices" {
  flows = [
    "{Clone,Clip,Grow,Compact,CompactFunc,Sorted,SortedFunc,SortedStableFunc,Collect,Values,All,Backward,Chunk}: 0 -> 0",
    "{Delete,DeleteFunc}: 0 -> 0", "{Insert,Replace}: 0... -> 0", "{AppendSeq}: 0 1 -> 0", "Concat: 0... -> 0", "Repeat: 0 -> 0",
    "{Max,MaxFunc,Min,MinFunc}: 0 -> 0",
  ]
  guards = ["Contains: 1 true"]
  clean = [
    "{Contains,ContainsFunc,Index,IndexFunc,Equal,EqualFunc,Compare,CompareFunc,BinarySearch,BinarySearchFunc,Reverse,Sort,SortFunc,SortStableFunc,IsSorted,IsSortedFunc}",
  ]
}

package "maps" {
  flows = ["Copy: 1 -> arg 0", "{Clone,All,Keys,Values,Collect}: 0 -> 0", "Insert: 1 -> arg 0"]
  clean = ["{Equal,EqualFunc,DeleteFunc}"]
}

package "sync" {
  flows = ["Map.{Store,Swap,LoadOrStore}: 1 -> recv", "Map.{Load,LoadOrStore,LoadAndDelete,Swap}: recv -> 0"]
  # What a pool hands out is used anew: nobody reads from it what another has left there.
  clean = ["Pool.{Get,Put}", "Once.*", "Mutex.*", "RWMutex.*", "WaitGroup.*", "Cond.*", "NewCond", "Map.{Clear,Delete,CompareAndDelete}"]
}

package "sync/atomic" {
  flows = ["{Value,Pointer}.{Store,Swap}: 0 -> recv", "{Value,Pointer}.{Load,Swap}: recv -> 0"]
  clean = ["{Int32,Int64,Uint32,Uint64,Uintptr,Bool}.*"]
}

package "time" {
  flows  = ["ParseError.Error: recv -> 0"]
  clean  = ["*", "{Time,Duration,Location,Month,Weekday,Timer,Ticker}.*"]
}

package "reflect" {
  flows = [
    "{ValueOf,Indirect}: 0 -> 0", "{Append,AppendSlice}: 0... -> 0", "Copy: 1 -> arg 0",
    "Value.{Bytes,String,Interface,Field,FieldByName,FieldByIndex,FieldByNameFunc,Index,Elem,Addr,MapIndex,MapKeys,MapRange,Slice,Slice3,Convert}: recv -> 0",
    "Value.{Set,SetString,SetBytes}: 0 -> recv", "Value.SetMapIndex: 1 -> recv",
    "MapIter.{Key,Value}: recv -> 0", "StructTag.{Get,Lookup}: recv -> 0",
  ]
  clean = ["{TypeOf,DeepEqual,New,Zero,MakeSlice,MakeMap,MakeMapWithSize,MakeChan,MakeFunc,PointerTo,PtrTo,SliceOf,MapOf,Swapper}", "Type.*"]
}

package "flag" {
  clean = ["*", "FlagSet.*"]
  operator_sources = { "the command line" = [
    "{Arg,Args}: 0 only path_traversal command_injection request_forgery log_injection", "FlagSet.{Arg,Args}: 0 only path_traversal command_injection request_forgery log_injection",
    "String: 0 only path_traversal command_injection request_forgery", "FlagSet.String: 0 only path_traversal command_injection request_forgery",
    "StringVar: -> arg 0 only path_traversal command_injection request_forgery", "FlagSet.StringVar: -> arg 0 only path_traversal command_injection request_forgery",
  ] }
  settings = { flag = [
    "{String,Int,Int64,Uint,Uint64,Float64,Bool,Duration,Func,BoolFunc}: 0",
    "{StringVar,IntVar,Int64Var,UintVar,Uint64Var,Float64Var,BoolVar,DurationVar,TextVar,Var}: 1",
    "FlagSet.{String,Int,Int64,Uint,Uint64,Float64,Bool,Duration,Func,BoolFunc}: 0",
    "FlagSet.{StringVar,IntVar,Int64Var,UintVar,Uint64Var,Float64Var,BoolVar,DurationVar,TextVar,Var}: 1",
  ] }
}
