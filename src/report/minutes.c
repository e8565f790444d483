/* What stands before a meeting and behind it. */
#include "report/minutes.h"

#include "base/arena.h"
#include "report/roles.h"
#include "session/session.h"
#include "words/words.h"

void minutes_say(const struct minutes *minutes, unsigned indent, const char *text) {
    page_paragraph(minutes->page, ROLE_PLAIN, indent, text);
}

const char *minutes_name(const struct minutes *minutes, int draft) {
    return words_draft(minutes->arena, &minutes->scenario->drafts[draft]);
}

const char *minutes_named(const struct minutes *minutes, int draft) {
    return words_named(minutes->arena, &minutes->scenario->drafts[draft]);
}

void minutes_fact(const struct minutes *minutes, const char *label, const char *text) {
    enum { LABEL = 19 };
    page_fact(minutes->page, 1, LABEL, label, ROLE_PLAIN, text);
}

/* ---- before the meeting ---- */

void minutes_title(const struct minutes *minutes) {
    const struct veto_scenario *scenario = minutes->scenario;
    page_title(minutes->page, scenario->title);
    minutes_say(minutes, 0, words_sitting(minutes->arena, scenario));
    if (scenario->about) {
        page_gap(minutes->page);
        minutes_say(minutes, 0, scenario->about);
    }
}

void minutes_council(const struct minutes *minutes) {
    const struct veto_scenario *scenario = minutes->scenario;
    struct arena *arena = minutes->arena;
    veto_set permanent = words_permanent(scenario);
    page_subsection(minutes->page, "The Council");
    minutes_fact(minutes, "Permanent members", words_names(arena, scenario, permanent));
    minutes_fact(minutes, "Elected members", words_names(arena, scenario, ~permanent));
    minutes_fact(minutes, "President", words_president(arena, scenario));
    minutes_fact(minutes, "Required majority",
                 words_required(arena, scenario->rules.required, scenario->rules.members));
    minutes_fact(minutes, "Further majorities", words_majorities(arena, scenario, ~0U));
    minutes_fact(minutes, "Veto", words_veto(arena, scenario));
    minutes_fact(minutes, "Party to a dispute", words_abstention(scenario));
}

void minutes_draft(const struct minutes *minutes, int index, unsigned indent, bool question) {
    const struct veto_draft *draft = &minutes->scenario->drafts[index];
    struct arena *arena = minutes->arena;
    char *sponsors = words_sponsors(arena, minutes->scenario, draft);
    if (*sponsors)
        minutes_say(minutes, indent, arena_printf(arena, "Sponsored by %s.", sponsors));
    minutes_say(minutes, indent,
                question ? words_nature(arena, minutes->scenario, index)
                         : words_bearing(arena, minutes->scenario, index));
    if (draft->about)
        minutes_say(minutes, indent, draft->about);
    minutes_say(minutes, indent, words_kinds_asked(arena, draft));
}

void minutes_drafts(const struct minutes *minutes, bool question) {
    page_subsection(minutes->page,
                    minutes->scenario->draft_count == 1 ? "The draft" : "The drafts");
    for (int i = 0; i < (int)minutes->scenario->draft_count; i++) {
        const struct veto_draft *draft = &minutes->scenario->drafts[i];
        if (minutes->paper)
            page_item(minutes->page, ROLE_PLAIN, 1, words_titled(minutes->arena, draft));
        else
            page_itemf(minutes->page, ROLE_PLAIN, 1, "%s: %s", minutes_name(minutes, i),
                       draft->title);
        minutes_draft(minutes, i, 2, question);
    }
}

/* ---- after the meeting ---- */

/* "RUS CHN" */
static const char *codes(const struct minutes *minutes, veto_set set) {
    const char *text = "";
    for (unsigned i = 0; i < minutes->scenario->members_count; i++)
        if (veto_set_has(set, i))
            text = arena_printf(minutes->arena, "%s%s%s", text, *text ? " " : "",
                                minutes->scenario->members[i].code);
    return text;
}

static char *remark_on_minutes(const struct minutes *minutes, int draft) {
    struct arena *arena = minutes->arena;
    const struct veto_vote *vote = veto_meeting_vote(minutes->meeting, draft);
    if (!vote)
        return words_why_not_put(arena, minutes->meeting, draft);
    if (vote->without_vote)
        return arena_printf(arena, "without a vote");
    char *tally = words_tally(arena, vote->result.tally);
    if (vote->result.vetoed_by)
        return arena_printf(arena, "%s; by %s", tally,
                            words_names(arena, minutes->scenario, vote->result.vetoed_by));
    if (vote->result.short_by)
        return arena_printf(arena, "%s; %u short", tally, vote->result.short_by);
    if (vote->result.missed)
        return arena_printf(arena, "%s; not reached: %s", tally,
                            words_majorities(arena, minutes->scenario, vote->result.missed));
    return tally;
}

void minutes_outcomes(const struct minutes *minutes) {
    enum { ID, DRAFT, OUTCOME, REMARK, TALLY, VETOED_BY = TALLY + VETO_BALLOTS, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [ID] = {.key = "draft", .audience = FOR_DATA},
        [OUTCOME] = {.key = "outcome", .type = COLUMN_OUTCOME, .least = 9},
        [TALLY + VETO_YES] = {.key = "yes", .audience = FOR_DATA},
        [TALLY + VETO_NO] = {.key = "no", .audience = FOR_DATA},
        [TALLY + VETO_ABSTAIN] = {.key = "abstain", .audience = FOR_DATA},
        [TALLY + VETO_NOT_PARTICIPATING] = {.key = "not_participating", .audience = FOR_DATA},
        [TALLY + VETO_ABSENT] = {.key = "absent", .audience = FOR_DATA},
        [VETOED_BY] = {.key = "vetoed_by", .audience = FOR_DATA},
    };
    uint32_t settled = session_settled(minutes->meeting, minutes->shown);
    if (settled == 0)
        return;
    page_section(minutes->page, "Outcome");
    struct page_table *table = page_table(minutes->page, columns, COLUMNS);
    for (int draft = 0; draft < (int)minutes->scenario->draft_count; draft++) {
        enum veto_outcome outcome = veto_meeting_outcome(minutes->meeting, draft);
        const struct veto_vote *vote = veto_meeting_vote(minutes->meeting, draft);
        if (!(settled >> draft & 1))
            continue;
        struct page_cell *row =
            table_texts(table, minutes->scenario->drafts[draft].id, minutes_name(minutes, draft),
                        words_outcome(outcome), remark_on_minutes(minutes, draft));
        row[OUTCOME].data = veto_outcome_word(outcome);
        row[OUTCOME].role = role_of_outcome(outcome);
        for (int i = 0; vote && vote->casts && i < VETO_BALLOTS; i++)
            row[TALLY + i].text = arena_printf(minutes->arena, "%u", vote->result.tally[i]);
        row[VETOED_BY].text = vote ? codes(minutes, vote->result.vetoed_by) : "";
    }
}

/* Every ballot of the drafts that have been settled, for programs. */
void minutes_ballots(const struct minutes *minutes) {
    const struct veto_scenario *scenario = minutes->scenario;
    uint32_t settled = session_settled(minutes->meeting, minutes->shown);
    struct page_table *table = page_data(minutes->page, "draft", "member", "name", "ballot");
    for (int draft = 0; draft < (int)scenario->draft_count; draft++) {
        const struct veto_vote *vote = veto_meeting_vote(minutes->meeting, draft);
        bool cast = vote && vote->casts && settled >> draft & 1;
        for (unsigned i = 0; cast && i < scenario->members_count; i++)
            table_texts(table, scenario->drafts[draft].id, scenario->members[i].code,
                        scenario->members[i].name, veto_ballot_word(vote->casts[i].ballot));
    }
}

void minutes_record(const struct minutes *minutes) {
    uint32_t settled = session_settled(minutes->meeting, minutes->shown);
    bool apart =
        minutes->scenario->has_record && veto_meeting_mode(minutes->meeting) != VETO_RECORDED;
    if (!apart || settled == 0)
        return;
    page_section(minutes->page, "Against the record");
    page_paragraph(minutes->page, ROLE_DIM, 0,
                   words_numbers(minutes->arena, minutes->scenario, minutes->page->changes,
                                 minutes->page->change_count));
    for (int draft = 0; draft < (int)minutes->scenario->draft_count; draft++) {
        char *text = words_record(minutes->arena, minutes->meeting, draft);
        if (text && settled >> draft & 1)
            page_hanging(minutes->page, ROLE_PLAIN, 0, text);
    }
}

/* ---- members by their ballots ---- */

void minutes_group(const struct minutes *minutes, veto_set set, enum veto_ballot ballot) {
    if (set == 0)
        return;
    struct arena *arena = minutes->arena;
    page_itemf(minutes->page, role_of_ballot(ballot), 1, "%s (%u): %s",
               words_capital(arena, words_ballot(ballot)), veto_set_count(set),
               words_names(arena, minutes->scenario, set));
}

/* ---- what the class expected, and how much of it was right ---- */

static veto_set expected(const struct minutes *minutes, const struct session_guess *guess,
                         enum veto_ballot ballot) {
    veto_set set = 0;
    for (size_t i = 0; i < guess->ballot_count; i++) {
        int member = veto_scenario_member(minutes->scenario, guess->ballots[i].member);
        if (member != VETO_NONE && guess->ballots[i].ballot == ballot)
            set |= veto_set_of((unsigned)member);
    }
    return set;
}

/* What the command line set over all of it is on the page alone; a transcript has none there. */
static bool is_changed(const struct minutes *minutes) {
    const struct session *session = minutes->session;
    return session->set_count + session->change_count + minutes->page->change_count > 0;
}

/* What each team said, and of a draft that was voted on whether it was right. */
static void add_teams(const struct minutes *minutes, const struct session_guess *guess, int draft) {
    const struct veto_vote *vote =
        draft == VETO_NONE ? NULL : veto_meeting_vote(minutes->meeting, draft);
    for (int team = 0; team < SESSION_TEAMS; team++) {
        int said = guess->teams[team] + VETO_NONE;
        if (said != VETO_NONE)
            page_say(minutes->page, 1, "Team %d: %s%s.", team + 1,
                     words_outcome((enum veto_outcome)said),
                     !vote                               ? ""
                     : said == (int)vote->result.outcome ? ", right"
                                                         : ", wrong");
    }
}

static void add_guess(const struct minutes *minutes, const struct session_guess *guess, int draft) {
    const char *outcome =
        guess->outcome == VETO_NONE ? "" : words_outcome((enum veto_outcome)guess->outcome);
    page_hangingf(minutes->page, ROLE_STRONG, 0, "%s%s%s",
                  words_capital(minutes->arena, minutes_named(minutes, draft)),
                  *outcome ? ": " : "", outcome);
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        minutes_group(minutes, expected(minutes, guess, (enum veto_ballot)ballot),
                      (enum veto_ballot)ballot);
    if (session_hands_shown(guess))
        page_say(minutes->page, 1, "Hands: %s.", words_hands(minutes->arena, guess->hands));
    bool settled = session_settled(minutes->meeting, minutes->shown) >> draft & 1;
    add_teams(minutes, guess, settled ? draft : VETO_NONE);
    if (!settled) {
        minutes_say(minutes, 1, "Nothing had come of it yet.");
        return;
    }
    struct session_score score = session_score(guess, minutes->meeting, draft);
    const char *words = words_score(minutes->arena, &score, is_changed(minutes));
    if (*words || guess->ballot_count > 0)
        minutes_say(minutes, 1, *words ? words : "There was no roll call.");
}

/* Guesses about drafts that the scenario does not have are passed over. */
void minutes_guesses(const struct minutes *minutes) {
    const struct session *session = minutes->session;
    bool headed = false;
    for (size_t i = 0; session && i < session->guess_count; i++) {
        const struct session_guess *guess = &session->guesses[i];
        int draft = veto_scenario_draft(minutes->scenario, guess->draft);
        bool says = guess->outcome != VETO_NONE || guess->ballot_count > 0 ||
                    session_hands_shown(guess) || session_teams_said(guess);
        if (draft == VETO_NONE || !says)
            continue;
        page_gap(minutes->page);
        if (!headed)
            page_heading(minutes->page, 2, "What the class expected");
        headed = true;
        add_guess(minutes, guess, draft);
    }
}

/* ---- sources ---- */

static bool is_due(const struct minutes *minutes, const struct veto_reference *source) {
    if (minutes->shown == veto_meeting_event_count(minutes->meeting))
        return true;
    for (size_t i = 0; i < minutes->shown; i++) {
        const struct veto_event *event = veto_meeting_event(minutes->meeting, i);
        if (event->item && event->item->source == source)
            return true;
    }
    return false;
}

static void add_source(const struct minutes *minutes, size_t number) {
    struct arena *arena = minutes->arena;
    const struct veto_reference *source = &minutes->scenario->references[number];
    const char *parts[] = {source->publisher, source->date, source->note};
    bool told = told_source(&minutes->told, source);
    char *text = arena_printf(arena, "[%zu] %s", number + 1,
                              told ? source->title : words_untitled(arena, source));
    for (size_t part = 0; told && part < sizeof parts / sizeof *parts; part++)
        if (parts[part])
            text = arena_printf(arena, "%s, %s", text, parts[part]);
    page_hanging(minutes->page, ROLE_PLAIN, 0, text);
    if (told && source->url)
        page_link(minutes->page, 1, source->url);
}

void minutes_sources(const struct minutes *minutes) {
    bool headed = false;
    for (size_t i = 0; i < minutes->scenario->reference_count; i++) {
        if (!is_due(minutes, &minutes->scenario->references[i]))
            continue;
        if (!headed)
            page_section(minutes->page, "Sources");
        headed = true;
        add_source(minutes, i);
    }
}
