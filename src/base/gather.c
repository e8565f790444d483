#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* fopencookie */
#endif

#include "base/gather.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __linux__

/* Room for so many more bytes and a NUL. */
static bool grow_gathered(struct gather *gather, size_t more) {
    size_t capacity = gather->capacity ? gather->capacity : BUFSIZ;
    if (more >= SIZE_MAX / 4 || gather->length >= SIZE_MAX / 4)
        return false;
    while (capacity <= gather->length + more)
        capacity *= 2;
    if (capacity == gather->capacity)
        return true;
    char *bytes = realloc(gather->bytes, capacity);
    if (!bytes)
        return false;
    gather->bytes = bytes;
    gather->capacity = capacity;
    return true;
}

/* 0 is an error for who writes. Behind a gap nothing more is taken. */
static ssize_t take_bytes(void *context, const char *bytes, size_t length) {
    struct gather *gather = context;
    gather->failed = gather->failed || !grow_gathered(gather, length);
    if (gather->failed)
        return 0;
    memcpy(gather->bytes + gather->length, bytes, length);
    gather->length += length;
    return (ssize_t)length;
}

static FILE *open_stream(struct gather *gather) {
    return grow_gathered(gather, 0)
               ? fopencookie(gather, "w", (cookie_io_functions_t){.write = take_bytes})
               : NULL;
}

#else

static FILE *open_stream(struct gather *gather) {
    return open_memstream(&gather->bytes, &gather->length);
}

#endif

bool gather_open(struct gather *gather) {
    *gather = (struct gather){.file = NULL};
    gather->file = open_stream(gather);
    if (gather->file)
        return true;
    free(gather->bytes);
    gather->bytes = NULL;
    return false;
}

bool gather_close(struct gather *gather) {
    bool whole = fflush(gather->file) == 0 && !ferror(gather->file);
    whole = fclose(gather->file) == 0 && whole && !gather->failed && gather->bytes;
    gather->file = NULL;
    if (whole) {
        gather->bytes[gather->length] = '\0';
        return true;
    }
    free(gather->bytes);
    gather->bytes = NULL;
    return false;
}
