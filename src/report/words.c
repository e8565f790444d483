#include "report/words.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

const char *words_ballot(enum veto_ballot ballot) {
    static const char *const words[VETO_BALLOTS] = {
        [VETO_YES] = "in favour",      [VETO_NO] = "against",
        [VETO_ABSTAIN] = "abstaining", [VETO_NOT_PARTICIPATING] = "not participating",
        [VETO_ABSENT] = "absent",
    };
    return words[ballot];
}

const char *words_outcome(enum veto_outcome outcome) {
    static const char *const words[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = "adopted",
        [VETO_VETOED] = "vetoed",
        [VETO_FAILED] = "failed",
        [VETO_NOT_PUT] = "not put",
    };
    return words[outcome];
}

char *words_capital(struct arena *arena, const char *text) {
    char *copy = arena_copy(arena, text, strlen(text));
    *copy = (char)text_upper((unsigned char)*copy);
    return copy;
}

/* ---- names ---- */

/* English says "the" before a name made of a common noun, and before plurals. */
static bool takes_article(const char *name) {
    static const char *const nouns[] = {
        "Republic", "Federation", "Union", "Kingdom", "Emirates", "States", "Jamahiriya", "SSR",
    };
    static const char *const names[] = {
        "Netherlands", "Philippines", "Gambia", "Bahamas",  "Maldives",
        "Comoros",     "Seychelles",  "Congo",  "Holy See",
    };
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strstr(name, nouns[i]))
            return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

char *words_name(struct arena *arena, const char *name) {
    return arena_printf(arena, "%s%s", takes_article(name) ? "the " : "", name);
}

static char *member_name(struct arena *arena, const struct veto_scenario *scenario, int member) {
    return words_name(arena, scenario->members[member].name);
}

char *words_join(struct arena *arena, const char *list, const char *name, size_t left) {
    if (*list == '\0')
        return arena_printf(arena, "%s", name);
    return arena_printf(arena, "%s%s%s", list, left ? ", " : " and ", name);
}

static char *join_members(struct arena *arena, const struct veto_scenario *scenario, veto_set set,
                          size_t left) {
    char *text = arena_copy(arena, "", 0);
    left += veto_set_count(set);
    for (unsigned member = 0; member < scenario->members_count; member++)
        if (veto_set_has(set, member))
            text = words_join(arena, text, member_name(arena, scenario, (int)member), --left);
    return text;
}

char *words_names(struct arena *arena, const struct veto_scenario *scenario, veto_set set) {
    return join_members(arena, scenario, set, 0);
}

char *words_president(struct arena *arena, const struct veto_scenario *scenario) {
    if (scenario->president == VETO_NONE)
        return arena_copy(arena, "", 0);
    char *name = words_names(arena, scenario, veto_set_of((unsigned)scenario->president));
    return scenario->president_by_rule ? arena_printf(arena, "%s, by Rule 18", name) : name;
}

char *words_opening(struct arena *arena, const struct veto_scenario *scenario) {
    if (scenario->president == VETO_NONE || scenario->president_by_rule)
        return arena_printf(arena, "The President opens the meeting.");
    return arena_printf(arena, "The President, from %s, opens the meeting.",
                        words_president(arena, scenario));
}

char *words_sponsors(struct arena *arena, const struct veto_scenario *scenario,
                     const struct veto_draft *draft) {
    size_t others = draft->other_sponsor_count;
    char *text = join_members(arena, scenario, draft->sponsors, others);
    for (size_t i = 0; i < others; i++)
        text = words_join(arena, text, words_name(arena, draft->other_sponsors[i]), others - i - 1);
    return text;
}

char *words_date(struct arena *arena, struct veto_date date) {
    static const char *const months[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December",
    };
    if (date.month < 1 || date.month > 12)
        return arena_copy(arena, "", 0);
    return arena_printf(arena, "%d %s %d", date.day, months[date.month - 1], date.year);
}

/* An id that only says what it is adds nothing to a symbol. */
char *words_draft(struct arena *arena, const struct veto_draft *draft) {
    if (draft->symbol && strcmp(draft->id, "draft") == 0)
        return arena_copy(arena, draft->symbol, strlen(draft->symbol));
    return draft->symbol ? arena_printf(arena, "%s (%s)", draft->symbol, draft->id)
                         : arena_copy(arena, draft->id, strlen(draft->id));
}

const char *words_noun(const struct veto_draft *draft) {
    static const char *const nouns[VETO_BEARINGS] = {
        [VETO_PRINCIPAL] = "draft",
        [VETO_PRELIMINARY] = "motion",
        [VETO_AMENDMENT] = "amendment",
        [VETO_PART] = "part",
    };
    bool oral = !draft->symbol && !draft->result && draft->question == VETO_PROCEDURAL;
    return draft->bearing == VETO_PRINCIPAL && oral ? "motion" : nouns[draft->bearing];
}

char *words_named(struct arena *arena, const struct veto_draft *draft) {
    return arena_printf(arena, "%s %s", words_noun(draft), words_draft(arena, draft));
}

/* ---- results ---- */

char *words_tally(struct arena *arena, const unsigned tally[VETO_BALLOTS]) {
    char *text = arena_copy(arena, "", 0);
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++) {
        if (tally[ballot] == 0 && ballot > VETO_ABSTAIN)
            continue;
        text = arena_printf(arena, "%s%s%u %s", text, ballot > 0 ? ", " : "", tally[ballot],
                            words_ballot((enum veto_ballot)ballot));
    }
    return text;
}

/* "a permanent member", "two permanent members"; a scenario may give the veto to others too. */
static char *veto_holders(struct arena *arena, const struct veto_scenario *scenario, veto_set set) {
    static const char *const numbers[] = {"no", "a", "two", "three", "four", "five"};
    bool permanent = true;
    for (unsigned member = 0; member < scenario->members_count; member++)
        if (veto_set_has(set, member) && !scenario->members[member].permanent)
            permanent = false;
    unsigned count = veto_set_count(set);
    const char *plural = count == 1 ? "" : "s";
    const char *number = count < 6 ? numbers[count] : arena_printf(arena, "%u", count);
    return permanent ? arena_printf(arena, "%s permanent member%s", number, plural)
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
        why = arena_printf(arena, "%u votes in favour override one", rules->override_at);
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
    return arena_printf(
        arena, "The %s has not been adopted, owing to the negative vote%s of %s: %s.",
        words_noun(&scenario->drafts[vote->draft]), veto_set_count(by) == 1 ? "" : "s",
        veto_holders(arena, scenario, by), words_names(arena, scenario, by));
}

static char *verdict_failed(struct arena *arena, const struct veto_scenario *scenario,
                            const struct veto_vote *vote) {
    const struct veto_result *result = &vote->result;
    const char *noun = words_noun(&scenario->drafts[vote->draft]);
    char *missed = words_majorities(arena, scenario, result->missed);
    char *text;
    if (result->short_by)
        text = arena_printf(arena,
                            "The %s has not been adopted: it obtained %u of the %u votes in "
                            "favour that it needed, %u short.",
                            noun, result->tally[VETO_YES], result->required, result->short_by);
    else
        text = arena_printf(arena,
                            "The %s has not been adopted: it obtained the %u votes in favour "
                            "that it needed, but did not reach: %s.",
                            noun, result->required, missed);
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

/* ---- debate ---- */

char *words_speaker(struct arena *arena, const struct veto_scenario *scenario,
                    const struct veto_item *item) {
    const struct veto_speaker *speaker = &item->speaker;
    const char *state =
        speaker->speaks_for == VETO_NONE ? NULL : member_name(arena, scenario, speaker->speaks_for);
    const char *delegate =
        speaker->member == VETO_NONE ? NULL : scenario->members[speaker->member].delegate;
    const char *who = speaker->name ? speaker->name : delegate ? delegate : NULL;
    if (!who && speaker->role)
        return arena_printf(arena, "%s, %s", words_capital(arena, state), speaker->role);
    if (!who)
        return words_capital(arena, state);
    if (speaker->role)
        return arena_printf(arena, "%s, %s", who, speaker->role);
    return state ? arena_printf(arena, "%s, for %s", who, state)
                 : arena_copy(arena, who, strlen(who));
}

char *words_said(struct arena *arena, const struct veto_item *item) {
    bool quotation = item->kind == VETO_ITEM_STATEMENT && item->quoting == VETO_QUOTATION;
    return quotation ? arena_printf(arena, "\u201c%s\u201d", item->text)
                     : arena_copy(arena, item->text, strlen(item->text));
}

char *words_came_out(struct arena *arena, const struct veto_scenario *scenario, int draft,
                     enum veto_outcome outcome) {
    static const char *const verbs[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = "was adopted",
        [VETO_VETOED] = "was vetoed",
        [VETO_FAILED] = "failed",
        [VETO_NOT_PUT] = "was not put to the vote",
    };
    return arena_printf(arena, "%s %s", words_named(arena, &scenario->drafts[draft]),
                        verbs[outcome]);
}

/* ---- the record ---- */

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

static char *recorded_tally(struct arena *arena, const struct veto_scenario *scenario,
                            const struct veto_draft *draft) {
    unsigned tally[VETO_BALLOTS] = {0};
    for (unsigned member = 0; member < scenario->members_count; member++)
        tally[draft->recorded[member]]++;
    return words_tally(arena, tally);
}

static char *against_record(struct arena *arena, const struct veto_meeting *meeting, int draft) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    const struct veto_draft *on = &scenario->drafts[draft];
    if (!on->recorded)
        return NULL;
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
    const char *outcome = words_outcome(on->recorded_outcome);
    const char *tally = recorded_tally(arena, scenario, on);
    if (!vote)
        return arena_printf(arena, "not put here; on record, %s with %s.", outcome, tally);
    if (vote->without_vote)
        return arena_printf(arena, "adopted without a vote here; on record, %s with %s.", outcome,
                            tally);
    unsigned count;
    char *sentences = differences(arena, scenario, vote, on->recorded, &count);
    bool alike = vote->result.outcome == on->recorded_outcome;
    if (count == 0 && alike)
        return arena_printf(arena, "as recorded, %s, all %u ballots alike.", outcome,
                            scenario->members_count);
    if (count == 0)
        return arena_printf(arena,
                            "%s here, by other rules; %s on record, with the same "
                            "%u ballots.",
                            words_outcome(vote->result.outcome), outcome, scenario->members_count);
    char *said = alike ? arena_printf(arena, "%s as on record", outcome)
                       : arena_printf(arena, "%s here, %s on record",
                                      words_outcome(vote->result.outcome), outcome);
    return arena_printf(arena, "%s, %u of %u ballots alike.%s", said,
                        scenario->members_count - count, scenario->members_count, sentences);
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

char *words_mode(struct arena *arena, enum veto_mode mode, uint64_t seed) {
    static const char *const words[VETO_MODES] = {
        [VETO_EXPECTED] = "each member casts its most likely ballot",
        [VETO_RECORDED] = "each member votes as it is on record",
        [VETO_SAMPLED] = "each member's ballot is drawn by its chances, with seed",
    };
    return mode == VETO_SAMPLED
               ? arena_printf(arena, "%s %llu", words[mode], (unsigned long long)seed)
               : arena_copy(arena, words[mode], strlen(words[mode]));
}

char *words_score(struct arena *arena, const struct session_score *score) {
    const char *outcome = !score->outcome_guessed ? ""
                          : score->outcome_right  ? "the outcome as predicted"
                                                  : "another outcome than predicted";
    const char *ballots = score->guessed ? arena_printf(arena, "%u of %u ballots as predicted",
                                                        score->right, score->guessed)
                                         : "";
    if (!*outcome && !*ballots)
        return arena_printf(arena, "%s", "");
    return arena_printf(arena, "The class: %s%s%s.", outcome, *outcome && *ballots ? ", " : "",
                        ballots);
}
