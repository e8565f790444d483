#include "play/reach.h"

int reach_within(const struct reach *reach, int scroll) {
    scroll = scroll > reach->most ? reach->most : scroll;
    return scroll < reach->least ? reach->least : scroll;
}

int reach_up(const struct reach *reach, int scroll, int lines) {
    return reach_within(reach, scroll + (lines ? lines : reach->page));
}

int reach_down(const struct reach *reach, int scroll, int lines) {
    return reach_within(reach, scroll - (lines ? lines : reach->page));
}
