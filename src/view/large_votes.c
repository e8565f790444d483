/* Votes in large letters: who voted how, the counts with their words, and what came of it. */
#include "view/large.h"
#include "words/words.h"

enum {
    COUNTS = 5,       /* lines of counts, at most */
    MIDDLE = 2,       /* dots between the counts and who voted how, and between two of those */
    ROOMY = 8,        /* rows above the counts that are more than enough */
    VOTES_SHARE = 14, /* rows of both on the smallest page */
};

/* ---- who voted how ---- */

/* The lines on the left, and the members on the right, all in letters of one size. */
struct votes {
    const struct large *large;
    const char *counts[COUNTS];
    enum style styles[COUNTS];
    int count;
    struct letters letters; /* of the size at which all fits */
    int left, cell;         /* columns of the counts, and of a member */
    int each;               /* members in a row */
    int lines, rows;        /* that all take */
};

static void add_votes_line(struct votes *votes, enum style style, const char *text) {
    votes->styles[votes->count] = style;
    votes->counts[votes->count++] = text;
}

/* "11 in favour", "9 needed"; of members that do not vote only where there are any. */
static void count_large_votes(struct votes *votes) {
    const struct scene *scene = votes->large->scene;
    struct arena *arena = scene->frame->arena;
    unsigned tally[VETO_BALLOTS];
    tally_shown(scene, tally);
    for (int i = 0; i <= VETO_ABSTAIN; i++)
        add_votes_line(votes, large_ballot((enum veto_ballot)i),
                       arena_printf(arena, "%u %s", tally[i], words_ballot((enum veto_ballot)i)));
    unsigned others = tally[VETO_NOT_PARTICIPATING] + tally[VETO_ABSENT];
    if (others > 0)
        add_votes_line(votes, STYLE_STRONG,
                       arena_printf(arena, "%u %s", others,
                                    tally[VETO_NOT_PARTICIPATING] ? "not voting" : "absent"));
    add_votes_line(votes, STYLE_PLAIN,
                   arena_printf(arena, "%u needed", scene->scenario->rules.required));
}

/* "RUS-": the code, and the sign of the ballot. */
static const char *voter(const struct votes *votes, unsigned member, enum style *style) {
    static const char signs[VETO_BALLOTS] = "+-=/*";
    const struct scene *scene = votes->large->scene;
    struct chamber_vote vote = state_vote(scene->stage, scene->state);
    bool cast = veto_set_has(vote.cast, member);
    enum veto_ballot ballot = cast ? vote.vote->casts[member].ballot : VETO_ABSENT;
    *style = cast ? large_ballot(ballot) : STYLE_DIM;
    return arena_printf(scene->frame->arena, "%s%c", scene->scenario->members[member].code,
                        cast ? signs[ballot] : '.');
}

/* Columns of the widest of the texts in letters of this size. */
static int widest(struct frame *frame, const char *text, int wide, int high, int columns) {
    struct letters letters;
    if (!letters_at(frame, text, wide, high, columns, letters_rows(1, high), &letters))
        return columns + 1;
    return letters.columns;
}

static bool fit_votes(struct votes *votes, int wide, int high, int rows) {
    const struct scene *scene = votes->large->scene;
    int columns = votes->large->area.columns, gap = (MIDDLE * wide + 1) / 2;
    int members = (int)scene->scenario->members_count,
        line = letters_rows(2, high) - letters_rows(1, high);
    enum style style;
    votes->left = votes->cell = 0;
    for (int i = 0; i < votes->count; i++) {
        int is = widest(scene->frame, votes->counts[i], wide, high, columns);
        votes->left = is > votes->left ? is : votes->left;
    }
    for (int i = 0; i < members; i++) {
        int is = widest(scene->frame, voter(votes, (unsigned)i, &style), wide, high, columns);
        votes->cell = is > votes->cell ? is : votes->cell;
    }
    int right = columns - votes->left - 2 * gap;
    votes->each = right < votes->cell ? 0 : (right + gap) / (votes->cell + gap);
    if (votes->each == 0)
        return false;
    int lines = (members + votes->each - 1) / votes->each;
    lines = lines > votes->count ? lines : votes->count;
    votes->lines = lines;
    votes->rows = (lines - 1) * line + letters_rows(1, high);
    votes->letters = (struct letters){.wide = wide, .high = high};
    return votes->rows <= rows;
}

/* Where there is no room for all counts, the last stands in the terminal's letters alone. */
static bool size_votes(struct votes *votes, int rows) {
    int wide, high;
    for (int left_out = 0; left_out < 2; left_out++, votes->count--)
        for (size_t i = 0; letters_size(votes->large->scene->frame, i, &wide, &high); i++)
            if (fit_votes(votes, wide, high, rows))
                return true;
    votes->count += 2;
    return false;
}

static void draw_votes_text(const struct votes *votes, struct area area, enum style style,
                            const char *text) {
    struct letters letters;
    if (letters_at(votes->large->scene->frame, text, votes->letters.wide, votes->letters.high,
                   area.columns, area.rows, &letters)) {
        area.columns = letters.columns; /* flush left */
        letters_draw(votes->large->scene->frame, area, style, &letters, 0);
    }
}

static void draw_votes_letters(const struct votes *votes, struct area area) {
    unsigned seats[VETO_MAX_MEMBERS];
    const struct veto_scenario *scenario = votes->large->scene->scenario;
    int high = votes->letters.high, each = letters_rows(1, high);
    int line = letters_rows(2, high) - each, gap = (MIDDLE * votes->letters.wide + 1) / 2;
    int apart = (area.rows - votes->rows) / votes->lines;
    line += apart < each ? apart : each;
    veto_scenario_seating(scenario, seats);
    for (int i = 0; i < votes->count; i++)
        draw_votes_text(votes, area_part(area, 0, i * line, votes->left, each), votes->styles[i],
                        votes->counts[i]);
    for (int i = 0; i < (int)scenario->members_count; i++) {
        enum style style;
        const char *text = voter(votes, seats[i], &style);
        int column = votes->left + 2 * gap + i % votes->each * (votes->cell + gap);
        draw_votes_text(votes, area_part(area, column, i / votes->each * line, votes->cell, each),
                        style, text);
    }
}

/* Where there is no room for letters: lines, which scroll. */
static void draw_votes_lines(const struct votes *votes, struct area area) {
    struct frame *frame = votes->large->scene->frame;
    struct lines lines = {.frame = frame, .columns = area.columns};
    unsigned seats[VETO_MAX_MEMBERS];
    const char *all = "";
    veto_scenario_seating(votes->large->scene->scenario, seats);
    for (int i = 0; i < votes->count; i++)
        lines_add(&lines, STYLE_STRONG, 0, words_capital(frame->arena, votes->counts[i]));
    for (unsigned i = 0; i < votes->large->scene->scenario->members_count; i++) {
        enum style style;
        all = arena_printf(frame->arena, "%s%s%s", all, *all ? "  " : "",
                           voter(votes, seats[i], &style));
    }
    lines_add(&lines, STYLE_PLAIN, 0, all);
    lines_scroll(&lines, area, 0, votes->large->scene->state->scroll, 0);
}

/* At the bottom of what is free, above so many rows. */
static void draw_votes(struct votes *votes, bool letters, int below) {
    const struct large *large = votes->large;
    struct area rest = large_rest(large);
    rest.rows -= below;
    if (!letters) {
        draw_votes_lines(votes, rest);
        return;
    }
    int down = rest.rows > votes->rows ? 1 : 0;
    draw_votes_letters(votes, area_part(rest, 0, down, rest.columns, rest.rows - down));
}

/* ---- the roll call ---- */

/* Where there is no room for the word. */
static const char *shorter(enum veto_ballot ballot) {
    return ballot == VETO_NOT_PARTICIPATING ? "not taking part" : words_ballot(ballot);
}

/* Ballots have letters of one size, that of the longest which is counted: none is to look weightier
 * than another. Those that need more room have what there is. */
static bool fit_ballot(const struct large *large, enum veto_ballot ballot, int rows,
                       struct letters *letters) {
    struct frame *frame = large->scene->frame;
    const char *const words[] = {words_ballot(ballot), shorter(ballot)};
    int columns = large->area.columns;
    struct letters size;
    bool sized = letters_fit(frame, words_ballot(VETO_ABSTAIN), columns, rows, &size);
    for (int i = 0; i < 2 && sized; i++)
        if (letters_at(frame, words[i], size.wide, size.high, columns, rows, letters))
            return true;
    return letters_fit(frame, words[0], columns, rows, letters) ||
           letters_fit(frame, words[1], columns, rows, letters);
}

/* A ballot, or what is to be said of it. */
void large_roll(struct large *large, const struct veto_event *event) {
    struct frame *frame = large->scene->frame;
    const struct veto_scenario *scenario = large->scene->scenario;
    const struct veto_member *member = &scenario->members[event->member];
    const char *draft = words_named(frame->arena, &scenario->drafts[event->draft]);
    enum veto_ballot ballot = event->vote->casts[event->member].ballot;
    struct lines below = {.frame = frame, .columns = large->area.columns};
    struct votes votes = {.large = large};
    struct letters word;
    if (event->kind == VETO_EVENT_OBLIGATION)
        lines_add(&below, STYLE_PLAIN, 5,
                  words_obligation(frame->arena, scenario, event->vote, event->member));
    else
        lines_add(&below, STYLE_DIM, 0, tally_others(large->scene, true));
    large->floor = true;
    large_line(large, STYLE_PLAIN,
               arena_printf(frame->arena, "%s. %s: %s", words_capital(frame->arena, draft),
                            member->name, words_ballot(ballot)));
    count_large_votes(&votes);
    bool letters = size_votes(&votes, large_share(large, VOTES_SHARE));
    int upper = large_left(large) - (int)below.count - (letters ? votes.rows : 0);
    upper -= upper > ROOMY; /* a row above the counts */
    large_member(large, event->member, upper < ROOMY ? upper / 2 : upper * 3 / 7);
    upper -= large->row - 1;
    if (fit_ballot(large, ballot, upper, &word)) {
        large->row += word.rows < upper; /* a row between them */
        letters_draw(frame, large_rest(large), large_ballot(ballot), &word, 0);
        large->row += word.rows;
    }
    draw_votes(&votes, letters, (int)below.count);
    lines_draw(&below,
               area_part(large->area, 0, large->area.rows - (int)below.count, large->area.columns,
                         (int)below.count),
               0, 0);
}

/* ---- the result ---- */

/* "vetoed by the Russian Federation"; by codes where these have larger letters. */
static void draw_large_outcome(struct large *large, const struct veto_vote *vote, int rows) {
    struct frame *frame = large->scene->frame;
    struct arena *arena = frame->arena;
    const struct veto_scenario *scenario = large->scene->scenario;
    enum style style = large_outcome(vote->result.outcome);
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
    bool is_long = letters_fit(frame, names, columns, rows, &long_form) && long_form.high > 1;
    if (is_long || is_short)
        letters_draw(frame, large_rest(large), style, is_long ? &long_form : &short_form, 0);
    large->row += is_long ? long_form.rows : is_short ? short_form.rows : 0;
}

static struct lines verdict_lines(const struct large *large, const struct veto_vote *vote) {
    struct lines lines = {.frame = large->scene->frame, .columns = large->area.columns};
    const char *score = score_line(large->scene, vote->draft);
    lines_add(&lines, STYLE_PLAIN, 0,
              words_verdict(lines.frame->arena, large->scene->scenario, vote));
    if (score)
        lines_add(&lines, STYLE_STRONG, 0, score);
    return lines;
}

void large_result(struct large *large, const struct veto_event *event) {
    struct frame *frame = large->scene->frame;
    const struct veto_vote *vote = event->vote;
    const struct veto_draft *draft = &large->scene->scenario->drafts[vote->draft];
    struct lines below = verdict_lines(large, vote);
    struct votes votes = {.large = large};
    int most = large_share(large, 5), lines = (int)below.count < most ? (int)below.count : most;
    large_line(large, STYLE_PLAIN, words_fate(frame->arena, draft, vote->result.outcome));
    count_large_votes(&votes);
    bool voted = !vote->without_vote;
    bool letters = voted && size_votes(&votes, large_share(large, VOTES_SHARE));
    draw_large_outcome(large, vote,
                       large_left(large) - lines -
                           (letters ? votes.rows
                            : voted ? lines
                                    : 0));
    if (voted)
        draw_votes(&votes, letters, lines);
    struct area text =
        area_part(large->area, 0, large->area.rows - lines, large->area.columns, lines);
    if (letters || !voted)
        lines_scroll(&below, text, 0, large->scene->state->scroll, 0);
    else
        lines_draw(&below, text, 0, 0);
}
