/* Which characters a text may hold, checked before libyaml sees it. */
#ifndef YAML_CHARACTERS_H
#define YAML_CHARACTERS_H

#include "base/source.h"

struct arena;
struct veto_diagnostics;

/*
 * Reports bytes that are not UTF-8 and characters that no text may hold. Returns the bytes of the
 * source with each of them replaced by harmless ones of the same length, so that reading can go on
 * and offsets stay; where there are none, the source's own bytes. NULL where the text is in UTF-16
 * and none of it can be read.
 */
const char *characters_check(struct arena *arena, struct veto_diagnostics *list,
                             struct source *source);

#endif
