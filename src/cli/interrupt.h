/* Ctrl-C while something long is under way: held back, looked for now and then. */
#pragma once

#include <signal.h>
#include <stdbool.h>

struct interrupt {
    sigset_t held, before;
};

/* From here on the signals that end a program wait: SIGINT, and with `all` SIGTERM and SIGHUP. */
void interrupt_hold(struct interrupt *interrupt, bool all);

/* Whether one of them waits. */
bool interrupt_waits(const struct interrupt *interrupt);

/* Drops those that wait, where the program did what they asked for. */
void interrupt_drop(const struct interrupt *interrupt);

/* Lets them through again: one that waits ends the program now. */
void interrupt_release(const struct interrupt *interrupt);
