#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    struct arena_block *previous;
    size_t used, size;
    alignas(uint64_t) unsigned char bytes[];
};

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

static _Noreturn void out_of_memory(struct arena *arena) {
    longjmp(*arena->landing, 1);
}

static struct arena_block *add_block(struct arena *arena, size_t at_least) {
    size_t size = arena->last ? arena->last->size * 2 : FIRST_BLOCK;
    size = size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
    size = size < at_least ? at_least : size;
    if (size > SIZE_MAX - sizeof(struct arena_block))
        out_of_memory(arena);
    /* calloc: large blocks come zeroed from the system, and untouched pages cost nothing */
    struct arena_block *block = calloc(1, sizeof *block + size);
    if (!block)
        out_of_memory(arena);
    block->previous = arena->last;
    block->size = size;
    arena->last = block;
    return block;
}

void arena_free(struct arena *arena) {
    struct arena_block *block = arena->last;
    while (block) {
        struct arena_block *previous = block->previous;
        free(block);
        block = previous;
    }
    arena->last = NULL;
}

void *arena_alloc(struct arena *arena, size_t size) {
    enum { unit = alignof(uint64_t) }; /* nothing here is a long double */
    if (size > SIZE_MAX - unit)
        out_of_memory(arena);
    size = (size + unit - 1) / unit * unit;
    struct arena_block *block = arena->last;
    if (!block || block->size - block->used < size)
        block = add_block(arena, size);
    void *bytes = block->bytes + block->used;
    block->used += size;
    return bytes;
}

void *arena_regrow(struct arena *arena, const void *old, size_t used, size_t count, size_t size) {
    if (count > SIZE_MAX / size)
        out_of_memory(arena);
    void *bytes = arena_alloc(arena, count * size);
    if (used)
        memcpy(bytes, old, used * size);
    return bytes;
}

char *arena_copy(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_alloc(arena, length < 0 ? 1 : (size_t)length + 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

bool arenas_try(struct arena *first, struct arena *second, void (*work)(void *), void *context) {
    jmp_buf landing;
    first->landing = &landing;
    if (second)
        second->landing = &landing;
    volatile bool done = false;
    if (setjmp(landing) == 0) {
        work(context);
        done = true;
    }
    first->landing = NULL;
    if (second)
        second->landing = NULL;
    return done;
}
