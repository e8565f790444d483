/* The order of the votes where the file has no programme. */
#include "scenario/schema.h"

/* Of those that bear on a draft, and are not in the programme yet, the next one; or VETO_NONE. */
static int next_before(const struct decoder *decoder, int draft, enum veto_bearing bearing,
                       uint32_t placed) {
    int next = VETO_NONE;
    for (int i = 0; i < (int)decoder->known->scenario->draft_count; i++) {
        const struct veto_draft *before = &decoder->known->drafts[i];
        if (before->bearing == bearing && before->upon == draft && !(placed >> i & 1) &&
            (next == VETO_NONE || before->removed > decoder->known->drafts[next].removed))
            next = i;
    }
    return next;
}

/* Appends the votes on what bears on a draft, and then the vote on itself. */
static void add_order_votes(struct decoder *decoder, int draft, uint32_t *placed) {
    static const enum veto_bearing order[] = {VETO_PRELIMINARY, VETO_AMENDMENT, VETO_PART};
    struct veto_programme *programme = &decoder->known->scenario->programme;
    *placed |= (uint32_t)1 << draft;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (int next; (next = next_before(decoder, draft, order[i], *placed)) != VETO_NONE;)
            add_order_votes(decoder, next, placed);
    programme->items[programme->count] = (struct veto_item){
        .kind = VETO_ITEM_VOTE,
        .path = arena_printf(decoder->arena, "programme.%zu", programme->count),
        .draft = draft,
        .speaker = {.member = VETO_NONE, .speaks_for = VETO_NONE},
    };
    programme->count++;
}

void default_programme(struct decoder *decoder) {
    struct veto_scenario *scenario = decoder->known->scenario;
    uint32_t placed = 0;
    scenario->programme.items =
        arena_array(decoder->arena, struct veto_item, scenario->draft_count + 1);
    for (int i = 0; i < (int)scenario->draft_count; i++)
        if (decoder->known->drafts[i].bearing == VETO_PRINCIPAL)
            add_order_votes(decoder, i, &placed);
}
