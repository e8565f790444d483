/* How a vote turns while the roll is called: what a ballot leaves possible, and what it rules out.
 */
#include <string.h>

#include "base/arena.h"
#include "words/words.h"

enum { ADOPTED = 1 << VETO_ADOPTED, VETOED = 1 << VETO_VETOED, FAILED = 1 << VETO_FAILED };

/* A ballot, and what had been called with it. */
struct turn {
    struct arena *arena;
    const struct veto_scenario *scenario;
    const struct veto_vote *vote;
    int member;
    veto_set called, in_favour;
    unsigned left; /* outcomes, as veto_vote_left has them */
};

static const char *number_word(struct arena *arena, unsigned number) {
    static const char *const words[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return number < sizeof words / sizeof *words ? words[number]
                                                 : arena_printf(arena, "%u", number);
}

static const char *ordinal_word(struct arena *arena, unsigned number) {
    static const char *const words[] = {"",      "first",    "second",  "third",  "fourth",
                                        "fifth", "sixth",    "seventh", "eighth", "ninth",
                                        "tenth", "eleventh", "twelfth"};
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    if (number < sizeof words / sizeof *words)
        return words[number];
    bool teen = number % 100 / 10 == 1;
    return arena_printf(arena, "%u%s", number,
                        teen || number % 10 > 3 ? "th" : endings[number % 10]);
}

/* "the ninth vote in favour", where it is the one that makes the majority; else "the Russian
 * Federation's vote against". */
static const char *turning_ballot(const struct turn *turn) {
    static const char *const nouns[VETO_BALLOTS] = {
        [VETO_YES] = "vote in favour", [VETO_NO] = "vote against",
        [VETO_ABSTAIN] = "abstention", [VETO_NOT_PARTICIPATING] = "taking no part",
        [VETO_ABSENT] = "absence",
    };
    enum veto_ballot ballot = turn->vote->casts[turn->member].ballot;
    unsigned required = turn->scenario->rules.required;
    if (ballot == VETO_YES && veto_set_count(turn->in_favour) == required)
        return arena_printf(turn->arena, "the %s vote in favour",
                            ordinal_word(turn->arena, required));
    char *name = words_name(turn->arena, turn->scenario->members[turn->member].name);
    bool plural = name[strlen(name) - 1] == 's';
    return arena_printf(turn->arena, "%s'%s %s", name, plural ? "" : "s", nouns[ballot]);
}

/* Those that have voted so up to now. */
static veto_set called_as(const struct turn *turn, enum veto_ballot ballot) {
    veto_set set = 0;
    for (unsigned i = 0; i < turn->scenario->members_count; i++)
        if (veto_set_has(turn->called, i) && turn->vote->casts[i].ballot == ballot)
            set |= veto_set_of(i);
    return set;
}

/* Votes in favour, if all that remain are. */
static unsigned within_reach(const struct turn *turn) {
    return veto_set_count(turn->in_favour) + turn->scenario->rules.members -
           veto_set_count(turn->called);
}

/* What is left, as a clause. */
static const char *turned_to(const struct turn *turn) {
    struct arena *arena = turn->arena;
    unsigned required = turn->scenario->rules.required;
    veto_set against = called_as(turn, VETO_NO) & turn->scenario->rules.veto_holders;
    bool own = veto_set_has(against, (unsigned)turn->member);
    switch (turn->left) {
    case ADOPTED:
        return turn->vote->question == VETO_SUBSTANTIVE && turn->scenario->rules.veto_holders
                   ? "adopted, since no veto can come any more"
                   : "adopted";
    case VETOED:
        return own ? "vetoed"
                   : arena_printf(arena, "vetoed, with %s against",
                                  words_names(arena, turn->scenario, against));
    case FAILED:
        return within_reach(turn) < required
                   ? arena_printf(arena, "it can no longer reach %s", number_word(arena, required))
                   : "it can no longer reach every majority that it needs";
    case VETOED | FAILED:
        return own ? arena_printf(arena, "a veto if %s are in favour", number_word(arena, required))
                   : "it can no longer be adopted";
    case ADOPTED | VETOED:
        return "only a veto can stop it now";
    default:
        return within_reach(turn) == required ? "it needs every vote that is left"
                                              : "no veto can come any more";
    }
}

char *words_turn(struct arena *arena, const struct veto_scenario *scenario,
                 const struct veto_vote *vote, veto_set before, int member) {
    struct turn turn = {.arena = arena, .scenario = scenario, .vote = vote, .member = member};
    turn.called = before | veto_set_of((unsigned)member);
    turn.left = veto_vote_left(scenario, vote, turn.called);
    if (turn.left == veto_vote_left(scenario, vote, before))
        return NULL;
    turn.in_favour = called_as(&turn, VETO_YES);
    const char *ballot = turning_ballot(&turn), *left = turned_to(&turn);
    return turn.left == ADOPTED || turn.left == VETOED || turn.left == FAILED
               ? arena_printf(arena, "Certain from here, by %s: %s.", ballot, left)
               : arena_printf(arena, "%s: %s.", words_capital(arena, ballot), left);
}

char *words_certain_from(struct arena *arena, const struct veto_scenario *scenario, int member,
                         unsigned place) {
    return arena_printf(arena, "Certain from ballot %u of %u, that of %s.", place,
                        scenario->members_count, words_name(arena, scenario->members[member].name));
}

const char *words_certain(enum veto_outcome outcome) {
    static const char *const words[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = "certain to be adopted",
        [VETO_VETOED] = "certain to be vetoed",
        [VETO_FAILED] = "certain to fail",
    };
    return words[outcome];
}
