/*
 * A script of keys: a text that stands in for a hand at the keyboard. A line is a key by its name
 * ("Space", "Page-Down"), a character that is the key, or "text:" and characters to type one by
 * one; or "Click" with a column and a row, from 0. Lines that are empty or begin with # are passed
 * over.
 */
#pragma once

#include "base/diagnostics.h"
#include "play/keys.h"

struct script {
    struct press *presses;
    size_t count, capacity;
};

/* Reads it into the arena. Mistakes go to `list`. Under arenas_try with both arenas. */
struct script script_read(struct arena *arena, struct veto_diagnostics *list,
                          struct source *source);
