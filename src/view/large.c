/* The large layout, to be read from the last row of a classroom: what the class must read now is
 * the largest thing, and fills the page. */
#include "view/large.h"

#include "words/words.h"

enum {
    ROOMY = 8,        /* rows above the counts that are more than enough */
    VOTES_SHARE = 14, /* rows of counts and members on the smallest page */
};

/* A text in the largest letters that fit into so many rows; false where none do. */
static bool large_text(struct large *large, enum style style, const char *text, int rows) {
    struct letters letters;
    if (!letters_fit(large->frame, text, large->area.columns, rows, &letters))
        return false;
    letters_draw(large->frame, large_rest(large), style, &letters, 0);
    large->row += letters.rows;
    return true;
}

/* ---- the title ---- */

enum { BELOW = 3 }; /* rows below the title */

static void draw_first(struct large *large) {
    const struct veto_scenario *scenario = large->scene->scenario;
    struct arena *arena = large->scene->arena;
    const char *date = words_date(arena, scenario->date);
    int dated = *date ? large_share(large, 4) : 0, left = large_rest(large).rows - BELOW;
    bool drawn = large_text(large, STYLE_STRONG, scenario->title, left - dated - 1) ||
                 large_text(large, STYLE_STRONG, scenario->title, left);
    if (!drawn)
        large_line(large, STYLE_TITLE, scenario->title);
    int spare = large_rest(large).rows - BELOW - dated;
    large->row += spare > 2 && large_tall(large) ? spare / 2 : 1;
    if (large_rest(large).rows - BELOW < dated || !large_text(large, STYLE_PLAIN, date, dated))
        dated = 0;
    large->row = large->area.rows - BELOW;
    large_line(large, STYLE_PLAIN,
               arena_printf(arena, "Security Council%s%s%s%s", dated || !*date ? "" : ", ",
                            dated ? "" : date, scenario->meeting ? ", meeting " : "",
                            scenario->meeting ? scenario->meeting : ""));
    large_line(large, STYLE_KEY, "Press Space to begin.");
    large_line(large, STYLE_DIM, hiding_words(large->scene));
}

/* ---- the roll call ---- */

/* Ballots have letters of one size, that of the longest which is counted: none is to look weightier
 * than another. Those that need more room have what there is. */
static bool fit_ballot(const struct large *large, enum veto_ballot ballot, int rows,
                       struct letters *letters) {
    const char *word = words_ballot(ballot); /* and where there is no room for it: */
    const char *const words[] = {word, ballot == VETO_NOT_PARTICIPATING ? "not taking part" : word};
    int columns = large->area.columns;
    struct letters size;
    bool sized = letters_fit(large->frame, words_ballot(VETO_ABSTAIN), columns, rows, &size);
    for (int i = 0; i < 2 && sized; i++)
        if (letters_at(large->frame, words[i], size.dots, columns, rows, letters))
            return true;
    return letters_fit(large->frame, words[0], columns, rows, letters) ||
           letters_fit(large->frame, words[1], columns, rows, letters);
}

/* "Draft S/2016/846 (french). Japan: in favour", or with the symbol alone. */
static const char *roll_line(const struct large *large, const struct veto_event *event) {
    struct arena *arena = large->scene->arena;
    const struct veto_scenario *scenario = large->scene->scenario;
    const struct veto_draft *draft = &scenario->drafts[event->draft];
    const char *how = arena_printf(arena, "%s: %s", scenario->members[event->member].name,
                                   words_ballot(event->vote->casts[event->member].ballot));
    const char *named = words_capital(arena, words_named(arena, draft));
    return large_short(
        large, arena_printf(arena, "%s. %s", named, how),
        arena_printf(arena, "%s. %s", draft->symbol ? draft->symbol : draft->id, how));
}

/* A ballot, or what is to be said of it. */
static void draw_large_roll(struct large *large, const struct veto_event *event) {
    enum veto_ballot ballot = event->vote->casts[event->member].ballot;
    struct lines below = {.frame = large->frame, .columns = large->area.columns};
    struct large_votes votes = large_votes_of(large, large_share(large, VOTES_SHARE));
    struct letters word;
    if (event->kind == VETO_EVENT_OBLIGATION)
        lines_add(&below, STYLE_PLAIN, 5,
                  words_obligation(large->frame->arena, large->scene->scenario, event->vote,
                                   event->member));
    else if (!votes.head) /* it has that itself */
        lines_add(&below, STYLE_DIM, 0, tally_others(large->scene, true));
    large->floor = true;
    large_line(large, STYLE_PLAIN, roll_line(large, event));
    int upper = large_rest(large).rows - (int)below.count - votes.rows;
    upper -= upper > ROOMY; /* a row above the counts */
    const struct veto_member *member = &large->scene->scenario->members[event->member];
    int share = upper < ROOMY ? upper / 2 : upper * 3 / 7;
    if (!large_text(large, STYLE_STRONG, member->name, share))
        large_text(large, STYLE_STRONG, member->code, share);
    upper -= large->row - 1;
    if (fit_ballot(large, ballot, upper, &word)) {
        large->row += word.rows < upper; /* a row between them */
        letters_draw(large->frame, large_rest(large), ballot_looks[ballot].fill, &word, 0);
        large->row += word.rows;
    }
    large_votes_draw(&votes, (int)below.count);
    lines_draw(&below,
               area_part(large->area, 0, large->area.rows - (int)below.count, large->area.columns,
                         (int)below.count),
               0);
}

/* ---- the result ---- */

/* "vetoed by the Russian Federation"; by codes where these have larger letters. */
static void draw_large_outcome(struct large *large, const struct veto_vote *vote, int rows) {
    struct frame *frame = large->frame;
    struct arena *arena = frame->arena;
    const struct veto_scenario *scenario = large->scene->scenario;
    enum style style = outcome_looks[vote->result.outcome].fill;
    const char *outcome = words_outcome(vote->result.outcome), *codes = outcome;
    const char *names = outcome;
    if (vote->without_vote)
        names = codes = arena_printf(arena, "%s without a vote", outcome);
    if (vote->result.vetoed_by) {
        names = arena_printf(arena, "%s by %s", outcome,
                             words_names(arena, scenario, vote->result.vetoed_by));
        codes = arena_printf(arena, "%s by", outcome);
        for (unsigned i = 0; i < scenario->members_count; i++)
            if (veto_set_has(vote->result.vetoed_by, i))
                codes = arena_printf(arena, "%s %s", codes, scenario->members[i].code);
    }
    struct letters long_form, short_form;
    int columns = large->area.columns;
    bool is_short = letters_fit(frame, codes, columns, rows, &short_form);
    bool is_long = letters_fit(frame, names, columns, rows, &long_form) && long_form.dots.high > 1;
    if (is_long || is_short)
        letters_draw(frame, large_rest(large), style, is_long ? &long_form : &short_form, 0);
    large->row += is_long ? long_form.rows : is_short ? short_form.rows : 0;
}

static struct lines verdict_lines(const struct large *large, const struct veto_vote *vote) {
    struct lines lines = {.frame = large->frame, .columns = large->area.columns};
    const char *score = score_line(large->scene, vote->draft);
    lines_add(&lines, STYLE_PLAIN, 0,
              words_verdict(lines.frame->arena, large->scene->scenario, vote));
    if (score)
        lines_add(&lines, STYLE_STRONG, 0, score);
    return lines;
}

static void draw_large_result(struct large *large, const struct veto_event *event) {
    const struct veto_vote *vote = event->vote;
    const struct veto_draft *draft = &large->scene->scenario->drafts[vote->draft];
    struct lines below = verdict_lines(large, vote);
    int most = large_share(large, 5), lines = (int)below.count < most ? (int)below.count : most;
    large_line(large, STYLE_PLAIN, words_fate(large->frame->arena, draft, vote->result.outcome));
    bool voted = !vote->without_vote;
    struct large_votes votes = large_votes_of(large, large_share(large, VOTES_SHARE));
    draw_large_outcome(large, vote,
                       large_rest(large).rows - lines -
                           (!voted       ? 0
                            : votes.rows ? votes.rows
                                         : lines));
    if (voted)
        large_votes_draw(&votes, lines);
    struct area text =
        area_part(large->area, 0, large->area.rows - lines, large->area.columns, lines);
    if (votes.rows || !voted)
        lines_scroll(&below, text);
    else
        lines_draw(&below, text, 0);
}

/* ---- the end ---- */

/* The size at which the outcomes of all drafts fit, each into so many rows; false: none does. */
static bool find_size(const struct large *large, int rows, struct letters *least) {
    const struct scene *scene = large->scene;
    struct letters letters;
    for (int i = 0; i < (int)scene->scenario->draft_count; i++) {
        const char *text = stage_outcome(scene->arena, scene->stage, scene->state->mode, i);
        if (!letters_fit(scene->frame, text, large->area.columns, rows, &letters))
            return false;
        if (i == 0 || letters.dots.wide * letters.dots.high < least->dots.wide * least->dots.high)
            *least = letters;
    }
    return true;
}

static void draw_outcome(const struct large *large, struct area place, int draft,
                         const struct letters *size) {
    const struct scene *scene = large->scene;
    struct frame *frame = scene->frame;
    struct large part = {scene, scene->frame, place, 0, false};
    struct letters letters;
    const char *text = stage_outcome(frame->arena, scene->stage, scene->state->mode, draft);
    const char *name = words_named(frame->arena, &scene->scenario->drafts[draft]);
    if (!large_text(&part, STYLE_PLAIN, name, place.rows - size->rows - 1))
        large_line(&part, STYLE_PLAIN, words_capital(frame->arena, name));
    if (letters_at(frame, text, size->dots, place.columns, large_rest(&part).rows, &letters))
        letters_draw(frame, large_rest(&part),
                     outcome_looks[veto_meeting_outcome(scene->meeting, draft)].fill, &letters, 0);
}

/* All outcomes; false where there are too many of them. */
static bool draw_outcomes(const struct large *large) {
    int count = (int)large->scene->scenario->draft_count;
    int each = count ? large->area.rows / count : 0, name = each > 6 ? each * 2 / 5 : 2;
    struct letters size;
    if (count == 0 || !find_size(large, each - name, &size))
        return false;
    for (int i = 0; i < count; i++)
        draw_outcome(large, area_part(large->area, 0, i * each, large->area.columns, each), i,
                     &size);
    return true;
}

/* ---- the page ---- */

void draw_large(const struct scene *scene, struct area area) {
    const struct veto_event *event = state_event(scene->state);
    struct large large = {.scene = scene, .frame = scene->frame, .area = area};
    if (!event)
        draw_first(&large);
    else if (event->kind == VETO_EVENT_BALLOT || event->kind == VETO_EVENT_OBLIGATION)
        draw_large_roll(&large, event);
    else if (event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE)
        draw_large_result(&large, event);
    else if (event->kind != VETO_EVENT_CLOSE)
        large_words(&large, event);
    else if (!draw_outcomes(&large))
        draw_summary(scene, area);
}
