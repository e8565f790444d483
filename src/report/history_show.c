/* One recorded vote: what the data says, and what the rules say. */
#include <string.h>

#include "report/history.h"
#include "report/history_words.h"
#include "words/words.h"

enum { INDENT = 4, LABEL = 12 };

struct show {
    struct page page;
    const struct vote_view *view;
    const struct veto_history_finding *finding;
    const struct veto_history_vote *vote;
};

static void say(struct show *show, size_t indent, const char *text) {
    prose_paragraph(&show->page.prose, INK_PLAIN, indent, indent, text);
}

static void heading(struct show *show, const char *text) {
    prose_blank(&show->page.prose);
    prose_heading(&show->page.prose, text, '-');
}

static void fact(struct show *show, const char *label, enum prose_ink ink, const char *text) {
    struct prose_cell cells[] = {{label, LABEL, INK_PLAIN}, {text, 0, ink}};
    if (text && *text)
        prose_row(&show->page.prose, INDENT, cells, 2);
}

/* ---- what the data says ---- */

static char *stated_totals(struct show *show) {
    static const char *const labels[] = {"in favour", "against", "abstaining", "not voting"};
    struct arena *arena = &show->page.arena;
    char *text = arena_copy(arena, "", 0);
    for (int i = VETO_TOTAL_YES; i <= VETO_TOTAL_NOT_VOTING; i++)
        if (show->vote->totals[i] >= 0)
            text = arena_printf(arena, "%s%s%d %s", text, *text ? ", " : "", show->vote->totals[i],
                                labels[i]);
    return *text ? text : "not stated";
}

static char *seats(struct show *show, const struct veto_history_seating *seating, veto_set set) {
    struct arena *arena = &show->page.arena;
    char *text = arena_copy(arena, "", 0);
    for (unsigned i = 0; i < seating->composition.count; i++)
        if (veto_set_has(set, i))
            text = arena_printf(arena, "%s%s%s", text, *text ? ", " : "",
                                words_name(arena, seating->composition.seats[i].name));
    return text;
}

/* Where the file is silent about a seat. */
static void write_gaps(struct show *show) {
    static const char *const gaps[] = {
        "No ballot in the file, and only this one agrees with its totals",
        "No ballot in the file, taken as absent",
        "Not known how they voted",
    };
    struct veto_history_seating seating;
    if (show->vote->without_vote || !veto_history_seat(show->vote, &seating))
        return;
    veto_set sets[] = {seating.implied, seating.absent, seating.unknown};
    for (int i = 0; i < 3; i++)
        if (sets[i])
            prose_paragraph(&show->page.prose, INK_PLAIN, INDENT, 2 * INDENT,
                            arena_printf(&show->page.arena, "%s: %s.", gaps[i],
                                         seats(show, &seating, sets[i])));
}

static void write_problems(struct show *show) {
    const struct veto_history_check *check = show->view->check;
    for (size_t i = 0; i < check->problem_count; i++)
        if (history_concerns(&check->problems[i], show->vote))
            prose_paragraph(&show->page.prose, INK_PLAIN, INDENT, 2 * INDENT,
                            arena_printf(&show->page.arena, "Doubtful: %s (row %u).",
                                         check->problems[i].text, check->problems[i].row));
}

static void write_data(struct show *show) {
    const struct veto_history_vote *vote = show->vote;
    heading(show, "What the data says");
    fact(show, "Draft", INK_PLAIN, vote->draft);
    fact(show, "Meeting", INK_PLAIN, vote->meeting);
    fact(show, "Outcome",
         vote->recorded == VETO_OUTCOMES ? INK_PLAIN : prose_outcome_ink(vote->recorded),
         arena_printf(&show->page.arena, "%s%s", history_outcome(vote->recorded),
                      vote->without_vote ? ", without a vote" : ""));
    fact(show, "Totals", INK_PLAIN, stated_totals(show));
    fact(show, "Row", INK_PLAIN, arena_printf(&show->page.arena, "%u", vote->row));
    write_gaps(show);
    write_problems(show);
    say(show, INDENT, history_layout_limits(show->view->check->history->layout));
}

/* ---- the roll call ---- */

static void write_ballots(struct show *show, const struct veto_vote *cast) {
    const struct veto_scenario *scenario = veto_meeting_scenario(show->view->meeting);
    struct arena *arena = &show->page.arena;
    heading(show, "Roll call");
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++) {
        veto_set set = 0;
        for (unsigned i = 0; i < scenario->members_count; i++)
            if ((int)cast->casts[i].ballot == ballot)
                set |= veto_set_of(i);
        if (set == 0)
            continue;
        char *label = words_capital(arena, words_ballot((enum veto_ballot)ballot));
        prose_paragraph(&show->page.prose, prose_ballot_ink((enum veto_ballot)ballot), INDENT,
                        2 * INDENT,
                        arena_printf(arena, "%s (%u): %s", label, veto_set_count(set),
                                     words_names(arena, scenario, set)));
    }
    if (cast->result.tally[VETO_NOT_PARTICIPATING] > 0)
        say(show, INDENT,
            "The files do not tell a member that was absent from one that took no part in the "
            "vote.");
}

/* ---- what the rules say ---- */

static void write_verdict(struct show *show) {
    const struct veto_history_finding *finding = show->finding;
    struct arena *arena = &show->page.arena;
    switch (finding->verdict) {
    case VETO_AGREES:
        say(show, 0, "The rules of its day give the recorded outcome.");
        break;
    case VETO_EXPLAINED:
        say(show, 0,
            arena_printf(arena,
                         "On a question of substance it would have been %s. It was not one: %s. "
                         "Source: %s.",
                         history_outcome(finding->resolved), finding->explanation->why,
                         finding->explanation->source));
        break;
    case VETO_UNEXPLAINED:
        say(show, 0,
            arena_printf(arena, "Unexplained: recorded %s, by the rules of its day %s. Why: %s.",
                         history_outcome(show->vote->recorded), history_outcome(finding->resolved),
                         finding->why));
        break;
    }
}

static void write_rules(struct show *show, const struct veto_vote *cast) {
    struct arena *arena = &show->page.arena;
    heading(show, "What the rules say");
    if (cast) {
        const struct veto_scenario *scenario = veto_meeting_scenario(show->view->meeting);
        say(show, 0,
            arena_printf(arena, "%u votes in favour of %u were needed.", cast->result.required,
                         scenario->rules.members));
        prose_paragraph(&show->page.prose, INK_BOLD, 0, 0, words_result(arena, scenario, cast));
    } else if (show->view->why_not) {
        say(show, 0, arena_printf(arena, "There is no roll call: %s.", show->view->why_not));
    }
    write_verdict(show);
    struct veto_seat seat;
    if (veto_president_of(show->vote->date, &seat))
        say(show, 0,
            arena_printf(arena, "By Rule 18 it was the turn of %s to preside.",
                         words_name(arena, seat.name)));
}

static void show_work(void *context) {
    struct show *show = context;
    const struct veto_history_vote *vote = show->vote;
    const struct veto_vote *cast =
        show->view->meeting ? veto_meeting_vote(show->view->meeting, 0) : NULL;
    show->page.prose.arena = &show->page.arena;
    char *date = words_date(&show->page.arena, vote->date);
    prose_heading(&show->page.prose,
                  arena_printf(&show->page.arena, "%s, %s", history_symbol(vote),
                               *date              ? date
                               : *vote->date_text ? vote->date_text
                                                  : "no date"),
                  '=');
    say(show, 0, vote->title);
    write_data(show);
    if (cast)
        write_ballots(show, cast);
    write_rules(show, cast);
}

static struct show show_start(const struct vote_view *view) {
    const struct veto_history_finding *finding = &view->check->findings[view->index];
    return (struct show){.view = view, .finding = finding, .vote = finding->vote};
}

enum veto_status report_vote_text(FILE *file, const struct vote_view *view,
                                  const struct text_options *options) {
    struct show show = show_start(view);
    show.page = page_open(file, options);
    return page_close(&show.page, arenas_try(&show.page.arena, NULL, show_work, &show));
}

/* ---- JSON ---- */

static json_t *problems_of(const struct show *show) {
    const struct veto_history_check *check = show->view->check;
    json_t *array = json_array();
    for (size_t i = 0; array && i < check->problem_count; i++)
        if (history_concerns(&check->problems[i], show->vote))
            array = json_with(array, json_problem(&check->problems[i]));
    return array;
}

enum veto_status report_vote_json(FILE *file, const struct vote_view *view) {
    static const char *const verdicts[] = {
        [VETO_AGREES] = "agrees",
        [VETO_EXPLAINED] = "explained",
        [VETO_UNEXPLAINED] = "unexplained",
    };
    struct show show = show_start(view);
    const struct veto_procedural_vote *explanation = show.finding->explanation;
    json_t *vote = json_vote(show.vote);
    struct veto_seat seat;
    bool presided = veto_president_of(show.vote->date, &seat);
    json_t *more = json_pack(
        "{s:s, s:o, s:s, s:s?, s:s?, s:o, s:s?, s:b}", "question",
        veto_question_word(veto_history_procedural(show.vote) ? VETO_PROCEDURAL : VETO_SUBSTANTIVE),
        "resolved", json_outcome(show.finding->resolved), "verdict",
        verdicts[show.finding->verdict], "why", explanation ? explanation->why : show.finding->why,
        "source", explanation ? explanation->source : NULL, "data_problems", problems_of(&show),
        "president_by_rule", presided ? seat.code : NULL, "adopted_only",
        view->check->history->layout == VETO_UNDL);
    if (vote && (!more || json_object_update(vote, more) != 0)) {
        json_decref(vote);
        vote = NULL;
    }
    json_decref(more);
    return json_finish(file, vote);
}
