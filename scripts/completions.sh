#!/bin/sh
# Writes the completion of each shell into a directory.
set -eu
dir=$1
mkdir -p "$dir"
for shell in bash zsh fish powershell; do
	go run ./cmd/threatvet completion "$shell" >"$dir/threatvet.$shell"
done
