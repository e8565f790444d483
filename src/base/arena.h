/*
 * An arena: everything that is made together and dies together.
 *
 * Running out of memory ends the work as a whole, so arena_alloc does not return then: it jumps
 * back to the arenas_try that the work runs under. Code between the two holds nothing but what is
 * in its arenas, or registers it with the function that called arenas_try.
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *last;
    unsigned char *next; /* the `left` bytes of it that nobody has taken */
    size_t left;
    jmp_buf *landing; /* where to go when memory runs out; set by arenas_try */
};

/* An arena of all zeros is empty and ready. Frees all blocks, and it is empty and ready again. */
void arena_free(struct arena *arena);

/* Makes room for so many bytes in one piece, where it is known that they will be needed. One block
 * that is about as large as all is memory that malloc can use again; many that double are given
 * back to the system, to be fetched and cleared by it at the next load. Only under arenas_try. */
void arena_reserve(struct arena *arena, size_t size);

/* Zeroed, aligned for any type but long double. Never NULL. Only under arenas_try. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, holding anything: for what is filled at once. */
void *arena_take(struct arena *arena, size_t size);

/* `count` elements of `size` bytes, the first `used` of them copied from `old`. */
void *arena_regrow(struct arena *arena, const void *old, size_t used, size_t count, size_t size);

/* A copy of an array. */
#define arena_twin(arena, array, count)                                                            \
    arena_regrow((arena), (array), (count), (count), sizeof *(array))

/* A copy of `length` bytes with a terminating NUL behind them. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

/* Formats into a new string. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments);

#define arena_new(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_alloc((arena), (count) * sizeof(type)))

/* Makes room for one more element at the end of a growing array in an arena. */
#define arena_push(arena, array, count, capacity)                                                  \
    ((count) < (capacity)                                                                          \
         ? (void)0                                                                                 \
         : (void)((capacity) = (capacity) ? 2 * (capacity) : 8,                                    \
                  (array) = arena_regrow((arena), (array), (count), (capacity), sizeof *(array))))

/* And takes it: where it is. */
#define arena_add(arena, array, count, capacity)                                                   \
    (arena_push(arena, array, count, capacity), &(array)[(count)++])

/*
 * Calls work(context). True when it returned; false when one of the two arenas ran out of memory,
 * in which case both still hold what they held and are the caller's to free. `second` may be NULL.
 * Within work an arena may be tried once more: what runs out there comes back there.
 */
bool arenas_try(struct arena *first, struct arena *second, void (*work)(void *), void *context);
