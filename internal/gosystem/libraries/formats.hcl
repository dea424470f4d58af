# Formats, templates and helpers: what is decoded is as much from outside as what
# it is decoded from.

package "gopkg.in/yaml" {
  flows = ["Unmarshal: 0 -> arg 1", "UnmarshalStrict: 0 -> arg 1", "NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0", "Marshal: 0 -> 0", "Node.Decode: recv -> arg 0"]
  clean = ["NewEncoder", "Encoder.*"]
}

package "github.com/goccy/go-yaml" {
  flows = ["Unmarshal: 0 -> arg 1", "UnmarshalWithOptions: 0 -> arg 1", "NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0", "Marshal: 0 -> 0"]
  clean = ["NewEncoder", "Encoder.*"]
}

package "go.yaml.in/yaml" {
  flows = ["Unmarshal: 0 -> arg 1", "NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0", "Marshal: 0 -> 0", "Node.Decode: recv -> arg 0"]
  clean = ["NewEncoder", "Encoder.*"]
}

package "sigs.k8s.io/yaml" {
  flows = ["{Unmarshal,UnmarshalStrict}: 0 -> arg 1", "{YAMLToJSON,JSONToYAML,YAMLToJSONStrict}: 0 -> 0", "Marshal: 0 -> 0"]
}

package "github.com/BurntSushi/toml" {
  flows = ["{Decode,Unmarshal}: 0 -> arg 1", "DecodeReader: 0 -> arg 1", "NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0"]
  sinks = { path_traversal = ["DecodeFile: 0"] }
  clean = ["NewEncoder", "Encoder.*", "MetaData.*"]
}

package "github.com/pelletier/go-toml" {
  flows = ["Unmarshal: 0 -> arg 1", "NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0", "Marshal: 0 -> 0"]
  clean = ["NewEncoder", "Encoder.*"]
}

package "github.com/vmihailenco/msgpack" {
  flows = ["Unmarshal: 0 -> arg 1", "NewDecoder: 0 -> 0", "Decoder.{Decode,DecodeMulti}: recv -> arg 0", "Decoder.{DecodeString,DecodeBytes,DecodeInterface,DecodeMap}: recv -> 0", "Marshal: 0 -> 0"]
  clean = ["NewEncoder", "Encoder.*"]
}

package "github.com/json-iterator/go" {
  flows = ["{Unmarshal,UnmarshalFromString}: 0 -> arg 1", "NewDecoder: 0 -> 0", "Decoder.Decode: recv -> arg 0", "{Marshal,MarshalToString}: 0 -> 0", "API.{Unmarshal,UnmarshalFromString}: 0 -> arg 1", "API.Marshal: 0 -> 0", "Get: 0 -> 0", "Any.{ToString,Get}: recv -> 0"]
  clean = ["NewEncoder", "Encoder.*", "Valid"]
}

package "google.golang.org/protobuf/proto" {
  flows = ["Unmarshal: 0 -> arg 1", "Marshal: 0 -> 0", "Clone: 0 -> 0", "Merge: 1 -> arg 0"]
  clean = ["{Equal,Size,Reset,String,Int32,Int64,Bool}"]
}

package "google.golang.org/protobuf/encoding/protojson" {
  flows = ["Unmarshal: 0 -> arg 1", "UnmarshalOptions.Unmarshal: 0 -> arg 1", "Marshal: 0 -> 0", "Format: 0 -> 0"]
}

package "github.com/golang/protobuf/proto" {
  flows = ["Unmarshal: 0 -> arg 1", "Marshal: 0 -> 0"]
  clean = ["{Equal,Size}"]
}

package "github.com/mitchellh/mapstructure" {
  flows = ["{Decode,WeakDecode,DecodeMetadata}: 0 -> arg 1", "Decoder.Decode: 0 -> recv"]
  clean = ["NewDecoder"]
}

package "github.com/go-viper/mapstructure" {
  flows = ["{Decode,WeakDecode,DecodeMetadata}: 0 -> arg 1", "Decoder.Decode: 0 -> recv"]
  clean = ["NewDecoder"]
}

package "github.com/gorilla/schema" {
  flows = ["Decoder.Decode: 1 -> arg 0"]
  clean = ["{NewDecoder,NewEncoder}", "Decoder.{IgnoreUnknownKeys,RegisterConverter,SetAliasTag,ZeroEmpty}"]
}

package "github.com/go-playground/validator" {
  clean = ["New", "Validate.*", "ValidationErrors.*"]
}

package "github.com/google/uuid" {
  flows  = ["{Parse,MustParse,ParseBytes}: 0 -> 0 except argument_injection request_forgery sql_injection command_injection path_traversal xss open_redirect log_injection template_injection archive_traversal nosql_injection ldap_injection xpath_injection header_injection"]
  guards = ["{Parse,Validate}: 0 ok"]
  clean  = ["{New,NewRandom,NewString,NewUUID,NewV7,Must,NewV6}", "UUID.*"]
}

package "github.com/microcosm-cc/bluemonday" {
  flows = ["Policy.{Sanitize,SanitizeBytes,SanitizeReader}: 0 -> 0 except xss"]
  clean = ["{UGCPolicy,StrictPolicy,NewPolicy}"]
}

package "golang.org/x/net/html" {
  flows = ["EscapeString: 0 -> 0 except xss", "UnescapeString: 0 -> 0", "{Parse,ParseFragment,NewTokenizer}: 0 -> 0", "Render: 1 -> arg 0", "Tokenizer.{Raw,Text,Token}: recv -> 0"]
  clean = ["Tokenizer.{Next,Err}"]
}

package "github.com/pkg/errors" {
  flows = ["{New,Cause,WithStack}: 0 -> 0", "{Errorf}: 0... -> 0", "{Wrap,WithMessage}: 0 1 -> 0", "{Wrapf,WithMessagef}: 0 1... -> 0"]
  clean = ["{Is,As}"]
}

package "github.com/spf13/cast" {
  flows = ["{ToString,ToStringE,ToStringSlice,ToStringMap,ToStringMapString}: 0 -> 0"]
  clean = ["{ToInt,ToInt64,ToIntE,ToBool,ToBoolE,ToFloat64,ToDuration,ToTime}"]
}

package "github.com/samber/lo" {
  flows = ["{Uniq,Filter,Reverse,Flatten,Keys,Values,Ternary,Compact,Chunk,FromPtr,ToPtr,Must}: 0 -> 0", "{Map,FlatMap,GroupBy}: 0 -> 0"]
  guards = ["Contains: 1 true"]
}

# Templates

package "github.com/flosch/pongo2" {
  clean = ["{NewSet,RegisterFilter,AsValue,AsSafeValue,NewLocalFileSystemLoader}"]
  flows = ["Template.Execute: 0 -> 0 except xss"]
  sinks = { template_injection = ["{FromString,FromBytes,RenderTemplateString}: 0", "TemplateSet.{FromString,FromBytes,RenderTemplateString}: 0"], path_traversal = ["{FromFile,FromCache,RenderTemplateFile}: 0"] }
}

package "github.com/cbroglie/mustache" {
  flows = ["Template.Render: 0 -> 0 except xss", "{Render}: 1... -> 0 except xss", "RenderRaw: 2... -> 0"]
  sinks = { template_injection = ["{ParseString,Render}: 0", "RenderRaw: 0"], path_traversal = ["{ParseFile,RenderFile}: 0"] }
}

package "github.com/valyala/fasttemplate" {
  flows = ["{New,NewTemplate}: 0 -> 0", "{ExecuteString,ExecuteStringStd}: 0 -> 0"]
  clean = ["ExecuteFunc"]
}

package "github.com/CloudyKit/jet" {
  clean = ["{NewSet,NewOSFileSystemLoader,NewInMemLoader}", "Set.AddGlobal"]
  sinks = { template_injection = ["Set.Parse: 1"], path_traversal = ["Set.GetTemplate: 0"] }
}

# Archives and compression

package "github.com/klauspost/compress/zip" {
  source_fields = { "a name in the archive" = ["FileHeader.Name: only archive_traversal"] }
  sinks         = { path_traversal = ["OpenReader: 0"] }
  flows         = ["NewReader: 0 -> 0", "File.Open: recv -> 0"]
}

package "github.com/klauspost/compress/gzip" {
  flows = ["NewReader: 0 -> 0", "Reader.Read: recv -> arg 0"]
}

package "github.com/klauspost/compress/zstd" {
  flows = ["NewReader: 0 -> 0", "Decoder.DecodeAll: 0 -> 0", "Decoder.Read: recv -> arg 0"]
}

package "github.com/ulikunitz/xz" {
  flows = ["NewReader: 0 -> 0", "Reader.Read: recv -> arg 0"]
}
