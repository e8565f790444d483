#include "report/build.h"
#include "report/whatif.h"
#include "words/words.h"

enum { DIGITS = 15 };

static json_t *side_object(struct build *build, const struct whatif_side *side) {
    build->meeting = side->meeting;
    build->scenario = veto_meeting_scenario(side->meeting);
    return json_pack("{s:o, s:s, s:I, s:o, s:o}", "scenario", build_scenario(build), "mode",
                     veto_mode_word(veto_meeting_mode(side->meeting)), "seed",
                     (json_int_t)veto_meeting_seed(side->meeting), "drafts", build_drafts(build),
                     "odds", build_odds(build, side->odds));
}

static json_t *two(json_t *before, json_t *after) {
    return json_pack("{s:o, s:o}", "before", before, "after", after);
}

/* ---- what changed ---- */

static json_t *leaning(const struct veto_cast *cast) {
    return cast && cast->leans ? json_real(cast->leaning) : json_null();
}

static json_t *ballot(const struct veto_cast *cast) {
    return cast ? json_string(veto_ballot_word(cast->ballot)) : json_null();
}

static json_t *chances(struct build *build, const struct veto_cast *cast) {
    if (!cast)
        return json_null();
    json_t *object = json_object();
    for (int i = 0; i < 3; i++)
        build_set(build, object, veto_ballot_word((enum veto_ballot)i), json_real(cast->chance[i]));
    return object;
}

static json_t *why(struct build *build, const struct whatif *whatif, int side,
                   struct whatif_pair draft, struct whatif_pair member) {
    if (!whatif_cast(whatif, side, draft, member))
        return json_null();
    const struct veto_meeting *meeting = whatif_side(whatif, side)->meeting;
    return json_string(words_why(build->arena, meeting, veto_meeting_vote(meeting, draft.at[side]),
                                 member.at[side], true));
}

static json_t *whatif_member_object(struct build *build, const struct whatif *whatif,
                                    struct whatif_pair draft, struct whatif_pair member) {
    const struct veto_cast *before = whatif_cast(whatif, WHATIF_BEFORE, draft, member);
    const struct veto_cast *after = whatif_cast(whatif, WHATIF_AFTER, draft, member);
    return json_pack("{s:s, s:o, s:o, s:o, s:o}", "id", whatif_member_of(whatif, member)->code,
                     "leaning", two(leaning(before), leaning(after)), "ballot",
                     two(ballot(before), ballot(after)), "chances",
                     two(chances(build, before), chances(build, after)), "why",
                     two(why(build, whatif, WHATIF_BEFORE, draft, member),
                         why(build, whatif, WHATIF_AFTER, draft, member)));
}

static json_t *members_array(struct build *build, const struct whatif *whatif,
                             struct whatif_pair draft) {
    json_t *array = json_array();
    struct whatif_pair member;
    for (size_t i = 0; whatif_member(whatif, i, &member); i++)
        if (whatif_casts_differ(whatif_cast(whatif, WHATIF_BEFORE, draft, member),
                                whatif_cast(whatif, WHATIF_AFTER, draft, member)))
            build_push(build, array, whatif_member_object(build, whatif, draft, member));
    return array;
}

static json_t *json_outcome_of(const struct whatif *whatif, int side, struct whatif_pair draft) {
    return draft.at[side] == VETO_NONE
               ? json_null()
               : json_string(veto_outcome_word(whatif_outcome(whatif, side, draft)));
}

/* The odds of a draft that changed; *any says whether some did. */
static json_t *odds_object(struct build *build, const struct whatif *whatif,
                           struct whatif_pair draft, bool *any) {
    json_t *object = json_object();
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        enum veto_outcome outcome = (enum veto_outcome)i;
        double before = whatif_chance(whatif, WHATIF_BEFORE, draft, outcome);
        double after = whatif_chance(whatif, WHATIF_AFTER, draft, outcome);
        *any = *any || before != after;
        build_set(build, object, veto_outcome_word(outcome),
                  two(json_real(before), json_real(after)));
    }
    return object;
}

static void add_whatif_draft(struct build *build, const struct whatif *whatif, json_t *array,
                             struct whatif_pair draft) {
    bool any =
        draft.at[WHATIF_BEFORE] == VETO_NONE || draft.at[WHATIF_AFTER] == VETO_NONE ||
        whatif_outcome(whatif, WHATIF_BEFORE, draft) != whatif_outcome(whatif, WHATIF_AFTER, draft);
    json_t *members = members_array(build, whatif, draft);
    json_t *odds = odds_object(build, whatif, draft, &any);
    any = any || json_array_size(members) > 0;
    json_t *object =
        json_pack("{s:s, s:o, s:o, s:o}", "draft", whatif_draft_of(whatif, draft)->id, "outcome",
                  two(json_outcome_of(whatif, WHATIF_BEFORE, draft),
                      json_outcome_of(whatif, WHATIF_AFTER, draft)),
                  "odds", odds, "members", members);
    if (any)
        build_push(build, array, object);
    else
        json_decref(object);
}

static json_t *build_whatif_json(struct build *build, const void *subject) {
    const struct whatif *whatif = subject;
    json_t *set = build_texts(build, whatif->changes, whatif->change_count);
    json_t *before = side_object(build, &whatif->before);
    json_t *after = side_object(build, &whatif->after), *changes = json_array();
    struct whatif_pair draft;
    for (size_t i = 0; whatif_draft(whatif, i, &draft); i++)
        add_whatif_draft(build, whatif, changes, draft);
    return json_pack("{s:o, s:o, s:o, s:o}", "set", set, "before", before, "after", after,
                     "changes", changes);
}

const struct report report_whatif = {whatif_page, build_whatif_json, DIGITS, 0};
