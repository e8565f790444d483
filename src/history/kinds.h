/* What a file is that is no CSV. */
#ifndef HISTORY_KINDS_H
#define HISTORY_KINDS_H

#include <stddef.h>

/* Its name and what to do with it, a sentence without a full stop, by the first bytes of the file;
 * NULL where they are of none of these kinds. */
const char *kind_of_bytes(const char *bytes, size_t length);

/* The same by its first text, in UTF-8. */
const char *kind_of_text(const char *text, size_t length);

#endif
