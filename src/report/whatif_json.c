#include "base/arena.h"
#include "report/build.h"
#include "report/whatif.h"
#include "words/words.h"

enum { DIGITS = 15 };

struct pages {
    struct arena arena;
    struct build *build;
    const struct whatif *whatif;
    json_t *whole;
};

static json_t *side_object(struct pages *pages, int side) {
    const struct whatif_side *of = whatif_side(pages->whatif, side);
    struct build *build = pages->build;
    build->meeting = of->meeting;
    build->scenario = veto_meeting_scenario(of->meeting);
    json_t *object = json_object();
    build_set(build, object, "scenario", build_scenario(build));
    build_set(build, object, "mode", json_string(veto_mode_word(veto_meeting_mode(of->meeting))));
    build_set(build, object, "seed", json_integer((json_int_t)veto_meeting_seed(of->meeting)));
    build_set(build, object, "drafts", build_drafts(build));
    build_set(build, object, "odds", build_odds(build, of->odds));
    return object;
}

static json_t *two(struct pages *pages, json_t *before, json_t *after) {
    json_t *object = json_object();
    build_set(pages->build, object, "before", before);
    build_set(pages->build, object, "after", after);
    return object;
}

/* ---- what changed ---- */

static json_t *leaning(const struct veto_cast *cast) {
    return cast && cast->leans ? json_real(cast->leaning) : json_null();
}

static json_t *ballot(const struct veto_cast *cast) {
    return cast ? json_string(veto_ballot_word(cast->ballot)) : json_null();
}

static json_t *chances(struct pages *pages, const struct veto_cast *cast) {
    if (!cast)
        return json_null();
    json_t *object = json_object();
    for (int i = 0; i < 3; i++)
        build_set(pages->build, object, veto_ballot_word((enum veto_ballot)i),
                  json_real(cast->chance[i]));
    return object;
}

static json_t *why(struct pages *pages, int side, struct whatif_pair draft,
                   struct whatif_pair member) {
    if (!whatif_cast(pages->whatif, side, draft, member))
        return json_null();
    const struct veto_meeting *meeting = whatif_side(pages->whatif, side)->meeting;
    return json_string(words_why(&pages->arena, meeting, veto_meeting_vote(meeting, draft.at[side]),
                                 member.at[side], true));
}

static json_t *whatif_member_object(struct pages *pages, struct whatif_pair draft,
                                    struct whatif_pair member) {
    const struct veto_cast *before = whatif_cast(pages->whatif, WHATIF_BEFORE, draft, member);
    const struct veto_cast *after = whatif_cast(pages->whatif, WHATIF_AFTER, draft, member);
    int side = member.at[WHATIF_BEFORE] == VETO_NONE ? WHATIF_AFTER : WHATIF_BEFORE;
    const struct veto_scenario *scenario = whatif_scenario(pages->whatif, side);
    struct build *build = pages->build;
    json_t *object = json_object();
    build_set(build, object, "id", json_string(scenario->members[member.at[side]].code));
    build_set(build, object, "leaning", two(pages, leaning(before), leaning(after)));
    build_set(build, object, "ballot", two(pages, ballot(before), ballot(after)));
    build_set(build, object, "chances", two(pages, chances(pages, before), chances(pages, after)));
    build_set(build, object, "why",
              two(pages, why(pages, WHATIF_BEFORE, draft, member),
                  why(pages, WHATIF_AFTER, draft, member)));
    return object;
}

static json_t *members_array(struct pages *pages, struct whatif_pair draft) {
    json_t *array = json_array();
    struct whatif_pair member;
    for (size_t i = 0; whatif_member(pages->whatif, i, &member); i++)
        if (whatif_casts_differ(whatif_cast(pages->whatif, WHATIF_BEFORE, draft, member),
                                whatif_cast(pages->whatif, WHATIF_AFTER, draft, member)))
            build_push(pages->build, array, whatif_member_object(pages, draft, member));
    return array;
}

static json_t *json_outcome_of(struct pages *pages, int side, struct whatif_pair draft) {
    return draft.at[side] == VETO_NONE
               ? json_null()
               : json_string(veto_outcome_word(whatif_outcome(pages->whatif, side, draft)));
}

/* The odds of a draft that changed; *any says whether some did. */
static json_t *odds_object(struct pages *pages, struct whatif_pair draft, bool *any) {
    json_t *object = json_object();
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        enum veto_outcome outcome = (enum veto_outcome)i;
        double before = whatif_chance(pages->whatif, WHATIF_BEFORE, draft, outcome);
        double after = whatif_chance(pages->whatif, WHATIF_AFTER, draft, outcome);
        *any = *any || before != after;
        build_set(pages->build, object, veto_outcome_word(outcome),
                  two(pages, json_real(before), json_real(after)));
    }
    return object;
}

static void add_whatif_draft(struct pages *pages, json_t *array, struct whatif_pair draft) {
    struct build *build = pages->build;
    int side = draft.at[WHATIF_BEFORE] == VETO_NONE ? WHATIF_AFTER : WHATIF_BEFORE;
    const char *id = whatif_scenario(pages->whatif, side)->drafts[draft.at[side]].id;
    bool any = draft.at[WHATIF_BEFORE] == VETO_NONE || draft.at[WHATIF_AFTER] == VETO_NONE ||
               whatif_outcome(pages->whatif, WHATIF_BEFORE, draft) !=
                   whatif_outcome(pages->whatif, WHATIF_AFTER, draft);
    json_t *object = json_object(), *members = members_array(pages, draft);
    build_set(build, object, "draft", json_string(id));
    build_set(build, object, "outcome",
              two(pages, json_outcome_of(pages, WHATIF_BEFORE, draft),
                  json_outcome_of(pages, WHATIF_AFTER, draft)));
    build_set(build, object, "odds", odds_object(pages, draft, &any));
    any = any || json_array_size(members) > 0;
    build_set(build, object, "members", members);
    if (any)
        build_push(build, array, object);
    else
        json_decref(object);
}

static void work_json(void *context) {
    struct pages *pages = context;
    struct build *build = pages->build;
    json_t *changes = json_array();
    struct whatif_pair draft;
    build_set(build, pages->whole, "set",
              build_texts(build, pages->whatif->changes, pages->whatif->change_count));
    build_set(build, pages->whole, "before", side_object(pages, WHATIF_BEFORE));
    build_set(build, pages->whole, "after", side_object(pages, WHATIF_AFTER));
    build_set(build, pages->whole, "changes", changes);
    for (size_t i = 0; whatif_draft(pages->whatif, i, &draft); i++)
        add_whatif_draft(pages, changes, draft);
}

static json_t *build_whatif_json(struct build *build, const void *subject) {
    struct pages pages = {.whatif = subject, .build = build, .whole = json_object()};
    build->failed = !arenas_try(&pages.arena, NULL, work_json, &pages) || build->failed;
    arena_free(&pages.arena);
    return pages.whole;
}

const struct report report_whatif = {whatif_page, build_whatif_json, DIGITS, 0};
