/* The scenarios that ship, inside the program: veto needs no file but itself. Written by embed.c
 * when the program is built. */
#ifndef CLI_SHIPPED_H
#define CLI_SHIPPED_H

#include <stddef.h>

struct shipped {
    const char *name; /* "aleppo-2016" */
    const unsigned char *bytes;
    size_t length;
};

extern const struct shipped shipped[]; /* in the order of their names */
extern const size_t shipped_count;

#endif
