/*
 * Overrides: `path=value`, set over a tree. A path is keys and positions (from 0) joined by points;
 * mappings that it goes through are made where they are missing. The value is in the file's own
 * syntax; an empty one takes the key, or the item, away.
 */
#ifndef YAML_OVERRIDE_H
#define YAML_OVERRIDE_H

#include "yaml/tree.h"

/* Changes the tree under `root`, a mapping. Mistakes go to reader->list; reader->source is the
 * whole text of the override, reader->offset does not count. What tree_read asks for holds here
 * too. */
void override_apply(struct node *root, struct tree_reader *reader);

#endif
