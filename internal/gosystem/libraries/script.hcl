# Engines that run a text as a program.

package "github.com/robertkrimen/otto" {
  clean = ["New", "*.*"]
  sinks = { template_injection = ["Run: 0", "Otto.{Run,Eval,Compile,Call}: 0", "Otto.Compile: 1"] }
}

package "github.com/dop251/goja" {
  clean = ["New", "*.*"]
  sinks = { template_injection = ["Runtime.RunString: 0", "Runtime.RunScript: 1", "{Compile,MustCompile}: 1"] }
}

package "github.com/yuin/gopher-lua" {
  clean = ["NewState", "*.*"]
  sinks = { template_injection = ["LState.{DoString,LoadString}: 0"], path_traversal = ["LState.{DoFile,LoadFile}: 0"] }
}

package "go.starlark.net/starlark" {
  sinks = { template_injection = ["{ExecFile,ExecFileOptions,Eval}: 2"] }
}

package "github.com/traefik/yaegi/interp" {
  clean = ["New", "*.*"]
  sinks = { template_injection = ["Interpreter.{Eval,Compile}: 0", "Interpreter.EvalWithContext: 1"] }
}
