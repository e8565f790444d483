#include "report/build.h"
#include "report/whatif.h"

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

static json_t *whatif_member_object(struct build *build, const struct whatif *whatif,
                                    const struct whatif_draft *draft,
                                    const struct whatif_member *member) {
    const struct veto_cast *before = member->cast[WHATIF_BEFORE];
    const struct veto_cast *after = member->cast[WHATIF_AFTER];
    return json_pack("{s:s, s:o, s:{s:s?, s:s?}, s:o, s:{s:s?, s:s?}}", "id", member->member->code,
                     "leaning", two(leaning(before), leaning(after)), "ballot", "before",
                     before ? veto_ballot_word(before->ballot) : NULL, "after",
                     after ? veto_ballot_word(after->ballot) : NULL, "chances",
                     two(build_chances(build, before), build_chances(build, after)), "why",
                     "before", whatif_why(build->arena, whatif, WHATIF_BEFORE, draft, member),
                     "after", whatif_why(build->arena, whatif, WHATIF_AFTER, draft, member));
}

static void add_whatif_draft(struct build *build, const struct whatif *whatif, json_t *array,
                             const struct whatif_draft *draft) {
    bool has[WHATIF_SIDES], any = draft->outcome[WHATIF_BEFORE] != draft->outcome[WHATIF_AFTER];
    const char *outcome[WHATIF_SIDES];
    json_t *members = json_array(), *odds = json_object();
    struct whatif_member member;
    for (int side = 0; side < WHATIF_SIDES; side++) {
        has[side] = draft->at[side] != VETO_NONE;
        outcome[side] = has[side] ? veto_outcome_word(draft->outcome[side]) : NULL;
        any = any || !has[side];
    }
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        double before = draft->chance[WHATIF_BEFORE][i], after = draft->chance[WHATIF_AFTER][i];
        any = any || before != after;
        build_set(build, odds, veto_outcome_word((enum veto_outcome)i),
                  two(json_real(before), json_real(after)));
    }
    for (size_t i = 0; whatif_member(whatif, draft, i, &member); i++)
        if (member.differs)
            build_push(build, members, whatif_member_object(build, whatif, draft, &member));
    any = any || json_array_size(members) > 0;
    json_t *object = json_pack("{s:s, s:{s:s?, s:s?}, s:o, s:o}", "draft", draft->draft->id,
                               "outcome", "before", outcome[WHATIF_BEFORE], "after",
                               outcome[WHATIF_AFTER], "odds", odds, "members", members);
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
    struct whatif_draft draft;
    for (size_t i = 0; whatif_draft(whatif, i, &draft); i++)
        add_whatif_draft(build, whatif, changes, &draft);
    return json_pack("{s:o, s:o, s:o, s:o}", "set", set, "before", before, "after", after,
                     "changes", changes);
}

const struct report report_whatif = {whatif_page, build_whatif_json, DIGITS, 0};
