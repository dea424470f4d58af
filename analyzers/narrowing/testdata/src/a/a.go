package a

import (
	"encoding/binary"
	"flag"
	"io"
	"math"
	"net/http"
	"os"
	"strconv"
)

const maximum = 100

func limit(r *http.Request) bool {
	n, err := strconv.Atoi(r.FormValue("n"))
	return err == nil && int32(n) < maximum // want `A caller can get past this bound with a number that is too large for int32`
}

func buffer(r *http.Request) []byte {
	n, err := strconv.ParseInt(r.FormValue("n"), 10, 64)
	if err != nil {
		return nil
	}
	return make([]byte, uint16(n)) // want `too large for uint16`
}

func held(r *http.Request, list []string) string {
	n, _ := strconv.ParseUint(r.FormValue("n"), 10, 64)
	i := int(n) // want `too large for int`
	if i >= len(list) {
		return ""
	}
	return list[i]
}

func header(b []byte, src io.Reader) {
	size := binary.BigEndian.Uint64(b)
	io.CopyN(io.Discard, src, int64(size)) // want `Whoever writes the data that is read here .* too large for int64`
}

// It fits.
func parsed(r *http.Request) []byte {
	n, err := strconv.ParseInt(r.FormValue("n"), 10, 16)
	if err != nil || n < 0 {
		return nil
	}
	return make([]byte, int32(n))
}

func widened(b []byte) []byte {
	return b[:int(binary.BigEndian.Uint16(b))]
}

func checked(r *http.Request) []byte {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || n < 0 || n > math.MaxUint16 {
		return nil
	}
	return make([]byte, uint16(n))
}

func capped(r *http.Request) []byte {
	n, _ := strconv.ParseUint(r.FormValue("n"), 10, 64)
	return make([]byte, int(min(n, 4096)))
}

// It decides nothing here.
func stored(r *http.Request, save func(int32)) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	save(int32(n))
}

// The operator may say what they like.
func operator() []byte {
	n, _ := strconv.Atoi(os.Getenv("BUFFER"))
	m, _ := strconv.Atoi(flag.Arg(0))
	o, _ := strconv.Atoi(os.Args[1])
	return make([]byte, uint32(n)+uint32(m)+uint32(o))
}

func constant() []byte {
	n, _ := strconv.Atoi("70000")
	return make([]byte, uint16(n))
}

// A key of a map is no bound.
func key(r *http.Request, m map[int32]string) string {
	n, _ := strconv.Atoi(r.FormValue("n"))
	return m[int32(n)]
}

// The literal is part of what answers a request.
func literal(w http.ResponseWriter, r *http.Request) {
	page := func(text string) []byte {
		n, _ := strconv.Atoi(text)
		return make([]byte, uint16(n)) // want `A caller can get past`
	}
	w.Write(page(r.FormValue("n")))
}

// Who calls this says whose text it is.
func fromText(text string) []byte {
	n, _ := strconv.Atoi(text)
	return make([]byte, uint16(n)) // want `Whoever writes the data`
}
