#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    struct arena_block *previous;
    size_t size;
    alignas(uint64_t) unsigned char bytes[];
};

enum { FIRST_BLOCK = 4096, UNIT = alignof(uint64_t) /* nothing here is a long double */ };

static _Noreturn void give_up(struct arena *arena) {
    longjmp(*arena->landing, 1);
}

/* Each block is twice as large as the last: what nobody touches of it costs nothing. */
static void add_block(struct arena *arena, size_t at_least) {
    size_t size = arena->last ? arena->last->size * 2 : FIRST_BLOCK;
    size = size < at_least ? at_least : size;
    if (size > SIZE_MAX / 2 - sizeof(struct arena_block))
        give_up(arena);
    size = (size + UNIT - 1) / UNIT * UNIT;
    struct arena_block *block = malloc(sizeof *block + size);
    if (!block)
        give_up(arena);
    *block = (struct arena_block){.previous = arena->last, .size = size};
    arena->last = block;
    arena->next = block->bytes;
    arena->left = size;
}

void arena_free(struct arena *arena) {
    struct arena_block *block = arena->last;
    while (block) {
        struct arena_block *previous = block->previous;
        free(block);
        block = previous;
    }
    *arena = (struct arena){.landing = arena->landing};
}

void arena_reserve(struct arena *arena, size_t size) {
    if (size > arena->left || !arena->last)
        add_block(arena, size);
}

void *arena_take(struct arena *arena, size_t size) {
    arena_reserve(arena, size);
    unsigned char *bytes = arena->next;
    size = (size + UNIT - 1) / UNIT * UNIT; /* a block is whole units: there is room for these */
    arena->next += size;
    arena->left -= size;
    return bytes;
}

void *arena_alloc(struct arena *arena, size_t size) {
    return memset(arena_take(arena, size), 0, size);
}

void *arena_regrow(struct arena *arena, const void *old, size_t used, size_t count, size_t size) {
    if (count > SIZE_MAX / size)
        give_up(arena);
    char *bytes = arena_take(arena, count * size);
    if (used)
        memcpy(bytes, old, used * size);
    memset(bytes + used * size, 0, (count - used) * size);
    return bytes;
}

char *arena_copy(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_take(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* Formats into what is left of the last block, and once more where that was too little. */
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments) {
    char *rest = (char *)arena->next;
    size_t left = arena->left;
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(rest, left, format, arguments);
    size_t size = length < 0 ? 1 : (size_t)length + 1;
    char *text = arena_take(arena, size);
    if (length < 0)
        *text = '\0';
    else if (size > left)
        vsnprintf(text, size, format, again);
    va_end(again);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

bool arenas_try(struct arena *first, struct arena *second, void (*work)(void *), void *context) {
    jmp_buf landing;
    jmp_buf *const outer = first->landing, *const outer_second = second ? second->landing : NULL;
    first->landing = &landing;
    if (second)
        second->landing = &landing;
    volatile bool done = false;
    if (setjmp(landing) == 0) {
        work(context);
        done = true;
    }
    first->landing = outer;
    if (second)
        second->landing = outer_second;
    return done;
}
