/* What is said in large letters: who speaks above it, and below where it is from. */
#include "view/large.h"
#include "words/words.h"

enum {
    HEADLINE = 3,       /* rows of it on the smallest page, ... */
    HEADLINE_ASCII = 5, /* ... where no dot is smaller than a cell */
    PAGES = 3,          /* that a text may take in letters: longer ones are the terminal's */
    NARROWEST = 40,     /* lines of the terminal's, ... */
    APART = 3,          /* ... so many rows from one to the next, where there is room */
};

/* What there is to be read: a line in the terminal's letters, a headline, the words themselves. Any
 * but the words may be NULL. */
struct large_said {
    const char *line, *headline, *words;
    int member; /* whose name the headline is; or VETO_NONE */
    enum style style;
};

/* ---- by event ---- */

static struct arena *large_arena(const struct large *large) {
    return large->scene->frame->arena;
}

static struct large_said say_statement(const struct large *large, const struct veto_event *event) {
    struct arena *arena = large_arena(large);
    const struct veto_scenario *scenario = large->scene->scenario;
    const struct veto_item *item = event->item;
    const char *speaker = words_speaker(arena, scenario, item), *line = speaker;
    if (item->draft != VETO_NONE)
        line = arena_printf(arena, "%s%s on %s", speaker,
                            item->explains_vote ? ", in explanation of vote" : ",",
                            words_draft(arena, &scenario->drafts[item->draft]));
    line = large_short(large, line, speaker);
    bool state = item->speaker.speaks_for != VETO_NONE;
    return (struct large_said){line, state ? NULL : item->speaker.name, words_said(arena, item),
                               state ? item->speaker.speaks_for : VETO_NONE, STYLE_PLAIN};
}

/* The result that what happens follows at once; NULL where it follows none. */
static const struct veto_vote *vote_before(const struct scene *scene) {
    const struct veto_meeting *meeting = scene->meeting;
    for (size_t at = scene->state->shown; at > 0; at--) {
        const struct veto_event *event = veto_meeting_event(meeting, at - 1);
        if (event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE)
            return event->vote;
        if (event->kind != VETO_EVENT_HAPPENING && event->kind != VETO_EVENT_BRANCH)
            break;
    }
    return NULL;
}

/* Nobody has the floor: at most there is a result that this is about. */
static struct large_said say_happening(const struct large *large, const struct veto_event *event) {
    struct arena *arena = large_arena(large);
    const struct veto_vote *vote = vote_before(large->scene);
    const char *line = NULL;
    if (vote)
        line = words_came_out(arena, large->scene->scenario, vote->draft, vote->result.outcome);
    return (struct large_said){line ? words_capital(arena, line) : NULL, NULL,
                               words_said(arena, event->item), VETO_NONE, STYLE_PLAIN};
}

static struct large_said say_open(const struct large *large, const struct veto_event *event) {
    (void)event;
    return (struct large_said){"The meeting opens", NULL,
                               words_opening(large_arena(large), large->scene->scenario), VETO_NONE,
                               STYLE_PLAIN};
}

static struct large_said say_question(const struct large *large, const struct veto_event *event) {
    struct told told = state_told(large->scene->state);
    return (struct large_said){"For the class", NULL, told_question(&told, event->question),
                               VETO_NONE, STYLE_STRONG};
}

static struct large_said say_put_to_vote(const struct large *large,
                                         const struct veto_event *event) {
    struct arena *arena = large_arena(large);
    const struct veto_draft *draft = &large->scene->scenario->drafts[event->draft];
    const char *shorter =
        arena_printf(arena, "The President puts the %s to the vote", words_noun(draft));
    return (struct large_said){large_short(large, words_puts(arena, draft), shorter),
                               draft->symbol ? draft->symbol : draft->id, draft->title, VETO_NONE,
                               STYLE_PLAIN};
}

static struct large_said say_not_put(const struct large *large, const struct veto_event *event) {
    struct arena *arena = large_arena(large);
    const struct scene *scene = large->scene;
    const struct veto_meeting *meeting = scene->meeting;
    const struct veto_draft *draft = &scene->scenario->drafts[event->draft];
    return (struct large_said){
        words_capital(arena, words_named(arena, draft)), words_outcome(VETO_NOT_PUT),
        words_declared(arena, meeting, event->draft), VETO_NONE, STYLE_PLAIN};
}

static struct large_said say_motion(const struct large *large, const struct veto_event *event) {
    return (struct large_said){
        NULL, NULL, words_motion(large_arena(large), large->scene->scenario, event->item),
        event->member, STYLE_PLAIN};
}

static struct large_said say_sequel(const struct large *large, const struct veto_event *event) {
    return (struct large_said){"What follows the veto", "After the veto",
                               words_sequel(large_arena(large), large->scene->scenario, event),
                               VETO_NONE, STYLE_PLAIN};
}

static struct large_said (*const sayings[VETO_EVENT_KINDS])(const struct large *large,
                                                            const struct veto_event *event) = {
    [VETO_EVENT_OPEN] = say_open,
    [VETO_EVENT_STATEMENT] = say_statement,
    [VETO_EVENT_HAPPENING] = say_happening,
    [VETO_EVENT_QUESTION] = say_question,
    [VETO_EVENT_PUT] = say_put_to_vote,
    [VETO_EVENT_NOT_PUT] = say_not_put,
    [VETO_EVENT_MOTION] = say_motion,
    [VETO_EVENT_ASSEMBLY_DEBATE] = say_sequel,
    [VETO_EVENT_UNITING_FOR_PEACE] = say_sequel,
};

/* ---- the words ---- */

/* Lines that scroll one by one; the frame is told how far. */
static void scroll_letters(const struct large *large, struct area area, enum style style,
                           const struct letters *letters) {
    int fit = 0, scroll = large->scene->state->scroll;
    while (letters_rows(fit + 1, letters->high) <= area.rows)
        fit++;
    int most = letters->lines - fit, first = -scroll > most ? most : scroll > 0 ? 0 : -scroll;
    large->scene->frame->reach = (struct reach){-most, 0, fit > 1 ? fit - 1 : 1, 0};
    letters_draw(large->scene->frame, area, style, letters, first);
}

/* In the largest that fit, else in the smallest, which scroll. False where that would take too many
 * pages, or not all can be drawn. */
static bool find_letters(const struct large *large, struct area area, const char *words,
                         struct letters *letters) {
    struct frame *frame = large->scene->frame;
    int wide, high;
    if (!letters_whole(frame, words))
        return false;
    if (letters_fit(frame, words, area.columns, area.rows, letters))
        return true;
    for (size_t i = 0; letters_size(frame, i, &wide, &high); i++)
        continue;
    return letters_at(frame, words, wide, high, area.columns, area.rows * PAGES, letters);
}

/* Lines that have room stand apart, up to as far as they are high. */
static void draw_in_letters(const struct large *large, struct area area, enum style style,
                            struct letters *letters) {
    int spare = area.rows - letters->rows, each = letters_rows(1, letters->high);
    if (spare < 0) {
        scroll_letters(large, area, style, letters);
        return;
    }
    int apart = letters->lines > 1 ? spare / letters->lines : 0;
    letters->apart = apart < each ? apart : each;
    int down = (spare - letters->apart * (letters->lines - 1)) / 2;
    letters_draw(large->scene->frame, area_part(area, 0, down, area.columns, area.rows - down),
                 style, letters, 0);
}

/* In those of the terminal: short lines, a row apart where there is room. */
static void draw_in_lines(const struct large *large, struct area area, enum style style,
                          const char *words) {
    struct frame *frame = large->scene->frame;
    struct lines lines;
    int columns = NARROWEST < area.columns ? NARROWEST : area.columns;
    for (;; columns++) {
        lines = (struct lines){.frame = frame, .columns = columns};
        lines_add(&lines, style == STYLE_PLAIN ? STYLE_STRONG : style, 0, words);
        if ((int)lines.count * 2 <= area.rows || columns >= area.columns)
            break;
    }
    int right = (area.columns - columns) / 2, apart = area.rows / ((int)lines.count + !lines.count);
    if (apart < 2) {
        lines_scroll(&lines, area_part(area, right, 0, columns, area.rows));
        return;
    }
    apart = apart < APART ? apart : APART;
    int down = (area.rows - (int)lines.count * apart) / 2;
    for (int i = 0; i < (int)lines.count; i++)
        lines_draw(&lines, area_part(area, right, down + i * apart, columns, 1), (size_t)i);
}

/* ---- the page ---- */

/* In letters no larger than those of the words, which NULL does not bound. */
static bool draw_headline(const struct large *large, const char *text, int rows,
                          const struct letters *words) {
    struct frame *frame = large->scene->frame;
    struct letters letters;
    int wide, high;
    for (size_t i = 0; letters_size(frame, i, &wide, &high); i++) {
        bool larger = words && (wide > words->wide || high > words->high);
        if (larger || !letters_at(frame, text, wide, high, large->area.columns, rows, &letters))
            continue;
        letters_draw(frame, large_rest(large), STYLE_STRONG, &letters, 0);
        return true;
    }
    return false;
}

/* A name that has no room is a code. */
static void draw_headlines(const struct large *large, const struct large_said *said, int rows,
                           const struct letters *words) {
    const struct veto_member *members = large->scene->scenario->members;
    if (said->headline)
        draw_headline(large, said->headline, rows, words);
    else if (said->member != VETO_NONE &&
             !draw_headline(large, members[said->member].name, rows, words))
        draw_headline(large, members[said->member].code, rows, words);
}

void large_words(struct large *large, const struct veto_event *event) {
    if (!sayings[event->kind])
        return;
    struct large_said said = sayings[event->kind](large, event);
    struct lines below = {.frame = large->scene->frame, .columns = large->area.columns};
    struct letters letters;
    bool ascii = large->scene->frame->charset == CHARSET_ASCII;
    bool headed = said.headline || said.member != VETO_NONE;
    int rows = headed ? large_share(large, ascii ? HEADLINE_ASCII : HEADLINE) : 0;
    add_event_source(&below, large->scene, event);
    large->floor = event->kind == VETO_EVENT_STATEMENT || event->kind == VETO_EVENT_MOTION;
    if (said.line)
        large_line(large, STYLE_TITLE, said.line);
    struct area rest = large_rest(large);
    rest = area_part(rest, 0, rows + headed, rest.columns, rest.rows - rows - headed);
    rest.rows -= (int)below.count;
    bool drawn = find_letters(large, rest, said.words, &letters);
    draw_headlines(large, &said, rows, drawn ? &letters : NULL);
    if (drawn)
        draw_in_letters(large, rest, said.style, &letters);
    else
        draw_in_lines(large, rest, said.style, said.words);
    lines_draw(&below, area_part(rest, 0, rest.rows, rest.columns, (int)below.count), 0);
}
