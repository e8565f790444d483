/*
 * A stream into memory, for what must be whole or not at all. glibc's open_memstream passes over
 * what it has no memory for and sets no error, so that a text may lack its middle; this one
 * notices.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct gather {
    FILE *file; /* to write to; NULL: it is not open */
    char *bytes;
    size_t length, capacity;
    bool failed;
};

/* False when memory runs out: there is nothing to close. `gather` must stay where it is. */
bool gather_open(struct gather *gather);

/* Closes the stream. True where all of what was written is in `bytes`, `length` of them and a NUL
 * behind them; the caller frees them. False when memory ran out: there are none. */
bool gather_close(struct gather *gather);
