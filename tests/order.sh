#!/bin/sh
# No order depends on the C library: suites that sort pass under a qsort that turns round what
# compares equal, and ends the program where two such elements differ (tests/order.c). Usage:
# tests/order.sh LIBRARY KEEPER SUITE..., from the top of the source; speaks TAP.

library=$1
keeper=$2
shift 2
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0

check() { # NAME STATUS
    number=$((number + 1))
    if [ "$2" -eq 0 ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        sed 's/^/# /' "$work/out" "$work/err"
    fi
}

LD_PRELOAD=$library "$keeper" tie >"$work/out" 2>"$work/err"
grep -qx "order: two elements that differ have no order" "$work/err"
check "two elements without an order are found" $?
for suite; do
    LD_PRELOAD=$library "$suite" >"$work/out" 2>"$work/err"
    status=$?
    grep -qx "order: sorted" "$work/err" && [ $status -eq 0 ]
    check "${suite##*/test_} sorts, and in one order" $?
done
echo "1..$number"
