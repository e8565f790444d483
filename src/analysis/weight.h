#pragma once

#include "veto/council.h"

/* What a member in favour weighs in a further majority: nothing outside its group. */
static inline uint64_t weight_in(const struct veto_majority *majority, unsigned member) {
    if (!veto_set_has(majority->group, member))
        return 0;
    return majority->weights ? majority->weights[member] : 1;
}
