#!/bin/sh
# Runs every fuzz target of the module for $FUZZTIME each (default 10s), and
# stops at the first that fails.
set -eu
go=${GO:-go}
time=${FUZZTIME:-10s}
for file in $(git ls-files --cached --others --exclude-standard '*_test.go' | xargs grep -l '^func Fuzz'); do
	package=./$(dirname "$file")
	for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file"); do
		echo "fuzz $package $target"
		"$go" test "$package" -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 100x
	done
done
