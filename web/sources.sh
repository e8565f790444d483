#!/bin/sh
# sources.sh LIST FOLDER: the sources that LIST names, in FOLDER and unpacked there. They come from the
# mirrors that this machine's apt has, asked for sources in the place of packages; apt's own lists and
# settings stay as they are. An archive that is there already is taken, if it has the checksum of LIST:
# so the page can be built without a network, or with another version of a library.
set -eu

list=$(realpath "$1")
mkdir -p "$2"
cd "$2"

die() { printf 'web: %s\n' "$*" >&2; exit 3; }

# The machine's sources of packages, for the sources of those packages.
mirrors() {
    mkdir -p apt/parts apt/lists/partial
    for place in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
        name=$(basename "$place")
        case $place in
        *.sources) sed 's/^Types:.*/Types: deb-src/' "$place" >"apt/parts/$name" ;;
        *.list) [ ! -f "$place" ] || sed -n 's/^deb\([[:space:]]\)/deb-src\1/p' "$place" >"apt/parts/$name" ;;
        esac
    done
}

ask_apt() {
    apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$PWD/apt/parts" \
        -o Dir::State::lists="$PWD/apt/lists" -o Dir::Cache::srcpkgcache= -o Dir::Cache::pkgcache= \
        -o APT::Sandbox::User=root "$@" >>apt/log 2>&1
}

# have PACKAGE VERSION ARCHIVE CHECKSUM
have() {
    if ! is_right "$3" "$4"; then
        command -v apt-get >/dev/null || die "apt-get is not here: please put $3 (Debian's $1 $2) into $PWD"
        if [ ! -d apt ]; then
            mirrors
            ask_apt update || : # one of several mirrors may be out of reach
        fi
        rm -f "$3"
        ask_apt source --download-only "$1=$2" ||
            die "the source of $1 $2 cannot be had: $(tail -1 apt/log)"
        is_right "$3" "$4" || die "$3 of $1 $2 has not the checksum in $list"
    fi
    tar -xf "$3"
}
is_right() { [ -f "$1" ] && printf '%s  %s\n' "$2" "$1" | sha256sum --status -c; }

rm -rf apt
sed '/^#/d' "$list" | while read -r package version archive checksum; do
    have "$package" "$version" "$archive" "$checksum"
done
