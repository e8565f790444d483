/* What a call came to. The values are the exit statuses of the program. */
#ifndef VETO_STATUS_H
#define VETO_STATUS_H

#ifdef __cplusplus
extern "C" {
#endif

enum veto_status {
    VETO_OK = 0,     /* done */
    VETO_INPUT = 1,  /* the input is wrong; diagnostics say where */
    VETO_USAGE = 2,  /* the command line is wrong */
    VETO_SYSTEM = 3, /* out of memory, or a read or write failed */
};

#ifdef __cplusplus
}
#endif

#endif
