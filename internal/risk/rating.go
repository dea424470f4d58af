package risk

import "github.com/threatvet/threatvet/internal/model"

// Level is the word for a risk.
type Level string

// The levels. None means that there is no finding.
const (
	None     Level = "none"
	Low      Level = "low"
	Medium   Level = "medium"
	High     Level = "high"
	Critical Level = "critical"
)

// Rating is the risk of one threat to one element, with its reasons.
type Rating struct {
	Level Level `json:"level"`
	// Score is SARIF's security-severity, 0 to 10 in steps of a tenth.
	Score      float64 `json:"score"`
	Likelihood int     `json:"likelihood"` // 1 to 4
	Impact     int     `json:"impact"`     // 0 to 4
	// Assumed is true where no owner has said what the data is worth.
	Assumed bool `json:"assumed,omitempty"`
	// AssumedOf is the id of the element whose worth is assumed; empty where the
	// assumption is of the whole account.
	AssumedOf string `json:"assumed_of,omitempty"`
	// Latent is true where the threat becomes real only once something uses
	// the element.
	Latent  bool     `json:"latent,omitempty"`
	Factors []Factor `json:"factors"`
}

// Factor is one number of a rating and what it rests on. Name is ease,
// exposure, controls, path or impact.
type Factor struct {
	Name     string           `json:"name"`
	Value    int              `json:"value"`
	Why      string           `json:"why"`
	Lower    string           `json:"lower,omitempty"` // what would lower it
	Evidence []model.Evidence `json:"evidence,omitempty"`
}
