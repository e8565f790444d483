#!/bin/sh
# rooms.sh [LIBRARY...]: the rules of the house that a machine can keep, in the source and in these
# libraries of it. Run from the top of the source; speaks TAP.
set -u
LC_ALL=C # bytes, so that no file is unreadable
export LC_ALL

{
    find src include tests scenarios docs -type f | sort
    [ $# -eq 0 ] || size -A "$@"
} | awk -v libraries=$# -f "$(dirname "$0")/rooms.awk"
