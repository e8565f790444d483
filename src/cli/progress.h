/* A line on a terminal's standard error that says how far something long is. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>

struct progress {
    bool shown, terminal;
    double start, last;
};

/* Where standard error is no terminal, nothing is ever shown. */
void progress_start(struct progress *progress);

/* Writes the line, from the second second on, ten times a second. */
void progress_show(struct progress *progress, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Takes the line away. */
void progress_end(struct progress *progress);

#endif
