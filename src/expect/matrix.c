#include "expect/matrix.h"

#include <string.h>

#include "history/record.h"
#include "veto/topics.h"

/* General Assembly resolution 2758 (XXVI): from that day on the People's Republic held the seat. */
static const struct veto_date peoples_republic = {1971, 10, 25};

double matrix_time(struct veto_date date) {
    int year = date.month <= 2 ? date.year - 1 : date.year; /* years that begin in March */
    int leaps = year / 4 - year / 100 + year / 400;
    int month = (date.month + 9) % 12;
    int days = year * 365 + leaps + (month * 306 + 5) / 10 + date.day - 1;
    enum { NEW_YEAR_1946 = 710702 };
    return (days - NEW_YEAR_1946) / 365.25;
}

unsigned group_of_seat(const struct veto_seat *seat) {
    return seat->permanent ? GROUP_PERMANENT : GROUP_REGIONS + seat->group;
}

static struct actor actor_of(const char *code, struct veto_date date) {
    struct actor actor = {.before = strcmp(code, "CHN") == 0 &&
                                    veto_date_compare(date, peoples_republic) < 0};
    memcpy(actor.code, code, sizeof actor.code);
    return actor;
}

int matrix_actor(const struct matrix *matrix, const char *code, struct veto_date date) {
    struct actor wanted = actor_of(code, date);
    for (size_t i = 0; i < matrix->actor_count; i++)
        if (strcmp(matrix->actors[i].code, wanted.code) == 0 &&
            matrix->actors[i].before == wanted.before)
            return (int)i;
    return NO_ACTOR;
}

static int actor_added(struct matrix *matrix, struct arena *arena, const char *code,
                       struct veto_date date) {
    int found = matrix_actor(matrix, code, date);
    if (found != NO_ACTOR)
        return found;
    *arena_add(arena, matrix->actors, matrix->actor_count, matrix->actor_capacity) =
        actor_of(code, date);
    return (int)matrix->actor_count - 1;
}

/* False where nobody's ballot is known. */
static bool seat_ballots(struct roll_call *call, struct matrix *matrix, struct arena *arena,
                         const struct veto_history_seating *seating) {
    call->required = seating->composition.required;
    for (unsigned i = 0; i < seating->composition.count && i < SEATS; i++) {
        const struct veto_seat *seat = &seating->composition.seats[i];
        enum veto_ballot ballot = seating->ballots[i];
        if ((int)ballot >= CAST || veto_set_has(seating->unknown, i))
            continue;
        call->actors[call->count] = (short)actor_added(matrix, arena, seat->code, call->vote->date);
        call->groups[call->count] = (unsigned char)group_of_seat(seat);
        call->ballots[call->count++] = (unsigned char)ballot;
        call->contested |= ballot != VETO_YES;
    }
    return call->count > 0;
}

static int by_day_and_row(const void *a, const void *b) {
    const struct veto_history_vote *x = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *y = *(const struct veto_history_vote *const *)b;
    int order = veto_date_compare(x->date, y->date);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

void matrix_make(struct matrix *matrix, struct arena *arena, const struct veto_history *history,
                 struct veto_date before) {
    size_t count, topic_count;
    const struct veto_topic *topics = veto_topics(&topic_count);
    const struct veto_history_vote **sorted =
        votes_sorted(arena, history, VOTES_ALL, by_day_and_row, &count);
    *matrix = (struct matrix){.calls = arena_array(arena, struct roll_call, count + 1),
                              .topic_count = topic_count};
    for (size_t i = 0; i < count; i++) {
        struct roll_call call = {.vote = sorted[i], .outcome = sorted[i]->recorded};
        struct veto_history_seating seating;
        if (!veto_history_usable(call.vote) || call.vote->without_vote ||
            call.outcome == VETO_OUTCOMES ||
            (before.year && veto_date_compare(call.vote->date, before) >= 0) ||
            !veto_history_seat(call.vote, &seating) ||
            !seat_ballots(&call, matrix, arena, &seating))
            continue;
        call.time = matrix_time(sorted[i]->date);
        call.topic = (int)(veto_history_topic(sorted[i]) - topics);
        matrix->calls[matrix->count++] = call;
    }
}
