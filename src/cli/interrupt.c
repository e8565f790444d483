#include "cli/interrupt.h"

#include <stddef.h>

void interrupt_hold(struct interrupt *interrupt, bool all) {
    sigemptyset(&interrupt->held);
    sigaddset(&interrupt->held, SIGINT);
    if (all) {
        sigaddset(&interrupt->held, SIGTERM);
        sigaddset(&interrupt->held, SIGHUP);
    }
    sigprocmask(SIG_BLOCK, &interrupt->held, &interrupt->before);
}

bool interrupt_waits(const struct interrupt *interrupt) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t pending;
    sigpending(&pending);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (sigismember(&interrupt->held, signals[i]) && sigismember(&pending, signals[i]))
            return true;
    return false;
}

void interrupt_drop(const struct interrupt *interrupt) {
    int number;
    while (interrupt_waits(interrupt) && sigwait(&interrupt->held, &number) == 0)
        continue;
}

void interrupt_release(const struct interrupt *interrupt) {
    sigprocmask(SIG_SETMASK, &interrupt->before, NULL);
}
