/* No signals: nothing sends one, and who dies of one leaves. */
#pragma once

#include <stdlib.h>

typedef int sigset_t;

#define SIGXFSZ                 25
#define SIG_IGN                 0
#define signal(number, handler) ((void)(number), (void)(handler))
#define raise(number)           (exit(128 + (number)))
