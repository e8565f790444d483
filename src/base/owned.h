/*
 * Results: a struct that whoever asked for it frees, and behind it an arena with all that it points
 * to. `result` below is what owned_new returned.
 */
#pragma once

#include "base/arena.h"

/* A result that begins as `first`, of so many bytes, and an empty arena; NULL: out of memory. */
void *owned_new(const void *first, size_t size);

struct arena *owned_arena(void *result);

/* Calls work(context) under arenas_try, with the arena of the result and `second`, which may be
 * NULL. False when memory ran out, before it or in it; `result` may be NULL for that. */
bool owned_try(void *result, struct arena *second, void (*work)(void *), void *context);

/* Frees both; NULL does nothing. */
void owned_free(void *result);

/* Sets the pointer at `to` to a result that is done, and frees one that is not: where `status`,
 * which is its value, is not VETO_OK. */
#define owned_give(to, result, status)                                                             \
    ((status) == VETO_OK ? (void)(*(to) = (result)) : owned_free(result), (status))
