/* Whether bytes are a text, and which characters it may hold: checked before libyaml sees it. */
#pragma once

#include <stdbool.h>

#include "base/source.h"

struct arena;
struct veto_diagnostics;

/* Says once what a file is that is no text, or a text of another kind, by how it begins, and how to
 * make a text of it; false where it may be YAML. */
bool foreign_report(struct veto_diagnostics *list, const struct source *source);

/*
 * Reports bytes that are not UTF-8, characters that no text may hold, and directives at the start
 * of what is read, from byte `from`: libyaml takes the square of their number. Returns the bytes of
 * the source with each of them replaced by harmless ones of the same length, so that reading can go
 * on and offsets stay; where there are none, the source's own bytes. NULL where the text is in
 * UTF-16 and none of it can be read.
 */
const char *characters_check(struct arena *arena, struct veto_diagnostics *list,
                             struct source *source, uint32_t from);

/* The first byte at or behind `at` that is no blank, comment or end of a document; else `length`.
 */
uint32_t characters_rest(const char *bytes, uint32_t at, uint32_t length);
