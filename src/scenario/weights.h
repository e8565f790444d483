/*
 * A weighted game as a file, and what kind of rules a file holds:
 *
 *     title: Council of three      # optional
 *     quota: 51
 *     weights: {A: 50, B: 49, C: 1}
 *
 * The weights are whole numbers, in the order of the file, of any number of members: what can be
 * computed for them is another question (veto/power.h).
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "veto/scenario.h"

/* The keys that a text has. All false where it is no mapping, or has mistakes. */
struct rules_keys {
    bool weights, title, drafts;
    bool read; /* the text is a mapping without a mistake in its syntax */
};

enum veto_status rules_keys_find(struct rules_keys *keys, const struct veto_text *text);

struct weights {
    struct arena arena; /* holds the rest; arena_free it, in any case */
    const char *title;  /* or NULL */
    unsigned count;
    const char **ids;
    uint64_t *weights;
    uint64_t quota;
};

/* Reports every mistake to `diagnostics`: VETO_INPUT then. */
enum veto_status weights_load(struct weights *weights, struct veto_diagnostics *diagnostics,
                              const struct veto_text *text);
