#include "words/words.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "council/dates.h"
#include "scenario/text.h"

const char *words_ballot(enum veto_ballot ballot) {
    static const char *const words[VETO_BALLOTS] = {
        [VETO_YES] = "in favour",      [VETO_NO] = "against",
        [VETO_ABSTAIN] = "abstaining", [VETO_NOT_PARTICIPATING] = "not participating",
        [VETO_ABSENT] = "absent",
    };
    return words[ballot];
}

const char *words_badge(enum veto_ballot ballot) {
    static const char *const badges[VETO_BALLOTS] = {[VETO_YES] = "Y+",
                                                     [VETO_NO] = "N-",
                                                     [VETO_ABSTAIN] = "A=",
                                                     [VETO_NOT_PARTICIPATING] = "/",
                                                     [VETO_ABSENT] = "x"};
    return badges[ballot];
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

char *words_list(struct arena *arena, const char *const *names, size_t count) {
    static const char comma[] = ", ", and[] = " and ";
    size_t length = 1;
    for (size_t i = 0; i < count; i++)
        length += strlen(names[i]) + strlen(and);
    char *text = arena_alloc(arena, length), *to = text;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            to = stpcpy(to, i + 1 < count ? comma : and);
        to = stpcpy(to, names[i]);
    }
    return text;
}

/* The names of members, with room for `more` behind them. */
static const char **list_names(struct arena *arena, const struct veto_scenario *scenario,
                               veto_set set, size_t more, size_t *count) {
    const char **names = arena_array(arena, const char *, veto_set_count(set) + more + 1);
    for (unsigned member = 0; member < scenario->members_count; member++)
        if (veto_set_has(set, member))
            names[(*count)++] = words_name(arena, scenario->members[member].name);
    return names;
}

char *words_names(struct arena *arena, const struct veto_scenario *scenario, veto_set set) {
    size_t count = 0;
    const char **names = list_names(arena, scenario, set, 0, &count);
    return words_list(arena, names, count);
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
    size_t count = 0;
    const char **names =
        list_names(arena, scenario, draft->sponsors, draft->other_sponsor_count, &count);
    for (size_t i = 0; i < draft->other_sponsor_count; i++)
        names[count++] = words_name(arena, draft->other_sponsors[i]);
    return words_list(arena, names, count);
}

char *words_date(struct arena *arena, struct veto_date date) {
    if (date.month < 1 || date.month > 12)
        return arena_copy(arena, "", 0);
    return arena_printf(arena, "%d %s %d", date.day, month_name(date.month), date.year);
}

char *words_sitting(struct arena *arena, const struct veto_scenario *scenario) {
    char *date = words_date(arena, scenario->date);
    return arena_printf(arena, "Security Council%s%s%s%s", *date ? ", " : "", date,
                        scenario->meeting ? ", meeting " : "",
                        scenario->meeting ? scenario->meeting : "");
}

const char *words_group(enum veto_group group) {
    static const char *const words[VETO_GROUPS] = {
        [VETO_GROUP_NONE] = "",
        [VETO_AFRICAN] = "African",
        [VETO_ASIA_PACIFIC] = "Asia-Pacific",
        [VETO_EASTERN_EUROPEAN] = "Eastern European",
        [VETO_LATIN_AMERICAN_CARIBBEAN] = "Latin American and Caribbean",
        [VETO_WESTERN_EUROPEAN_OTHERS] = "Western European and others",
    };
    return words[group];
}

char *words_numbers(struct arena *arena, const struct veto_scenario *scenario,
                    const char *const *changes, size_t count) {
    enum { LEANINGS, CHANCES, BOTH } numbers; /* what says how ballots come about */
    static const char *const unsaid[] = {"members' views", "ballots' chances",
                                         "members' views and ballots' chances"};
    static const char *const what[] = {"Members' views", "The chances of ballots",
                                       "Members' views and the chances of ballots"};
    static const char *const from[] = {
        [VETO_NUMBERS_RECORD] = "set so that each most likely votes as it really did",
        [VETO_NUMBERS_ASSUMED] = "guessed, not taken from real votes",
        [VETO_NUMBERS_FITTED] = "worked out from recorded votes",
    };
    const char *made_up = scenario->hypothetical ? "A hypothetical meeting. " : "";
    size_t kinds = 0;
    for (size_t i = 0; i < scenario->draft_count; i++)
        kinds += scenario->drafts[i].kind_count > 0;
    numbers = kinds == 0 ? LEANINGS : kinds == scenario->draft_count ? CHANCES : BOTH;
    bool changed = false;
    for (size_t i = 0; i < count; i++)
        changed = changed || scenario_sets_numbers(changes[i]);
    if (scenario->numbers == VETO_NUMBERS_UNSAID)
        return arena_printf(arena, "%sThe scenario does not say where its %s come from.", made_up,
                            unsaid[numbers]);
    return arena_printf(arena, "%s%s are %s%s.", made_up, what[numbers], from[scenario->numbers],
                        changed ? ", apart from what is changed here" : "");
}

/* An id that only says what it is adds nothing to a symbol. */
char *words_draft(struct arena *arena, const struct veto_draft *draft) {
    if (draft->symbol && strcmp(draft->id, "draft") == 0)
        return arena_copy(arena, draft->symbol, strlen(draft->symbol));
    return draft->symbol ? arena_printf(arena, "%s (%s)", draft->symbol, draft->id)
                         : arena_printf(arena, "'%s'", draft->id);
}

char *words_titled(struct arena *arena, const struct veto_draft *draft) {
    return draft->symbol ? arena_printf(arena, "%s: %s", draft->symbol, draft->title)
                         : arena_printf(arena, "%s", draft->title);
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
    const char *noun = words_noun(draft);
    if (!draft->symbol && strcmp(draft->id, noun) == 0)
        return arena_printf(arena, "the %s", noun);
    return arena_printf(arena, "%s %s", noun, words_draft(arena, draft));
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

/* ---- debate ---- */

char *words_speaker(struct arena *arena, const struct veto_scenario *scenario,
                    const struct veto_item *item) {
    const struct veto_speaker *speaker = &item->speaker;
    const char *state = speaker->speaks_for == VETO_NONE
                            ? NULL
                            : words_name(arena, scenario->members[speaker->speaks_for].name);
    const char *delegate =
        speaker->member == VETO_NONE ? NULL : scenario->members[speaker->member].delegate;
    const char *who = speaker->name ? speaker->name : delegate;
    const char *called = who ? who : words_capital(arena, state);
    if (speaker->role)
        return arena_printf(arena, "%s, %s", called, speaker->role);
    return who && state ? arena_printf(arena, "%s, for %s", who, state)
                        : arena_copy(arena, called, strlen(called));
}

char *words_untitled(struct arena *arena, const struct veto_reference *source) {
    const char *date = source->date ? source->date : "";
    return source->publisher ? arena_printf(arena, "%s%s%s (title after the votes)",
                                            source->publisher, *date ? ", " : "", date)
                             : arena_printf(arena, "told after the votes");
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

char *words_puts(struct arena *arena, const struct veto_draft *draft) {
    return arena_printf(arena, "The President puts %s to the vote", words_named(arena, draft));
}

char *words_fate(struct arena *arena, const struct veto_draft *draft, enum veto_outcome outcome) {
    return arena_printf(arena, "%s: %s", words_capital(arena, words_named(arena, draft)),
                        words_outcome(outcome));
}

/* ---- how it is played, and what the class expected ---- */

char *words_mode(struct arena *arena, const struct veto_meeting *meeting, bool changed) {
    static const char *const words[VETO_MODES] = {
        [VETO_EXPECTED] = "each member casts its most likely ballot",
        [VETO_RECORDED] = "each member votes as it is on record",
        [VETO_SAMPLED] = "each member's ballot is drawn by its chances, with seed",
    };
    enum veto_mode mode = veto_meeting_mode(meeting);
    if (mode == VETO_SAMPLED)
        return arena_printf(arena, "%s %llu", words[mode],
                            (unsigned long long)veto_meeting_seed(meeting));
    return arena_printf(arena, "%s%s", words[mode],
                        mode == VETO_RECORDED && changed ? ", but for what is changed here" : "");
}

char *words_hands(struct arena *arena, const unsigned short hands[SESSION_HANDS]) {
    return arena_printf(arena, "%u %s, %u %s, %u %s", hands[VETO_ADOPTED],
                        words_outcome(VETO_ADOPTED), hands[VETO_VETOED], words_outcome(VETO_VETOED),
                        hands[VETO_FAILED], words_outcome(VETO_FAILED));
}

char *words_score(struct arena *arena, const struct session_score *score, bool changed) {
    char *parts[] = {
        !score->outcome_guessed ? ""
        : score->outcome_right  ? "the outcome as predicted"
                                : "another outcome than predicted",
        !score->guessed ? ""
                        : arena_printf(arena, "%u of %u ballot%s as predicted", score->right,
                                       score->guessed, text_plural(score->guessed)),
        !score->hands ? ""
                      : arena_printf(arena, "%u of %u hand%s right", score->hands_right,
                                     score->hands, text_plural(score->hands)),
    };
    char *text = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (*parts[i])
            text = arena_printf(arena, "%s%s%s", text, *text ? ", " : "", parts[i]);
    return *text ? arena_printf(arena, "The class%s: %s.",
                                changed ? ", of the vote as it is changed here" : "", text)
                 : text;
}
