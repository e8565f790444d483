/* The browser on screen: the search, the list, and the preview of what is selected. */
#include "view/browser_frame.h"

#include <string.h>

#include "view/parts.h"

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

static size_t count_matches(const struct scenery *scenery) {
    size_t count = 0, all = scenery->catalogue->count;
    for (size_t i = finder_next(&scenery->finder, 0); i < all;
         i = finder_next(&scenery->finder, i + 1))
        count++;
    return count;
}

/* "41 to choose from", "3 of 41 match" */
static const char *count_words(const struct scenery *scenery) {
    struct arena *arena = scenery->frame->arena;
    size_t all = 0; /* once each, however often it is listed */
    for (size_t i = 0; i < scenery->catalogue->count; i++) {
        enum shelf shelf = scenery->catalogue->entries[i].shelf;
        all += shelf != SHELF_LESSONS && shelf != SHELF_TOPICS;
    }
    if (!*scenery->browser->typed)
        return arena_printf(arena, "%zu to choose from", all);
    size_t count = count_matches(scenery);
    return arena_printf(arena, "%zu of %zu %s", count, all, count == 1 ? "matches" : "match");
}

static void draw_browser_top(const struct scenery *scenery, struct area row) {
    struct frame *frame = scenery->frame;
    frame_fill(frame, row, STYLE_BAR);
    const char *count = count_words(scenery);
    frame_put_right(frame, area_part(row, 0, 0, row.columns - 1, 1), 0, STYLE_BAR, count);
    frame_put_short(frame, area_part(row, 1, 0, row.columns - frame_width(frame, count) - 4, 1), 0,
                    0, STYLE_BAR, "veto: votes in the Security Council");
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

static void draw_shelf(const struct scenery *scenery, struct area row, const char *heading) {
    frame_put_short(scenery->frame, row, 1, 0, STYLE_TITLE, heading);
}

static void draw_nothing(const struct scenery *scenery, struct area area) {
    struct lines lines = {.frame = scenery->frame, .columns = area.columns - 4};
    lines_add(
        &lines, STYLE_STRONG, 0,
        arena_printf(scenery->frame->arena, "Nothing matches '%s'.", scenery->browser->typed));
    lines_add(&lines, STYLE_PLAIN, 0,
              "Every word has to be how a word begins in a title, a symbol, a date or an outcome. "
              "Backspace takes a letter back, Esc clears the search.");
    lines_draw(&lines, area_part(area, 2, 1, area.columns - 4, area.rows), 0, 0);
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
            draw_shelf(scenery, line, heading);
            above = heading;
            continue;
        }
        draw_browser_entry(scenery, line, entry);
        entry = finder_next(&scenery->finder, entry + 1);
    }
}

/* ---- the whole ---- */

/* The line between the list and the preview, and which key reads on there. */
static void draw_browser_rule(const struct scenery *scenery, struct area rule) {
    struct frame *frame = scenery->frame;
    if (rule.columns == 1)
        frame_column_of(frame, rule, 0, 0, rule.rows, STYLE_LINE, SIGN_VERTICAL);
    else
        frame_row_of(frame, rule, 0, 0, rule.columns, STYLE_LINE, SIGN_HORIZONTAL);
}

static void draw_browser_more(const struct scenery *scenery, struct area row) {
    int shown = scenery->browser->scroll;
    bool up = shown < scenery->frame->reach.most;
    bool down = shown > scenery->frame->reach.least;
    const char *back = scenery->browser->help ? "Up" : "Left";
    const char *on = scenery->browser->help ? "Down" : "Right";
    if (up || down)
        frame_put_right(scenery->frame, row, 0, STYLE_DIM,
                        arena_printf(scenery->frame->arena, " %s%s%s: more ", up ? back : "",
                                     up && down ? ", " : "", down ? on : ""));
}

static void draw_choice(const struct scenery *scenery) {
    struct browser_layout layout =
        browser_layout(scenery->browser->size.columns, scenery->browser->size.rows);
    size_t selected = scenery->browser->selected;
    draw_search(scenery, layout.search);
    draw_browser_rule(scenery, layout.rule);
    if (selected == scenery->catalogue->count) {
        draw_nothing(scenery, layout.list);
        return;
    }
    draw_browser_list(scenery, layout.list);
    draw_preview(scenery->frame, layout.preview, &scenery->catalogue->entries[selected],
                 scenery->browser);
    draw_browser_more(scenery, layout.more);
}

static void draw_help_page(const struct scenery *scenery, struct area area) {
    draw_browser_help(scenery->frame, area_part(area, 2, 1, area.columns - 4, area.rows - 2),
                      scenery->browser->scroll);
    draw_browser_more(scenery, area_part(area, 0, area.rows - 1, area.columns - 2, 1));
}

struct frame *browser_frame(struct arena *arena, const struct catalogue *catalogue,
                            const struct browser *browser) {
    struct frame *frame =
        frame_new(arena, browser->size.columns, browser->size.rows, browser->charset);
    struct scenery scenery = {frame, catalogue, browser, browser_finder(catalogue, browser)};
    struct area all = frame_area(frame);
    enum view view = browser_view(browser);
    if (view == VIEW_SMALL) {
        draw_small(frame);
        return frame;
    }
    if (view == VIEW_HELP)
        draw_help_page(&scenery, area_part(all, 0, 1, all.columns, all.rows - 2));
    else
        draw_choice(&scenery);
    draw_browser_top(&scenery, area_part(all, 0, 0, all.columns, 1));
    draw_key_bar(&(struct scene){.frame = frame}, view, browser->notice);
    return frame;
}
