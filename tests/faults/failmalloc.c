/*
 * Memory comes from a bump allocator, so that nothing of the C library is needed. What is linked
 * with it, the C library included, allocates by it.
 */
#include "failmalloc.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { POOL = 256 << 20, UNIT = 16 };

static _Alignas(16) unsigned char pool[POOL]; /* untouched pages cost nothing */
static _Atomic size_t used, calls;
static size_t failing;

void failmalloc_start(size_t at) {
    calls = 0;
    failing = at;
}

size_t failmalloc_count(void) {
    return calls;
}

static void *take(size_t size) {
    size_t whole = (size + 2 * UNIT - 1) / UNIT * UNIT;
    if (size > POOL || whole > POOL - used)
        return NULL;
    size_t start = atomic_fetch_add(&used, whole);
    if (start > POOL - whole)
        return NULL;
    memcpy(pool + start, &size, sizeof size); /* its size stands before it, for realloc */
    return pool + start + UNIT;
}

void *malloc(size_t size) {
    void *block = atomic_fetch_add(&calls, 1) + 1 == failing ? NULL : take(size);
    if (!block)
        errno = ENOMEM;
    return block;
}

void *calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) {
        errno = ENOMEM;
        return NULL;
    }
    return malloc(count * size); /* the pool starts as zeros and nothing is used twice */
}

void *realloc(void *old, size_t size) {
    void *block = malloc(size);
    if (block && old) {
        size_t before;
        memcpy(&before, (unsigned char *)old - UNIT, sizeof before);
        memcpy(block, old, before < size ? before : size);
    }
    return block;
}

void free(void *block) {
    (void)block;
}
