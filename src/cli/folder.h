/* The scenarios and sessions that lie in a folder. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"

/* Whether a name ends so, and is longer than that. */
static inline bool name_ends(const char *name, const char *end) {
    size_t length = strlen(name), tail = strlen(end);
    return length > tail && strcmp(name + length - tail, end) == 0;
}

struct folder {
    const char **words; /* their names, as a command line takes them, in their order */
    size_t count;
};

/* The files whose names end like those of YAML and that begin a line with `veto:` or
 * `veto_session:`, and those of any name whose first line begins with the latter. In the arena;
 * none where the folder cannot be read or memory runs out. */
struct folder folder_read(struct arena *arena, const char *path);

/* The word for a file of that folder; in "." as short as it may be without meaning something else,
 * as "./aleppo-2016". NULL: it is none of those. */
const char *folder_word(struct arena *arena, const char *folder, const char *name);
