/* That of wasi-libc, and what it has not: web/system.c. */
#pragma clang system_header
#include_next <stdlib.h>

char *realpath(const char *restrict path, char *restrict real);
