/*
 * Loaded before a program, makes its allocation number FAIL_AT fail, and with FAIL_ON set every one
 * behind it too. Memory comes from a bump allocator, so that nothing of the C library is needed.
 */
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { POOL = 256 << 20, UNIT = 16 };

static _Alignas(16) unsigned char pool[POOL]; /* untouched pages cost nothing */
static size_t used, calls;

static bool fails(void) {
    const char *at = getenv("FAIL_AT");
    size_t number = at ? strtoul(at, NULL, 10) : 0;
    calls++;
    return number && (calls == number || (calls > number && getenv("FAIL_ON")));
}

static void *take(size_t size) {
    size_t whole = (size + 2 * UNIT - 1) / UNIT * UNIT;
    if (size > POOL || used + whole > POOL) {
        errno = ENOMEM;
        return NULL;
    }
    unsigned char *block = pool + used;
    memcpy(block, &size, sizeof size); /* its size stands before it, for realloc */
    used += whole + UNIT;
    return block + UNIT;
}

void *malloc(size_t size) {
    if (fails()) {
        errno = ENOMEM;
        return NULL;
    }
    return take(size);
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

__attribute__((destructor)) static void report(void) {
    if (!getenv("FAIL_COUNT"))
        return;
    char digits[24], *at = digits + sizeof digits;
    *--at = '\n';
    for (size_t n = calls; n > 0; n /= 10)
        *--at = (char)('0' + n % 10);
    if (write(3, at, (size_t)(digits + sizeof digits - at)) < 0)
        _exit(99);
}
