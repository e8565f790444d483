/* What the President declares of a vote: its result, and why it is no other. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "words/words.h"

/* "a permanent member", "two permanent members"; a scenario may give the veto to others too. */
static char *veto_holders(struct arena *arena, const struct veto_scenario *scenario, veto_set set) {
    static const char *const numbers[] = {"no", "a", "two", "three", "four", "five"};
    unsigned count = veto_set_count(set);
    const char *plural = count == 1 ? "" : "s";
    const char *number = count < 6 ? numbers[count] : arena_printf(arena, "%u", count);
    return (set & ~words_permanent(scenario)) == 0
               ? arena_printf(arena, "%s permanent member%s", number, plural)
               : arena_printf(arena, "%s member%s with a veto", number, plural);
}

/* "as resolution 2334 (2016)", for the draft's result "S/RES/2334 (2016)". */
static char *as_resolution(struct arena *arena, const struct veto_draft *draft) {
    static const char prefix[] = "S/RES/";
    if (!draft->result)
        return "";
    if (strncmp(draft->result, prefix, sizeof prefix - 1) != 0)
        return arena_printf(arena, " as %s", draft->result);
    return arena_printf(arena, " as resolution %s", draft->result + sizeof prefix - 1);
}

/* Adds a sentence about members with a veto whose ballot was this one and stopped nothing. */
static char *add_bystanders(struct arena *arena, char *text, const struct veto_scenario *scenario,
                            const struct veto_vote *vote, enum veto_ballot ballot) {
    static const char *const did[VETO_BALLOTS][2] = {
        [VETO_ABSTAIN] = {"abstained", "an abstention"},
        [VETO_NOT_PARTICIPATING] = {"took no part in the vote", "not participating"},
        [VETO_ABSENT] = {"absent", "an absence"},
    };
    veto_set set = 0;
    for (unsigned member = 0; member < scenario->members_count; member++)
        if (vote->casts[member].given == ballot &&
            veto_set_has(scenario->rules.veto_holders, member))
            set |= veto_set_of(member);
    if (set == 0)
        return text;
    const char *was = ballot != VETO_ABSENT ? "" : veto_set_count(set) == 1 ? "was " : "were ";
    char *names = words_capital(arena, words_names(arena, scenario, set));
    return arena_printf(arena, "%s %s %s%s: that did not prevent adoption, since %s is no veto.",
                        text, names, was, did[ballot][0], did[ballot][1]);
}

/* Adds a sentence about negative votes of veto holders that were no veto, and why they were none.
 */
static char *add_no_veto(struct arena *arena, char *text, const struct veto_scenario *scenario,
                         const struct veto_vote *vote) {
    const struct veto_rules *rules = &scenario->rules;
    const struct veto_result *result = &vote->result;
    unsigned count = veto_set_count(result->no_without_veto);
    const char *why;
    if (count == 0)
        return text;
    if (result->short_by)
        why = "the required majority was not reached";
    else if (result->missed)
        why = "a further majority was not reached";
    else if (vote->question == VETO_PROCEDURAL)
        why = "the question is procedural";
    else if (count < rules->veto_needs)
        why = arena_printf(arena, "it takes %u such votes to make one", rules->veto_needs);
    else
        why = arena_printf(arena, "%s one", words_overriding(arena, rules));
    char *names = words_capital(arena, words_names(arena, scenario, result->no_without_veto));
    return arena_printf(arena, "%s %s voted against: that was no veto, since %s.", text, names,
                        why);
}

static char *verdict_adopted(struct arena *arena, const struct veto_scenario *scenario,
                             const struct veto_vote *vote) {
    const struct veto_draft *draft = &scenario->drafts[vote->draft];
    bool all = vote->result.tally[VETO_YES] == scenario->rules.members;
    const char *how = vote->without_vote ? " without a vote" : all ? " unanimously" : "";
    char *text = arena_printf(arena, "The %s has been adopted%s%s.", words_noun(draft), how,
                              as_resolution(arena, draft));
    text = add_no_veto(arena, text, scenario, vote);
    if (vote->question == VETO_SUBSTANTIVE && !vote->without_vote)
        for (int ballot = VETO_ABSTAIN; ballot < VETO_BALLOTS; ballot++)
            text = add_bystanders(arena, text, scenario, vote, (enum veto_ballot)ballot);
    return text;
}

static char *verdict_vetoed(struct arena *arena, const struct veto_scenario *scenario,
                            const struct veto_vote *vote) {
    veto_set by = vote->result.vetoed_by;
    return arena_printf(arena,
                        "The %s has not been adopted, owing to the negative vote%s of %s: %s.",
                        words_noun(&scenario->drafts[vote->draft]), text_plural(veto_set_count(by)),
                        veto_holders(arena, scenario, by), words_names(arena, scenario, by));
}

static char *verdict_failed(struct arena *arena, const struct veto_scenario *scenario,
                            const struct veto_vote *vote) {
    const struct veto_result *result = &vote->result;
    const char *noun = words_noun(&scenario->drafts[vote->draft]);
    char *missed = words_majorities(arena, scenario, result->missed);
    const char *obtained;
    if (result->short_by && result->required == 1)
        obtained = "no vote in favour, and needed one";
    else if (result->short_by)
        obtained = arena_printf(arena, "%u of the %u votes in favour that it needed, %u short",
                                result->tally[VETO_YES], result->required, result->short_by);
    else
        obtained =
            arena_printf(arena, "the %u vote%s in favour that it needed, but did not reach: %s",
                         result->required, text_plural(result->required), missed);
    char *text =
        arena_printf(arena, "The %s has not been adopted: it obtained %s.", noun, obtained);
    if (result->short_by && result->missed)
        text = arena_printf(arena, "%s Nor did it reach: %s.", text, missed);
    return add_no_veto(arena, text, scenario, vote);
}

char *words_verdict(struct arena *arena, const struct veto_scenario *scenario,
                    const struct veto_vote *vote) {
    static char *(*const verdicts[VETO_OUTCOMES])(struct arena *, const struct veto_scenario *,
                                                  const struct veto_vote *) = {
        [VETO_ADOPTED] = verdict_adopted,
        [VETO_VETOED] = verdict_vetoed,
        [VETO_FAILED] = verdict_failed,
    };
    return verdicts[vote->result.outcome](arena, scenario, vote);
}

char *words_result(struct arena *arena, const struct veto_scenario *scenario,
                   const struct veto_vote *vote) {
    if (vote->without_vote)
        return words_verdict(arena, scenario, vote);
    return arena_printf(arena, "%s. %s", words_tally(arena, vote->result.tally),
                        words_verdict(arena, scenario, vote));
}

char *words_not_put(struct arena *arena, const struct veto_draft *draft, const char *why) {
    return arena_printf(arena, "The %s was not put to the vote: %s.", words_noun(draft), why);
}

char *words_declared(struct arena *arena, const struct veto_meeting *meeting, int draft) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
    return vote ? words_result(arena, scenario, vote)
                : words_not_put(arena, &scenario->drafts[draft],
                                words_why_not_put(arena, meeting, draft));
}

const char *words_brief_outcome(struct arena *arena, const struct veto_vote *vote) {
    if (!vote)
        return words_outcome(VETO_NOT_PUT);
    const struct veto_result *result = &vote->result;
    if (vote->without_vote)
        return arena_printf(arena, "%s without a vote", words_outcome(result->outcome));
    return arena_printf(arena, "%s %u-%u-%u", words_outcome(result->outcome),
                        result->tally[VETO_YES], result->tally[VETO_NO],
                        result->tally[VETO_ABSTAIN]);
}
