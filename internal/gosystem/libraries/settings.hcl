# Where programs read their settings from.

package "github.com/spf13/viper" {
  clean    = ["*", "Viper.*"]
  settings = {
    config = [
      "{GetString,GetStringSlice,GetInt,GetInt64,GetBool,GetDuration,GetFloat64,Get,GetStringMap,GetStringMapString,MustBindEnv}: 0",
      "Viper.{GetString,GetStringSlice,GetInt,GetInt64,GetBool,GetDuration,GetFloat64,Get,GetStringMap,GetStringMapString,MustBindEnv}: 0",
    ]
  }
  binds = ["BindEnv: 0 1", "Viper.BindEnv: 0 1"]
  tags  = { config = ["mapstructure"] }
}

package "github.com/knadh/koanf" {
  clean    = ["*", "Koanf.*"]
  settings = { config = ["Koanf.{String,Strings,MustString,Int,Int64,Bool,Duration,Float64,Bytes,Get}: 0"] }
  tags     = { config = ["koanf"] }
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
