/* What a change does: the two sides matched, and as JSON. */
#include "report/whatif.h"

#include "report/build.h"
#include "words/words.h"

static const struct whatif_side *side_at(const struct whatif *whatif, int side) {
    return side == WHATIF_BEFORE ? &whatif->before : &whatif->after;
}

static const struct veto_scenario *scenario_at(const struct whatif *whatif, int side) {
    return veto_meeting_scenario(side_at(whatif, side)->meeting);
}

/* ---- matching ---- */

typedef int find_function(const struct veto_scenario *scenario, const char *name);
typedef const char *name_function(const struct veto_scenario *scenario, size_t index);

static const char *draft_name(const struct veto_scenario *scenario, size_t index) {
    return index < scenario->draft_count ? scenario->drafts[index].id : NULL;
}

static const char *member_name(const struct veto_scenario *scenario, size_t index) {
    return index < scenario->members_count ? scenario->members[index].code : NULL;
}

/* Where the i-th is on both sides; the side on which to look for it, or VETO_NONE. */
static int match(const struct whatif *whatif, size_t i, int at[WHATIF_SIDES],
                 name_function *name_of, find_function *find) {
    const struct veto_scenario *before = scenario_at(whatif, WHATIF_BEFORE);
    const struct veto_scenario *after = scenario_at(whatif, WHATIF_AFTER);
    size_t index = 0;
    for (const char *name; (name = name_of(before, index)); index++)
        if (index == i) {
            at[WHATIF_BEFORE] = (int)i;
            at[WHATIF_AFTER] = find(after, name);
            return WHATIF_BEFORE;
        }
    at[WHATIF_BEFORE] = VETO_NONE;
    for (int j = 0; name_of(after, (size_t)j); j++)
        if (find(before, name_of(after, (size_t)j)) == VETO_NONE && index++ == i) {
            at[WHATIF_AFTER] = j;
            return WHATIF_AFTER;
        }
    return VETO_NONE;
}

bool whatif_draft(const struct whatif *whatif, size_t i, struct whatif_draft *draft) {
    int found = match(whatif, i, draft->at, draft_name, veto_scenario_draft);
    if (found == VETO_NONE)
        return false;
    draft->draft = &scenario_at(whatif, found)->drafts[draft->at[found]];
    for (int side = 0; side < WHATIF_SIDES; side++) {
        const struct whatif_side *from = side_at(whatif, side);
        int at = draft->at[side];
        bool has = at != VETO_NONE;
        draft->vote[side] = has ? veto_meeting_vote(from->meeting, at) : NULL;
        draft->outcome[side] = has ? veto_meeting_outcome(from->meeting, at) : VETO_NOT_PUT;
        for (int outcome = 0; outcome < VETO_OUTCOMES; outcome++)
            draft->chance[side][outcome] =
                has ? from->odds->drafts[at].outcome[outcome] : outcome == VETO_NOT_PUT;
    }
    return true;
}

static bool casts_differ(const struct veto_cast *a, const struct veto_cast *b) {
    if (!a || !b)
        return a != b;
    for (int i = 0; i < 3; i++)
        if (a->chance[i] != b->chance[i])
            return true;
    return a->ballot != b->ballot || a->leaning != b->leaning || a->cut_no != b->cut_no ||
           a->reason != b->reason;
}

bool whatif_member(const struct whatif *whatif, const struct whatif_draft *draft, size_t i,
                   struct whatif_member *member) {
    int found = match(whatif, i, member->at, member_name, veto_scenario_member);
    if (found == VETO_NONE)
        return false;
    member->member = &scenario_at(whatif, found)->members[member->at[found]];
    for (int side = 0; side < WHATIF_SIDES; side++) {
        const struct veto_vote *vote = draft->vote[side];
        bool casts = member->at[side] != VETO_NONE && vote && vote->casts;
        member->cast[side] = casts ? &vote->casts[member->at[side]] : NULL;
    }
    member->differs = casts_differ(member->cast[WHATIF_BEFORE], member->cast[WHATIF_AFTER]);
    return true;
}

const char *whatif_why(struct arena *arena, const struct whatif *whatif, int side,
                       const struct whatif_draft *draft, const struct whatif_member *member) {
    return member->cast[side] ? words_why(arena, side_at(whatif, side)->meeting, draft->vote[side],
                                          member->at[side], true)
                              : NULL;
}

/* ---- JSON ---- */

static json_t *side_object(struct build *build, const struct whatif_side *side,
                           const struct whatif *whatif, size_t set_count) {
    build->meeting = side->meeting;
    build->scenario = veto_meeting_scenario(side->meeting);
    json_t *object = json_pack("{s:o, s:s, s:I, s:o, s:o}", "scenario", build_scenario(build),
                               "mode", veto_mode_word(veto_meeting_mode(side->meeting)), "seed",
                               (json_int_t)veto_meeting_seed(side->meeting), "drafts",
                               build_drafts(build), "odds", build_odds(build, side->odds));
    build_changed(build, object, whatif->set, set_count);
    return object;
}

static json_t *two(json_t *before, json_t *after) {
    return json_pack("{s:o, s:o}", "before", before, "after", after);
}

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
    bool any = draft->outcome[WHATIF_BEFORE] != draft->outcome[WHATIF_AFTER];
    const char *outcome[WHATIF_SIDES];
    json_t *members = json_array(), *odds = json_object();
    struct whatif_member member;
    for (int side = 0; side < WHATIF_SIDES; side++) {
        bool has = draft->at[side] != VETO_NONE;
        outcome[side] = has ? veto_outcome_word(draft->outcome[side]) : NULL;
        any = any || !has;
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
    json_t *set = build_texts(build, whatif->set + whatif->set_before,
                              whatif->set_count - whatif->set_before);
    json_t *before = side_object(build, &whatif->before, whatif, whatif->set_before);
    json_t *after = side_object(build, &whatif->after, whatif, whatif->set_count);
    json_t *changes = json_array();
    struct whatif_draft draft;
    for (size_t i = 0; whatif_draft(whatif, i, &draft); i++)
        add_whatif_draft(build, whatif, changes, &draft);
    return json_pack("{s:o, s:o, s:o, s:o}", "set", set, "before", before, "after", after,
                     "changes", changes);
}

const struct report report_whatif = {whatif_page, build_whatif_json, 15, 0};
