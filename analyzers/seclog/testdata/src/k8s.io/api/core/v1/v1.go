package v1

type Secret struct{ Data map[string][]byte }
