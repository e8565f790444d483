/* No terminal, and so no size of one. */
#pragma once

struct winsize {
    unsigned short ws_row, ws_col;
};

#define TIOCGWINSZ                       0
#define ioctl(descriptor, request, size) ((void)(size), (descriptor) >= 0 ? -1 : (request))
