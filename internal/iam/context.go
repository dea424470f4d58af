package iam

import (
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
)

// Context says what is known of a request besides who, what and on what: the
// values of condition keys. A key with an empty list is known to be absent; a
// key that is not here is derived from the principal and the resource, or
// unknown. Keys are compared without case.
type Context map[string][]string

// Chosen is the value of a key that the caller may set at will, such as
// s3:prefix. A condition on it holds wherever that helps the caller.
const Chosen = "\x00chosen"

// Outside is the source address of somebody who is nowhere in particular: only
// a range that is the whole internet holds it.
const Outside = "0.0.0.0"

// elsewhere is the account of somebody who may be of any account but those that
// the sources name.
const elsewhere = "elsewhere"

// since marks a time that is not before the given one.
const since = "\x00since "

// chosen lists keys whose value the caller decides.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
const chosen = " aws:useragent aws:referer aws:tagkeys aws:requestedregion" +
	" s3:prefix s3:delimiter s3:max-keys s3:signatureversion s3:authtype s3:x-amz-acl s3:x-amz-server-side-encryption" +
	" s3:x-amz-storage-class s3:versionid s3:x-amz-content-sha256 s3:tlsversion sts:rolesessionname sts:durationseconds sts:sourceidentity" +
	" iam:policyarn ec2:instancetype ec2:osuser lambda:principal lambda:functionurlauthtype lambda:layer" +
	" ssm:sessiondocumentaccesscheck sns:protocol sns:endpoint "

// absent lists keys that a caller who signs requests with plain credentials
// does not have: they appear behind a VPC endpoint, a second factor, or when a
// service calls for somebody.
const absent = " aws:multifactorauthpresent aws:multifactorauthage aws:calledvia aws:calledviafirst aws:calledvialast" +
	" aws:sourcevpc aws:sourcevpce aws:vpcsourceip aws:sourcearn aws:sourceaccount aws:sourceorgid kms:viaservice aws:federatedprovider "

// request is one question, with what conditions can see of it.
type request struct {
	principal Principal
	action    string // lower case
	resource  string
	elsewhere string              // the resource in any region; empty where its region is known
	context   map[string][]string // by lower-case key
	tags      map[string]string   // of the resource; nil where not known
	account   string              // of the resource
}

func lower(c Context) map[string][]string {
	if len(c) == 0 {
		return nil
	}
	m := make(map[string][]string, len(c))
	for k, v := range c {
		m[strings.ToLower(k)] = v
	}
	return m
}

// values returns the values of a condition key; known is false where the
// sources do not settle it.
func (r *request) values(key string) (values []string, known bool) {
	key = strings.ToLower(key)
	if v, ok := r.context[key]; ok {
		return v, true
	}
	if name, ok := resourceTag(key); ok {
		return r.tag(name)
	}
	if name, ok := strings.CutPrefix(key, "aws:principaltag/"); ok {
		return tagValue(r.principal.Tags, name)
	}
	if v, ok := r.global(key); ok {
		return v, true
	}
	if strings.Contains(chosen, " "+key+" ") || strings.HasPrefix(key, "aws:requesttag/") || strings.HasPrefix(key, "s3:requestobjecttag/") {
		return []string{Chosen}, true
	}
	return nil, false
}

// resourceTag returns the tag's name in keys such as aws:ResourceTag/team,
// which many services also spell with their own prefix.
func resourceTag(key string) (string, bool) {
	_, rest, _ := strings.Cut(key, ":")
	return strings.CutPrefix(rest, "resourcetag/")
}

func (r *request) tag(name string) ([]string, bool) {
	if free, ok := r.context["aws:resourcetag"]; ok {
		return free, true
	}
	return tagValue(r.tags, name)
}

func tagValue(tags map[string]string, name string) ([]string, bool) {
	if tags == nil {
		return nil, false
	}
	for k, v := range tags {
		if strings.EqualFold(k, name) {
			return []string{v}, true
		}
	}
	return nil, true
}

// global returns the keys that follow from who calls and on what.
func (r *request) global(key string) ([]string, bool) {
	p := r.principal
	switch key {
	case "aws:securetransport":
		return []string{"true"}, true
	case "aws:currenttime", "aws:epochtime":
		return []string{since + awsdata.Actions().Source.Updated}, true
	case "aws:resourceaccount", "kms:calleraccount":
		if key == "kms:calleraccount" {
			return known(p.Account)
		}
		return known(r.account)
	case "aws:principalisawsservice":
		return []string{truth(p.Kind == Service)}, true
	case "aws:viaawsservice":
		return []string{"false"}, true
	case "aws:principalaccount":
		switch {
		case p.Kind == Anonymous:
			return nil, true
		case p.Kind == Outsider && p.Account == "":
			return []string{elsewhere}, true
		}
		return known(p.Account)
	}
	if p.Kind == Service {
		return r.forService(key)
	}
	if strings.Contains(absent, " "+key+" ") {
		if inNetwork := p.Inside && strings.Contains(key, "vpc"); inNetwork {
			return nil, false
		}
		return nil, true
	}
	return r.forCaller(key)
}

func (r *request) forCaller(key string) ([]string, bool) {
	p := r.principal
	switch key {
	case "aws:sourceip":
		if p.Inside {
			return nil, false
		}
		return []string{Outside}, true
	case "aws:principalarn":
		if p.Kind == Anonymous {
			return nil, true
		}
		return known(p.ARN)
	case "aws:principaltype":
		switch p.Kind {
		case User:
			return []string{"User"}, true
		case Role:
			return []string{"AssumedRole"}, true
		case Anonymous:
			return []string{"Anonymous"}, true
		}
	case "aws:username":
		if p.Kind == User {
			return known(p.Name)
		}
		return nil, true
	case "aws:tokenissuetime":
		if p.Kind == Role {
			return []string{since + awsdata.Actions().Source.Updated}, true
		}
		return nil, true
	case "aws:principalorgid", "aws:principalorgpaths":
		if p.Kind == Anonymous || p.Kind == Outsider {
			return nil, true
		}
	}
	return nil, false
}

// forService is for a service that acts on something in the account which the
// attacker made there.
func (r *request) forService(key string) ([]string, bool) {
	switch key {
	case "aws:sourceaccount":
		return known(r.account)
	case "aws:sourcearn":
		return []string{Chosen}, true
	}
	return nil, false
}

func known(v string) ([]string, bool) {
	if v == "" || strings.Contains(v, Hole) {
		return nil, false
	}
	return []string{v}, true
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// variable returns the value of a policy variable such as aws:username.
func (r *request) variable(key string) (string, bool) {
	values, known := r.values(key)
	switch {
	case !known || len(values) == 1 && (values[0] == Chosen || strings.HasPrefix(values[0], since)):
		return "", false
	case len(values) == 0:
		return "", true
	}
	return values[0], true
}
