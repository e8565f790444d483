#include "base/owned.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct owned {
    struct arena arena;
    alignas(uint64_t) unsigned char result[];
};

static struct owned *owner_of_result(void *result) {
    return (struct owned *)(void *)((unsigned char *)result - offsetof(struct owned, result));
}

void *owned_new(const void *first, size_t size) {
    struct owned *owned = malloc(sizeof *owned + size);
    if (!owned)
        return NULL;
    owned->arena = (struct arena){.left = 0};
    return memcpy(owned->result, first, size);
}

struct arena *owned_arena(void *result) {
    return &owner_of_result(result)->arena;
}

bool owned_try(void *result, struct arena *second, void (*work)(void *), void *context) {
    return result && arenas_try(owned_arena(result), second, work, context);
}

void owned_free(void *result) {
    if (!result)
        return;
    arena_free(owned_arena(result));
    free(owner_of_result(result));
}
