package bcrypt

const DefaultCost, MinCost = 10, 4

func GenerateFromPassword(password []byte, cost int) ([]byte, error) { return nil, nil }
