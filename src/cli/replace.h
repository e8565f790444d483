/*
 * A file that is written whole or not at all: beside it first, then put in its place. What goes
 * wrong is said as a text in `why`, to stand behind the name of the file, and printed by nobody.
 */
#ifndef CLI_REPLACE_H
#define CLI_REPLACE_H

#include <stdbool.h>
#include <stdio.h>

struct replacement {
    char *path;   /* of the file that is replaced: where a symbolic link leads */
    char *beside; /* the name of the temporary file */
    FILE *file;
    const char *why; /* what went wrong last, or NULL */
};

/* Opens the temporary file, in the folder of the file. A file that may not be written, and what is
 * no regular file, is not replaced. False: there is nothing to close. */
bool replace_open(struct replacement *replacement, const char *path);

/* Puts the file in its place; it stays open. `safely`: not before it is on the disk, so that it is
 * whole there whatever becomes of the machine, and not only of this program. That takes a while. */
bool replace_commit(struct replacement *replacement, bool safely);

/* Closes the file, and takes it away unless it is in its place. */
void replace_close(struct replacement *replacement);

/* All of that with these bytes. NULL, or why not: a text that lives until the next call of
 * anything. */
const char *replace_file(const char *path, const char *bytes, size_t length, bool safely);

#endif
