/* What a call came to. The values are the exit statuses of the program. */
#ifndef VETO_STATUS_H
#define VETO_STATUS_H

/* What a header of the library declares stands between these two, and is C to C++ as well. */
#ifdef __cplusplus
#define VETO_BEGIN_C extern "C" {
#define VETO_END_C   }
#else
#define VETO_BEGIN_C
#define VETO_END_C
#endif

VETO_BEGIN_C

enum veto_status {
    VETO_OK = 0,     /* done */
    VETO_INPUT = 1,  /* the input is wrong; diagnostics say where */
    VETO_USAGE = 2,  /* the command line is wrong */
    VETO_SYSTEM = 3, /* out of memory, or a read or write failed */
};

VETO_END_C

#endif
