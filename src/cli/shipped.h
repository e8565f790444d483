/* The scenarios that ship, inside the program: veto needs no file but itself; and which of them
 * somebody may have meant. */
#pragma once

#include "veto/scenario.h"

/* Written by embed.c when the program is built. */
extern const struct veto_text shipped[]; /* called "aleppo-2016"; in the order of their names */
extern const size_t shipped_count;

/* A scenario that ships, by its name; NULL if there is none. */
const struct veto_text *shipped_find(const char *name);

/* The name that ships and that may have been meant; NULL if none is near. */
const char *shipped_nearest(const char *name);

/* Says that there is no such scenario, and which might be meant: those with the word in their name
 * or title, or one of nearly that name, or those on the topic of the word. Returns VETO_INPUT;
 * VETO_SYSTEM, and said so, when memory runs out. */
enum veto_status no_such_scenario(const char *name);
