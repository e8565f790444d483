#include "play/reach.h"

#include <stdlib.h>

int reach_within(const struct reach *reach, int scroll) {
    scroll = scroll > reach->most ? reach->most : scroll;
    return scroll < reach->least ? reach->least : scroll;
}

int reach_by(const struct reach *reach, int scroll, int lines) {
    int page = lines < 0 ? -reach->page : reach->page;
    return reach_within(reach, scroll + (abs(lines) == PAGE ? page : lines));
}
