package finding

import (
	"strconv"
	"unicode/utf16"
)

// GitHub follows an alert by primaryLocationLineHash alone, and warns where an
// uploaded value differs from its own, so ours is computed exactly as its
// upload action does: a rolling hash over the next 100 UTF-16 units that are
// neither space nor tab, from the first such unit of the line on.
const (
	hashBlock = 100
	hashBase  = 37
	hashEnd   = 0xFFFF
)

// LineHashes returns the hash of each line of a file, the first line first.
// Lines without any unit of their own, as after the last line feed, count too.
func LineHashes(content string) []string {
	h := &lineHasher{counts: map[string]int{}, top: 1, newLine: true}
	for range hashBlock {
		h.top *= hashBase
	}
	for i := range h.starts {
		h.starts[i] = -1
	}
	for _, r := range content {
		if r < 0x10000 {
			h.unit(uint16(r))
			continue
		}
		high, low := utf16.EncodeRune(r)
		h.unit(uint16(high))
		h.unit(uint16(low))
	}
	h.unit(hashEnd)
	for range hashBlock {
		h.flush()
		h.roll(0)
	}
	return h.hashes
}

type lineHasher struct {
	window  [hashBlock]uint16
	starts  [hashBlock]int // the line that begins at this unit, or -1
	at      int
	raw     uint64
	top     uint64 // base to the power of the block's length
	lines   int
	newLine bool
	afterCR bool
	counts  map[string]int
	hashes  []string
}

func (h *lineHasher) unit(u uint16) {
	if u == ' ' || u == '\t' || h.afterCR && u == '\n' {
		h.afterCR = false
		return
	}
	h.afterCR = u == '\r'
	if h.afterCR {
		u = '\n'
	}
	h.flush()
	if h.newLine {
		h.newLine = false
		h.starts[h.at] = h.lines
		h.lines++
	}
	h.newLine = u == '\n'
	h.roll(u)
}

// flush puts out the hash of the line that began one block ago.
func (h *lineHasher) flush() {
	if h.starts[h.at] < 0 {
		return
	}
	value := strconv.FormatUint(h.raw, 16)
	h.counts[value]++
	h.hashes = append(h.hashes, value+":"+strconv.Itoa(h.counts[value]))
	h.starts[h.at] = -1
}

func (h *lineHasher) roll(u uint16) {
	h.raw = hashBase*h.raw + uint64(u) - h.top*uint64(h.window[h.at])
	h.window[h.at] = u
	h.at = (h.at + 1) % hashBlock
}
