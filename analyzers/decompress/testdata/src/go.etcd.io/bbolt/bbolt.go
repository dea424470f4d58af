package bbolt

type Bucket struct{}

func (*Bucket) Get(key []byte) []byte { return nil }
