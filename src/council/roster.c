#include "veto/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "council/roster_data.h"

enum { CODE_LENGTH = 3 };

/* General Assembly resolution 1991 A (XVIII): from this year fifteen members, nine votes, and the
 * elected seats allotted to the regional groups. Before, they went by an understanding on other
 * lines, under which an Eastern European seat could pass to the Philippines: no group is told. */
enum { ENLARGED = 1966 };

struct state {
    const char *code;
    enum veto_group group;
    const char *name, *formal; /* formal NULL: as the name */
};

static const struct state states[] = {
#define STATE(code, group, name, formal) {#code, VETO_##group, name, formal},
#include "council/roster_states.def"
#undef STATE
};

static const char *const codes[] = {
#define STATE(code, group, name, formal) #code,
#include "council/roster_states.def"
#undef STATE
    NULL,
};

static int compare_state(const void *key, const void *entry) {
    return strcmp(key, ((const struct state *)entry)->code);
}

static const struct state *find_roster_state(const char *code) {
    return bsearch(code, states, sizeof states / sizeof *states, sizeof *states, compare_state);
}

bool veto_state_find(const char *code, const char **name, const char **formal) {
    const struct state *state = find_roster_state(code);
    if (!state)
        return false;
    *name = state->name;
    *formal = state->formal ? state->formal : state->name;
    return true;
}

bool veto_state_is_permanent(const char *code) {
    return strlen(code) == CODE_LENGTH && strstr(permanent_members, code);
}

const char *const *veto_state_codes(void) {
    return codes;
}

static int compare_seats(const void *a, const void *b) {
    const struct veto_seat *left = a, *right = b;
    int order = text_compare_names(left->formal, right->formal);
    return order ? order : strcmp(left->code, right->code);
}

/* Gives the seat the name its state bore on that day. */
static void name_seat(struct veto_seat *seat, struct veto_date date) {
    veto_state_find(seat->code, &seat->name, &seat->formal);
    for (size_t i = 0; i < sizeof former_names / sizeof *former_names; i++) {
        const struct former_name *former = &former_names[i];
        if (strcmp(former->code, seat->code) == 0 && veto_date_compare(date, former->last) <= 0) {
            seat->name = former->name;
            seat->formal = former->formal ? former->formal : former->name;
            return;
        }
    }
}

/* Seats the states of a list like "CHN FRA GBR". */
static void take_seats(struct veto_composition *composition, const char *list, bool permanent) {
    for (list += strspn(list, " "); *list != '\0'; list += strspn(list, " ")) {
        struct veto_seat *seat = &composition->seats[composition->count++];
        *seat = (struct veto_seat){.permanent = permanent};
        memcpy(seat->code, list, CODE_LENGTH);
        if (composition->date.year >= ENLARGED)
            seat->group = find_roster_state(seat->code)->group;
        name_seat(seat, composition->date);
        list += CODE_LENGTH;
    }
}

bool veto_composition_of(struct veto_date date, struct veto_composition *composition) {
    if (date.year < VETO_ROSTER_FIRST || date.year > VETO_ROSTER_LAST)
        return false;
    *composition = (struct veto_composition){
        .date = date,
        .required = date.year < ENLARGED ? 7 : 9,
    };
    take_seats(composition, permanent_members, true);
    take_seats(composition, elected[date.year - VETO_ROSTER_FIRST], false);
    qsort(composition->seats, composition->count, sizeof *composition->seats, compare_seats);
    return true;
}

/* ---- the presidency ---- */

/* Whose turn it is in a month of a Council. */
struct turn {
    struct veto_composition composition;
    unsigned place; /* among the seats */
};

static bool is_renamed_in(int year) {
    for (size_t i = 0; i < sizeof former_names / sizeof *former_names; i++)
        if (former_names[i].last.year == year)
            return true;
    return false;
}

/* To the month that is `months` after January of year 0, from the month before. The seats stay as
 * they are within a year in which nobody's name changes. */
static bool pass_turn(struct turn *turn, int months) {
    struct veto_composition *composition = &turn->composition;
    struct veto_date date = {months / 12, months % 12 + 1, 1};
    if (composition->date.year == date.year && !is_renamed_in(date.year)) {
        turn->place = (turn->place + 1) % composition->count;
        return true;
    }
    const char *formal = composition->seats[turn->place].formal;
    if (!veto_composition_of(date, composition))
        return false;
    /* To the first in the order behind it, whether or not a member of that name still sits. */
    for (turn->place = 0; turn->place < composition->count; turn->place++)
        if (text_compare_names(composition->seats[turn->place].formal, formal) > 0)
            return true;
    turn->place = 0;
    return true;
}

bool veto_presidency(struct veto_date known, const char *president, struct veto_date month,
                     struct veto_seat *seat) {
    struct turn turn;
    int at = known.year * 12 + known.month - 1, last = month.year * 12 + month.month - 1;
    if (last < at ||
        !veto_composition_of((struct veto_date){known.year, known.month, 1}, &turn.composition))
        return false;
    for (turn.place = 0; strcmp(turn.composition.seats[turn.place].code, president) != 0;)
        if (++turn.place == turn.composition.count)
            return false;
    while (at < last)
        if (!pass_turn(&turn, ++at))
            return false;
    *seat = turn.composition.seats[turn.place];
    return true;
}

bool veto_president_of(struct veto_date month, struct veto_seat *seat) {
    for (size_t i = 0; i < sizeof known_presidencies / sizeof *known_presidencies; i++)
        if (veto_presidency(known_presidencies[i].month, known_presidencies[i].president, month,
                            seat))
            return true;
    return false;
}
