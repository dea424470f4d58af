// Nothing is served here.
package library

import _ "net/http/pprof"
