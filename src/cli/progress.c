#include "cli/progress.h"

#include <stdarg.h>
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

void progress_show(struct progress *progress, const char *format, ...) {
    double time = progress->terminal ? now() : 0;
    if (!progress->terminal || time - progress->start <= 1 || time - progress->last <= 0.1)
        return;
    va_list arguments;
    va_start(arguments, format);
    putc('\r', stderr);
    vfprintf(stderr, format, arguments);
    fflush(stderr);
    va_end(arguments);
    progress->last = time;
    progress->shown = true;
}

void progress_end(struct progress *progress) {
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = false;
}
