/* The scenarios that ship, inside the program: veto needs no file but itself. Written by embed.c
 * when the program is built. */
#ifndef CLI_SHIPPED_H
#define CLI_SHIPPED_H

#include "veto/scenario.h"

extern const struct veto_text shipped[]; /* called "aleppo-2016"; in the order of their names */
extern const size_t shipped_count;

#endif
