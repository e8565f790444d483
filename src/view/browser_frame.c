/* The browser on screen: the search, the list, and the preview of what is selected, so that one can
 * choose without opening it; of a recorded vote, the page of "veto history FILE show" as far as it
 * may be told. */
#include <string.h>

#include "base/text.h"
#include "report/history.h"
#include "report/lessons.h"
#include "view/parts.h"
#include "view/view.h"

/* ---- the parts ---- */

struct browser_layout browser_layout(int columns, int rows) {
    enum { TALL = 30 };
    int top = rows > TALL ? 3 : 2;
    struct area all = {0, 0, columns, rows};
    struct area middle = area_part(all, 0, top, columns, rows - top - 1);
    struct browser_layout layout = {.search = area_part(all, 1, 1, columns - 2, 1)};
    if (columns >= WIDE_COLUMNS) {
        int list = columns * 3 / 5;
        layout.list = area_part(middle, 0, 0, list, middle.rows);
        layout.rule = area_part(middle, list, 0, 1, middle.rows);
        layout.preview = area_part(middle, list + 2, 0, columns - list - 3, middle.rows - 1);
        layout.more = area_part(middle, list + 2, middle.rows - 1, columns - list - 3, 1);
    } else {
        int list = middle.rows / 2;
        layout.list = area_part(middle, 0, 0, columns, list);
        layout.rule = area_part(middle, 0, list, columns, 1);
        layout.preview = area_part(middle, 1, list + 1, columns - 2, middle.rows);
        layout.more = area_part(layout.rule, 0, 0, columns - 2, 1);
    }
    return layout;
}

struct browser_size browser_size(int columns, int rows) {
    return (struct browser_size){columns, rows, browser_layout(columns, rows).list.rows};
}

/* ---- top ---- */

/* "41 to choose from", or "3 found": what has a lesson may be found by that too */
static const char *count_words(struct frame *frame, const struct browser *browser) {
    struct arena *arena = frame->arena;
    struct finder finder = browser_finder(browser);
    size_t all = 0, found = 0;
    for (size_t i = 0; i < browser->catalogue->count; i++) {
        enum shelf shelf = browser->catalogue->entries[i].shelf;
        all += shelf != SHELF_LESSONS && shelf != SHELF_TOPICS; /* once each */
    }
    if (!*browser->typed)
        return arena_printf(arena, "%zu to choose from", all);
    for (size_t i = 0; (i = finder_next(&finder, i)) < browser->catalogue->count; i++)
        found++;
    return arena_printf(arena, "%zu found", found);
}

static void draw_search(struct frame *frame, const struct browser *browser, struct area row) {
    const char *typed = browser->typed;
    if (!*typed) {
        bool narrow = frame->columns < USUAL_COLUMNS; /* the bar has the other keys */
        frame_put_short(frame, row, 0, 0, STYLE_TITLE,
                        narrow ? "Choose what to play: letters search, ? helps."
                               : "Choose what to play: Up and Down select, Enter plays, letters "
                                 "search, ? helps.");
        return;
    }
    int column = frame_put(frame, row, 0, 0, STYLE_DIM, "Search: ");
    column += frame_put(frame, row, column, 0, STYLE_STRONG, typed);
    frame_put(frame, row, column, 0, STYLE_STRONG, "_");
}

/* ---- the list ---- */

enum { MARK = 2, DATE = 12 };

/* One row, which a click selects. */
static void draw_browser_entry(struct frame *frame, const struct browser *browser, struct area row,
                               size_t index) {
    const struct entry *entry = &browser->catalogue->entries[index];
    bool selected = index == browser->selected;
    bool open = browser->open, closed = entry->closed && (open || !entry->vote);
    enum style style = selected ? STYLE_SELECTED : closed ? STYLE_DIM : STYLE_PLAIN;
    const char *name = open && entry->open ? entry->open : entry->title;
    const char *outcome = entry->vote && !open ? "" : entry->note;
    int note = frame_width(frame, outcome), title = MARK + DATE;
    struct area line = area_part(row, 1, 0, row.columns - 2, 1);
    if (selected) {
        frame_fill(frame, row, style);
        frame_put(frame, row, 0, 0, style, frame_sign(frame, SIGN_SPEAKER));
        frame_point(frame, row);
    }
    frame_put(frame, line, MARK - 1, 0, selected ? style : STYLE_DIM, entry->date);
    frame_put_short(frame, area_part(line, title - 1, 0, line.columns - title - note - 1, 1), 0, 0,
                    style, name);
    frame_put_right(frame, line, 0, selected ? style : STYLE_DIM, outcome);
    frame_spot(frame, row, ACTION_ENTRY, (int)index);
}

/* Below the name of its shelf, and again where the next one begins. */
static void draw_browser_list(struct frame *frame, const struct browser *browser,
                              struct area area) {
    struct finder finder = browser_finder(browser);
    size_t entry = browser->top, count = browser->catalogue->count;
    const char *above = "";
    entry = entry < count ? finder_next(&finder, entry) : count;
    for (int row = 0; row < area.rows && entry < count; row++) {
        const char *heading = entry_heading(&browser->catalogue->entries[entry]);
        struct area line = area_part(area, 0, row, area.columns, 1);
        if (strcmp(heading, above) != 0) {
            frame_put_short(frame, line, 1, 0, STYLE_TITLE, heading);
            above = heading;
            continue;
        }
        draw_browser_entry(frame, browser, line, entry);
        entry = finder_next(&finder, entry + 1);
    }
}

/* ---- the preview ---- */

enum { MISTAKES = 16, WIDEST = 90 };

/* Why it cannot be played. */
static void add_mistakes(struct lines *lines, const struct entry *entry) {
    struct arena *arena = lines->frame->arena;
    size_t count = veto_diagnostics_count(entry->mistakes), first = 0;
    while (first < count && veto_diagnostics_get(entry->mistakes, first).severity != VETO_ERROR)
        first++;
    lines_add(lines, STYLE_TITLE, 0, entry->word);
    lines_gap(lines);
    lines_print(lines, STYLE_PLAIN, 0, "It cannot be played: it has %s.%s", entry->note,
                veto_diagnostics_errors(entry->mistakes) > 1 ? " The first:" : "");
    lines_gap(lines);
    if (first < count) {
        struct veto_diagnostic is = veto_diagnostics_get(entry->mistakes, first);
        char *place =
            is.line ? arena_printf(arena, "%s, line %u, column %u:", is.file, is.line, is.column)
                    : arena_printf(arena, "%s:", is.file);
        lines_add(lines, STYLE_STRONG, 0, place);
        lines_add(lines, STYLE_PLAIN, 2, is.message);
        if (is.hint)
            lines_print(lines, STYLE_PLAIN, 2, "hint: %s", is.hint);
    }
    lines_gap(lines);
    lines_fact(lines, MISTAKES, "All of them",
               arena_printf(arena, "veto check %s", shell_operand(arena, entry->word)));
}

static void draw_preview(struct frame *frame, struct area area, const struct entry *entry,
                         bool open) {
    struct lines lines = {.frame = frame, .columns = area.columns < WIDEST ? area.columns : WIDEST};
    if (entry->mistakes)
        add_mistakes(&lines, entry);
    else if (entry->vote)
        lines_report(&lines, NULL, &report_vote,
                     &(struct vote_view){.vote = entry->vote, .hidden = !open});
    else if (entry->scenario)
        lines_report(&lines, NULL, &report_preview,
                     &(struct preview_subject){
                         entry->scenario, entry->shelf == SHELF_UNFINISHED ? NULL : entry->word});
    lines_scroll(&lines, area);
}

/* ---- the whole ---- */

static void draw_choice(struct frame *frame, const struct browser *browser) {
    struct browser_layout layout = browser_layout(frame->columns, frame->rows);
    size_t selected = browser->selected;
    draw_search(frame, browser, layout.search);
    frame_line(frame, layout.rule, layout.rule.columns == 1 ? SIGN_VERTICAL : SIGN_HORIZONTAL);
    if (selected == browser->catalogue->count) {
        int columns = layout.list.columns - 4;
        struct lines lines = {.frame = frame, .columns = columns};
        lines_print(&lines, STYLE_STRONG, 0, "Nothing matches '%s'.", browser->typed);
        lines_add(&lines, STYLE_PLAIN, 0,
                  "Every word has to be how a word begins in a title, a symbol, a date or an "
                  "outcome. Backspace takes a letter back, Esc clears the search.");
        lines_draw(&lines, area_part(layout.list, 2, 1, columns, layout.list.rows), 0);
        return;
    }
    draw_browser_list(frame, browser, layout.list);
    draw_preview(frame, layout.preview, &browser->catalogue->entries[selected], browser->open);
    draw_more(frame, layout.more, "Left", "Right");
}

struct frame *browser_frame(struct arena *arena, const struct browser *browser) {
    struct frame *frame =
        frame_new(arena, browser->size.columns, browser->size.rows, browser->charset);
    struct area all = frame_area(frame);
    enum view view = browser_view(browser);
    frame->scroll = browser->scroll;
    if (view == VIEW_SMALL) {
        draw_small(frame);
        return frame;
    }
    if (view == VIEW_HELP) {
        draw_browser_help(frame, area_part(all, 2, 2, all.columns - 4, all.rows - 4));
        draw_more(frame, area_part(all, 0, all.rows - 2, all.columns - 2, 1), "Up", "Down");
    } else {
        draw_choice(frame, browser);
    }
    const char *count = count_words(frame, browser);
    int room = all.columns - frame_width(frame, count) - 4;
    frame_fill(frame, area_part(all, 0, 0, all.columns, 1), STYLE_BAR);
    frame_put_right(frame, area_part(all, 0, 0, all.columns - 1, 1), 0, STYLE_BAR, count);
    frame_put_short(frame, area_part(all, 1, 0, room, 1), 0, 0, STYLE_BAR,
                    "veto: votes in the Security Council");
    draw_key_bar(&(struct scene){.frame = frame}, view, browser->notice);
    return frame;
}
