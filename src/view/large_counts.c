/* Who voted how, in large letters: the counts with their words, and the members. */
#include "view/large.h"
#include "words/words.h"

enum {
    MIDDLE = 2,       /* dots between the counts and who voted how, and between two of those */
    OUTCOME = 16,     /* rows that are left for it, above the counts and below */
    BADGE = 5,        /* columns of a ballot in the list */
    NUMBERS = 3,      /* beside each other: in favour, against, abstaining */
    NUMBER_SHARE = 4, /* rows of them on the smallest page */
};

static void add_votes_line(struct large_votes *votes, enum style style, const char *text) {
    votes->styles[votes->count] = style;
    votes->counts[votes->count++] = text;
}

/* "11 in favour", "9 needed"; of members that do not vote only where there are any. */
static void count_large_votes(struct large_votes *votes) {
    const struct scene *scene = votes->large->scene;
    for (int i = 0; i <= VETO_ABSTAIN; i++)
        add_votes_line(votes, ballot_looks[i].fill,
                       arena_printf(scene->arena, "%u %s", scene->tally[i],
                                    words_ballot((enum veto_ballot)i)));
    unsigned others = scene->tally[VETO_NOT_PARTICIPATING] + scene->tally[VETO_ABSENT];
    if (others > 0)
        add_votes_line(
            votes, STYLE_STRONG,
            arena_printf(scene->arena, "%u %s", others,
                         scene->tally[VETO_NOT_PARTICIPATING] ? "not voting" : "absent"));
    add_votes_line(votes, STYLE_PLAIN,
                   arena_printf(scene->arena, "%u needed", scene->scenario->rules.required));
}

/* "RUS-": the code, and the sign of the ballot. */
static const char *voter(const struct large_votes *votes, unsigned member, enum style *style) {
    static const char signs[VETO_BALLOTS] = "+-=/*";
    const struct scene *scene = votes->large->scene;
    bool cast = veto_set_has(scene->vote.cast, member);
    enum veto_ballot ballot = cast ? scene->vote.vote->casts[member].ballot : VETO_ABSENT;
    *style = cast ? ballot_looks[ballot].fill : STYLE_DIM;
    return arena_printf(scene->arena, "%s%c", scene->scenario->members[member].code,
                        cast ? signs[ballot] : '.');
}

/* Columns of the widest of the texts in letters of this size. */
static int widest(struct frame *frame, const char *text, struct dots dots, int columns) {
    struct letters letters;
    if (!letters_at(frame, text, dots, columns, letters_rows(1, dots.high), &letters))
        return columns + 1;
    return letters.columns;
}

static bool fit_votes(struct large_votes *votes, struct dots dots, int rows) {
    const struct scene *scene = votes->large->scene;
    int columns = votes->large->area.columns, gap = (MIDDLE * dots.wide + 1) / 2;
    int members = (int)scene->scenario->members_count, each = letters_rows(1, dots.high);
    int line = letters_rows(2, dots.high) - each;
    enum style style;
    votes->left = votes->cell = 0;
    for (int i = 0; i < votes->count; i++) {
        int is = widest(scene->frame, votes->counts[i], dots, columns);
        votes->left = is > votes->left ? is : votes->left;
    }
    for (int i = 0; i < members; i++) {
        int is = widest(scene->frame, voter(votes, (unsigned)i, &style), dots, columns);
        votes->cell = is > votes->cell ? is : votes->cell;
    }
    votes->left = votes->head ? 0 : votes->left + 2 * gap;
    int right = columns - votes->left;
    votes->each = right < votes->cell ? 0 : (right + gap) / (votes->cell + gap);
    if (votes->each == 0)
        return false;
    int lines = (members + votes->each - 1) / votes->each;
    lines = votes->head || lines > votes->count ? lines : votes->count;
    votes->lines = lines;
    votes->rows = votes->head + (lines - 1) * line + each;
    votes->dots = dots;
    return votes->rows <= rows;
}

/* Where there is no room for all counts, the last stands in the terminal's letters alone. */
static bool size_votes(struct large_votes *votes, int rows) {
    struct dots dots;
    for (int left_out = 0; left_out < 2; left_out++, votes->count--)
        for (size_t i = 0; letters_size(votes->large->frame, i, &dots); i++)
            if (fit_votes(votes, dots, rows))
                return true;
    votes->count += 2;
    return false;
}

/* On a narrow, tall screen the counts are numbers above the members; these are in letters where
 * that fits, else in a list of two columns. */
static bool stack_votes(struct large_votes *votes, int rows) {
    const struct large *large = votes->large;
    if (!large_tall(large) || !letters_fit(large->frame, "00", large->area.columns / NUMBERS,
                                           large_share(large, NUMBER_SHARE), &votes->numbers))
        return false;
    votes->others = (struct lines){.frame = large->frame, .columns = large->area.columns};
    lines_add(&votes->others, STYLE_PLAIN, 0, tally_others(large->scene, true));
    votes->head = votes->numbers.rows + 1 + (int)votes->others.count + 1;
    rows = area_within(large->area.rows - OUTCOME, 0, rows);
    if (size_votes(votes, rows))
        return true;
    votes->each = 0;
    votes->lines = (int)(large->scene->scenario->members_count + 1) / 2;
    votes->rows = votes->head + votes->lines;
    if (votes->rows <= rows)
        return true;
    votes->head = 0;
    return false;
}

struct large_votes large_votes_of(const struct large *large, int rows) {
    struct large_votes votes = {.large = large};
    count_large_votes(&votes);
    if (!stack_votes(&votes, rows) && !size_votes(&votes, rows))
        votes.rows = 0;
    return votes;
}

static void draw_votes_text(const struct large_votes *votes, struct area area, enum style style,
                            const char *text) {
    struct letters letters;
    if (letters_at(votes->large->frame, text, votes->dots, area.columns, area.rows, &letters)) {
        area.columns = letters.columns; /* flush left */
        letters_draw(votes->large->frame, area, style, &letters, 0);
    }
}

static void draw_numbers(const struct large_votes *votes, struct area area) {
    const struct scene *scene = votes->large->scene;
    const struct letters *size = &votes->numbers;
    int each = area.columns / NUMBERS;
    for (int i = 0; i < NUMBERS; i++) {
        struct area column = area_part(area, i * each, 0, each, area.rows);
        const char *text = arena_printf(scene->arena, "%u", scene->tally[i]);
        struct letters letters;
        if (letters_at(scene->frame, text, size->dots, each, size->rows, &letters))
            letters_draw(scene->frame, column, votes->styles[i], &letters, 0);
        frame_put_centred(scene->frame, column, size->rows, STYLE_STRONG,
                          words_ballot((enum veto_ballot)i));
    }
    for (int i = 0; i < (int)votes->others.count; i++)
        frame_put_centred(scene->frame, area, size->rows + 1 + i, STYLE_PLAIN,
                          votes->others.all[i].text);
}

static void draw_voters(const struct large_votes *votes, struct area area, int line, int gap) {
    int each = letters_rows(1, votes->dots.high);
    for (int i = 0; i < (int)votes->large->scene->scenario->members_count; i++) {
        enum style style;
        const char *text = voter(votes, votes->large->scene->seats[i], &style);
        int column = votes->left + i % votes->each * (votes->cell + gap);
        draw_votes_text(votes, area_part(area, column, i / votes->each * line, votes->cell, each),
                        style, text);
    }
}

/* The names in the order of the seats, down one column and the other. */
static void draw_voter_list(const struct large_votes *votes, struct area area, int line) {
    const struct scene *scene = votes->large->scene;
    int columns = area.columns / 2;
    for (int i = 0; i < (int)scene->scenario->members_count; i++) {
        struct area place =
            area_part(area, i / votes->lines * columns, i % votes->lines * line, columns - 1, 1);
        draw_badge(scene, place, 0, scene->seats[i]);
        frame_put_short(scene->frame, place, BADGE, 0, STYLE_STRONG,
                        scene->scenario->members[scene->seats[i]].name);
    }
}

static void draw_votes_letters(const struct large_votes *votes, struct area area) {
    int high = votes->dots.high, each = votes->each ? letters_rows(1, high) : 1;
    int line = votes->each ? letters_rows(2, high) - each : 1;
    int gap = (MIDDLE * votes->dots.wide + 1) / 2;
    int apart = (area.rows - votes->rows) / votes->lines;
    line += apart < each ? apart : each;
    if (votes->head) {
        struct area below = area_part(area, 0, votes->head, area.columns, area.rows - votes->head);
        int spare = area.columns - votes->each * (votes->cell + gap) + gap;
        draw_numbers(votes, area);
        if (votes->each == 0)
            draw_voter_list(votes, below, line);
        else
            draw_voters(votes, area_part(below, spare / 2, 0, below.columns, below.rows), line,
                        gap);
        return;
    }
    for (int i = 0; i < votes->count; i++)
        draw_votes_text(votes, area_part(area, 0, i * line, votes->left, each), votes->styles[i],
                        votes->counts[i]);
    frame_line(votes->large->frame, area_part(area, votes->left - 2, 0, 1, area.rows),
               SIGN_VERTICAL);
    draw_voters(votes, area, line, gap);
}

/* Where there is no room for letters: lines, which scroll. */
static void draw_votes_lines(const struct large_votes *votes, struct area area) {
    struct frame *frame = votes->large->frame;
    struct lines lines = {.frame = frame, .columns = area.columns};
    const char *all = "";
    for (int i = 0; i < votes->count; i++)
        lines_add(&lines, STYLE_STRONG, 0, words_capital(frame->arena, votes->counts[i]));
    for (unsigned i = 0; i < votes->large->scene->scenario->members_count; i++) {
        enum style style;
        all = arena_printf(frame->arena, "%s%s%s", all, *all ? "  " : "",
                           voter(votes, votes->large->scene->seats[i], &style));
    }
    lines_add(&lines, STYLE_PLAIN, 0, all);
    lines_scroll(&lines, area);
}

void large_votes_draw(const struct large_votes *votes, int below) {
    struct area rest = large_rest(votes->large);
    rest.rows -= below;
    if (votes->rows == 0) {
        draw_votes_lines(votes, rest);
        return;
    }
    int down = rest.rows > votes->rows ? 1 : 0;
    draw_votes_letters(votes, area_part(rest, 0, down, rest.columns, rest.rows - down));
}
