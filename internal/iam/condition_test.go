package iam

import "testing"

func TestConditions(t *testing.T) {
	v := func(values ...string) Context { return Context{"k": values} }
	unknown := Context{}
	tests := []struct {
		operator string
		want     []string
		have     Context
		grade    grade
	}{
		{"StringEquals", []string{"a", "b"}, v("b"), yes},
		{"StringEquals", []string{"a"}, v("A"), no},
		{"StringEquals", []string{"a"}, v(), no},
		{"StringEquals", []string{"a"}, unknown, depends},
		{"StringEquals", []string{"a⟦?⟧"}, v("ab"), depends},
		{"StringEquals", []string{"a⟦?⟧"}, v("b"), no},
		{"StringEqualsIfExists", []string{"a"}, v(), yes},
		{"StringEqualsIfExists", []string{"a"}, v("b"), no},
		{"StringNotEquals", []string{"a", "b"}, v("b"), no},
		{"StringNotEquals", []string{"a"}, v("b"), yes},
		{"StringNotEquals", []string{"a"}, v(), yes},
		{"StringEqualsIgnoreCase", []string{"a"}, v("A"), yes},
		{"StringNotEqualsIgnoreCase", []string{"a"}, v("A"), no},
		{"StringLike", []string{"repo:org/*"}, v("repo:org/x:ref"), yes},
		{"StringLike", []string{"repo:org/*"}, v("repo:other/x"), no},
		{"StringNotLike", []string{"a*"}, v("ab"), no},
		{"NumericEquals", []string{"1"}, v("1.0"), yes},
		{"NumericNotEquals", []string{"1"}, v("1"), no},
		{"NumericLessThan", []string{"10"}, v("9"), yes},
		{"NumericLessThanEquals", []string{"10"}, v("10"), yes},
		{"NumericGreaterThan", []string{"10"}, v("10"), no},
		{"NumericGreaterThanEquals", []string{"10"}, v("10"), yes},
		{"DateLessThan", []string{"2020-01-01T00:00:00Z"}, v("2019-01-01T00:00:00Z"), yes},
		{"DateGreaterThan", []string{"2020-01-01T00:00:00Z"}, v("2019-01-01T00:00:00Z"), no},
		{"DateEquals", []string{"1577836800"}, v("2020-01-01T00:00:00Z"), yes},
		{"DateNotEquals", []string{"2020-01-01T00:00:00Z"}, v("2020-01-01T00:00:00Z"), no},
		{"DateGreaterThan", []string{"2020-01-01"}, v(since + "2026-01-01T00:00:00Z"), yes},
		{"DateLessThan", []string{"2020-01-01"}, v(since + "2026-01-01T00:00:00Z"), no},
		{"DateLessThan", []string{"2030-01-01"}, v(since + "2026-01-01T00:00:00Z"), depends},
		{"Bool", []string{"true"}, v("true"), yes},
		{"Bool", []string{"true"}, v("false"), no},
		{"BoolIfExists", []string{"false"}, v(), yes},
		{"BinaryEquals", []string{"QUJD"}, v("QUJD"), yes},
		{"IpAddress", []string{"10.0.0.0/8"}, v("10.1.2.3"), yes},
		{"IpAddress", []string{"10.0.0.1"}, v("10.0.0.1"), yes},
		{"IpAddress", []string{"2001:db8::/32"}, v("2001:db8::1"), yes},
		{"NotIpAddress", []string{"10.0.0.0/8"}, v("10.1.2.3"), no},
		{"IpAddress", []string{"0.0.0.0/0"}, v(Outside), yes},
		{"IpAddress", []string{"203.0.113.0/24", "⟦?⟧/32"}, v(Outside), no},
		{"NotIpAddress", []string{"203.0.113.0/24"}, v(Outside), yes},
		{"ArnEquals", []string{"arn:aws:sns:*:1:t"}, v("arn:aws:sns:eu-west-1:1:t"), yes},
		{"ArnLike", []string{"arn:aws:s3:::b*"}, v("arn:aws:s3:::bucket"), yes},
		{"ArnLike", []string{"arn:aws:*:t"}, v("arn:aws:sns:eu-west-1:1:t"), no}, // a star does not reach over a colon
		{"ArnNotLike", []string{"arn:aws:s3:::b*"}, v("arn:aws:s3:::bucket"), no},
		{"Null", []string{"true"}, v(), yes},
		{"Null", []string{"true"}, v("x"), no},
		{"Null", []string{"false"}, v("x"), yes},
		{"Null", []string{"false"}, unknown, depends},
		{"ForAllValues:StringEquals", []string{"a", "b"}, v("a", "b"), yes},
		{"ForAllValues:StringEquals", []string{"a", "b"}, v("a", "c"), no},
		{"ForAllValues:StringEquals", []string{"a"}, v(), yes},
		{"ForAnyValue:StringEquals", []string{"a"}, v("a", "c"), yes},
		{"ForAnyValue:StringEquals", []string{"a"}, v("b", "c"), no},
		{"ForAnyValue:StringEquals", []string{"a"}, v(), no},
		{"ForAnyValue:StringNotEquals", []string{"a"}, v("a", "c"), yes},
		{"StringEquals", []string{"a"}, v(Chosen), yes},
		{"StringEqual", []string{"a"}, v("a"), depends}, // no such operator
	}
	for _, tt := range tests {
		r := &request{context: lower(tt.have)}
		if got := r.condition(Condition{Operator: tt.operator, Key: "k", Values: tt.want}, true); got != tt.grade {
			t.Errorf("%s %v of %v: %d, want %d", tt.operator, tt.want, tt.have["k"], got, tt.grade)
		}
	}
}

func TestWhatTheCallerChoosesDoesNotHurt(t *testing.T) {
	r := &request{context: lower(Context{"k": {Chosen}})}
	if got := r.condition(Condition{Operator: "StringEquals", Key: "k", Values: []string{"a"}}, false); got != no {
		t.Errorf("a Deny on what the caller chooses applies: %d", got)
	}
}
