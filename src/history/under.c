/* The whole record by other rules. */
#include <string.h>

#include "base/diagnostics.h"
#include "base/owned.h"
#include "history/record.h"

enum { YEARS = VETO_ROSTER_LAST - VETO_ROSTER_FIRST + 1 };

struct work {
    struct veto_history_under *under;
    struct arena *arena; /* its own */
    struct veto_diagnostics *list;
    struct councils councils;
    struct veto_history_change *changes;
    struct veto_history_year years[YEARS];
    struct veto_history_vetoer vetoers[VETO_MAX_MEMBERS]; /* sorted by code */
    bool refused;
};

/* ---- by member ---- */

static struct veto_history_vetoer *vetoer_of(struct work *work, const char *code) {
    struct veto_history_under *under = work->under;
    size_t at = under->vetoer_count;
    for (size_t i = 0; i < under->vetoer_count; i++)
        if (memcmp(work->vetoers[i].code, code, 4) == 0)
            return &work->vetoers[i];
    for (; at > 0 && strcmp(work->vetoers[at - 1].code, code) > 0; at--)
        work->vetoers[at] = work->vetoers[at - 1];
    work->vetoers[at] = (struct veto_history_vetoer){.vetoes = 0};
    memcpy(work->vetoers[at].code, code, 4);
    under->vetoer_count++;
    return &work->vetoers[at];
}

static void count_negative_votes(struct work *work, const struct veto_history_vote *vote,
                                 const struct seated *seated, enum veto_outcome now) {
    veto_set set = 0; /* of those that voted against, as votes were cast */
    for (unsigned i = 0; i < seated->council->count; i++)
        if (veto_set_has(seated->council->permanent & ~seated->open, i) &&
            seated->ballots[i] == VETO_NO)
            set |= veto_set_of(i);
    for (unsigned i = 0; i < seated->council->count; i++) {
        if (!veto_set_has(seated->council->permanent, i))
            continue;
        struct veto_history_vetoer *vetoer = vetoer_of(work, seated->council->codes[i]);
        if (!veto_set_has(set, i))
            continue;
        if (vote->recorded == VETO_VETOED) {
            vetoer->vetoes++;
            vetoer->alone += veto_set_count(set) == 1;
            vetoer->released += now == VETO_ADOPTED;
        } else {
            vetoer->no_without_veto++;
        }
    }
    work->under->no_without_veto += vote->recorded == VETO_FAILED && set != 0;
}

/* ---- vote by vote ---- */

static enum veto_outcome resolve(struct work *work, const struct veto_history_vote *vote) {
    const struct council *council = council_of(&work->councils, vote->date);
    if (!council)
        return VETO_OUTCOMES;
    struct seated seated;
    seat_vote(&seated, council, vote);
    if (vote->without_vote)
        return VETO_ADOPTED;
    enum veto_question question =
        veto_history_procedural(vote) ? VETO_PROCEDURAL : VETO_SUBSTANTIVE;
    enum veto_outcome now = seat_resolve(&seated, question);
    count_negative_votes(work, vote, &seated, now == VETO_OUTCOMES ? vote->recorded : now);
    return now;
}

static void take_rules(struct work *work, const struct veto_history_vote *vote) {
    struct veto_history_under *under = work->under;
    enum veto_outcome from = vote->recorded, to = resolve(work, vote);
    if (to == VETO_OUTCOMES) {
        under->undetermined++;
        to = from;
    }
    bool changed = from != VETO_OUTCOMES && to != from;
    if (from != VETO_OUTCOMES)
        under->recorded[from]++;
    if (to != VETO_OUTCOMES)
        under->under[to]++;
    if (changed)
        work->changes[under->change_count++] = (struct veto_history_change){vote, from, to};
    if (vote->date.year < VETO_ROSTER_FIRST || vote->date.year > VETO_ROSTER_LAST)
        return;
    struct veto_history_year *year = &work->years[vote->date.year - VETO_ROSTER_FIRST];
    year->year = vote->date.year;
    year->votes++;
    year->vetoed += vote->recorded == VETO_VETOED;
    year->changes += changed;
}

static void refuse_rules(struct work *work, const struct veto_rule_set *rules) {
    diagnose_file(work->list, work->under->history->name,
                  "'%s' is for a Council of %u members, and recorded votes are of 11 or 15",
                  rules->name, rules->members);
    diagnose_hint(work->list, "its voting power can be measured: veto power %s", rules->name);
    work->refused = true;
}

static void under_work(void *context) {
    struct work *work = context;
    struct veto_history_under *under = work->under;
    const struct veto_history *history = under->history;
    work->arena = owned_arena(under);
    if (under->rules->own_council) {
        refuse_rules(work, under->rules);
        return;
    }
    work->councils = (struct councils){.arena = work->arena, .set = under->rules};
    work->changes = arena_array(work->arena, struct veto_history_change, history->count + 1);
    for (size_t i = 0; i < history->count; i++)
        if (veto_history_usable(&history->votes[i]))
            take_rules(work, &history->votes[i]);
        else
            under->left_out++;
    under->votes = history->count - under->left_out;
    under->changes = work->changes;
    under->vetoers = arena_regrow(work->arena, work->vetoers, under->vetoer_count,
                                  under->vetoer_count + 1, sizeof *work->vetoers);
    struct veto_history_year *years = arena_array(work->arena, struct veto_history_year, YEARS);
    for (size_t i = 0; i < YEARS; i++)
        if (work->years[i].votes > 0)
            years[under->year_count++] = work->years[i];
    under->years = years;
}

enum veto_status veto_history_under(struct veto_history_under **under,
                                    struct veto_diagnostics *diagnostics,
                                    const struct veto_history *history,
                                    const struct veto_rule_set *rules) {
    const struct veto_history_under begun = {.history = history, .rules = rules};
    struct veto_diagnostics *list = diagnostics_or_new(diagnostics);
    struct work work = {.under = owned_new(&begun, sizeof begun), .list = list};
    enum veto_status status = VETO_SYSTEM;
    if (list && owned_try(work.under, &list->arena, under_work, &work))
        status = work.refused ? VETO_INPUT : VETO_OK;
    diagnostics_unless_given(list, diagnostics);
    return owned_give(under, work.under, status);
}

void veto_history_under_free(struct veto_history_under *under) {
    owned_free(under);
}
