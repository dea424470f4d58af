#!/bin/sh
# Installs a release of threatvet: downloads the archive for this machine, checks
# it against the release's checksums, and puts the program into a directory.
#
#   install.sh [VERSION] [DIR]     VERSION as in v1.2.3, default the newest
#
# THREATVET_RELEASES names another place that holds the releases, such as a
# mirror: https://mirror.example.com/threatvet/releases
set -eu

version=${1:-latest}
dir=${2:-${HOME}/.local/bin}
releases=${THREATVET_RELEASES:-https://github.com/threatvet/threatvet/releases}

fail() {
	echo "install.sh: $*" >&2
	exit 1
}

fetch() { # URL FILE
	curl --fail --silent --show-error --location --retry 3 --output "$2" "$1" ||
		fail "$1 could not be downloaded; is $version a release?"
}

case $(uname -s) in
Linux) system=linux ;;
Darwin) system=darwin ;;
MINGW* | MSYS* | CYGWIN*) system=windows ;;
*) fail "there is no release for $(uname -s); go install github.com/threatvet/threatvet/cmd/threatvet@$version builds one" ;;
esac
case $(uname -m) in
x86_64 | amd64) machine=amd64 ;;
aarch64 | arm64) machine=arm64 ;;
*) fail "there is no release for $(uname -m); go install github.com/threatvet/threatvet/cmd/threatvet@$version builds one" ;;
esac

if [ "$version" = latest ]; then
	from="$releases/latest/download"
else
	from="$releases/download/$version"
fi
name="threatvet_${system}_${machine}"
archive="$name.tar.gz"
[ "$system" != windows ] || archive="$name.zip"

temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
fetch "$from/checksums.txt" "$temp/checksums.txt"
fetch "$from/$archive" "$temp/$archive"

expected=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1 }' "$temp/checksums.txt")
[ -n "$expected" ] || fail "checksums.txt of the release does not name $archive"
if command -v sha256sum >/dev/null; then
	actual=$(sha256sum "$temp/$archive" | cut -d' ' -f1)
else
	actual=$(shasum -a 256 "$temp/$archive" | cut -d' ' -f1)
fi
[ "$actual" = "$expected" ] || fail "$archive has the checksum $actual, but the release says $expected; nothing was installed"

mkdir -p "$dir"
if [ "$system" = windows ]; then
	unzip -q -o "$temp/$archive" threatvet.exe -d "$dir"
else
	tar -xzf "$temp/$archive" -C "$temp" threatvet
	install -m 0755 "$temp/threatvet" "$dir/threatvet"
fi
echo "installed $("$dir/threatvet" version) in $dir"
