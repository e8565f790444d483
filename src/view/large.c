/* The large layout: few, big words, to be read from the last row of a classroom. What has no room
 * in large letters stands below them in those of the terminal. */
#include "view/letters.h"
#include "view/parts.h"
#include "words/words.h"

enum {
    GRID = 21,    /* rows of the smallest page, which the shares below are of */
    ONE_LINE = 5, /* of large letters */
    HEADLINE = 7, /* who has the floor, and what a ballot is */
    TWO_LINES = 11,
    MOST_BLOCKS = 8,
    WIDEST = 100, /* columns of what is in the terminal's letters, ... */
    ALONE = 64,   /* ... and where there are no others: short lines in the midst of the page */
    COUNTS = 3,   /* rows of the running count but for its digits */
};

/* ---- blocks below each other ---- */

struct large_block {
    bool large;
    struct letters letters; /* large */
    const char *text;       /* else: one line */
    enum style style;
};

struct stack {
    const struct scene *scene;
    struct area area;
    struct large_block blocks[MOST_BLOCKS];
    int count, rows;
    bool floor; /* somebody has it: the cursor goes to where that is in words */
};

static int share(const struct stack *stack, int rows) {
    return stack->area.rows * rows / GRID;
}

/* Large letters stand a row apart from what is above them, but for the line at the very top. */
static int gap_before(const struct stack *stack, const struct large_block *block, int index) {
    bool below_top = index == 1 && !stack->blocks[0].large;
    return block->large && index > 0 && !below_top ? 1 : 0;
}

static void push_large(struct stack *stack, struct large_block block) {
    if (stack->count == MOST_BLOCKS)
        return;
    stack->rows += gap_before(stack, &block, stack->count) + (block.large ? block.letters.rows : 1);
    stack->blocks[stack->count++] = block;
}

/* False, and nothing is added, where no size fits into this share of the rows. */
static bool add_large(struct stack *stack, enum style style, const char *text, int rows) {
    struct large_block block = {.large = true, .style = style};
    if (!letters_fit(stack->scene->frame, text, stack->area.columns, share(stack, rows),
                     &block.letters))
        return false;
    push_large(stack, block);
    return true;
}

static void add_large_plain(struct stack *stack, enum style style, const char *text) {
    push_large(stack, (struct large_block){.text = text, .style = style});
}

static void put_centred_short(struct frame *frame, struct area area, enum style style,
                              const char *text) {
    int spare = area.columns - frame_width(frame, text);
    frame_put_short(frame, area, spare > 0 ? spare / 2 : 0, 0, style, text);
}

/* Draws them so that they, and so many rows below them, stand in the upper middle; returns the row
 * behind them. */
static int draw_stack(const struct stack *stack, int below) {
    struct frame *frame = stack->scene->frame;
    int spare = stack->area.rows - stack->rows - below, row = spare > 0 ? spare / 3 : 0;
    for (int i = 0; i < stack->count; i++) {
        const struct large_block *block = &stack->blocks[i];
        row += gap_before(stack, block, i);
        struct area place = area_part(stack->area, 0, row, stack->area.columns, stack->area.rows);
        if (block->large)
            letters_draw(frame, place, block->style, &block->letters);
        else
            put_centred_short(frame, place, block->style, block->text);
        if (stack->floor && !block->large)
            frame_point(frame, place);
        row += block->large ? block->letters.rows : 1;
    }
    return row;
}

static struct lines lines_for(const struct stack *stack) {
    int columns = stack->area.columns;
    return (struct lines){.frame = stack->scene->frame,
                          .columns = columns < WIDEST ? columns : WIDEST};
}

/* The part of the page for lines, from a row on: it is as wide as they are, and in the midst. */
static struct area part_for(const struct stack *stack, const struct lines *lines, int row) {
    int columns = 1;
    for (size_t i = 0; i < lines->count; i++) {
        int across = lines->all[i].indent + frame_width(lines->frame, lines->all[i].text);
        columns = across > columns ? across : columns;
    }
    return area_part(stack->area, (stack->area.columns - columns) / 2, row, columns,
                     stack->area.rows);
}

/* The blocks, and lines below them that scroll where there is no room for all. */
static void draw_with_lines(const struct stack *stack, const struct lines *lines) {
    int below = draw_stack(stack, (int)lines->count + 1) + 1;
    struct area rest = part_for(stack, lines, below);
    if (stack->floor)
        frame_point(stack->scene->frame, rest);
    lines_scroll(lines, rest, 0, stack->scene->state->scroll, 0);
}

/* Letters that are drawn take the colours of the bars: on a ground of their own they would drown.
 */
static enum style ballot_fill(enum veto_ballot ballot) {
    static const enum style fills[VETO_BALLOTS] = {
        [VETO_YES] = STYLE_FILL_YES,         [VETO_NO] = STYLE_FILL_NO,
        [VETO_ABSTAIN] = STYLE_FILL_ABSTAIN, [VETO_NOT_PARTICIPATING] = STYLE_STRONG,
        [VETO_ABSENT] = STYLE_STRONG,
    };
    return fills[ballot];
}

static enum style outcome_fill(enum veto_outcome outcome) {
    static const enum style fills[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = STYLE_FILL_YES,
        [VETO_VETOED] = STYLE_FILL_NO,
        [VETO_FAILED] = STYLE_FILL_NO,
        [VETO_NOT_PUT] = STYLE_STRONG,
    };
    return fills[outcome];
}

/* ---- the title ---- */

static void draw_first(struct stack *stack) {
    const struct veto_scenario *scenario = stack->scene->scenario;
    struct arena *arena = stack->scene->frame->arena;
    const char *date = words_date(arena, scenario->date);
    bool dated = false; /* in large letters: a long title leaves no room for that */
    if (add_large(stack, STYLE_STRONG, scenario->title, TWO_LINES))
        dated = add_large(stack, STYLE_PLAIN, date, ONE_LINE);
    else if (!add_large(stack, STYLE_STRONG, scenario->title, GRID - 3))
        add_large_plain(stack, STYLE_TITLE, scenario->title);
    add_large_plain(stack, STYLE_PLAIN, "");
    add_large_plain(stack, STYLE_PLAIN,
                    arena_printf(arena, "Security Council%s%s%s%s", dated || !*date ? "" : ", ",
                                 dated ? "" : date, scenario->meeting ? ", meeting " : "",
                                 scenario->meeting ? scenario->meeting : ""));
    add_large_plain(stack, STYLE_KEY, "Press Space to begin.");
    draw_stack(stack, 0);
}

/* ---- words ---- */

/* A member's name; where that is too long, its code and below it the name. */
static void add_large_member(struct stack *stack, int member, int rows) {
    const struct veto_member *is = &stack->scene->scenario->members[member];
    if (add_large(stack, STYLE_STRONG, is->name, rows))
        return;
    add_large(stack, STYLE_STRONG, is->code, rows);
    add_large_plain(stack, STYLE_STRONG, is->name);
}

/* If need be in two lines; else not at all: the words below have it too. */
static void add_headline(struct stack *stack, const char *text) {
    if (!add_large(stack, STYLE_STRONG, text, HEADLINE))
        add_large(stack, STYLE_STRONG, text, TWO_LINES);
}

static void add_speaker(struct stack *stack, const struct veto_event *event) {
    const struct veto_speaker *speaker = &event->item->speaker;
    stack->floor = true;
    if (speaker->speaks_for != VETO_NONE)
        add_large_member(stack, speaker->speaks_for, HEADLINE);
    else
        add_headline(stack, speaker->name);
}

static bool is_large_result(const struct veto_event *event) {
    return event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE;
}

/* The result that what happens follows at once; NULL where it follows none. */
static const struct veto_vote *vote_before(const struct scene *scene) {
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    for (size_t at = scene->state->shown; at > 0; at--) {
        const struct veto_event *event = veto_meeting_event(meeting, at - 1);
        if (is_large_result(event))
            return event->vote;
        if (event->kind != VETO_EVENT_HAPPENING && event->kind != VETO_EVENT_BRANCH)
            break;
    }
    return NULL;
}

static const char *symbol_of(const struct scene *scene, int draft) {
    const struct veto_draft *is = &scene->scenario->drafts[draft];
    return is->symbol ? is->symbol : is->id;
}

/* Nobody has the floor: at most there is a result that this is about. */
static void add_result_before(struct stack *stack, const struct veto_event *event) {
    (void)event;
    const struct veto_vote *vote = vote_before(stack->scene);
    if (!vote || !add_large(stack, STYLE_STRONG, symbol_of(stack->scene, vote->draft), ONE_LINE))
        return;
    add_large(stack, outcome_fill(vote->result.outcome), words_outcome(vote->result.outcome),
              ONE_LINE);
}

static void add_floor(struct stack *stack, const struct veto_event *event) {
    stack->floor = true;
    add_large_member(stack, event->member, HEADLINE);
}

static void add_symbol(struct stack *stack, const struct veto_event *event) {
    add_headline(stack, symbol_of(stack->scene, event->draft));
}

/* What stands above the words of an event: a text, or what a function finds. */
static const struct headline {
    const char *text;
    void (*add)(struct stack *stack, const struct veto_event *event);
} headlines[VETO_EVENT_KINDS] = {
    [VETO_EVENT_OPEN] = {"The meeting opens", NULL},
    [VETO_EVENT_STATEMENT] = {NULL, add_speaker},
    [VETO_EVENT_HAPPENING] = {NULL, add_result_before},
    [VETO_EVENT_QUESTION] = {"For the class", NULL},
    [VETO_EVENT_PUT] = {NULL, add_symbol},
    [VETO_EVENT_NOT_PUT] = {"Not put", NULL},
    [VETO_EVENT_MOTION] = {NULL, add_floor},
    [VETO_EVENT_ASSEMBLY_DEBATE] = {"After the veto", NULL},
    [VETO_EVENT_UNITING_FOR_PEACE] = {"After the veto", NULL},
};

static void draw_large_words(struct stack *stack, const struct veto_event *event) {
    const struct headline *headline = &headlines[event->kind];
    struct lines lines = lines_for(stack);
    if (headline->add)
        headline->add(stack, event);
    else if (headline->text)
        add_headline(stack, headline->text);
    if (stack->count == 0 && lines.columns > ALONE)
        lines.columns = ALONE;
    add_event(&lines, stack->scene, event);
    draw_with_lines(stack, &lines);
}

/* ---- the roll call ---- */

/* Where there is no room for the word. */
static const char *shorter(enum veto_ballot ballot) {
    return ballot == VETO_NOT_PARTICIPATING ? "not taking part" : words_ballot(ballot);
}

/* Ballots have letters of one size, that of the longest which is counted: none is to look weightier
 * than another. Those that need more room have what there is. */
static bool fit_ballot(const struct stack *stack, enum veto_ballot ballot,
                       struct letters *letters) {
    struct frame *frame = stack->scene->frame;
    const char *const words[] = {words_ballot(ballot), shorter(ballot)};
    int columns = stack->area.columns, rows = share(stack, HEADLINE);
    struct letters size;
    bool sized = letters_fit(frame, words_ballot(VETO_ABSTAIN), columns, rows, &size);
    for (int i = 0; i < 2 && sized; i++)
        if (letters_at(frame, words[i], size.wide, size.high, columns, rows, letters))
            return true;
    return letters_fit(frame, words[0], columns, rows, letters) ||
           letters_fit(frame, words[1], columns, rows, letters);
}

/* A member above its ballot: by its name or its code, in letters that are no larger than the
 * ballot's and leave so many rows below. Else the words at the top have it. */
static void add_large_voter(struct stack *stack, const struct veto_member *member,
                            const struct letters *ballot, int below) {
    struct frame *frame = stack->scene->frame;
    const char *const texts[] = {member->name, member->code};
    int columns = stack->area.columns, rows = stack->area.rows - stack->rows - below;
    int most = share(stack, ONE_LINE);
    struct large_block block = {.large = true, .style = STYLE_STRONG};
    rows = rows < most ? rows : most;
    for (int i = 0; i < 2; i++) {
        bool fits = letters_fit(frame, texts[i], columns, rows, &block.letters);
        if (fits && block.letters.wide > ballot->wide)
            fits = letters_at(frame, texts[i], ballot->wide, ballot->high, columns, rows,
                              &block.letters);
        if (!fits)
            continue;
        push_large(stack, block);
        return;
    }
}

/* In favour, against, abstaining: three columns of digits, and below them what is needed;
 * returns the row behind that. */
static int draw_counts(const struct stack *stack, int row) {
    struct frame *frame = stack->scene->frame;
    unsigned tally[VETO_BALLOTS];
    int third = stack->area.columns / 3, high = share(stack, ONE_LINE), below = row;
    tally_shown(stack->scene, tally);
    for (int i = VETO_YES; i <= VETO_ABSTAIN; i++) {
        enum veto_ballot ballot = (enum veto_ballot)i;
        struct area place = area_part(stack->area, i * third, row, third, stack->area.rows);
        struct letters digits = {.rows = 0};
        if (letters_fit(frame, arena_printf(frame->arena, "%u", tally[i]), third, high, &digits))
            letters_draw(frame, place, ballot_fill(ballot), &digits);
        below = row + digits.rows;
        frame_put_centred(frame, place, digits.rows, STYLE_STRONG,
                          words_capital(frame->arena, words_ballot(ballot)));
    }
    put_centred_short(frame, area_part(stack->area, 0, below + 1, stack->area.columns, 1),
                      STYLE_PLAIN, tally_others(stack->scene, true));
    return below + 2;
}

/* A ballot, or what is to be said of it. */
static void draw_roll_call(struct stack *stack, const struct veto_event *event) {
    struct arena *arena = stack->scene->frame->arena;
    const struct veto_scenario *scenario = stack->scene->scenario;
    const struct veto_member *member = &scenario->members[event->member];
    const char *draft = words_capital(arena, words_named(arena, &scenario->drafts[event->draft]));
    enum veto_ballot ballot = event->vote->casts[event->member].ballot;
    struct large_block word = {.large = true, .style = ballot_fill(ballot)};
    struct lines lines = lines_for(stack);
    if (event->kind == VETO_EVENT_OBLIGATION)
        add_event(&lines, stack->scene, event);
    int below = share(stack, ONE_LINE) + COUNTS + (int)lines.count;
    stack->floor = true;
    add_large_plain(stack, STYLE_PLAIN,
                    arena_printf(arena, "%s. %s: %s", draft, member->name, words_ballot(ballot)));
    if (fit_ballot(stack, ballot, &word.letters)) {
        add_large_voter(stack, member, &word.letters, below + word.letters.rows + 1);
        push_large(stack, word);
    }
    below = draw_counts(stack, draw_stack(stack, below) + 1);
    lines_scroll(&lines, part_for(stack, &lines, below), 0, stack->scene->state->scroll, 0);
}

/* ---- the result ---- */

/* "by the Russian Federation"; by codes where that is too long. */
static void add_vetoers(struct stack *stack, veto_set by) {
    struct arena *arena = stack->scene->frame->arena;
    const struct veto_scenario *scenario = stack->scene->scenario;
    const char *codes = "by", *names = words_names(arena, scenario, by);
    if (by == 0 || add_large(stack, STYLE_STRONG, arena_printf(arena, "by %s", names), ONE_LINE))
        return;
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (veto_set_has(by, i))
            codes = arena_printf(arena, "%s %s", codes, scenario->members[i].code);
    if (!add_large(stack, STYLE_STRONG, codes, ONE_LINE))
        add_large_plain(stack, STYLE_STRONG, codes);
}

static void add_count(struct stack *stack, const struct veto_vote *vote) {
    const unsigned *tally = vote->result.tally;
    if (vote->without_vote)
        return;
    add_large(stack, STYLE_STRONG,
              arena_printf(stack->scene->frame->arena, "%u-%u-%u", tally[VETO_YES], tally[VETO_NO],
                           tally[VETO_ABSTAIN]),
              ONE_LINE);
}

static void draw_result(struct stack *stack, const struct veto_event *event) {
    struct arena *arena = stack->scene->frame->arena;
    const struct veto_vote *vote = event->vote;
    const struct veto_draft *draft = &stack->scene->scenario->drafts[vote->draft];
    const char *outcome = words_outcome(vote->result.outcome);
    const char *score = score_line(stack->scene, vote->draft);
    struct lines lines = lines_for(stack);
    add_large_plain(
        stack, STYLE_PLAIN,
        arena_printf(arena, "%s: %s", words_capital(arena, words_named(arena, draft)), outcome));
    add_large(stack, outcome_fill(vote->result.outcome), outcome, ONE_LINE);
    add_vetoers(stack, vote->result.vetoed_by);
    add_count(stack, vote);
    lines_add(&lines, STYLE_PLAIN, 0, words_verdict(arena, stack->scene->scenario, vote));
    if (score)
        lines_add(&lines, STYLE_STRONG, 0, score);
    draw_with_lines(stack, &lines);
}

/* ---- the end ---- */

/* The size at which the outcomes of all drafts fit, each into so many rows; false: none does. */
static bool find_size(const struct stack *stack, int rows, struct letters *least) {
    const struct scene *scene = stack->scene;
    struct letters letters;
    for (int i = 0; i < (int)scene->scenario->draft_count; i++) {
        const char *text = stage_outcome(scene->frame->arena, scene->stage, scene->state->mode, i);
        if (!letters_fit(scene->frame, text, stack->area.columns, rows, &letters))
            return false;
        if (i == 0 || letters.wide * letters.high < least->wide * least->high)
            *least = letters;
    }
    return true;
}

/* All outcomes; false where there are too many of them. */
static bool draw_outcomes(const struct stack *stack) {
    const struct scene *scene = stack->scene;
    struct frame *frame = scene->frame;
    int count = (int)scene->scenario->draft_count, each = count ? stack->area.rows / count : 0;
    struct letters size, letters;
    if (count == 0 || !find_size(stack, each - 2, &size))
        return false;
    for (int i = 0; i < count; i++) {
        const char *text = stage_outcome(frame->arena, scene->stage, scene->state->mode, i);
        const char *name = words_named(frame->arena, &scene->scenario->drafts[i]);
        struct area place = area_part(stack->area, 0, i * each, stack->area.columns, each);
        put_centred_short(frame, place, STYLE_PLAIN, words_capital(frame->arena, name));
        if (letters_at(frame, text, size.wide, size.high, place.columns, each - 2, &letters))
            letters_draw(
                frame, area_part(place, 0, 1, place.columns, each),
                outcome_fill(veto_meeting_outcome(state_meeting(scene->stage, scene->state), i)),
                &letters);
    }
    return true;
}

/* ---- the page ---- */

void draw_large(const struct scene *scene, struct area area) {
    const struct veto_event *event = state_event(scene->stage, scene->state);
    struct stack stack = {.scene = scene, .area = area};
    if (!event)
        draw_first(&stack);
    else if (event->kind == VETO_EVENT_BALLOT || event->kind == VETO_EVENT_OBLIGATION)
        draw_roll_call(&stack, event);
    else if (is_large_result(event))
        draw_result(&stack, event);
    else if (event->kind != VETO_EVENT_CLOSE)
        draw_large_words(&stack, event);
    else if (!draw_outcomes(&stack))
        draw_summary(scene, area);
}
