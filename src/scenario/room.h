/* Numbers that add up to 1, some of which were set for one run: what was set stands, and the others
 * make room for it in proportion. In the tree, so that a changed scenario can be written down. */
#pragma once

#include "yaml/tree.h"

/* Before an override is set: a ballot for a chance of 1 makes room for what lies below it. */
void leave_room_for_path(struct arena *arena, const struct node *root, const char *override);

/* What of the weights and chances of kinds was not set leaves room for what was. */
void leave_room_for_overrides(struct arena *arena, const struct node *root);
