/* A file that is written whole or not at all: beside it first, then put in its place. */
#ifndef CLI_REPLACE_H
#define CLI_REPLACE_H

#include <stdio.h>

#include "veto/status.h"

struct replacement {
    const char *path;
    char *beside; /* the name of the temporary file */
    FILE *file;
};

/* Opens the temporary file, in the folder of `path`. What is wrong has been said when it is not
 * VETO_OK. */
enum veto_status replace_open(struct replacement *replacement, const char *path);

/* Puts the file in its place if `status` is VETO_OK, and else takes it away. Returns `status`, or
 * VETO_SYSTEM when that failed, which has been said. */
enum veto_status replace_close(struct replacement *replacement, enum veto_status status);

#endif
