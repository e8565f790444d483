/* The Council of a day, a vote laid on its seats, and what follows from it. */
#include <string.h>

#include "history/record.h"

/* ---- councils ---- */

/* Seats by code: open addressing, at most half full. */
static size_t slot_of_code(const struct council *council, const char *code) {
    const unsigned char *c = (const unsigned char *)code;
    size_t at = (c[0] * 7u + c[1] * 31u + c[2]) % COUNCIL_SLOTS;
    while (council->slots[at] && memcmp(council->codes[council->slots[at] - 1], code, 4) != 0)
        at = (at + 1) % COUNCIL_SLOTS;
    return at;
}

static void name_seats(struct council *council, const struct veto_composition *composition) {
    council->count = composition->count;
    for (unsigned i = 0; i < composition->count; i++) {
        memcpy(council->codes[i], composition->seats[i].code, sizeof council->codes[i]);
        council->slots[slot_of_code(council, council->codes[i])] = (unsigned char)(i + 1);
    }
}

static struct council *make_council(struct councils *councils, struct veto_date date) {
    struct veto_composition composition;
    if (!veto_composition_of(date, &composition))
        return NULL;
    struct council *council = arena_new(councils->arena, struct council);
    council->year = date.year;
    name_seats(council, &composition);
    for (unsigned i = 0; i < composition.count; i++)
        if (composition.seats[i].permanent)
            council->permanent |= veto_set_of(i);
    if (!councils->set || !veto_rule_set_apply(councils->set, &composition, &council->rules))
        council->rules =
            veto_rules_charter(composition.count, composition.required, council->permanent);
    return council;
}

/* Within a year only names change, and with them the order of the seats, never who sits. */
const struct council *council_of(struct councils *councils, struct veto_date date) {
    if (date.year < VETO_ROSTER_FIRST || date.year > VETO_ROSTER_LAST)
        return NULL;
    struct council **council = &councils->years[date.year - VETO_ROSTER_FIRST];
    if (!*council)
        *council = make_council(councils, date);
    return *council;
}

const char *council_name(struct councils *councils, const char *code, int year) {
    const char *name = code, *formal;
    veto_state_find(code, &name, &formal);
    for (; year >= VETO_ROSTER_FIRST; year--) {
        struct veto_date last = {year, 12, 31};
        const struct council *council = council_of(councils, last);
        struct veto_composition composition;
        if (council && council_seat(council, code) != VETO_NONE &&
            veto_composition_of(last, &composition))
            for (unsigned i = 0; i < composition.count; i++)
                if (strcmp(composition.seats[i].code, code) == 0)
                    return composition.seats[i].name;
    }
    return name;
}

int council_seat(const struct council *council, const char *code) {
    unsigned found = council->slots[slot_of_code(council, code)];
    return found ? (int)found - 1 : VETO_NONE;
}

/* ---- seats ---- */

enum { FILE_BALLOTS = VETO_NOT_PARTICIPATING + 1 }; /* no totals count absence apart */

/* How many of each ballot the totals leave for what is open. False where they are not stated or
 * do not come out. */
static bool what_is_left(const struct seated *seated, const struct veto_history_vote *vote,
                         unsigned rest[FILE_BALLOTS]) {
    unsigned known[VETO_BALLOTS] = {0}, left = 0;
    for (unsigned i = 0; i < seated->council->count; i++)
        if (!veto_set_has(seated->blank | seated->unknown, i))
            known[seated->ballots[i] == VETO_ABSENT ? VETO_NOT_PARTICIPATING
                                                    : seated->ballots[i]]++;
    for (int i = 0; i < FILE_BALLOTS; i++) {
        if (vote->totals[i] < (int)known[i])
            return false;
        rest[i] = (unsigned)vote->totals[i] - known[i];
        left += rest[i];
    }
    return left == veto_set_count(seated->blank | seated->unknown);
}

/* Puts a ballot on every seat of a set. */
static void put_on(struct seated *seated, veto_set seats, enum veto_ballot ballot) {
    for (unsigned i = 0; i < seated->council->count; i++)
        if (veto_set_has(seats, i))
            seated->ballots[i] = ballot;
}

static void settle_seats(struct seated *seated, const struct veto_history_vote *vote) {
    veto_set missing = seated->blank | seated->unknown;
    if (!missing)
        return;
    seated->fits = what_is_left(seated, vote, seated->rest);
    seated->open = missing;
    if (seated->strangers > 0) /* whose ballot may be that of a member without one */
        return;
    if (!seated->fits) {
        put_on(seated, seated->blank, VETO_ABSENT);
        seated->open = seated->unknown;
        return;
    }
    bool has_ballots = veto_set_count(seated->blank) < seated->council->count;
    for (int i = 0; i < FILE_BALLOTS && has_ballots; i++) {
        if (seated->rest[i] == veto_set_count(missing)) { /* all the same: no choice is left */
            put_on(seated, missing, (enum veto_ballot)i);
            seated->open = 0;
        }
    }
}

void seat_vote(struct seated *seated, const struct council *council,
               const struct veto_history_vote *vote) {
    *seated = (struct seated){.council = council,
                              .blank = (council->count < 64 ? veto_set_of(council->count) : 0) - 1};
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        int seat = council_seat(council, vote->ballots[i].code);
        if (seat == VETO_NONE) {
            seated->strangers++;
            continue;
        }
        seated->blank &= ~veto_set_of((unsigned)seat);
        if (vote->ballots[i].ballot >= VETO_BALLOT_UNKNOWN)
            seated->unknown |= veto_set_of((unsigned)seat);
        else
            seated->ballots[seat] = (enum veto_ballot)vote->ballots[i].ballot;
    }
    settle_seats(seated, vote);
}

/* ---- outcomes ---- */

/* Deals out what is left over the open seats: negative votes to permanent members first, or to
 * them last. No other way to deal can have another outcome. */
static void deal(struct seated *seated, bool permanent_first) {
    static const enum veto_ballot order[] = {VETO_NO, VETO_ABSTAIN, VETO_NOT_PARTICIPATING,
                                             VETO_YES};
    unsigned rest[FILE_BALLOTS], next = 0;
    memcpy(rest, seated->rest, sizeof rest);
    for (int pass = 0; pass < 2; pass++) {
        bool permanent = (pass == 0) == permanent_first;
        for (unsigned i = 0; i < seated->council->count; i++) {
            if (!veto_set_has(seated->open, i) ||
                veto_set_has(seated->council->permanent, i) != permanent)
                continue;
            while (rest[order[next]] == 0)
                next++;
            seated->ballots[i] = order[next];
            rest[order[next]]--;
        }
    }
}

enum veto_outcome seat_resolve(const struct seated *seated, enum veto_question question) {
    const struct veto_rules *rules = &seated->council->rules;
    struct seated trial = *seated;
    if (!seated->open)
        return veto_decide(rules, question, trial.ballots).outcome;
    enum veto_outcome first = VETO_OUTCOMES;
    for (int way = 0; way < (seated->fits ? 2 : 3); way++) {
        if (seated->fits)
            deal(&trial, way == 0);
        else
            put_on(&trial, seated->open, (enum veto_ballot)way); /* yes, no, abstain: all of them */
        enum veto_outcome found = veto_decide(rules, question, trial.ballots).outcome;
        if (way > 0 && found != first)
            return VETO_OUTCOMES;
        first = found;
    }
    return first;
}

/* ---- for whoever shows a vote ---- */

/* The seats whose ballot is not stated, or stands elsewhere. */
static void mark_origins(struct veto_history_seating *seating, const struct council *council,
                         const struct veto_history_vote *vote) {
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        int seat = council_seat(council, vote->ballots[i].code);
        if (seat == VETO_NONE || vote->ballots[i].origin == VETO_BALLOT_STATED)
            continue;
        if (vote->ballots[i].origin == VETO_BALLOT_MOVED)
            seating->moved |= veto_set_of((unsigned)seat);
        else if (vote->ballots[i].origin == VETO_BALLOT_CORRECTED)
            seating->corrected |= veto_set_of((unsigned)seat);
        else
            seating->implied |= veto_set_of((unsigned)seat);
    }
}

bool veto_history_seat(const struct veto_history_vote *vote, struct veto_history_seating *seating) {
    struct veto_history_seating made = {.implied = 0};
    struct council council = {.count = 0};
    struct seated seated;
    if (!veto_composition_of(vote->date, &made.composition))
        return false;
    name_seats(&council, &made.composition);
    seat_vote(&seated, &council, vote);
    memcpy(made.ballots, seated.ballots, sizeof made.ballots);
    veto_set missing = seated.blank | seated.unknown;
    made.unknown = seated.open;
    made.implied = seated.fits ? missing & ~seated.open : 0;
    made.absent = seated.fits ? 0 : seated.blank;
    mark_origins(&made, &council, vote);
    *seating = made;
    return true;
}

/* ---- ballots that are certain, though not stated, or in a wrong place ---- */

/* The ballot of the only stranger is that of the only member without one, where the totals want
 * this very ballot of it. */
static void move_ballot(struct veto_history_ballot *ballots, unsigned count,
                        const struct seated *seated) {
    unsigned seat = 0;
    if (seated->strangers != 1 || veto_set_count(seated->open) != 1 || seated->unknown)
        return;
    while (!veto_set_has(seated->open, seat))
        seat++;
    for (unsigned i = 0; i < count; i++) {
        if (council_seat(seated->council, ballots[i].code) != VETO_NONE ||
            ballots[i].ballot > VETO_NOT_PARTICIPATING || seated->rest[ballots[i].ballot] == 0)
            continue;
        memcpy(ballots[i].under, ballots[i].code, 4);
        memcpy(ballots[i].code, seated->council->codes[seat], 4);
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
