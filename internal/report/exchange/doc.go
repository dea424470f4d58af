// Package exchange writes the model with its threats in the formats of other
// tools for threat modelling: Open Threat Model, OWASP Threat Dragon and
// Threagile. It knows their words and what they ask for; it decides nothing.
//
// Ids in these formats are made from the model's own, so that a model that is
// written again can be compared with the one before.
package exchange
