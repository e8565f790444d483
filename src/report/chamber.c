/* The chamber when the result of a vote is declared: who sits where, and how each voted. */
#include "base/arena.h"
#include "report/minutes.h"
#include "report/roles.h"
#include "words/words.h"

static struct chamber_seat chamber_seat_of(const struct veto_scenario *scenario,
                                           const struct veto_vote *vote, unsigned member) {
    enum veto_ballot ballot = vote->casts[member].ballot;
    bool vetoed = veto_set_has(vote->result.vetoed_by, member);
    return (struct chamber_seat){
        .code = scenario->members[member].code,
        .name = scenario->members[member].name,
        .badge = vetoed ? "VETO" : words_badge(ballot),
        .ballot = words_ballot(ballot),
        .role = vetoed ? ROLE_VETOED : role_of_ballot(ballot),
        .veto = veto_set_has(scenario->rules.veto_holders, member),
        .president = scenario->president == (int)member,
    };
}

static const struct chamber_count *counts_of(struct arena *arena, const struct veto_vote *vote,
                                             size_t *count) {
    struct chamber_count *counts = arena_array(arena, struct chamber_count, VETO_BALLOTS);
    *count = 0;
    for (int i = 0; i < VETO_BALLOTS; i++) {
        enum veto_ballot ballot = (enum veto_ballot)i;
        if (ballot <= VETO_ABSTAIN || vote->result.tally[i] > 0)
            counts[(*count)++] =
                (struct chamber_count){words_capital(arena, words_ballot(ballot)),
                                       role_of_ballot(ballot), vote->result.tally[i]};
    }
    return counts;
}

void minutes_chamber(const struct minutes *minutes, const struct veto_event *event) {
    const struct veto_scenario *scenario = minutes->scenario;
    const struct veto_vote *vote = event->vote;
    struct arena *arena = minutes->arena;
    unsigned order[VETO_MAX_MEMBERS], count = scenario->members_count;
    struct chamber_seat *seats = arena_array(arena, struct chamber_seat, count);
    veto_scenario_seating(scenario, order);
    for (unsigned i = 0; i < count; i++)
        seats[i] = chamber_seat_of(scenario, vote, order[i]);
    struct chamber chamber = {
        .title = arena_printf(arena, "The vote on %s", minutes_named(minutes, event->draft)),
        .alternative = words_result(arena, scenario, vote),
        .seats = seats,
        .seat_count = count,
        .required = vote->result.required,
        .outcome = words_outcome(vote->result.outcome),
        .outcome_role = role_of_outcome(vote->result.outcome),
    };
    chamber.counts = counts_of(arena, vote, &chamber.count_count);
    page_chamber(minutes->page, &chamber);
}
