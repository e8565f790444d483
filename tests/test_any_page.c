/* Pages of any kind, with any text, are sound on every surface. */
#include "page_surfaces.h"

enum { PAGES = 100 };

static uint32_t state;

/* Numbers below `below`: the same on every machine. */
static unsigned any(unsigned below) {
    state = state * 1664525 + 1013904223;
    return (state >> 16) % below;
}

static const char *any_text(void) {
    static const char *const pieces[] = {"word", " ", "  two ", "7", "."};
    enum { HOSTILE = sizeof hostile / sizeof *hostile, PIECES = sizeof pieces / sizeof *pieces };
    const char *text = "";
    for (unsigned count = any(5); count > 0; count--)
        text = arena_printf(&arena, "%s%s%s", text,
                            any(2) ? hostile[any(HOSTILE)].text : pieces[any(PIECES)],
                            any(2) ? " " : "");
    return text;
}

static enum role any_role(void) {
    return (enum role)any(ROLES);
}

static void any_table(struct page *page) {
    size_t count = 1 + any(6);
    struct page_column *columns = arena_array(&arena, struct page_column, count);
    for (size_t i = 0; i < count; i++)
        columns[i] = (struct page_column){
            .head = {any(3) ? any_text() : NULL, any(3) ? NULL : any_text()},
            .type = (enum column_type)any(COLUMN_BAR + 1),
            .audience = any(4)   ? FOR_ALL
                        : any(2) ? FOR_READERS
                                 : FOR_DATA,
            .least = any(12),
            .right = any(2),
        };
    struct page_table *table = page_table(page, columns, count);
    table->caption = any(2) ? any_text() : NULL;
    table->headed = any(2);
    table->parted = any(2);
    for (unsigned rows = any(5); rows > 0; rows--) {
        struct page_cell *row = table_row(table);
        for (size_t i = 0; i < count; i++)
            row[i] = (struct page_cell){any(3) ? any_text() : NULL, NULL, any(3), any_role()};
    }
}

static struct page_chart_axis any_axis(size_t count) {
    const char **labels = arena_array(&arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        labels[i] = any_text();
    return (struct page_chart_axis){any_text(), labels, count, any(2)};
}

static void any_chart(struct page *page) {
    struct page_chart *chart = arena_new(&arena, struct page_chart);
    struct page_chart_series *series = arena_array(&arena, struct page_chart_series, 4);
    chart->kind = (enum chart_kind)any(CHART_SCALE + 1);
    chart->title = any_text();
    chart->alternative = any_text();
    chart->x = any_axis(any(30));
    chart->y = any_axis(1 + any(30));
    chart->series = series;
    chart->series_count = 1 + any(4);
    chart->most = any(3);
    chart->chances = any(2);
    for (size_t i = 0; i < 4; i++) {
        double *values = arena_array(&arena, double, 30 * 30);
        for (size_t j = 0; j < 30 * 30; j++)
            values[j] = any(5) / 2.0;
        series[i] = (struct page_chart_series){any_text(), any_role(), (char)('A' + i), values,
                                               any_axis(30).labels};
    }
    page_chart(page, chart);
}

static void any_chamber(struct page *page) {
    struct chamber *chamber = arena_new(&arena, struct chamber);
    unsigned members = 1 + any(64);
    struct chamber_seat *seats = arena_array(&arena, struct chamber_seat, members);
    struct chamber_count *counts = arena_array(&arena, struct chamber_count, 5);
    for (unsigned i = 0; i < members; i++)
        seats[i] =
            (struct chamber_seat){any_text(), any_text(),  any_text(), any(2) ? any_text() : NULL,
                                  any_role(), any(2) == 0, any(9) == 0};
    for (size_t i = 0; i < 5; i++)
        counts[i] = (struct chamber_count){any_text(), any_role(), any(members + 1)};
    *chamber = (struct chamber){any(2) ? any_text() : NULL,
                                any(2) ? any_text() : NULL,
                                seats,
                                members,
                                counts,
                                any(6),
                                any(70),
                                any(2) ? any_text() : NULL,
                                any_role()};
    page_chamber(page, chamber);
}

static void any_block(struct page *page) {
    switch ((enum block_kind)any(BLOCK_GAP + 1)) {
    case BLOCK_HEADING:
        page_heading(page, 1 + any(3), any_text());
        break;
    case BLOCK_PARAGRAPH:
        (any(2) ? page_paragraph : page_hanging)(page, any_role(), any(4), any_text());
        break;
    case BLOCK_ITEM:
        page_item(page, any_role(), any(4), any_text());
        break;
    case BLOCK_FACT:
        page_fact(page, any(3), any(20), any_text(), any_role(), any_text());
        break;
    case BLOCK_NOTE:
        page_note(page, any_role(), any_text());
        break;
    case BLOCK_LINK:
        page_link(page, any(2), any(2) ? any_text() : "https://un.org/_a_");
        break;
    case BLOCK_LINES:
        page_lines(page, any(4));
        break;
    case BLOCK_TABLE:
        any_table(page);
        break;
    case BLOCK_CHART:
        any_chart(page);
        break;
    case BLOCK_FIGURE:
        any_chamber(page);
        break;
    case BLOCK_GAP:
        page_gap(page);
        break;
    }
}

/* All that these pages are made of; those that are never closed come first. */
static const char *const tags[] = {
    "!DOCTYPE", "meta",  "br",         "rect", "circle",  "path", "polyline", "html",    "head",
    "title",    "style", "body",       "main", "h1",      "h2",   "h3",       "p",       "a",
    "dl",       "dt",    "dd",         "ul",   "li",      "div",  "table",    "caption", "thead",
    "tbody",    "tr",    "th",         "td",   "figure",  "svg",  "desc",     "g",       "text",
    "tspan",    "span",  "figcaption", "b",    "section",
};

enum { TAGS = sizeof tags / sizeof *tags, EMPTY = 7, DEEPEST = 64 };

/* Where a tag ends, which begins at `at`; `open` holds those that are open. */
static const char *check_tag(const char *at, size_t open[DEEPEST], size_t *depth) {
    const char *name = at + 1 + (at[1] == '/');
    size_t tag = 0, length = strcspn(name, " />");
    while (tag < TAGS && (strlen(tags[tag]) != length || strncmp(tags[tag], name, length) != 0))
        tag++;
    ck_assert_msg(tag < TAGS, "no such tag: %.40s", at);
    if (at[1] == '/') {
        ck_assert_msg(*depth > 0 && open[*depth - 1] == tag, "closes another: %.40s", at);
        (*depth)--;
    } else if (tag >= EMPTY) {
        ck_assert_uint_lt(*depth, DEEPEST);
        open[(*depth)++] = tag;
    }
    bool quoted = false;
    for (at = name; quoted || *at != '>'; at++) {
        ck_assert_msg(*at && *at != '<', "a tag without an end: %.40s", name);
        quoted = quoted != (*at == '"');
    }
    return at + 1;
}

/* Tags that are known, closed in their order; and nothing that no text may hold. */
static void check_html(const char *html) {
    size_t open[DEEPEST], depth = 0;
    bool style = false;
    for (const char *at = html; *at;) {
        uint32_t code;
        size_t bytes = text_decode(at, strlen(at), &code);
        ck_assert_msg(bytes > 0 && !text_forbidden(code), "forbidden: %.20s", at);
        if (strncmp(at, "<style>", 7) == 0 || strncmp(at, "</style>", 8) == 0)
            style = at[1] == 's';
        at = *at == '<' ? check_tag(at, open, &depth) : at + bytes;
        ck_assert_msg(style || *at != '&' || strchr("alqg#", at[1]), "raw &: %.20s", at);
    }
    ck_assert_uint_eq(depth, 0);
}

static void check_unique_ids(const char *html) {
    for (const char *at = html; (at = strstr(at, " id=\"")) != NULL; at++) {
        size_t length = strcspn(at + 5, "\"") + 6;
        const char *id = arena_copy(&arena, at, length);
        ck_assert_msg(!strstr(at + 1, id), "twice: %s", id);
    }
}

START_TEST(any_page_is_sound_on_every_surface) {
    static const size_t widths[] = {1, 20, 40, 80, 200};
    state = 1 + (uint32_t)_i;
    struct page page = new_page();
    for (unsigned blocks = 1 + any(20); blocks > 0; blocks--)
        any_block(&page);
    const char *html = as(&page, PAGE_HTML);
    check_html(html);
    check_unique_ids(html);
    check_words(arena_printf(&arena, "page %d", _i), &page);
    as(&page, PAGE_CSV);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        write_page(&page, PAGE_TEXT, &(struct page_look){widths[i], any(2), any(2)});
    arena_free(&arena);
}
END_TEST

static const struct suite_entry entries[] = {
    {any_page_is_sound_on_every_surface, PAGES},
};

SUITE("any_page", entries)
