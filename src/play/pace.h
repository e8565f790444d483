#pragma once

/* How fast the roll is called once a vote has begun. */
enum pace {
    PACE_OFF, /* at once: a vote is a step */
    PACE_FAST,
    PACE_STEADY,
    PACE_SLOW,
    PACES,
};
