/* Ballots that are certain, though the file does not state them or has them in a wrong place. */
#include <string.h>

#include "history/record.h"

static unsigned inferred_seat_of(veto_set set) {
    unsigned seat = 0;
    while (!veto_set_has(set, seat))
        seat++;
    return seat;
}

/* The ballot of the only stranger is that of the only member without one, where the totals want
 * this very ballot of it. */
static void move_ballot(struct veto_history_ballot *ballots, unsigned count,
                        const struct seated *seated) {
    if (seated->strangers != 1 || veto_set_count(seated->open) != 1 || seated->unknown)
        return;
    for (unsigned i = 0; i < count; i++) {
        if (council_seat(seated->council, ballots[i].code) != VETO_NONE ||
            ballots[i].ballot > VETO_NOT_PARTICIPATING || seated->rest[ballots[i].ballot] == 0)
            continue;
        memcpy(ballots[i].under, ballots[i].code, 4);
        memcpy(ballots[i].code, seated->council->codes[inferred_seat_of(seated->open)], 4);
        ballots[i].origin = VETO_BALLOT_MOVED;
    }
}

static void settle_unknown(struct veto_history_ballot *ballots, unsigned count,
                           const struct seated *seated) {
    for (unsigned i = 0; i < count; i++) {
        int seat = council_seat(seated->council, ballots[i].code);
        if (seat == VETO_NONE || ballots[i].ballot < VETO_BALLOT_UNKNOWN)
            continue;
        ballots[i].origin =
            ballots[i].ballot == VETO_BALLOT_UNKNOWN ? VETO_BALLOT_SETTLED : VETO_BALLOT_REPLACED;
        ballots[i].ballot = (unsigned char)seated->ballots[seat];
    }
}

static unsigned add_implied(struct veto_history_ballot *ballots, unsigned count,
                            const struct seated *seated) {
    for (unsigned i = 0; i < seated->council->count; i++) {
        if (!veto_set_has(seated->blank, i))
            continue;
        struct veto_history_ballot *added = &ballots[count++];
        *added = (struct veto_history_ballot){.ballot = (unsigned char)seated->ballots[i],
                                              .origin = VETO_BALLOT_IMPLIED};
        memcpy(added->code, seated->council->codes[i], 4);
    }
    return count;
}

void infer_ballots(struct arena *arena, const struct council *council,
                   struct veto_history_vote *vote) {
    struct seated seated;
    unsigned count = vote->ballot_count;
    seat_vote(&seated, council, vote);
    if (!seated.fits || (seated.open && seated.strangers == 0))
        return;
    struct veto_history_ballot *ballots =
        arena_regrow(arena, vote->ballots, count, count + council->count, sizeof *ballots);
    vote->ballots = ballots;
    if (seated.strangers > 0) {
        move_ballot(ballots, count, &seated);
        return;
    }
    settle_unknown(ballots, count, &seated);
    vote->ballot_count = add_implied(ballots, count, &seated);
}
