/* Paragraphs on a page: wrapped, indented, in colour or not, in UTF-8 or plain ASCII. A failed
 * write stays to be seen in the file's error indicator. */
#ifndef REPORT_PROSE_H
#define REPORT_PROSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "veto/council.h"

struct arena;

/* What colour says, it says beside words that say it too. */
enum prose_ink {
    INK_PLAIN,
    INK_BOLD,
    INK_GREEN,
    INK_RED,
    INK_YELLOW,
    INK_FAINT,
    INKS,
};

struct prose {
    FILE *file;
    struct arena *arena; /* for copies in ASCII, under arenas_try */
    size_t columns;      /* how wide; less than 20 counts as 20 */
    bool color, ascii;
};

enum prose_ink prose_ballot_ink(enum veto_ballot ballot);
enum prose_ink prose_outcome_ink(enum veto_outcome outcome);

/* One paragraph, its first line indented by `first` columns and the others by `rest`. */
void prose_paragraph(const struct prose *prose, enum prose_ink ink, size_t first, size_t rest,
                     const char *text);

/* One line that is never broken: an address that a reader will copy. */
void prose_whole(const struct prose *prose, size_t indent, const char *text);

/* A heading, with a rule of `underline` below it, or none for 0. */
void prose_heading(const struct prose *prose, const char *text, char underline);

void prose_blank(const struct prose *prose);

/* One row of a table: each cell padded to its width, but the last, which is wrapped. Widths count
 * two blank columns behind each cell. */
struct prose_cell {
    const char *text;
    size_t width;
    enum prose_ink ink;
};
void prose_row(const struct prose *prose, size_t indent, const struct prose_cell *cells,
               size_t count);

#endif
