/* The preview: what is at stake in an entry of the browser, so that one can choose without opening
 * it. It does not say how a scenario ends: a class is to find out. */
#include "base/text.h"
#include "view/browser_frame.h"
#include "view/parts.h"
#include "words/history.h"
#include "words/words.h"

enum { LABEL = 16, WIDEST = 90 };

/* ---- a scenario ---- */

/* Not of which drafts: what was not put has none. */
static const char *record_words(const struct veto_scenario *scenario) {
    return scenario->has_record ? "known: the meeting closes with how it really was"
                                : "not in this scenario: the model alone says how it ends";
}

static void add_scenario(struct lines *lines, const struct entry *entry) {
    const struct veto_scenario *scenario = entry->scenario;
    struct arena *arena = lines->frame->arena;
    if (scenario->lesson) { /* what it teaches would tell how the votes come out */
        lines_add(lines, STYLE_KEY, 0, scenario->lesson->title);
        lines_add(lines, STYLE_PLAIN, 0,
                  arena_printf(arena, "A lesson of %u minute%s, %s.", scenario->lesson->minutes,
                               text_plural(scenario->lesson->minutes), scenario->lesson->audience));
        lines_gap(lines);
    }
    add_about(lines, scenario);
    for (int draft = 0; draft < (int)scenario->draft_count; draft++)
        add_draft_title(lines, scenario, draft);
    lines_gap(lines);
    if (scenario->question_count > 0)
        lines_fact(lines, LABEL, "For the class",
                   arena_printf(arena, "%zu question%s", scenario->question_count,
                                text_plural(scenario->question_count)));
    lines_fact(lines, LABEL, "The record", record_words(scenario));
    if (entry->shelf != SHELF_UNFINISHED)
        lines_fact(lines, LABEL, "Command line",
                   arena_printf(arena, "veto play %s", shell_operand(arena, entry->word)));
}

/* ---- mistakes ---- */

static void add_mistake(struct lines *lines, const struct veto_diagnostic *mistake) {
    struct arena *arena = lines->frame->arena;
    const char *place = mistake->line
                            ? arena_printf(arena, "%s, line %u, column %u:", mistake->file,
                                           mistake->line, mistake->column)
                            : arena_printf(arena, "%s:", mistake->file);
    lines_add(lines, STYLE_STRONG, 0, place);
    lines_add(lines, STYLE_PLAIN, 2, mistake->message);
    if (mistake->hint)
        lines_add(lines, STYLE_PLAIN, 2, arena_printf(arena, "hint: %s", mistake->hint));
}

static void add_mistakes(struct lines *lines, const struct entry *entry) {
    struct arena *arena = lines->frame->arena;
    size_t count = veto_diagnostics_count(entry->mistakes), first = 0;
    while (first < count && veto_diagnostics_get(entry->mistakes, first).severity != VETO_ERROR)
        first++;
    lines_add(lines, STYLE_TITLE, 0, entry->word);
    lines_gap(lines);
    lines_add(lines, STYLE_PLAIN, 0,
              arena_printf(arena, "It cannot be played: it has %s.%s", entry->note,
                           veto_diagnostics_errors(entry->mistakes) > 1 ? " The first:" : ""));
    lines_gap(lines);
    if (first < count) {
        struct veto_diagnostic mistake = veto_diagnostics_get(entry->mistakes, first);
        add_mistake(lines, &mistake);
    }
    lines_gap(lines);
    lines_fact(lines, LABEL, "All of them",
               arena_printf(arena, "veto check %s", shell_operand(arena, entry->word)));
}

/* ---- a recorded vote ---- */

/* The states of a set of seats, as they were called. */
static const char *seat_names(struct arena *arena, const struct veto_composition *composition,
                              veto_set set) {
    const char *names[VETO_MAX_MEMBERS];
    size_t count = 0;
    for (unsigned i = 0; i < composition->count; i++)
        if (veto_set_has(set, i))
            names[count++] = words_name(arena, composition->seats[i].name);
    return words_list(arena, names, count);
}

static veto_set seats_with(const struct veto_history_seating *seating, enum veto_ballot ballot) {
    veto_set set = 0;
    for (unsigned i = 0; i < seating->composition.count; i++)
        if (seating->ballots[i] == ballot && !veto_set_has(seating->unknown, i))
            set |= veto_set_of(i);
    return set;
}

static void add_preview_roll_call(struct lines *lines, const struct veto_history_seating *seating) {
    struct arena *arena = lines->frame->arena;
    veto_set inferred = seating->moved | seating->implied; /* not what the file has in its place */
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++) {
        enum veto_ballot is = (enum veto_ballot)ballot;
        veto_set set = seats_with(seating, is);
        if (set)
            lines_add_led(lines, ballot_style(is), ballot_badge(is), 5, STYLE_PLAIN,
                          arena_printf(arena, "%u %s: %s", veto_set_count(set), words_ballot(is),
                                       seat_names(arena, &seating->composition, set)));
    }
    if (seating->corrected)
        lines_fact(lines, LABEL, "Corrected",
                   seat_names(arena, &seating->composition, seating->corrected));
    if (inferred)
        lines_fact(lines, LABEL, "Inferred", seat_names(arena, &seating->composition, inferred));
}

/* "Vetoed by the Soviet Union: 9 in favour, 1 against, 1 abstaining" */
static const char *outcome_words(struct arena *arena, const struct veto_history_vote *vote) {
    struct veto_history_seating seating;
    unsigned tally[VETO_BALLOTS];
    veto_set veto = history_veto(vote, &seating);
    const char *text = words_capital(arena, history_outcome(vote->recorded));
    if (vote->without_vote)
        return arena_printf(arena, "%s without a vote", text);
    if (veto)
        text = arena_printf(arena, "%s by %s", text, seat_names(arena, &seating.composition, veto));
    return history_tally(vote, tally)
               ? arena_printf(arena, "%s: %s", text, words_tally(arena, tally))
               : text;
}

static void add_outcome(struct lines *lines, const struct veto_history_vote *vote) {
    bool known = vote->recorded != VETO_OUTCOMES;
    lines_add_led(lines, STYLE_DIM, "Outcome", LABEL,
                  known ? outcome_style(vote->recorded) : STYLE_PLAIN,
                  outcome_words(lines->frame->arena, vote));
    lines_gap(lines);
}

static void add_told_vote(struct lines *lines, const struct entry *entry) {
    struct veto_history_seating seating;
    const struct veto_history_vote *vote = entry->vote;
    struct arena *arena = lines->frame->arena;
    add_heading(lines, *vote->title ? vote->title : entry->word, vote->date, vote->meeting);
    lines_fact(lines, LABEL, "Symbol", history_symbol(vote));
    if (vote->draft)
        lines_fact(lines, LABEL, "Draft", vote->draft);
    add_outcome(lines, vote);
    if (veto_history_why_not(vote, &seating) == NULL)
        add_preview_roll_call(lines, &seating);
    else
        lines_add(lines, STYLE_PLAIN, 0,
                  arena_printf(arena, "%s.", words_capital(arena, entry->closed)));
}

/* A file of votes may have symbols of drafts only where nothing was adopted: none is told. */
static void add_hidden_vote(struct lines *lines, const struct entry *entry) {
    const struct veto_history_vote *vote = entry->vote;
    add_heading(lines, entry->title, vote->date, vote->meeting);
    lines_add(lines, STYLE_DIM, 0,
              "Symbols, ballots and the outcome are hidden until they are played; veto play --open "
              "shows them.");
    if (entry->closed)
        lines_add(lines, STYLE_PLAIN, 0, "There is no roll call to play.");
}

/* ---- any of them ---- */

void draw_preview(struct frame *frame, struct area area, const struct entry *entry,
                  const struct browser *browser) {
    struct lines lines = {.frame = frame, .columns = area.columns < WIDEST ? area.columns : WIDEST};
    if (entry->scenario)
        add_scenario(&lines, entry);
    else if (entry->vote)
        (browser->open ? add_told_vote : add_hidden_vote)(&lines, entry);
    else if (entry->mistakes)
        add_mistakes(&lines, entry);
    lines_scroll(&lines, area, 0, browser->scroll, 0);
}
