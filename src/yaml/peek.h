/* What kind of file a text is, by the first of its keys that tells; nothing else is looked at. */
#pragma once

#include "veto/scenario.h"
#include "veto/status.h"

/*
 * Goes through the keys of the mapping that a text is, in the order of the file, until `tells`
 * takes one for something other than 0, and sets *kind to that. Where a mistake comes before it,
 * the first line that starts with such a word counts; 0 where there is none. VETO_SYSTEM: out of
 * memory.
 */
enum veto_status peek_kind(int *kind, const struct veto_text *text, int (*tells)(const char *key));
