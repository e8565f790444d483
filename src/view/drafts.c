/* The drafts: all of them on the left, and on the right the page of one of them. */
#include "report/meeting.h"
#include "view/parts.h"
#include "words/words.h"

enum {
    LIST = 30,
    LIST_WIDE = 44,
    WIDEST = 100,
    ENTRY = 2,       /* rows of the list: a name and what became of it; ... */
    ENTRY_TITLED = 4 /* ... with a title between, and a row apart */
};

/* ---- the list ---- */

static void draw_list_draft(const struct scene *scene, struct area area, int draft, bool selected) {
    struct frame *frame = scene->frame;
    const struct veto_draft *is = &scene->scenario->drafts[draft];
    enum style style;
    const char *how = draft_fate(scene, draft, &style), *name = words_draft(scene->arena, is);
    if (is->symbol && frame_width(frame, name) > area.columns - 5)
        name = is->symbol; /* it says enough where there is no room for "S/2016/846 (french)" */
    list_mark(frame, area, selected);
    frame_put(frame, area, 2, 0, STYLE_KEY, arena_printf(frame->arena, "%d", draft + 1));
    frame_put_short(frame, area, 5, 0, selected ? STYLE_SELECTED : STYLE_PLAIN, name);
    if (area.rows == ENTRY_TITLED)
        frame_put_short(frame, area, 5, 1, STYLE_DIM, is->title);
    frame_put_short(frame, area, 5, area.rows == ENTRY_TITLED ? 2 : 1, style, how);
    frame_spot(frame, area, ACTION_PICK_NUMBER, draft);
}

/* ---- the view ---- */

static void add_draft_page(struct lines *lines, const struct scene *scene, int draft) {
    lines_report(lines, scene->stage, &report_draft,
                 &(struct draft_subject){state_told(scene->state), draft, scene->state->numbers});
    if (state_fate(scene->state, draft))
        return;
    const char *odds = odds_line(scene, draft);
    lines_gap(lines);
    if (state_hides(scene->state, draft))
        lines_add(lines, STYLE_DIM, 0,
                  "Leanings and odds are hidden until the result; H shows them.");
    else if (odds)
        lines_add(lines, STYLE_DIM, 0, words_capital(scene->arena, odds));
}

void draw_draft_page(const struct scene *scene, struct area area) {
    int columns = scene->state->columns < WIDE_COLUMNS ? LIST : LIST_WIDE;
    int picked = pick_draft(scene->state);
    int count = (int)scene->scenario->draft_count;
    struct halves halves = halves_draw(scene, area, columns, 2 * count);
    struct area list = halves.list;
    halves.text.columns = area_within(halves.text.columns, 1, WIDEST);
    halves.lines.columns = halves.text.columns;
    bool titled = list.columns >= LIST_WIDE - HALVES_GAP && list.rows >= count * ENTRY_TITLED;
    int entry = titled ? ENTRY_TITLED : ENTRY, room = list.rows / entry;
    int first = list_stand(picked, count, room);
    for (int i = 0; i < room && first + i < count; i++)
        draw_list_draft(scene, area_part(list, 0, i * entry, list.columns, entry), first + i,
                        first + i == picked);
    if (picked == VETO_NONE)
        lines_add(&halves.lines, STYLE_PLAIN, 0, "There is no draft before the Council.");
    else
        add_draft_page(&halves.lines, scene, picked);
    lines_scroll(&halves.lines, halves.text);
}
