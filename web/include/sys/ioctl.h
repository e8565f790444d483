/* No terminal, and so no size of one. */
#ifndef SYS_IOCTL_H
#define SYS_IOCTL_H

struct winsize {
    unsigned short ws_row, ws_col;
};

#define TIOCGWINSZ                       0
#define ioctl(descriptor, request, size) ((void)(size), (descriptor) >= 0 ? -1 : (request))

#endif
