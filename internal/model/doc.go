// Package model defines the system model: what threatvet knows of a system,
// whatever source it came from. It knows no Terraform, no Go and no cloud, and
// imports nothing of ours.
//
// Ids are source addresses (aws_s3_bucket.reports["eu"],
// module.web.aws_instance.this[0], go:example.com/shop/cmd/web). Every slice of
// a [System] is sorted by id after [System.Sort], so that two runs over the
// same sources give the same bytes.
package model
