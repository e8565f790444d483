/* One recorded vote: what the data says, and what the rules say. */
#include "base/arena.h"
#include "history/record.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "report/roles.h"
#include "words/words.h"

enum { LABEL = 12 };

struct show {
    struct page *page;
    const struct vote_view *view;
    const struct veto_history_finding *finding; /* or NULL */
    const struct veto_history_vote *vote;
};

static void fact(const struct show *show, const char *label, enum role role, const char *text) {
    if (text)
        page_fact(show->page, 1, LABEL, label, role, text);
}

/* ---- what the data says ---- */

/* The states of a set of seats, as they were called. */
static const char *seats(const struct show *show, const struct veto_history_seating *seating,
                         veto_set set) {
    const char *names[VETO_MAX_MEMBERS];
    size_t count = 0;
    for (unsigned i = 0; i < seating->composition.count; i++)
        if (veto_set_has(set, i))
            names[count++] = words_name(show->page->arena, seating->composition.seats[i].name);
    return words_list(show->page->arena, names, count);
}

/* "vetoed by the Soviet Union" */
static const char *outcome_of_vote(const struct show *show) {
    struct veto_history_seating seating;
    veto_set veto = history_veto(show->vote, &seating);
    const char *by = veto ? seats(show, &seating, veto) : "";
    return arena_printf(show->page->arena, "%s%s%s%s", history_outcome(show->vote->recorded),
                        veto ? " by " : "", by, show->vote->without_vote ? ", without a vote" : "");
}

/* Where the file is silent about a seat. */
static void add_gaps(const struct show *show) {
    static const char *const gaps[] = {
        "Under another state in the file, and used where it belongs",
        "No ballot in the file, and only this one agrees with its totals",
        "No ballot in the file, taken as absent",
        "Not known how they voted",
    };
    struct veto_history_seating seating;
    if (show->vote->without_vote || !veto_history_seat(show->vote, &seating))
        return;
    veto_set sets[] = {seating.moved, seating.implied, seating.absent, seating.unknown};
    for (int i = 0; i < 4; i++)
        if (sets[i])
            page_itemf(show->page, ROLE_PLAIN, 1, "%s: %s.", gaps[i],
                       seats(show, &seating, sets[i]));
}

/* Where the vote stands by itself, nothing of how the file has it. */
static void add_vote_data(const struct show *show) {
    const struct veto_history_vote *vote = show->vote;
    const struct veto_topic *topic = veto_history_topic(vote);
    const char *totals = totals_stated(show->page->arena, vote);
    bool file = show->finding != NULL;
    if (file)
        page_section(show->page, "What the data says");
    else
        page_gap(show->page);
    fact(show, "Draft", ROLE_PLAIN, vote->draft);
    fact(show, "Meeting", ROLE_PLAIN, vote->meeting);
    if (file && *topic->words)
        fact(show, "Topic", ROLE_PLAIN,
             arena_printf(show->page->arena, "%s (%s)", topic->name, topic->id));
    fact(show, "Outcome", role_of_outcome(vote->recorded), outcome_of_vote(show));
    fact(show, "Totals", ROLE_PLAIN, *totals ? totals : "not stated");
    if (file)
        fact(show, "Row", ROLE_PLAIN, arena_printf(show->page->arena, "%u", vote->row));
    history_corrected(show->page, show->vote, false);
    add_gaps(show);
    for (size_t i = 0; file && i < show->finding->problem_count; i++) {
        const struct veto_history_problem *problem = show->finding->problems[i];
        if (problem->kind != VETO_PROBLEM_BALLOT) /* which is said above, and not doubtful */
            page_itemf(show->page, ROLE_PLAIN, 1, "Doubtful: %s (row %u).", problem->text,
                       problem->row);
    }
    if (file)
        page_say(show->page, 1, "%s", history_layout_limits(show->view->check->history->layout));
}

/* ---- the roll call ---- */

static veto_set seats_with(const struct veto_history_seating *seating, enum veto_ballot ballot) {
    veto_set set = 0;
    for (unsigned i = 0; i < seating->composition.count; i++)
        if (seating->ballots[i] == ballot)
            set |= veto_set_of(i);
    return set;
}

static void add_ballots(const struct show *show, const struct veto_history_seating *seating) {
    struct arena *arena = show->page->arena;
    page_section(show->page, "Roll call");
    for (int i = 0; i < VETO_BALLOTS; i++) {
        enum veto_ballot ballot = (enum veto_ballot)i;
        veto_set set = seats_with(seating, ballot);
        if (set)
            page_itemf(show->page, role_of_ballot(ballot), 1, "%s (%u): %s",
                       words_capital(arena, words_ballot(ballot)), veto_set_count(set),
                       seats(show, seating, set));
    }
    if (seats_with(seating, VETO_NOT_PARTICIPATING))
        page_say(show->page, 1,
                 "The files do not tell a member that was absent from one that took no part in the "
                 "vote.");
}

/* For programs: a row a seat, or one without a member where there is no roll call. */
static void add_ballot_rows(const struct show *show, const struct veto_history_seating *seating) {
    const struct veto_history_vote *vote = show->vote;
    const char *outcome =
        vote->recorded == VETO_OUTCOMES ? NULL : veto_outcome_word(vote->recorded);
    struct page_table *table =
        page_data(show->page, "symbol", "date", "outcome", "member", "name", "ballot");
    if (!seating)
        table_texts(table, vote->symbol, vote->date_text, outcome);
    for (unsigned i = 0; seating && i < seating->composition.count; i++)
        table_texts(table, vote->symbol, vote->date_text, outcome,
                    arena_copy(show->page->arena, seating->composition.seats[i].code, 3),
                    seating->composition.seats[i].name,
                    veto_set_has(seating->unknown, i) ? NULL
                                                      : veto_ballot_word(seating->ballots[i]));
}

/* ---- what the rules say ---- */

static void add_verdict(const struct show *show) {
    const struct veto_history_finding *finding = show->finding;
    switch (finding->verdict) {
    case VETO_AGREES:
        page_say(show->page, 0, "The rules of its day give the recorded outcome.");
        break;
    case VETO_EXPLAINED:
        page_say(show->page, 0,
                 "On a question of substance it would have been %s. It was not one: %s. "
                 "Source: %s.",
                 history_outcome(finding->resolved), finding->explanation->why,
                 finding->explanation->source);
        break;
    case VETO_UNEXPLAINED:
        page_say(show->page, 0, "Unexplained: recorded %s, by the rules of its day %s. Why: %s.",
                 history_outcome(show->vote->recorded), history_outcome(finding->resolved),
                 finding->why);
        break;
    }
}

static void add_rules(const struct show *show) {
    struct arena *arena = show->page->arena;
    const struct veto_meeting *meeting = show->view->meeting;
    const struct veto_vote *cast = meeting ? veto_meeting_vote(meeting, 0) : NULL;
    if (cast) {
        const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
        page_say(show->page, 0, "%u votes in favour of %u were needed.", cast->result.required,
                 scenario->rules.members);
        page_paragraph(show->page, ROLE_STRONG, 0, words_result(arena, scenario, cast));
    }
    add_verdict(show);
    struct veto_seat seat;
    if (veto_president_of(show->vote->date, &seat))
        page_say(show->page, 0, "By Rule 18 it was the turn of %s to preside.",
                 words_name(arena, seat.name));
}

/* ---- the page ---- */

static void add_told_vote(const struct show *show, const struct veto_history_seating *seating,
                          const char *why_not) {
    add_vote_data(show);
    if (!why_not)
        add_ballots(show, seating);
    else if (!show->finding)
        page_gap(show->page);
    if (show->finding)
        page_section(show->page, "What the rules say");
    if (why_not)
        page_say(show->page, 0, "There is no roll call: %s.", why_not);
    if (show->finding)
        add_rules(show);
    add_ballot_rows(show, why_not ? NULL : seating);
}

static void build_vote_page(struct page *page, const void *context) {
    const struct vote_view *view = context;
    struct show show = {page, view, NULL, view->vote};
    if (view->check) {
        show.finding = &view->check->findings[view->index];
        show.vote = show.finding->vote;
    }
    struct veto_history_seating seating;
    const char *why_not = veto_history_why_not(show.vote, &seating);
    const char *date = history_date(page->arena, show.vote);
    if (!view->hidden) {
        page_titlef(page, "%s, %s", history_symbol(show.vote), date);
        page_say(page, 0, "%s", show.vote->title);
        add_told_vote(&show, &seating, why_not);
        return;
    }
    /* A file of votes may have symbols of drafts only where nothing was adopted: none is told. */
    page_title(page, date);
    page_say(page, 0, "%s", history_safe_title(page->arena, show.vote));
    page_gap(page);
    fact(&show, "Meeting", ROLE_PLAIN, show.vote->meeting);
    page_paragraph(page, ROLE_DIM, 0,
                   "Symbols, ballots and the outcome are hidden until they are played; veto play "
                   "--open shows them.");
    if (why_not)
        page_say(page, 0, "There is no roll call to play.");
}

/* ---- JSON ---- */

static json_t *build_vote_json(struct build *build, const void *context) {
    static const char *const verdicts[] = {
        [VETO_AGREES] = "agrees",
        [VETO_EXPLAINED] = "explained",
        [VETO_UNEXPLAINED] = "unexplained",
    };
    const struct vote_view *view = context;
    const struct veto_history_finding *finding = &view->check->findings[view->index];
    const struct veto_procedural_vote *explanation = finding->explanation;
    json_t *vote = json_vote(build, finding->vote), *problems = json_array();
    struct veto_seat seat;
    bool presided = veto_president_of(finding->vote->date, &seat);
    for (size_t i = 0; i < finding->problem_count; i++)
        build_push(build, problems, json_problem(finding->problems[i]));
    build_more(
        build, vote,
        json_pack("{s:s, s:o, s:s, s:s?, s:s?, s:o, s:s?, s:b}", "question",
                  veto_question_word(veto_history_procedural(finding->vote) ? VETO_PROCEDURAL
                                                                            : VETO_SUBSTANTIVE),
                  "resolved", json_outcome(finding->resolved), "verdict",
                  verdicts[finding->verdict], "why", explanation ? explanation->why : finding->why,
                  "source", explanation ? explanation->source : NULL, "data_problems", problems,
                  "president_by_rule", presided ? seat.code : NULL, "adopted_only",
                  view->check->history->layout == VETO_UNDL));
    return vote;
}

const struct report report_vote = {build_vote_page, build_vote_json, 0, 0};
