// Package policydoc reads and writes policy documents in the language of AWS:
// it builds what the aws_iam_policy_document data source builds, byte for byte,
// and answers the few questions about a single document that the catalogue
// asks. It decides nothing about identities; that is internal/iam.
package policydoc
