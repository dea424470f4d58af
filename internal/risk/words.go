package risk

// impactWords are the words that owners use, by number.
func impactWords(n int) string {
	return [...]string{"none", "minor", "noticeable", "serious", "severe"}[clamp(n, 0, 4)]
}
