/* The large layout, to be read from the last row of a classroom: what the class must read now is
 * the largest thing, and fills the page. */
#include "view/large.h"

#include "words/words.h"

/* ---- what its pages share ---- */

int large_share(const struct large *large, int rows) {
    return large->area.rows * rows / LARGE_GRID;
}

int large_left(const struct large *large) {
    return large->area.rows - large->row;
}

struct area large_rest(const struct large *large) {
    return area_part(large->area, 0, large->row, large->area.columns, large_left(large));
}

bool large_tall(const struct large *large) {
    return large->frame->columns < USUAL_COLUMNS && large->frame->columns < 2 * large->frame->rows;
}

void large_line(struct large *large, enum style style, const char *text) {
    struct area area = large_rest(large);
    int spare = area.columns - frame_width(large->frame, text);
    if (large->floor)
        frame_point(large->frame, area);
    large->floor = false;
    frame_put_short(large->frame, area, spare > 0 ? spare / 2 : 0, 0, style, text);
    large->row++;
}

const char *large_short(const struct large *large, const char *text, const char *shorter) {
    return frame_width(large->frame, text) <= large->area.columns ? text : shorter;
}

bool large_text(struct large *large, enum style style, const char *text, int rows) {
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
    int dated = *date ? large_share(large, 4) : 0, left = large_left(large) - BELOW;
    bool drawn = large_text(large, STYLE_STRONG, scenario->title, left - dated - 1) ||
                 large_text(large, STYLE_STRONG, scenario->title, left);
    if (!drawn)
        large_line(large, STYLE_TITLE, scenario->title);
    int spare = large_left(large) - BELOW - dated;
    large->row += spare > 2 && large_tall(large) ? spare / 2 : 1;
    if (large_left(large) - BELOW < dated || !large_text(large, STYLE_PLAIN, date, dated))
        dated = 0;
    large->row = large->area.rows - BELOW;
    large_line(large, STYLE_PLAIN,
               arena_printf(arena, "Security Council%s%s%s%s", dated || !*date ? "" : ", ",
                            dated ? "" : date, scenario->meeting ? ", meeting " : "",
                            scenario->meeting ? scenario->meeting : ""));
    large_line(large, STYLE_KEY, "Press Space to begin.");
    large_line(large, STYLE_DIM, hiding_words(large->scene));
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
    if (letters_at(frame, text, size->dots, place.columns, large_left(&part), &letters))
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
        large_roll(&large, event);
    else if (event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE)
        large_result(&large, event);
    else if (event->kind != VETO_EVENT_CLOSE)
        large_words(&large, event);
    else if (!draw_outcomes(&large))
        draw_summary(scene, area);
}
