#include "report/whatif.h"

#include <string.h>

const struct whatif_side *whatif_side(const struct whatif *whatif, int side) {
    return side == WHATIF_BEFORE ? &whatif->before : &whatif->after;
}

const struct veto_scenario *whatif_scenario(const struct whatif *whatif, int side) {
    return veto_meeting_scenario(whatif_side(whatif, side)->meeting);
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

static bool match_drafts(const struct whatif *whatif, size_t i, struct whatif_pair *pair,
                         name_function *name_of, find_function *find) {
    const struct veto_scenario *before = whatif_scenario(whatif, WHATIF_BEFORE);
    const struct veto_scenario *after = whatif_scenario(whatif, WHATIF_AFTER);
    size_t index = 0;
    for (const char *name; (name = name_of(before, index)); index++)
        if (index == i) {
            *pair = (struct whatif_pair){{(int)i, find(after, name)}};
            return true;
        }
    for (size_t j = 0; name_of(after, j); j++)
        if (find(before, name_of(after, j)) == VETO_NONE && index++ == i) {
            *pair = (struct whatif_pair){{VETO_NONE, (int)j}};
            return true;
        }
    return false;
}

bool whatif_draft(const struct whatif *whatif, size_t i, struct whatif_pair *pair) {
    return match_drafts(whatif, i, pair, draft_name, veto_scenario_draft);
}

bool whatif_member(const struct whatif *whatif, size_t i, struct whatif_pair *pair) {
    return match_drafts(whatif, i, pair, member_name, veto_scenario_member);
}

/* ---- looking up ---- */

static int pair_side(struct whatif_pair pair) {
    return pair.at[WHATIF_BEFORE] == VETO_NONE ? WHATIF_AFTER : WHATIF_BEFORE;
}

const struct veto_draft *whatif_draft_of(const struct whatif *whatif, struct whatif_pair draft) {
    return &whatif_scenario(whatif, pair_side(draft))->drafts[draft.at[pair_side(draft)]];
}

const struct veto_member *whatif_member_of(const struct whatif *whatif, struct whatif_pair member) {
    return &whatif_scenario(whatif, pair_side(member))->members[member.at[pair_side(member)]];
}

const struct veto_cast *whatif_cast(const struct whatif *whatif, int side, struct whatif_pair draft,
                                    struct whatif_pair member) {
    if (draft.at[side] == VETO_NONE || member.at[side] == VETO_NONE)
        return NULL;
    const struct veto_vote *vote =
        veto_meeting_vote(whatif_side(whatif, side)->meeting, draft.at[side]);
    return vote && vote->casts ? &vote->casts[member.at[side]] : NULL;
}

bool whatif_casts_differ(const struct veto_cast *a, const struct veto_cast *b) {
    if (!a || !b)
        return a != b;
    for (int i = 0; i < 3; i++)
        if (a->chance[i] != b->chance[i])
            return true;
    return a->ballot != b->ballot || a->leaning != b->leaning || a->cut_no != b->cut_no ||
           a->reason != b->reason;
}

enum veto_outcome whatif_outcome(const struct whatif *whatif, int side, struct whatif_pair draft) {
    return draft.at[side] == VETO_NONE
               ? VETO_NOT_PUT
               : veto_meeting_outcome(whatif_side(whatif, side)->meeting, draft.at[side]);
}

double whatif_chance(const struct whatif *whatif, int side, struct whatif_pair draft,
                     enum veto_outcome outcome) {
    return draft.at[side] == VETO_NONE
               ? outcome == VETO_NOT_PUT
               : whatif_side(whatif, side)->odds->drafts[draft.at[side]].outcome[outcome];
}
