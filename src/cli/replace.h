/*
 * A file that is written whole or not at all: beside it first, then put in its place. What goes
 * wrong is said as a text in `why`, to stand behind the name of the file, and printed by nobody.
 *
 * The file beside it is called .veto-XXXXXX, and the program that writes it holds a lock on it,
 * which ends with the program. So what a program left that was killed can be told from what another
 * is writing.
 */
#pragma once

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>
#include <time.h>

/* What tells a file from the one that was there before, or will be there after. */
struct stamp {
    bool there;
    dev_t device;
    ino_t number;
    off_t size;
    struct timespec time;
};
struct stamp stamp_of(const char *path);
bool stamp_same(const struct stamp *a, const struct stamp *b);

struct replacement {
    char *path;   /* of the file that is replaced: where a symbolic link leads */
    char *beside; /* the name of the temporary file */
    FILE *file;
    struct stamp *seen; /* only in the place of that, and then what was written; NULL: of whatever
                           is there */
    const char *why;    /* what went wrong last, or NULL */
};

/* Takes away what programs that were killed have left in the folder of this file. */
void replace_clean(const char *path);

/* Opens the temporary file, in the folder of the file. A file that may not be written, and what is
 * no regular file, is not replaced. False: there is nothing to close. */
bool replace_open(struct replacement *replacement, const char *path);

/* Puts the file in its place; it stays open. `safely`: not before it is on the disk, so that it is
 * whole there whatever becomes of the machine, and not only of this program. That takes a while. */
bool replace_commit(struct replacement *replacement, bool safely);

/* Closes the file, and takes it away unless it is in its place. */
void replace_close(struct replacement *replacement);

/* All of that with these bytes. NULL, or why not: a text that lives until the next call of
 * anything. With `seen`, replace_clean comes first, and it is done only where what is at the path
 * is still what was seen there: of two programs that write one file, the second is told. *seen
 * becomes the stamp of what was written. */
const char *replace_file(const char *path, const char *bytes, size_t length, struct stamp *seen,
                         bool safely);
