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

static void note(int number) {
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
    if (prepared)
        tcsetattr(ready.input, TCSANOW, &ready.modes);
    raise(number); /* the handler is gone by SA_RESETHAND: it ends here as it would have */
}

static const struct {
    int number;
    void (*handler)(int);
} handled[] = {
    {SIGWINCH, note}, {SIGTSTP, note}, {SIGCONT, note}, {SIGINT, note},
    {SIGTERM, note},  {SIGHUP, note},  {SIGQUIT, note}, {SIGSEGV, crash},
    {SIGABRT, crash}, {SIGBUS, crash}, {SIGFPE, crash}, {SIGILL, crash},
};

enum { HANDLED = sizeof handled / sizeof *handled, STACK = 1 << 16 };

/* One that is ignored, as under nohup, stays so. */
static void take_signal(struct signals *signals, size_t i, const sigset_t *all) {
    struct sigaction action = {.sa_handler = handled[i].handler};
    bool crashes = handled[i].handler == crash;
    action.sa_flags = crashes ? (int)((unsigned)SA_RESETHAND | SA_NODEFER | SA_ONSTACK) : 0;
    action.sa_mask = *all;
    if (crashes)
        sigemptyset(&action.sa_mask);
    sigaction(handled[i].number, NULL, &signals->kept[i]);
    signals->taken[i] = signals->kept[i].sa_handler != SIG_IGN;
    if (signals->taken[i])
        sigaction(handled[i].number, &action, NULL);
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
    for (size_t i = 0; i < HANDLED; i++)
        if (handled[i].handler == note)
            sigaddset(&all, handled[i].number);
    sigprocmask(SIG_BLOCK, &all, &signals->mask);
    for (size_t i = 0; i < HANDLED; i++)
        take_signal(signals, i, &all);
    return true;
}

void signals_prepare(const struct rescue *rescue) {
    ready = *rescue;
    prepared = 1;
}

void signals_release(struct signals *signals) {
    for (size_t i = 0; i < HANDLED; i++)
        if (signals->taken[i])
            sigaction(handled[i].number, &signals->kept[i], NULL);
    prepared = 0;
    sigaltstack(&signals->stack, NULL);
    free(signals->memory);
    sigprocmask(SIG_SETMASK, &signals->mask, NULL);
}

enum waiting signals_wait(const struct signals *signals, int input, int seconds) {
    fd_set set;
    if (input < 0 || input >= FD_SETSIZE)
        return WAIT_ERROR;
    FD_ZERO(&set);
    FD_SET(input, &set);
    struct timespec time = {.tv_sec = seconds};
    int count = pselect(input + 1, &set, NULL, NULL, seconds ? &time : NULL, &signals->mask);
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
