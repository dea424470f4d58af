package risk

// scores is the table of likelihood (rows, from 1 unlikely to 4 expected) and
// impact (columns, from 1 minor to 4 severe).
var scores = [4][4]float64{
	{1.0, 2.5, 4.5, 6.0},
	{2.0, 5.0, 6.5, 8.0},
	{3.5, 6.0, 8.0, 9.3},
	{5.0, 7.5, 9.3, 9.8},
}

const (
	// safetyNetCap keeps the absence of a safety net below high: by itself it
	// harms nobody.
	safetyNetCap = 6.9
	// assumedNetCap keeps it at low in one place while nobody has said what the
	// data there is worth: it could be told of nearly every store there is.
	assumedNetCap = 3.9
	// latentCap keeps what nothing uses yet at low.
	latentCap = 3.9
)

// score looks up the table; an impact of none scores nothing.
func score(likelihood, impact int) float64 {
	if impact <= 0 || likelihood <= 0 {
		return 0
	}
	return scores[clamp(likelihood, 1, 4)-1][clamp(impact, 1, 4)-1]
}

// Highest is the level that severe data would give at a likelihood.
func Highest(likelihood int, safetyNet bool) Level {
	s := score(likelihood, 4)
	if safetyNet {
		s = min(s, safetyNetCap)
	}
	return level(s)
}

// level puts a score into the bands that GitHub fixes.
func level(score float64) Level {
	switch {
	case score >= 9:
		return Critical
	case score >= 7:
		return High
	case score >= 4:
		return Medium
	case score > 0:
		return Low
	}
	return None
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }
