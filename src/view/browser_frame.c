/* The browser on screen: the search, the list, and the preview of what is selected. */
#include <string.h>

#include "view/parts.h"
#include "view/view.h"

struct scenery {
    struct frame *frame;
    const struct catalogue *catalogue;
    const struct browser *browser;
    struct finder finder;
};

/* ---- the parts ---- */

struct browser_layout browser_layout(int columns, int rows) {
    enum { WIDE = 120, TALL = 30 };
    int top = rows > TALL ? 3 : 2;
    struct area all = {0, 0, columns, rows};
    struct area middle = area_part(all, 0, top, columns, rows - top - 1);
    struct browser_layout layout = {.search = area_part(all, 1, 1, columns - 2, 1)};
    if (columns >= WIDE) {
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

/* "41 to choose from", "3 of 41 match" */
static const char *count_words(const struct scenery *scenery) {
    struct arena *arena = scenery->frame->arena;
    const struct finder *finder = &scenery->finder;
    size_t all = 0, matches = 0;
    for (size_t i = 0; i < scenery->catalogue->count; i++) {
        enum shelf shelf = scenery->catalogue->entries[i].shelf;
        all += shelf != SHELF_LESSONS && shelf != SHELF_TOPICS; /* once each */
    }
    if (!*scenery->browser->typed)
        return arena_printf(arena, "%zu to choose from", all);
    for (size_t i = 0; (i = finder_next(finder, i)) < scenery->catalogue->count; i++)
        matches++;
    return arena_printf(arena, "%zu of %zu %s", matches, all, matches == 1 ? "matches" : "match");
}

static void draw_browser_top(const struct scenery *scenery, struct area row) {
    const char *count = count_words(scenery);
    frame_fill(scenery->frame, row, STYLE_BAR);
    frame_put_right(scenery->frame, area_part(row, 0, 0, row.columns - 1, 1), 0, STYLE_BAR, count);
    row = area_part(row, 1, 0, row.columns - frame_width(scenery->frame, count) - 4, 1);
    frame_put_short(scenery->frame, row, 0, 0, STYLE_BAR, "veto: votes in the Security Council");
}

static void draw_search(const struct scenery *scenery, struct area row) {
    static const char label[] = "Search: ";
    struct frame *frame = scenery->frame;
    const char *typed = scenery->browser->typed;
    if (!*typed) {
        bool narrow = frame->columns < USUAL_COLUMNS; /* the bar has the other keys */
        frame_put_short(frame, row, 0, 0, STYLE_TITLE,
                        narrow ? "Choose what to play: letters search, ? helps."
                               : "Choose what to play: Up and Down select, Enter plays, letters "
                                 "search, ? helps.");
        return;
    }
    int column = frame_put(frame, row, 0, 0, STYLE_DIM, label);
    column += frame_put(frame, row, column, 0, STYLE_STRONG, typed);
    frame_put(frame, row, column, 0, STYLE_STRONG, "_");
}

/* ---- the list ---- */

enum { MARK = 2, DATE = 12 };

/* One row, which a click selects. */
static void draw_browser_entry(const struct scenery *scenery, struct area row, size_t index) {
    struct frame *frame = scenery->frame;
    const struct entry *entry = &scenery->catalogue->entries[index];
    bool selected = index == scenery->browser->selected;
    bool open = scenery->browser->open, closed = entry->closed && (open || !entry->vote);
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

static void draw_nothing(const struct scenery *scenery, struct area area) {
    struct lines lines = {.frame = scenery->frame, .columns = area.columns - 4};
    lines_add(
        &lines, STYLE_STRONG, 0,
        arena_printf(scenery->frame->arena, "Nothing matches '%s'.", scenery->browser->typed));
    lines_add(&lines, STYLE_PLAIN, 0,
              "Every word has to be how a word begins in a title, a symbol, a date or an outcome. "
              "Backspace takes a letter back, Esc clears the search.");
    lines_draw(&lines, area_part(area, 2, 1, area.columns - 4, area.rows), 0);
}

/* Below the name of its shelf, and again where the next one begins. */
static void draw_browser_list(const struct scenery *scenery, struct area area) {
    size_t entry = scenery->browser->top, count = scenery->catalogue->count;
    const char *above = "";
    entry = entry < count ? finder_next(&scenery->finder, entry) : count;
    for (int row = 0; row < area.rows && entry < count; row++) {
        const char *heading = entry_heading(&scenery->catalogue->entries[entry]);
        struct area line = area_part(area, 0, row, area.columns, 1);
        if (strcmp(heading, above) != 0) {
            frame_put_short(scenery->frame, line, 1, 0, STYLE_TITLE, heading);
            above = heading;
            continue;
        }
        draw_browser_entry(scenery, line, entry);
        entry = finder_next(&scenery->finder, entry + 1);
    }
}

/* ---- the whole ---- */

static void draw_choice(const struct scenery *scenery) {
    struct frame *frame = scenery->frame;
    struct browser_layout layout = browser_layout(frame->columns, frame->rows);
    size_t selected = scenery->browser->selected;
    draw_search(scenery, layout.search);
    frame_line(frame, layout.rule, layout.rule.columns == 1 ? SIGN_VERTICAL : SIGN_HORIZONTAL);
    if (selected == scenery->catalogue->count) {
        draw_nothing(scenery, layout.list);
        return;
    }
    draw_browser_list(scenery, layout.list);
    draw_preview(frame, layout.preview, &scenery->catalogue->entries[selected],
                 scenery->browser->open);
    draw_more(frame, layout.more, "Left", "Right");
}

struct frame *browser_frame(struct arena *arena, const struct browser *browser) {
    struct frame *frame =
        frame_new(arena, browser->size.columns, browser->size.rows, browser->charset);
    struct scenery scenery = {frame, browser->catalogue, browser, browser_finder(browser)};
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
        draw_choice(&scenery);
    }
    draw_browser_top(&scenery, area_part(all, 0, 0, all.columns, 1));
    draw_key_bar(&(struct scene){.frame = frame}, view, browser->notice);
    return frame;
}
