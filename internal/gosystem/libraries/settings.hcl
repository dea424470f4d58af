# Where programs read their settings from.

# The key is that of a settings file; a variable or a flag can be bound to it.
package "github.com/spf13/viper" {
  clean    = ["*", "Viper.*"]
  settings = {
    file = [
      "{GetString,GetStringSlice,GetInt,GetInt64,GetBool,GetDuration,GetFloat64,Get,GetStringMap,GetStringMapString}: 0",
      "Viper.{GetString,GetStringSlice,GetInt,GetInt64,GetBool,GetDuration,GetFloat64,Get,GetStringMap,GetStringMapString}: 0",
    ]
  }
  binds = { env = ["{BindEnv,MustBindEnv}: 0 1", "Viper.{BindEnv,MustBindEnv}: 0 1"] }
}

package "github.com/knadh/koanf" {
  clean    = ["*", "Koanf.*"]
  settings = { file = ["Koanf.{String,Strings,MustString,Int,Int64,Bool,Duration,Float64,Bytes,Get}: 0"] }
}

package "github.com/kelseyhightower/envconfig" {
  clean = ["{Usage,CheckDisallowed}"]
  tags  = { env = ["envconfig"] }
  fills = ["{Process,MustProcess}: 1 prefix 0 tag envconfig words upper"]
}

package "github.com/sethvargo/go-envconfig" {
  clean = ["*", "*.*"]
  tags  = { env = ["env"] }
}

package "github.com/caarlos0/env" {
  clean = ["{Parse,ParseWithOptions,Must,ToMap,GetFieldParams,ParseAs,ParseAsWithOptions}"]
  tags  = { env = ["env"] }
}

package "github.com/ilyakaznacheev/cleanenv" {
  clean = ["{ReadEnv,ReadConfig,UpdateEnv,GetDescription,Usage,FUsage}"]
  tags  = { env = ["env"] }
}

package "github.com/joho/godotenv" {
  clean = ["{Load,Overload,Read,Write,Exec,Marshal}"]
  flows = ["{Parse,Unmarshal,UnmarshalBytes}: 0 -> 0"]
}

package "github.com/joeshaw/envdecode" {
  clean = ["*"]
  tags  = { env = ["env"] }
}

package "github.com/Netflix/go-env" {
  clean = ["*"]
  tags  = { env = ["env"] }
}
