#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* sigaltstack */
#endif

#include "tui/signals.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/select.h>
#include <unistd.h>

/* A handler is given nothing but a number, so what it needs has to be found here. */
static volatile sig_atomic_t noted;
static volatile sig_atomic_t prepared; /* there is something to give back: */
static struct rescue ready;

enum { NOTED_RESIZE = 1, NOTED_STOP = 2, NOTED_CONTINUE = 4, NOTED_DEADLY = 8 };

static void note_signal(int number) {
    switch (number) {
    case SIGWINCH:
        noted |= NOTED_RESIZE;
        break;
    case SIGTSTP:
        noted |= NOTED_STOP;
        break;
    case SIGCONT:
        noted |= NOTED_CONTINUE;
        break;
    default:
        noted = (noted & (NOTED_DEADLY - 1)) | number * NOTED_DEADLY;
    }
}

static void crash(int number) {
    size_t done = 0;
    while (prepared && done < ready.sequence_length) {
        ssize_t wrote = write(ready.output, ready.sequence + done, ready.sequence_length - done);
        if (wrote <= 0 && errno != EINTR)
            break;
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    if (prepared) /* nor does a shell get what was typed */
        tcsetattr(ready.input, TCSAFLUSH, &ready.modes);
    raise(number); /* the handler is gone by SA_RESETHAND: it ends here as it would have */
}

enum { STACK = 1 << 16 };

/* The handler of a signal: all end the program but those that POSIX says do not. */
static void (*handler_of(int number))(int) {
    static const int left[] = {SIGKILL, SIGSTOP, SIGCHLD, SIGURG, SIGTTIN, SIGTTOU};
    static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        if (left[i] == number)
            return NULL;
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        if (crashes[i] == number)
            return crash;
    return note_signal;
}

static int signals_last(void) {
    return SIGRTMAX < SIGNALS_KEPT ? SIGRTMAX : SIGNALS_KEPT - 1;
}

/* One that is ignored, as under nohup, stays so; those that the C library keeps for itself it does
 * not give away. */
static void take_signal(struct signals *signals, int number, const sigset_t *all) {
    struct sigaction action = {.sa_handler = handler_of(number)};
    struct sigaction *kept = &signals->kept[number];
    bool crashes = action.sa_handler == crash;
    action.sa_flags = crashes ? (int)((unsigned)SA_RESETHAND | SA_NODEFER | SA_ONSTACK) : 0;
    action.sa_mask = *all;
    if (crashes)
        sigemptyset(&action.sa_mask);
    signals->taken[number] = action.sa_handler && sigaction(number, NULL, kept) == 0 &&
                             kept->sa_handler != SIG_IGN && sigaction(number, &action, NULL) == 0;
}

bool signals_hold(struct signals *signals) {
    *signals = (struct signals){.memory = malloc(STACK)};
    if (!signals->memory)
        return false;
    stack_t stack = {.ss_sp = signals->memory, .ss_size = STACK};
    sigaltstack(&stack, &signals->stack);
    noted = 0;
    sigset_t all;
    sigemptyset(&all);
    for (int number = 1; number <= signals_last(); number++)
        if (handler_of(number) == note_signal)
            sigaddset(&all, number);
    sigprocmask(SIG_BLOCK, &all, &signals->mask);
    for (int number = 1; number <= signals_last(); number++)
        take_signal(signals, number, &all);
    return true;
}

void signals_prepare(const struct rescue *rescue) {
    ready = *rescue;
    prepared = 1;
}

void signals_release(struct signals *signals) {
    for (int number = 1; number <= signals_last(); number++)
        if (signals->taken[number])
            sigaction(number, &signals->kept[number], NULL);
    prepared = 0;
    sigaltstack(&signals->stack, NULL);
    free(signals->memory);
    sigprocmask(SIG_SETMASK, &signals->mask, NULL);
}

enum waiting signals_wait(const struct signals *signals, int input, int milliseconds) {
    fd_set set;
    if (input < 0 || input >= FD_SETSIZE)
        return WAIT_ERROR;
    FD_ZERO(&set);
    FD_SET(input, &set);
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    int count = pselect(input + 1, &set, NULL, NULL, milliseconds ? &time : NULL, &signals->mask);
    if (count >= 0)
        return count > 0 ? WAIT_INPUT : WAIT_TIME;
    return errno == EINTR ? WAIT_SIGNAL : WAIT_ERROR;
}

/* Between two waits the signals are blocked, so nothing can come in between. */
struct caught signals_take(void) {
    sig_atomic_t now = noted;
    noted = 0;
    return (struct caught){
        .deadly = now / NOTED_DEADLY,
        .resized = (now & NOTED_RESIZE) != 0,
        .stop = (now & NOTED_STOP) != 0,
        .continued = (now & NOTED_CONTINUE) != 0,
    };
}

void signals_stop(const struct signals *signals) {
    struct sigaction old, standard = {.sa_handler = SIG_DFL};
    sigset_t mask;
    sigaction(SIGTSTP, &standard, &old);
    raise(SIGTSTP); /* blocked, so it strikes when the mask is lifted */
    sigprocmask(SIG_SETMASK, &signals->mask, &mask);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &old, NULL);
}
