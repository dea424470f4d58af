package a

import (
	"os"
	"path/filepath"
)

func socket(name string) {
	os.Chmod(name, 0o777) // want `writable for everyone`
}

func shared(name string, data []byte) {
	os.WriteFile(name, data, 0o662)                  // want `writable for everyone`
	os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o0606) // want `writable for everyone`
}

func secrets(dir string, privateKey, data []byte) {
	os.WriteFile("server.key", data, 0o644)                                                       // want `readable for everyone`
	os.WriteFile(filepath.Join(dir, "credentials"), data, 0o644)                                  // want `readable for everyone`
	os.WriteFile(filepath.Join(dir, "out"), privateKey, 0o644)                                    // want `readable for everyone`
	os.OpenFile(filepath.Join(dir, "api-token.txt"), os.O_CREATE|os.O_WRONLY, os.FileMode(0o644)) // want `readable for everyone`
}

// The owner alone may read.
func private(privateKey []byte) { os.WriteFile("server.key", privateKey, 0o600) }

// A group is chosen on purpose.
func group(data []byte) { os.WriteFile("server.key", data, 0o640) }

// A report is for everyone.
func report(data []byte) { os.WriteFile("report.html", data, 0o644) }

// A certificate is public.
func certificate(data []byte) { os.WriteFile("server.crt", data, 0o644) }

// The umask decides.
func byUmask(dir string, data []byte) {
	os.MkdirAll(dir, os.ModePerm)                            // want `wherever the umask`
	os.WriteFile(filepath.Join(dir, "out.txt"), data, 0o666) // want `wherever the umask`
}

// The sticky bit keeps others from changing what is not theirs.
func sticky(dir string) { os.Chmod(dir, 0o777|os.ModeSticky) }

// The caller decides.
func chosen(name string, mode os.FileMode) { os.Chmod(name, mode) }

// os.Create takes no mode, and makes files that everyone can read.
func created(dir string) {
	os.Create(filepath.Join(dir, "server-key.pem")) // want `readable for everyone`
	os.Create(filepath.Join(dir, "server-pub-key.pem"))
	os.Create(filepath.Join(dir, "report.html"))
}

func temporary(data []byte) {
	os.WriteFile("/tmp/export.csv", data, 0o644)                         // want `in a folder that everyone can enter`
	os.WriteFile(filepath.Join(os.TempDir(), "export.csv"), data, 0o644) // want `in a folder that everyone can enter`
	os.OpenFile("/tmp/thing", os.O_CREATE|os.O_WRONLY, 0o644)            // want `in a folder that everyone can enter`
	os.WriteFile("/tmp/export.csv", data, 0o600)
	os.OpenFile("/tmp/thing", os.O_RDONLY, 0o644)
	os.WriteFile("/srv/export.csv", data, 0o644)
}
