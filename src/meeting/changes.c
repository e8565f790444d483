#include "meeting/changes.h"

/* A speaker moves all that listen to the member it speaks for. */
static void pulls_of(const struct veto_scenario *scenario, const struct veto_item *item,
                     change_visit *visit, void *context) {
    int speaker = item->speaker.speaks_for;
    if (speaker == VETO_NONE || item->draft == VETO_NONE) /* ties are to members */
        return;
    if (scenario->drafts[item->draft].kind_count) /* nobody leans on it */
        return;
    for (int member = 0; member < (int)scenario->members_count; member++) {
        struct change change = {item->draft, member, speaker, item->has_position, item->position};
        if (member != speaker && !scenario->members[member].firm)
            visit(context, &change);
    }
}

void changes_of_item(const struct veto_scenario *scenario, const struct veto_item *item,
                     change_visit *visit, void *context) {
    if (item->kind == VETO_ITEM_STATEMENT)
        pulls_of(scenario, item, visit, context);
    for (size_t i = 0; i < item->shift_count; i++) {
        const struct veto_shift *shift = &item->shifts[i];
        struct change change = {shift->draft, shift->member, VETO_NONE, false, shift->amount};
        if (!scenario->members[shift->member].firm)
            visit(context, &change);
    }
}

void changes_of_outcome(const struct veto_scenario *scenario, int draft, enum veto_outcome outcome,
                        change_visit *visit, void *context) {
    const double *amounts = veto_scenario_changes(scenario, draft, outcome);
    for (int member = 0; amounts && member < (int)scenario->members_count; member++) {
        struct change change = {scenario->drafts[draft].upon, member, VETO_NONE, false,
                                amounts[member]};
        visit(context, &change);
    }
}

/* `to` is the leaning itself and not a sum of differences, so that a chain of moves has no gaps. */
struct veto_move change_move(const struct veto_scenario *scenario, const struct change *change,
                             const double *on) {
    struct veto_move move = {
        .draft = change->draft,
        .member = change->member,
        .from = on[change->member],
        .to = change_to(scenario, change, on),
        .stated = change->speaker == VETO_NONE,
    };
    if (move.stated) {
        move.amount = change->number;
    } else {
        move.openness = scenario->members[change->member].openness;
        move.tie = change_tie(scenario, change);
        move.position = change_position(change, on);
    }
    return move;
}
