/* The views: state -> frame. Pure, at any size. Under arenas_try with `arena`. */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "play/state.h"
#include "view/frame.h"

struct frame *view_frame(struct arena *arena, const struct state *state);

#endif
