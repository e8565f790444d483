/* A source text with its name and, once it is kept, a map of its lines, so that a byte offset can
 * be told as line and column. Lives in an arena. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "veto/status.h"

struct arena;

enum { SOURCE_LIMIT = 1 << 20 }; /* bytes; a longer scenario is refused */

struct source {
    const char *name; /* as diagnostics show it: a path, "standard input", "--set" */
    const char *text; /* `length` bytes, and a NUL behind them once it is kept */
    uint32_t length;
    uint32_t rank; /* its place among the sources of one load; diagnostics come in this order */
    uint32_t lines;
    const uint32_t *starts; /* offset of each line's first byte, a byte order mark aside; NULL until
                               the source is kept */
};

/* Bytes from the start of one source. start <= end <= length. */
struct span {
    struct source *source;
    uint32_t start, end;
};

/* Takes `text` as it is: not copied, it must live until the source is kept or done with. Less than
 * 4 GiB. */
struct source *source_new(struct arena *arena, const char *name, const char *text, size_t length);

/* Copies the text and maps its lines, at the first call: for what will be shown of it. Most sources
 * have no mistake in them, and do without both. */
void source_keep(struct arena *arena, struct source *source);

/* The calls below are for a source that is kept. 0-based line that holds the byte at `offset`. */
uint32_t source_line(const struct source *source, uint32_t offset);

/* The bytes of a line without its line break. */
const char *source_line_text(const struct source *source, uint32_t line, uint32_t *length);

/*
 * Reads a file, or standard input for "-". On failure *error says what went wrong, to stand behind
 * the name ("No such file or directory", "is larger than 1 MiB"), and the status says whose
 * mistake it was: VETO_INPUT, or VETO_SYSTEM when reading failed.
 */
enum veto_status source_read(struct arena *arena, const char *path, struct source **source,
                             const char **error);

/* The same for files that may be larger: up to `most` bytes; `too_large` is the error above it. */
enum veto_status source_read_most(struct arena *arena, const char *path, size_t most,
                                  const char *too_large, struct source **source,
                                  const char **error);
