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

static struct large_said say_statement(const struct large *large, const struct veto_event *event) {
    struct arena *arena = large->scene->arena;
    const struct veto_item *item = event->item;
    const char *speaker = words_speaker(arena, large->scene->scenario, item), *line = speaker;
    if (item->draft != VETO_NONE)
        line = arena_printf(arena, "%s%s on %s", speaker,
                            item->explains_vote ? ", in explanation of vote" : ",",
                            words_draft(arena, &large->scene->scenario->drafts[item->draft]));
    line = large_short(large, line, speaker);
    bool state = item->speaker.speaks_for != VETO_NONE;
    return (struct large_said){line, state ? NULL : item->speaker.name, words_said(arena, item),
                               state ? item->speaker.speaks_for : VETO_NONE, STYLE_PLAIN};
}

/* The result that what happens follows at once; NULL where it follows none. */
static const char *line_before(const struct large *large) {
    const struct scene *scene = large->scene;
    for (size_t at = scene->state->shown; at > 0; at--) {
        const struct veto_event *event = veto_meeting_event(scene->meeting, at - 1);
        if (event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE)
            return words_capital(scene->arena,
                                 words_came_out(scene->arena, scene->scenario, event->vote->draft,
                                                event->vote->result.outcome));
        if (event->kind != VETO_EVENT_HAPPENING && event->kind != VETO_EVENT_BRANCH)
            break;
    }
    return NULL;
}

static struct large_said say_draft(const struct large *large, const struct veto_event *event) {
    struct arena *arena = large->scene->arena;
    const struct veto_draft *draft = &large->scene->scenario->drafts[event->draft];
    if (event->kind == VETO_EVENT_NOT_PUT)
        return (struct large_said){
            words_capital(arena, words_named(arena, draft)), words_outcome(VETO_NOT_PUT),
            words_declared(arena, large->scene->meeting, event->draft), VETO_NONE, STYLE_PLAIN};
    const char *shorter =
        arena_printf(arena, "The President puts the %s to the vote", words_noun(draft));
    return (struct large_said){large_short(large, words_puts(arena, draft), shorter),
                               draft->symbol ? draft->symbol : draft->id, draft->title, VETO_NONE,
                               STYLE_PLAIN};
}

/* Without words: there is nothing to be read. */
static struct large_said what_is_said(const struct large *large, const struct veto_event *event) {
    struct arena *arena = large->scene->arena;
    const struct veto_scenario *scenario = large->scene->scenario;
    struct large_said said = {.member = VETO_NONE, .style = STYLE_PLAIN};
    struct told told = state_told(large->scene->state);
    switch (event->kind) {
    case VETO_EVENT_OPEN:
        said.line = "The meeting opens";
        said.words = words_opening(arena, scenario);
        return said;
    case VETO_EVENT_HAPPENING: /* nobody has the floor: at most there is a result before it */
        said.line = line_before(large);
        said.words = words_said(arena, event->item);
        return said;
    case VETO_EVENT_QUESTION:
        return (struct large_said){"For the class", NULL, told_question(&told, event->question),
                                   VETO_NONE, STYLE_STRONG};
    case VETO_EVENT_MOTION:
        said.words = words_motion(arena, scenario, event->item);
        said.member = event->member;
        return said;
    case VETO_EVENT_ASSEMBLY_DEBATE:
    case VETO_EVENT_UNITING_FOR_PEACE:
        return (struct large_said){"What follows the veto", "After the veto",
                                   words_sequel(arena, scenario, event), VETO_NONE, STYLE_PLAIN};
    case VETO_EVENT_STATEMENT:
        return say_statement(large, event);
    case VETO_EVENT_PUT:
    case VETO_EVENT_NOT_PUT:
        return say_draft(large, event);
    default:
        return said;
    }
}

/* ---- the words ---- */

/* In the largest that fit, else in the smallest, which scroll. False where that would take too many
 * pages, or not all can be drawn. */
static bool find_letters(const struct large *large, struct area area, const char *words,
                         struct letters *letters) {
    struct dots dots;
    if (!letters_whole(large->frame, words))
        return false;
    if (letters_fit(large->frame, words, area.columns, area.rows, letters))
        return true;
    for (size_t i = 0; letters_size(large->frame, i, &dots); i++)
        continue;
    return letters_at(large->frame, words, dots, area.columns, area.rows * PAGES, letters);
}

/* Lines that have room stand apart, up to as far as they are high; those that have none scroll one
 * by one, and the frame is told how far. */
static void draw_in_letters(const struct large *large, struct area area, enum style style,
                            struct letters *letters) {
    int spare = area.rows - letters->rows, each = letters_rows(1, letters->dots.high), fit = 0;
    if (spare >= 0) {
        int apart = letters->lines > 1 ? spare / letters->lines : 0;
        letters->apart = apart < each ? apart : each;
        int down = (spare - letters->apart * (letters->lines - 1)) / 2;
        area = area_part(area, 0, down, area.columns, area.rows - down);
        letters_draw(large->frame, area, style, letters, 0);
        return;
    }
    while (letters_rows(fit + 1, letters->dots.high) <= area.rows)
        fit++;
    int most = letters->lines - fit;
    large->frame->reach = (struct reach){-most, 0, fit > 1 ? fit - 1 : 1, 0};
    letters_draw(large->frame, area, style, letters, area_within(-large->frame->scroll, 0, most));
}

/* In those of the terminal: short lines, a row apart where there is room. */
static void draw_in_lines(const struct large *large, struct area area, enum style style,
                          const char *words) {
    struct lines lines;
    int columns = NARROWEST < area.columns ? NARROWEST : area.columns;
    for (;; columns++) {
        lines = (struct lines){.frame = large->frame, .columns = columns};
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
    struct letters letters;
    struct dots dots;
    for (size_t i = 0; letters_size(large->frame, i, &dots); i++) {
        bool larger = words && (dots.wide > words->dots.wide || dots.high > words->dots.high);
        if (larger || !letters_at(large->frame, text, dots, large->area.columns, rows, &letters))
            continue;
        letters_draw(large->frame, large_rest(large), STYLE_STRONG, &letters, 0);
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
    struct large_said said = what_is_said(large, event);
    if (!said.words)
        return;
    struct lines below = {.frame = large->frame, .columns = large->area.columns};
    struct letters letters;
    bool ascii = large->frame->charset == CHARSET_ASCII;
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
