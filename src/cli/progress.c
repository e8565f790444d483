#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

void progress_start(struct progress *progress) {
    *progress = (struct progress){.terminal = isatty(STDERR_FILENO) != 0};
    progress->start = progress->terminal ? now() : 0;
}

bool progress_due(struct progress *progress) {
    double time = progress->terminal ? now() : 0;
    bool due = progress->terminal && time - progress->start > 1 && time - progress->last > 0.1;
    progress->last = due ? time : progress->last;
    progress->shown |= due;
    return due;
}

void progress_end(struct progress *progress) {
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = false;
}
