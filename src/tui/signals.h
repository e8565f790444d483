/*
 * Signals while the terminal is ours: all that would end the program, and those of the terminal.
 * Handlers only note what came; but a crash restores the terminal from what was prepared for it and
 * lets the signal take its course.
 */
#pragma once

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* How to give the terminal back without the help of any library. */
struct rescue {
    int input, output;    /* descriptors */
    struct termios modes; /* as they were */
    char sequence[256];   /* what to write */
    size_t sequence_length;
};

/* What has come since the last call of signals_take. */
struct caught {
    int deadly; /* the signal that asks the program to end, or 0 */
    bool resized, stop, continued;
};

enum { SIGNALS_KEPT = 129 }; /* more than any system numbers them */

/* What was there before, by their numbers. */
struct signals {
    sigset_t mask;
    struct sigaction kept[SIGNALS_KEPT];
    bool taken[SIGNALS_KEPT];
    stack_t stack; /* that of the crash handlers */
    void *memory;
};

/* Takes over: from here to signals_release the signals come only within signals_wait. False when
 * memory runs out, and then nothing has changed. */
bool signals_hold(struct signals *signals);

/* From here on a crash writes this. */
void signals_prepare(const struct rescue *rescue);

void signals_release(struct signals *signals);

enum waiting { WAIT_INPUT, WAIT_SIGNAL, WAIT_TIME, WAIT_ERROR };

/* Waits for input or a signal; or, where `milliseconds` is not 0, so long. */
enum waiting signals_wait(const struct signals *signals, int input, int milliseconds);

struct caught signals_take(void);

/* Stops this process as Ctrl-Z does; returns when it goes on. */
void signals_stop(const struct signals *signals);
