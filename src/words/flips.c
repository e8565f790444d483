#include "words/flips.h"

#include "base/arena.h"
#include "base/text.h"
#include "words/words.h"

/* "votes in favour": what one member does, and what several do. */
static const char *verb(enum veto_ballot ballot, bool one) {
    static const char *const verbs[VETO_BALLOTS][2] = {
        [VETO_YES] = {"vote in favour", "votes in favour"},
        [VETO_NO] = {"vote against", "votes against"},
        [VETO_ABSTAIN] = {"abstain", "abstains"},
        [VETO_NOT_PARTICIPATING] = {"take no part", "takes no part"},
        [VETO_ABSENT] = {"stay away", "stays away"},
    };
    return verbs[ballot][one];
}

static char *part_text(struct arena *arena, const struct veto_scenario *scenario,
                       const struct veto_flip_part *part) {
    unsigned count = veto_set_count(part->members);
    char *names = words_names(arena, scenario, part->members);
    if (part->needed == count)
        return arena_printf(arena, "%s %s instead", names, verb(part->to, count == 1));
    return arena_printf(arena, "%u of these %u %s from %s to %s: %s", part->needed, count,
                        part->needed == 1 ? "moves" : "move", words_ballot(part->from),
                        words_ballot(part->to), names);
}

char *words_flip(struct arena *arena, const struct veto_scenario *scenario,
                 const struct veto_flip *flip) {
    char *text = arena_copy(arena, "", 0);
    for (size_t i = 0; i < flip->part_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i > 0 ? "; and " : "",
                            part_text(arena, scenario, &flip->parts[i]));
    return words_capital(arena, text);
}

static const char *const goals[VETO_OUTCOMES] = {
    [VETO_ADOPTED] = "be adopted",
    [VETO_VETOED] = "be vetoed",
    [VETO_FAILED] = "fail",
    [VETO_NOT_PUT] = "", /* no change of ballots leads there */
};

char *words_flips_to(struct arena *arena, const struct veto_flips_to *to) {
    const char *goal = goals[to->outcome];
    if (to->size == 0)
        return arena_printf(arena,
                            to->more ? "To %s, no change was found among the smallest ones"
                                     : "To %s, no change of ballots does it",
                            goal);
    return arena_printf(arena, "To %s, it takes %u other ballot%s", goal, to->size,
                        text_plural(to->size));
}

char *words_flips_rest(struct arena *arena, const struct veto_flips_to *to, size_t shown) {
    size_t rest = to->flip_count > shown ? to->flip_count - shown : 0;
    if (rest == 0)
        return to->more ? arena_printf(arena, "and perhaps less likely ones") : NULL;
    return arena_printf(arena, "and %s%zu less likely %s", to->more ? "at least " : "", rest,
                        rest == 1 ? "one" : "ones");
}

/* ---- the lead ---- */

/* "the Russian Federation alone decides whether it is adopted" */
static char *single_ballot(struct arena *arena, const struct veto_scenario *scenario,
                           const struct veto_flips_to *to) {
    static const char *const becomes[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = "is adopted", [VETO_VETOED] = "is vetoed", [VETO_FAILED] = "fails"};
    veto_set set = 0;
    for (size_t i = 0; i < to->flip_count; i++)
        for (size_t part = 0; part < to->flips[i].part_count; part++)
            set |= to->flips[i].parts[part].members;
    unsigned count = veto_set_count(set);
    if (to->more || count > 2)
        return arena_printf(arena, "any one of %s%u members decides whether it %s",
                            to->more ? "at least " : "", count, becomes[to->outcome]);
    return arena_printf(arena, "%s%s alone decide%s whether it %s",
                        words_names(arena, scenario, set), count == 1 ? "" : " each",
                        count == 1 ? "s" : "", becomes[to->outcome]);
}

char *words_flips_lead(struct arena *arena, const struct veto_scenario *scenario,
                       const struct veto_flips *flips) {
    const char *single = "", *several = "";
    for (size_t i = 0; i < flips->to_count; i++) {
        const struct veto_flips_to *to = &flips->to[i];
        if (to->size == 1)
            single = arena_printf(arena, "%s%s%s", single, *single ? ", and " : "",
                                  single_ballot(arena, scenario, to));
        else if (to->size > 1)
            several = arena_printf(arena, "%s%sfor it to %s, %u other ballots are needed", several,
                                   *several ? "; " : "", goals[to->outcome], to->size);
    }
    if (!*single)
        single = "no single ballot decides";
    return words_capital(arena,
                         arena_printf(arena, "%s%s%s", single, *several ? "; " : "", several));
}
