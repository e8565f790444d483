/*
 * A text that is no YAML because of what only looks right: spaces that are none, colons and
 * brackets of another width, typographic quotes and dashes, and a code fence about it all.
 */
#pragma once

#include "base/source.h"

struct arena;
struct veto_diagnostics;

/* From here on a byte of the mended text stands for one of the source. */
struct shift {
    uint32_t mended, original;
};

struct mended {
    const char *bytes;
    uint32_t length;
    const struct shift *shifts; /* in order */
    size_t count;
};

/*
 * Mends what is part of the structure, not of what is said, and reports each place, ten at most.
 * `checked` is what characters_check made of the text. Meant for a text in which mistakes were
 * found: where there are none, all of it may be meant. NULL where there is nothing to mend. Under
 * arenas_try with both arenas.
 */
const struct mended *mend_text(struct arena *arena, struct veto_diagnostics *list,
                               struct source *source, const char *checked);

/* The place in the source of a byte of the mended text. */
uint32_t mended_place(const struct mended *mended, uint32_t at);
