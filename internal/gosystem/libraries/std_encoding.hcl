# Encodings, compression and containers of the standard library: what goes in
# comes out, decoded into what the argument points at.

package "encoding/json" {
  flows = [
    "Unmarshal: 0 -> arg 1",
    "NewDecoder: 0 -> 0",
    "Decoder.Decode: recv -> arg 0", "Decoder.{Buffered,Token}: recv -> 0",
    "{Marshal,MarshalIndent}: 0 -> 0 except log_injection xss path_traversal open_redirect request_forgery header_injection",
    "{Compact,Indent,HTMLEscape}: 1 -> arg 0", "RawMessage.MarshalJSON: recv -> 0", "RawMessage.UnmarshalJSON: 0 -> recv", "Number.String: recv -> 0 except sql_injection",
    "{SyntaxError,UnmarshalTypeError,MarshalerError}.Error: recv -> 0", "Encoder.Encode: 0 -> recv",
  ]
  clean = ["Decoder.{DisallowUnknownFields,UseNumber,More,InputOffset}", "NewEncoder", "Encoder.{SetIndent,SetEscapeHTML}", "Valid", "Number.{Int64,Float64}"]
}

package "encoding/xml" {
  flows = [
    "Unmarshal: 0 -> arg 1", "{NewDecoder,NewTokenDecoder}: 0 -> 0", "Decoder.{Decode,DecodeElement}: recv -> arg 0", "Decoder.{Token,RawToken}: recv -> 0",
    "{Marshal,MarshalIndent}: 0 -> 0 except xss log_injection", "{EscapeText,Escape}: 1 -> arg 0 except xss", "CopyToken: 0 -> 0",
    "{CharData,Comment,Directive,ProcInst,StartElement}.Copy: recv -> 0",
  ]
  clean = ["NewEncoder", "Encoder.*", "Decoder.{InputOffset,InputPos,Skip}"]
}

package "encoding/gob" {
  flows = ["NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0", "Decoder.DecodeValue: recv -> arg 0"]
  sinks = { deserialisation = ["NewDecoder: 0"] }
  clean = ["NewEncoder", "Encoder.*", "{Register,RegisterName}"]
}

package "encoding/csv" {
  flows = ["NewReader: 0 -> 0", "Reader.{Read,ReadAll}: recv -> 0", "ParseError.Error: recv -> 0"]
  clean = ["NewWriter", "Writer.*", "Reader.{FieldPos,InputOffset}"]
}

package "encoding/hex" {
  flows = [
    "{EncodeToString,Dump}: 0 -> 0 except argument_injection request_forgery open_redirect xss log_injection path_traversal sql_injection command_injection template_injection archive_traversal nosql_injection ldap_injection xpath_injection header_injection",
    "DecodeString: 0 -> 0", "Decode: 1 -> arg 0", "NewDecoder: 0 -> 0", "AppendDecode: 0 1 -> 0",
  ]
  clean = ["{Encode,AppendEncode,NewEncoder,Dumper,EncodedLen,DecodedLen}"]
}

package "encoding/base64" {
  flows = [
    "Encoding.EncodeToString: 0 -> 0 except open_redirect xss log_injection sql_injection command_injection template_injection nosql_injection ldap_injection xpath_injection header_injection",
    "Encoding.DecodeString: 0 -> 0", "NewDecoder: 1 -> 0", "Encoding.Decode: 1 -> arg 0", "Encoding.AppendDecode: 0 1 -> 0",
  ]
  clean = ["{NewEncoder,NewEncoding}", "Encoding.{Encode,EncodedLen,DecodedLen,Strict,WithPadding}"]
}

package "encoding/base32" {
  flows = [
    "Encoding.EncodeToString: 0 -> 0 except request_forgery open_redirect xss log_injection path_traversal archive_traversal sql_injection command_injection template_injection nosql_injection ldap_injection xpath_injection header_injection",
    "Encoding.DecodeString: 0 -> 0", "NewDecoder: 1 -> 0", "Encoding.Decode: 1 -> arg 0",
  ]
  clean = ["{NewEncoder,NewEncoding}", "Encoding.{Encode,EncodedLen,DecodedLen,WithPadding}"]
}

package "encoding/ascii85" {
  flows = ["Decode: 1 -> arg 0", "NewDecoder: 0 -> 0"]
  clean = ["{Encode,NewEncoder,MaxEncodedLen}"]
}

package "encoding/asn1" {
  flows = ["{Unmarshal,UnmarshalWithParams}: 0 -> arg 1", "{Unmarshal,UnmarshalWithParams}: 0 -> 0", "{Marshal,MarshalWithParams}: 0 -> 0"]
  clean = ["ObjectIdentifier.{Equal,String}"]
}

package "encoding/binary" {
  flows = ["Read: 0 -> arg 2", "Decode: 0 -> arg 2", "Write: 2 -> arg 0", "Append: 0 2 -> 0"]
  clean = ["{Size,Uvarint,Varint,ReadUvarint,ReadVarint,PutUvarint,PutVarint,AppendUvarint,AppendVarint,Encode}", "{ByteOrder,AppendByteOrder}.*"]
}

package "encoding/pem" {
  flows = ["Decode: 0 -> 0", "Decode: 0 -> 1", "EncodeToMemory: 0 -> 0", "Encode: 1 -> arg 0"]
}

package "encoding" {
  flows = ["{TextMarshaler.MarshalText,BinaryMarshaler.MarshalBinary}: recv -> 0", "{TextUnmarshaler.UnmarshalText,BinaryUnmarshaler.UnmarshalBinary}: 0 -> recv"]
}

package "compress/gzip" {
  flows = ["NewReader: 0 -> 0", "Reader.Read: recv -> arg 0", "Reader.Reset: 0 -> recv", "Writer.Write: 0 -> recv"]
  clean = ["Reader.{Close,Multistream}", "{NewWriter,NewWriterLevel}", "Writer.{Close,Flush,Reset}"]
}

package "compress/zlib" {
  flows = ["{NewReader,NewReaderDict}: 0 -> 0", "Writer.Write: 0 -> recv"]
  clean = ["{NewWriter,NewWriterLevel,NewWriterLevelDict}", "Writer.{Close,Flush,Reset}"]
}

package "compress/flate" {
  flows = ["{NewReader,NewReaderDict}: 0 -> 0", "Writer.Write: 0 -> recv"]
  clean = ["{NewWriter,NewWriterDict}", "Writer.{Close,Flush,Reset}"]
}

package "compress/bzip2" {
  flows = ["NewReader: 0 -> 0"]
}

package "compress/lzw" {
  flows = ["NewReader: 0 -> 0", "Reader.Read: recv -> arg 0", "Reader.Reset: 0 -> recv", "Writer.Write: 0 -> recv"]
  clean = ["NewWriter", "Writer.{Close,Reset}", "Reader.Close"]
}

package "container/list" {
  flows = ["List.{PushBack,PushFront}: 0 -> recv", "List.{InsertAfter,InsertBefore}: 0 -> recv", "List.{PushBackList,PushFrontList}: 0 -> recv", "List.{Front,Back}: recv -> 0", "List.Remove: 0 -> 0", "Element.{Next,Prev}: recv -> 0"]
  clean = ["New", "List.{Init,Len,MoveAfter,MoveBefore,MoveToBack,MoveToFront}"]
}

package "container/ring" {
  flows = ["Ring.{Next,Prev,Move,Unlink}: recv -> 0", "Ring.Link: 0 -> recv"]
  clean = ["New", "Ring.Len"]
}

package "container/heap" {
  flows = ["Push: 1 -> arg 0", "{Pop,Remove}: 0 -> 0"]
  clean = ["{Init,Fix}"]
}

package "errors" {
  flows = ["New: 0 -> 0", "{Join,Unwrap}: 0... -> 0", "AsType: 0 -> 0"]
  clean = ["{Is,As}"]
}

package "context" {
  flows = [
    "WithValue: 0 2 -> 0", "Context.Value: recv -> 0",
    "{WithCancel,WithTimeout,WithDeadline,WithoutCancel,WithCancelCause,WithDeadlineCause,WithTimeoutCause}: 0 -> 0",
  ]
  clean = ["{Background,TODO,AfterFunc,Cause}", "Context.{Err,Done,Deadline}"]
}

package "unicode/utf8" {
  flows = ["AppendRune: 0 -> 0"]
  clean = ["{DecodeRune,DecodeRuneInString,DecodeLastRune,DecodeLastRuneInString,EncodeRune,FullRune,FullRuneInString,RuneCount,RuneCountInString,RuneLen,RuneStart,Valid,ValidString,ValidRune}"]
}

package "unicode/utf16" {
  flows = ["Decode: 0 -> 0", "{Encode,AppendRune}: 0 -> 0"]
}

package "unique" {
  flows = ["Make: 0 -> 0", "Handle.Value: recv -> 0"]
}

package "weak" {
  flows = ["Make: 0 -> 0", "Pointer.Value: recv -> 0"]
}

package "iter" {
  flows = ["{Pull,Pull2}: 0 -> 0"]
}

package "sort" {
  clean = ["*", "{IntSlice,Float64Slice,StringSlice}.*"]
}

package "text/tabwriter" {
  flows = ["Writer.Write: 0 -> recv"]
  clean = ["NewWriter", "Writer.{Flush,Init}"]
}

package "text/scanner" {
  flows = ["Scanner.Init: 0 -> recv", "Scanner.TokenText: recv -> 0"]
  clean = ["Scanner.{Scan,Next,Peek,Pos}", "TokenString"]
}

package "text/template/parse" {
  sinks = { template_injection = ["Parse: 1", "Tree.Parse: 0"] }
  clean = ["{New,IsEmptyTree}"]
}

package "mime" {
  flows = ["ParseMediaType: 0 -> 0", "ParseMediaType: 0 -> 1", "FormatMediaType: 0 1 -> 0", "WordDecoder.{Decode,DecodeHeader}: 0 -> 0", "WordEncoder.Encode: 1 -> 0 except header_injection log_injection"]
  clean = ["{TypeByExtension,ExtensionsByType,AddExtensionType}"]
}

package "mime/quotedprintable" {
  flows = ["NewReader: 0 -> 0", "Reader.Read: recv -> arg 0", "Writer.Write: 0 -> recv"]
  clean = ["NewWriter", "Writer.Close"]
}

package "mime/multipart" {
  source_fields = { "the name of an uploaded file" = ["FileHeader.Filename"] }
  flows = [
    "FileHeader.Open: recv -> 0", "Part.{FileName,FormName}: recv -> 0", "Part.Read: recv -> arg 0",
    "NewReader: 0 -> 0", "Reader.{NextPart,NextRawPart,ReadForm}: recv -> 0",
    "Writer.WriteField: 0 1 -> recv", "Writer.{CreateFormField,CreateFormFile,CreatePart}: recv -> 0",
  ]
  clean = ["NewWriter", "Writer.{Boundary,Close,FormDataContentType,SetBoundary}", "Part.Close", "Form.RemoveAll", "FileContentDisposition"]
}

package "embed" {
  # What is embedded was there when the program was built.
  clean = ["FS.*"]
}
