/* The text of a scenario as a tree, and what is set over it. */
#pragma once

#include "yaml/tree.h"

/* A text to read, which lives as long as what is said of it. `rank`: diagnostics come in this
 * order. */
struct source *scenario_source(struct veto_diagnostics *list, const char *name, const char *bytes,
                               size_t length, size_t rank);

/* Whether that is more than a scenario may be, which is reported. */
bool scenario_too_large(struct veto_diagnostics *list, const char *name, size_t length);

/* Sets every override over a tree, a mapping, which `reader` has read and has a new source for each
 * of. Mistakes are reported; false where one is too large to be looked at. */
bool scenario_override(struct tree_reader *reader, struct node *root, const char *const *overrides,
                       size_t count);

/* Whether what an override sets is a number that says how members vote, or holds one. */
bool scenario_sets_numbers(const char *override);
