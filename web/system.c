/* What the browser has nothing of: signals, and paths that lead elsewhere. In the place of
 * cli/interrupt.c. */
#include <stdlib.h>
#include <string.h>

#include "cli/interrupt.h"

void interrupt_hold(struct interrupt *interrupt, bool all) {
    (void)interrupt, (void)all;
}

bool interrupt_waits(const struct interrupt *interrupt) {
    return !interrupt;
}

void interrupt_drop(const struct interrupt *interrupt) {
    (void)interrupt;
}

void interrupt_release(const struct interrupt *interrupt) {
    (void)interrupt;
}

char *realpath(const char *restrict path, char *restrict real) {
    return real ? strcpy(real, path) : strdup(path);
}
