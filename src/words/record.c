/* A vote of the model held against the one on record, or two of any kind, ballot by ballot. */
#include "base/arena.h"
#include "base/text.h"
#include "words/words.h"

/* Members whose ballot is `here`, and is `there` on record. */
static veto_set differing(const struct veto_vote *vote, const enum veto_ballot *recorded,
                          unsigned members, int here, int there) {
    veto_set set = 0;
    for (unsigned member = 0; member < members; member++)
        if ((int)vote->casts[member].given == here && (int)recorded[member] == there)
            set |= veto_set_of(member);
    return set;
}

/* A sentence for each way to differ; *count members do. */
static char *differences(struct arena *arena, const struct veto_scenario *scenario,
                         const struct veto_vote *vote, const enum veto_ballot *recorded,
                         unsigned *count) {
    char *text = arena_copy(arena, "", 0);
    *count = 0;
    for (int pair = 0; pair < VETO_BALLOTS * VETO_BALLOTS; pair++) {
        int here = pair / VETO_BALLOTS, there = pair % VETO_BALLOTS;
        veto_set set = differing(vote, recorded, scenario->members_count, here, there);
        if (set == 0 || here == there)
            continue;
        bool one = veto_set_count(set) == 1;
        char *names = words_capital(arena, words_names(arena, scenario, set));
        text = arena_printf(arena, "%s %s %s %s here, and %s %s on record.", text, names,
                            one ? "is" : "are", words_ballot((enum veto_ballot)here),
                            one ? "was" : "were", words_ballot((enum veto_ballot)there));
        *count += veto_set_count(set);
    }
    return text;
}

static char *against_record(struct arena *arena, const struct veto_meeting *meeting, int draft) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    const struct veto_draft *on = &scenario->drafts[draft];
    if (!on->recorded)
        return NULL;
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
    const char *outcome = words_outcome(on->recorded_outcome);
    unsigned ballots[VETO_BALLOTS] = {0};
    for (unsigned member = 0; member < scenario->members_count; member++)
        ballots[on->recorded[member]]++;
    const char *tally = words_tally(arena, ballots);
    if (!vote)
        return arena_printf(arena, "not put here; on record, %s with %s.", outcome, tally);
    if (vote->without_vote)
        return arena_printf(arena, "adopted without a vote here; on record, %s with %s.", outcome,
                            tally);
    unsigned count;
    char *sentences = differences(arena, scenario, vote, on->recorded, &count);
    bool alike = vote->result.outcome == on->recorded_outcome;
    if (count == 0 && alike)
        return arena_printf(arena, "as recorded, %s, all %u ballot%s alike.", outcome,
                            scenario->members_count, text_plural(scenario->members_count));
    if (count == 0)
        return arena_printf(arena,
                            "%s here, by other rules; %s on record, with the same "
                            "%u ballot%s.",
                            words_outcome(vote->result.outcome), outcome, scenario->members_count,
                            text_plural(scenario->members_count));
    char *said = alike ? arena_printf(arena, "%s as on record", outcome)
                       : arena_printf(arena, "%s here, %s on record",
                                      words_outcome(vote->result.outcome), outcome);
    return arena_printf(arena, "%s, %u of %u ballot%s alike.%s", said,
                        scenario->members_count - count, scenario->members_count,
                        text_plural(scenario->members_count), sentences);
}

char *words_record(struct arena *arena, const struct veto_meeting *meeting, int draft) {
    const char *name = words_named(arena, &veto_meeting_scenario(meeting)->drafts[draft]);
    char *text = against_record(arena, meeting, draft);
    return text ? arena_printf(arena, "%s: %s", words_capital(arena, name), text) : NULL;
}

char *words_against_record(struct arena *arena, const struct veto_meeting *meeting, int draft) {
    char *text = against_record(arena, meeting, draft);
    return text ? arena_printf(arena, "Against the record: %s", text) : NULL;
}

char *words_alike(struct arena *arena, const struct veto_scenario *scenario, veto_set differ) {
    unsigned members = scenario->members_count, alike = members - veto_set_count(differ);
    if (differ == 0)
        return arena_printf(
            arena, members == 1 ? "The one ballot is the same." : "All %u ballots are the same.",
            members);
    return arena_printf(arena, "%u of %u ballot%s %s the same. Not the same: %s.", alike, members,
                        text_plural(members), alike == 1 ? "is" : "are",
                        words_names(arena, scenario, differ));
}
