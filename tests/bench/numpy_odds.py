"""The exact kernel against the same dynamic program vectorised over points in NumPy.

Usage: numpy_odds.py BENCH_ODDS: the benchmark program, whose kernel runs in turn with this one, on
the same points. Both have to find the same odds. It does nothing where there is no NumPy.
"""

import subprocess
import sys
import time

try:
    import numpy as np
except ImportError:
    print("NumPy: not here, left out")
    sys.exit()

MEMBERS, PERMANENT, REQUIRED, ROUNDS = 15, 5, 9, 7


def kernel(program):
    """Nanoseconds a point, the chances of yes, no and abstaining, and the odds of a veto."""
    numbers = np.frombuffer(subprocess.run([program, "--kernel"], check=True, capture_output=True).stdout)
    points = (len(numbers) - 1) // (3 * MEMBERS + 1)
    chances = numbers[1 : 1 + 3 * MEMBERS * points].reshape(points, MEMBERS, 3)
    return numbers[0], chances, numbers[1 + chances.size :]


def textbook(chances):
    """Of every point, by votes in favour and a veto: a new table for every member."""
    table = np.zeros((2, MEMBERS + 1, chances.shape[2]))
    table[0, 0] = 1
    for member, (yes, no, abstain) in enumerate(chances):
        new = np.zeros_like(table)
        new[:, 1:] = table[:, :-1] * yes
        if member < PERMANENT:
            new[0] += table[0] * abstain
            new[1] += table[1] * (abstain + no) + table[0] * no
        else:
            new += table * (abstain + no)
        table = new
    return table[1, REQUIRED:].sum(axis=0)


def in_place(chances):
    """The same with no cell touched that is still zero, and no more memory than it needs."""
    table = np.zeros((2, MEMBERS + 1, chances.shape[2]))
    table[0, 0] = 1
    for member, (yes, no, abstain) in enumerate(chances):
        old = table[:, : member + 1]
        up = old * yes
        vetoes = old[0] * no if member < PERMANENT else 0
        old[0] *= abstain if member < PERMANENT else abstain + no
        old[1] *= abstain + no
        old[1] += vetoes
        table[:, 1 : member + 2] += up
    return table[1, REQUIRED:].sum(axis=0)


def seconds(work, *arguments):
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def main():
    program = sys.argv[1]
    _, chances, odds = kernel(program)
    batches = [np.ascontiguousarray(np.resize(chances, (n, MEMBERS, 3)).transpose(1, 2, 0)) for n in (512, 4096)]
    for work in (textbook, in_place):
        assert np.abs(work(batches[0]) - np.resize(odds, 512)).max() < 1e-12
    rounds = [
        [kernel(program)[0]]
        + [min(1e9 * seconds(work, b) / b.shape[2] for b in batches for _ in range(5)) for work in (textbook, in_place)]
        for _ in range(ROUNDS)
    ]
    ours, *theirs = np.min(rounds, axis=0)
    for name, each in zip(("a table for each member", "in place"), theirs):
        print(f"  in NumPy, {name:<24}{each:8.1f} ns a point, {each / ours:.1f} times the kernel's {ours:.1f}")


main()
