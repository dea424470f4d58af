# What calls other systems over HTTP, SSH and mail, with clients other than the
# standard library's.

package "github.com/go-resty/resty" {
  clean = ["*", "*.*"]
  sinks = { request_forgery = ["Request.{Get,Post,Put,Patch,Delete,Head,Options}: 0", "Request.Execute: 1", "Client.{SetBaseURL,SetHostURL}: 0"] }
  client "http" {
    protocol = "http"
    calls    = ["Request.{Get,Post,Put,Patch,Delete,Head,Options}: 0", "Request.Execute: 1", "Client.{SetBaseURL,SetHostURL}: 0"]
  }
}

package "github.com/hashicorp/go-retryablehttp" {
  clean = ["{NewClient,DefaultRetryPolicy,FromRequest}", "Client.{Do,StandardClient}"]
  sinks = { request_forgery = ["{Get,Head,Post,PostForm}: 0", "Client.{Get,Head,Post,PostForm}: 0", "NewRequest: 1", "NewRequestWithContext: 2"] }
  client "http" {
    protocol = "http"
    calls    = ["{Get,Head,Post,PostForm}: 0", "Client.{Get,Head,Post,PostForm}: 0", "NewRequest: 1", "NewRequestWithContext: 2"]
  }
}

package "github.com/imroc/req" {
  clean = ["{C,NewClient,R}", "*.*"]
  sinks = { request_forgery = ["{Get,Post,Put,Patch,Delete,Head}: 0", "Request.{Get,Post,Put,Patch,Delete,Head,MustGet,MustPost}: 0", "Request.Send: 1", "Client.{Get,Post,Put,Patch,Delete,Head,SetBaseURL}: 0"] }
  client "http" {
    protocol = "http"
    calls    = ["{Get,Post,Put,Patch,Delete,Head}: 0", "Request.{Get,Post,Put,Patch,Delete,Head,MustGet,MustPost}: 0", "Request.Send: 1", "Client.{Get,Post,Put,Patch,Delete,Head,SetBaseURL}: 0"]
  }
}

package "github.com/dghubble/sling" {
  clean = ["New", "Sling.*"]
  sinks = { request_forgery = ["Sling.{Base,Path,Get,Post,Put,Patch,Delete,Head}: 0"] }
  client "http" {
    protocol = "http"
    calls    = ["Sling.Base: 0"]
  }
}

package "github.com/parnurzeal/gorequest" {
  clean = ["New", "SuperAgent.*"]
  sinks = { request_forgery = ["SuperAgent.{Get,Post,Put,Patch,Delete,Head}: 0"] }
  client "http" {
    protocol = "http"
    calls    = ["SuperAgent.{Get,Post,Put,Patch,Delete,Head}: 0"]
  }
}

package "golang.org/x/net/context/ctxhttp" {
  sinks = { request_forgery = ["{Get,Head,Post,PostForm}: 2"] }
  clean = ["Do"]
  client "http" {
    protocol = "http"
    calls    = ["{Get,Head,Post,PostForm}: 2"]
  }
}

package "github.com/hashicorp/go-cleanhttp" {
  clean = ["*"]
}

package "golang.org/x/oauth2" {
  clean = ["{NewClient,StaticTokenSource,ReuseTokenSource,GenerateVerifier,S256ChallengeOption,VerifierOption,SetAuthURLParam}", "Config.*", "Token.*", "TokenSource.Token"]
}

package "golang.org/x/crypto/ssh" {
  clean = ["{ParsePrivateKey,ParsePublicKey,ParseAuthorizedKey,PublicKeys,Password,NewClient,NewServerConn,FixedHostKey,InsecureIgnoreHostKey,MarshalAuthorizedKey,FingerprintSHA256}", "Client.*", "Session.*", "Channel.Close"]
  sinks = {
    command_injection = ["Session.{Run,Start,Output,CombinedOutput}: 0"]
    request_forgery   = ["Dial: 1", "Client.Dial: 1"]
  }
  client "ssh" {
    protocol  = "ssh"
    operation = "ssh:Connect"
    calls     = ["Dial: 1"]
  }
}

package "golang.org/x/crypto/bcrypt" {
  clean = ["*"]
}

package "golang.org/x/crypto/argon2" {
  clean = ["*"]
}

package "golang.org/x/crypto/scrypt" {
  clean = ["*"]
}

package "golang.org/x/crypto/pbkdf2" {
  clean = ["*"]
}

package "github.com/pkg/sftp" {
  clean = ["{NewClient,NewServer,NewRequestServer}", "*.*"]
  source_fields = { "a request of the file server" = ["Request.{Filepath,Target}"] }
  sinks = { path_traversal = ["Client.{Open,Create,OpenFile,Remove,Mkdir,MkdirAll,ReadDir,RemoveDirectory,Rename}: 0"] }
}

package "github.com/hashicorp/vault/api" {
  clean = ["*", "*.*"]
  client "vault" {
    protocol  = "https"
    operation = "vault:"
    calls     = ["Logical.{Read,Write,List,Delete}: 0", "Logical.{ReadWithContext,WriteWithContext}: 1", "KVv2.{Get,Put}: 1", "Client.SetAddress: 0"]
  }
}

package "github.com/minio/minio-go" {
  clean = ["*", "*.*"]
  sinks = { path_traversal = ["Client.{FGetObject,FPutObject}: 3"] }
  client "s3" {
    protocol  = "https"
    operation = "s3:"
    calls     = ["Client.{GetObject,PutObject,RemoveObject,StatObject,FGetObject,FPutObject,ListObjects,MakeBucket,PresignedGetObject,PresignedPutObject,CopyObject}: 1"]
  }
}

package "github.com/sendgrid/sendgrid-go" {
  clean = ["*", "Client.*"]
  client "sendgrid" {
    protocol  = "https"
    operation = "sendgrid:"
    runs      = ["Client.{Send,SendWithContext}"]
  }
}

package "gopkg.in/gomail" {
  clean = ["*", "*.*"]
  client "smtp" {
    protocol  = "smtp"
    operation = "smtp:Connect"
    calls     = ["{NewDialer,NewPlainDialer}: 0"]
  }
}

package "github.com/jordan-wright/email" {
  clean = ["*", "*.*"]
  client "smtp" {
    protocol  = "smtp"
    operation = "smtp:Send"
    calls     = ["Email.{Send,SendWithTLS,SendWithStartTLS}: 0"]
  }
}

package "github.com/slack-go/slack" {
  clean = ["*", "*.*"]
  client "slack" {
    protocol  = "https"
    operation = "slack:"
    runs      = ["Client.{PostMessage,PostMessageContext,UploadFile,GetUserInfo}"]
  }
}

package "github.com/google/go-github/github" {
  clean = ["*", "*.*"]
  client "github" {
    protocol  = "https"
    operation = "github:"
    runs      = ["*Service.*"]
  }
}

package "github.com/stripe/stripe-go/*" {
  client "stripe" {
    protocol  = "https"
    operation = "stripe:{1}."
    runs      = ["{New,Get,Update,Del,Capture,Cancel,List}", "Client.{New,Get,Update,Del,Capture,Cancel,List}"]
  }
}

package "github.com/hashicorp/go-getter" {
  clean = ["Client.Configure"]
  sinks = { request_forgery = ["{Get,GetAny,GetFile}: 1"], path_traversal = ["{Get,GetAny,GetFile}: 0"] }
}

package "github.com/go-git/go-git" {
  clean = ["*.*"]
  sinks = { path_traversal = ["{PlainOpen,PlainInit,PlainClone}: 0"] }
}

package "github.com/spf13/afero" {
  # What stands behind an Fs may keep every name below a folder, and mostly does;
  # the files of the machine are only what OsFs opens.
  clean = [
    "{NewOsFs,NewMemMapFs,NewReadOnlyFs,NewBasePathFs}", "File.{Close,Stat,Name,Sync}", "Fs.*", "Afero.{ReadFile,WriteFile,ReadDir}",
    "{ReadFile,WriteFile,ReadDir}",
  ]
  flows = ["File.Read: recv -> arg 0", "File.{Write,WriteString}: 0 -> recv"]
  sinks = { path_traversal = ["OsFs.{Open,OpenFile,Create,Remove,RemoveAll,Mkdir,MkdirAll}: 0"] }
}

package "github.com/docker/docker/client" {
  clean = ["*", "*.*"]
  client "docker" {
    protocol  = "docker"
    operation = "docker:"
    runs      = ["Client.{ContainerCreate,ContainerStart,ContainerExecCreate,ImagePull,ImageBuild,ContainerList}"]
  }
}

package "k8s.io/client-go/kubernetes" {
  clean = ["*", "*.*"]
  client "kubernetes" {
    protocol  = "https"
    operation = "kubernetes:Connect"
    runs      = ["{NewForConfig,NewForConfigOrDie}"]
  }
}

package "k8s.io/client-go/kubernetes/typed/*" {
  client "kubernetes" {
    protocol  = "https"
    operation = "kubernetes:"
    runs      = ["*Interface.{Create,Update,Delete,Get,List,Patch,Watch,UpdateStatus,DeleteCollection}"]
  }
}

# Language models. What they are asked goes out; what they answer can be what
# an attacker wrote into a page they read.

package "github.com/sashabaranov/go-openai" {
  clean = ["{NewClient,NewClientWithConfig,DefaultConfig,DefaultAzureConfig}", "Client.*"]
  source_fields = { "an answer of the language model" = ["FunctionCall.{Arguments,Name}: only sql_injection command_injection path_traversal request_forgery"] }
  sources = { "an answer of the language model" = ["Client.{CreateChatCompletion,CreateCompletion}: 0 only sql_injection command_injection path_traversal request_forgery xss"] }
  client "openai" {
    protocol  = "https"
    operation = "openai:"
    runs      = ["Client.{CreateChatCompletion,CreateChatCompletionStream,CreateCompletion,CreateEmbeddings,CreateImage,CreateTranscription}"]
  }
}

package "github.com/openai/openai-go" {
  clean = ["*", "*.*"]
  sources = { "an answer of the language model" = ["ChatCompletionService.New: 0 only sql_injection command_injection path_traversal request_forgery xss"] }
  client "openai" {
    protocol  = "https"
    operation = "openai:ChatCompletion"
    runs      = ["ChatCompletionService.{New,NewStreaming}"]
  }
  client "openai" {
    protocol  = "https"
    operation = "openai:Embedding"
    runs      = ["EmbeddingService.New"]
  }
}

package "github.com/openai/openai-go/responses" {
  clean = ["*.*"]
  sources = { "an answer of the language model" = ["ResponseService.New: 0 only sql_injection command_injection path_traversal request_forgery xss"] }
  client "openai" {
    protocol  = "https"
    operation = "openai:Response"
    runs      = ["ResponseService.{New,NewStreaming}"]
  }
}

package "github.com/anthropics/anthropic-sdk-go" {
  clean = ["*", "*.*"]
  sources = { "an answer of the language model" = ["MessageService.New: 0 only sql_injection command_injection path_traversal request_forgery xss"] }
  client "anthropic" {
    protocol  = "https"
    operation = "anthropic:Message"
    runs      = ["MessageService.{New,NewStreaming}"]
  }
}

package "github.com/tmc/langchaingo/llms" {
  sources = { "an answer of the language model" = ["GenerateFromSinglePrompt: 0 only sql_injection command_injection path_traversal request_forgery xss", "Model.{GenerateContent,Call}: 0 only sql_injection command_injection path_traversal request_forgery xss"] }
  clean   = ["{TextPart,TextParts,WithModel,WithTemperature,WithMaxTokens}"]
  client "llm" {
    protocol  = "https"
    operation = "llm:Generate"
    runs      = ["GenerateFromSinglePrompt", "Model.{GenerateContent,Call}"]
  }
}

package "google.golang.org/genai" {
  clean = ["*", "*.*"]
  sources = { "an answer of the language model" = ["Models.GenerateContent: 0 only sql_injection command_injection path_traversal request_forgery xss"] }
  client "genai" {
    protocol  = "https"
    operation = "genai:"
    runs      = ["Models.{GenerateContent,GenerateContentStream,EmbedContent,GenerateImages}", "Chat.{SendMessage,SendMessageStream}"]
  }
}

package "github.com/google/generative-ai-go/genai" {
  clean = ["*", "*.*"]
  sources = { "an answer of the language model" = ["GenerativeModel.GenerateContent: 0 only sql_injection command_injection path_traversal request_forgery xss"] }
  client "genai" {
    protocol  = "https"
    operation = "genai:"
    runs      = ["GenerativeModel.{GenerateContent,GenerateContentStream}"]
  }
}

package "github.com/ollama/ollama/api" {
  clean = ["*", "*.*"]
  client "ollama" {
    protocol  = "http"
    operation = "ollama:"
    runs      = ["Client.{Chat,Generate,Embed}"]
  }
}
