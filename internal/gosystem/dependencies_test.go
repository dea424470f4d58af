package gosystem

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"
)

// calledOutOfSight is a program that calls SQS itself, and imports a package that
// calls S3 and one of the SDK that calls STS.
const calledOutOfSight = `
-- go.mod --
module example.com/shop

go 1.24

require (
	example.org/blob v1.0.0
	github.com/aws/aws-sdk-go-v2 v1.0.0
)
-- vendor/modules.txt --
# example.org/blob v1.0.0
## explicit; go 1.24
example.org/blob
# github.com/aws/aws-sdk-go-v2 v1.0.0
## explicit; go 1.24
github.com/aws/aws-sdk-go-v2/config
github.com/aws/aws-sdk-go-v2/service/s3
github.com/aws/aws-sdk-go-v2/service/sqs
github.com/aws/aws-sdk-go-v2/service/sts
-- vendor/example.org/blob/blob.go --
package blob

import "github.com/aws/aws-sdk-go-v2/service/s3"

var Client s3.Client
-- vendor/github.com/aws/aws-sdk-go-v2/config/config.go --
package config

import "github.com/aws/aws-sdk-go-v2/service/sts"

var Client sts.Client
-- vendor/github.com/aws/aws-sdk-go-v2/service/s3/s3.go --
package s3

type Client struct{}
-- vendor/github.com/aws/aws-sdk-go-v2/service/sqs/sqs.go --
package sqs

type Client struct{}
-- vendor/github.com/aws/aws-sdk-go-v2/service/sts/sts.go --
package sts

type Client struct{}
-- cmd/web/main.go --
package main

import (
	"example.com/shop/store"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var queue sqs.Client

func main() { _, _, _ = config.Client, queue, store.Client }
-- cmd/tool/main.go --
package main

import "github.com/aws/aws-sdk-go-v2/service/sqs"

var queue sqs.Client

func main() { _ = queue }
-- store/store.go --
package store

import "example.org/blob"

var Client = blob.Client
`

func TestDependencyCalls(t *testing.T) {
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(calledOutOfSight)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sys, _, err := Analyze(context.Background(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, e := range sys.Elements {
		got[e.ID] = e.Fact("dependencies_call").Strings()
	}
	if web, ok := got["go:example.com/shop/cmd/web"]; !ok || !slices.Equal(web, []string{"s3"}) {
		t.Errorf("web: %v, want s3 alone: %v", web, sys.Gaps)
	}
	if tool, ok := got["go:example.com/shop/cmd/tool"]; !ok || len(tool) > 0 {
		t.Errorf("tool: %v, want none", tool)
	}
}
