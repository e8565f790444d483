/* Pages on every surface: each kind of block to the letter, any text as text, the same words. */
#include "suite.h"

#include <dirent.h>
#include <stdio.h>

#include "golden.h"
#include "page/html.h"
#include "page/plot.h"
#include "page/surface.h"
#include "page_words.h"
#include "report/flips.h"
#include "report/history.h"
#include "report/lessons.h"
#include "report/meeting.h"
#include "report/odds.h"
#include "report/power.h"
#include "report/sweep.h"
#include "report/whatif.h"

/* ---- a page and what becomes of it ---- */

static struct arena arena; /* out of memory, it would jump nowhere: that ends a test just as well */

static struct page new_page(void) {
    arena_free(&arena);
    return (struct page){.arena = &arena};
}

static const char *write_page(const struct page *page, enum page_format format,
                              const struct page_look *look) {
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    page_write(file, page, format, look);
    ck_assert_int_eq(ferror(file), 0);
    fclose(file);
    const char *copy = arena_copy(&arena, text, length);
    ck_assert_uint_eq(strlen(copy), length);
    free(text);
    return copy;
}

static const char *as(const struct page *page, enum page_format format) {
    return write_page(page, format, &(struct page_look){.columns = 60});
}

/* What stands between <main> and </main>. */
static const char *body_of(const struct page *page) {
    const char *html = as(page, PAGE_HTML), *first = strchr(strstr(html, "<main"), '\n') + 1;
    return arena_copy(&arena, first, (size_t)(strstr(first, "</main>") - first));
}

static void check(const struct page *page, const char *text, const char *html,
                  const char *markdown) {
    ck_assert_str_eq(as(page, PAGE_TEXT), text);
    ck_assert_str_eq(body_of(page), html);
    ck_assert_str_eq(as(page, PAGE_MARKDOWN), markdown);
}

/* ---- text ---- */

START_TEST(headings) {
    struct page page = new_page();
    page_title(&page, "The whole");
    page_heading(&page, 2, "A part");
    page_heading(&page, 3, "A piece");
    page.blocks[1].role = ROLE_PLAIN;
    check(&page, "The whole\n=========\nA part\nA piece\n",
          "<h1>The whole</h1>\n<section>\n<h2>A part</h2>\n<h3>A piece</h3>\n</section>\n",
          "# The whole\n\n## A part\n\n### A piece\n");
}
END_TEST

START_TEST(parts_stand_beside_each_other) {
    struct page page = new_page();
    page.parts = PARTS_CARDS;
    page_heading(&page, 2, "A");
    page_heading(&page, 2, "B");
    page_heading(&page, 1, "C");
    check(&page, "A\n-\nB\n-\nC\n=\n",
          "<section>\n<h2>A</h2>\n</section>\n<section>\n<h2>B</h2>\n</section>\n<h1>C</h1>\n",
          "## A\n\n## B\n\n# C\n");
}
END_TEST

START_TEST(what_was_changed_stands_below_the_title) {
    static const char *const changes[] = {"a.b=1", "c=\x1b[0m"};
    struct page page = new_page();
    page.changes = changes;
    page.change_count = 2;
    page_title(&page, "T");
    check(&page, "T\n=\nChanged  a.b=1\n         c=\\x1b[0m\n\n",
          "<h1>T</h1>\n<dl>\n<dt>Changed</dt>\n<dd class=\"strong\">a.b=1</dd>\n"
          "<dd class=\"strong\">c=\\x1b[0m</dd>\n</dl>\n",
          "# T\n\n* **Changed** a.b=1\n* c=\\\\x1b\\[0m\n");
}
END_TEST

START_TEST(paragraphs) {
    struct page page = new_page();
    page_paragraph(&page, ROLE_STRONG, 0, "Strong.");
    page_paragraph(&page, ROLE_YES, 2, "Two\nlines.");
    page_gap(&page);
    page_hanging(&page, ROLE_DIM, 0, "Who speaks:");
    page_note(&page, ROLE_NOTE, "A note.");
    page_paragraph(&page, ROLE_PLAIN, 0, "");
    check(&page, "Strong.\n        Two\n        lines.\n\nWho speaks:\nA note.\n",
          "<p class=\"strong\">Strong.</p>\n<p class=\"yes\" style=\"--in:2\">Two<br>lines.</p>\n"
          "<p class=\"hanging dim\">Who speaks:</p>\n<p class=\"remark note\">A note.</p>\n",
          "**Strong.**\n\nTwo\\\nlines.\n\nWho speaks:\n\nA note.\n");
}
END_TEST

START_TEST(text_hangs_and_has_its_colours_within_lines) {
    struct page page = new_page();
    page_hanging(&page, ROLE_YES, 1, "One two three four five.\n\nSix.");
    ck_assert_str_eq(write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 20}),
                     "    One two three\n        four five.\n\n        Six.\n");
    page = new_page();
    page_paragraph(&page, ROLE_YES, 1, "One two three four");
    page_paragraph(&page, ROLE_PLAIN, 0, "Plain");
    ck_assert_str_eq(write_page(&page, PAGE_TEXT, &(struct page_look){20, true, false}),
                     "    \033[32mOne two three\033[0m\n    \033[32mfour\033[0m\nPlain\n");
}
END_TEST

/* An accent or a dash may change the width. */
START_TEST(ascii_is_made_before_lines_are_broken) {
    struct page page = new_page();
    page_heading(&page, 1, "\u00c7a va");
    page_paragraph(&page, ROLE_PLAIN, 0,
                   "\u201c\u00c7a va, Fran\u00e7ois \u2026 d\u2019accord\u201d");
    ck_assert_str_eq(write_page(&page, PAGE_TEXT, &(struct page_look){20, false, true}),
                     "Ca va\n=====\n\"Ca va, Francois ...\nd'accord\"\n");
}
END_TEST

START_TEST(items_are_lists_in_lists) {
    struct page page = new_page();
    page_item(&page, ROLE_PLAIN, 1, "One");
    page_item(&page, ROLE_STRONG, 3, "Deeper");
    page_item(&page, ROLE_NO, 1, "Two");
    page_item(&page, ROLE_PLAIN, 0, "Less deep");
    check(&page, "    One\n            Deeper\n    Two\nLess deep\n",
          "<ul style=\"--in:1\">\n<li>One<ul>\n<li class=\"strong\">Deeper</li>\n</ul>\n</li>\n"
          "<li class=\"no\">Two</li>\n</ul>\n<ul>\n<li>Less deep</li>\n</ul>\n",
          "- One\n  - **Deeper**\n- Two\n\n- Less deep\n");
}
END_TEST

START_TEST(facts_have_a_label_each_or_are_more_of_the_last) {
    struct page page = new_page();
    page_fact(&page, 1, 0, "President", ROLE_PLAIN, "Spain");
    page_fact(&page, 1, 0, "", ROLE_DIM, "by Rule 18");
    page_fact(&page, 1, 0, "Left out", ROLE_DIM, "");
    page_item(&page, ROLE_PLAIN, 0, "No fact");
    check(&page, "    President  Spain\n               by Rule 18\nNo fact\n",
          "<dl>\n<dt style=\"--in:1\">President</dt>\n<dd>Spain</dd>\n"
          "<dd class=\"dim\">by Rule 18</dd>\n</dl>\n<ul>\n<li>No fact</li>\n</ul>\n",
          "* **President** Spain\n* by Rule 18\n\n- No fact\n");
}
END_TEST

START_TEST(addresses_of_the_web_are_links_and_no_others) {
    static const char *const others[] = {
        "javascript:alert(1)", "HTTP://x.org",      "ftp://x.org",
        "https://x.org/a b",   "https://x.org/\"",  "https://x.org/<b>",
        "https://\u202ex",     "https://x\xff",     "//x.org",
        "https://x\x01",       "https://x.org/a`b", "",
    };
    struct page page = new_page();
    page_link(&page, 1, "https://un.org/a?b=1&c='_2_'");
    check(&page, "    https://un.org/a?b=1&c='_2_'\n",
          "<p class=\"link\" style=\"--in:1\">"
          "<a href=\"https://un.org/a?b=1&amp;c=&#39;_2_&#39;\" rel=\"noreferrer\">"
          "https://un.org/a?b=1&amp;c=&#39;_2_&#39;</a></p>\n",
          "<https://un.org/a?b=1&c='_2_'>\n");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        page = new_page();
        page_link(&page, 0, others[i]);
        ck_assert_msg(!page_is_web(others[i]), "%s", others[i]);
        ck_assert_msg(!strstr(body_of(&page), "href"), "%s", others[i]);
        ck_assert_msg(*as(&page, PAGE_MARKDOWN) != '<', "%s", others[i]);
    }
}
END_TEST

START_TEST(html_is_one_file_that_fetches_nothing) {
    struct page page = new_page();
    page_title(&page, "</title><script>");
    const char *html = as(&page, PAGE_HTML);
    const char *head = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; img-src data:\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>&lt;/title&gt;&lt;script&gt;</title>\n<style>\n";
    ck_assert_int_eq(strncmp(html, head, strlen(head)), 0);
    static const char *const none[] = {"@import", "url(", "<link", "src=", "<script", "//"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        ck_assert_msg(!strstr(html, none[i]), "%s", none[i]);
    page = new_page();
    ck_assert_ptr_nonnull(strstr(as(&page, PAGE_HTML), "<title>veto</title>"));
}
END_TEST

/* ---- any text is text ---- */

static const struct {
    const char *text, *html, *markdown;
} hostile[] = {
    {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;",
     "\\<script>alert(1)\\</script>"},
    {"\"'>&amp;&#60;", "&quot;&#39;&gt;&amp;amp;&amp;#60;", "\"'>\\&amp;\\&#60;"},
    {"]]> <!-- --> ?>", "]]&gt; &lt;!-- --&gt; ?&gt;", "\\]\\]> \\<!-- --> ?>"},
    {"a\u202eb\u200fc\u2067d", "a\\u202eb\\u200fc\\u2067d", "a\\\\u202eb\\\\u200fc\\\\u2067d"},
    {"\x01\x1b[0m\x7f", "\\x01\\x1b[0m\\x7f", "\\\\x01\\\\x1b\\[0m\\\\x7f"},
    {"\xff\xc3(\xed\xa0\x80", "\\xff\\xc3(\\xed\\xa0\\x80", "\\\\xff\\\\xc3(\\\\xed\\\\xa0\\\\x80"},
    {"a\tb\nc", "a b<br>c", "a b\\\nc"},
    {"\u0639\u0631\u0628\u064a \U0001f1eb\U0001f1f7",
     "\u0639\u0631\u0628\u064a \U0001f1eb\U0001f1f7",
     "\u0639\u0631\u0628\u064a \U0001f1eb\U0001f1f7"},
    {"# no heading #", "# no heading #", "\\# no heading #"},
    {"- no item", "- no item", "\\- no item"},
    {"+ no item\n-", "+ no item<br>-", "\\+ no item\\\n\\-"},
    {"* no item", "* no item", "\\* no item"},
    {"12. no item", "12. no item", "12\\. no item"},
    {"3) no item", "3) no item", "3\\) no item"},
    {"123456789. no item", "123456789. no item", "123456789\\. no item"},
    {"1234567890. -0.05 +1 3.5", "1234567890. -0.05 +1 3.5", "1234567890. -0.05 +1 3.5"},
    {"-0.05 to 2.5", "-0.05 to 2.5", "-0.05 to 2.5"},
    {"> no quotation", "&gt; no quotation", "\\> no quotation"},
    {"---", "---", "\\---"},
    {"a\n===", "a<br>===", "a\\\n\\==="},
    {"***", "***", "\\*\\*\\*"},
    {"    no code", "    no code", "no code"},
    {"a_b_c _d_ __e__ \u201c_f_\u201d", "a_b_c _d_ __e__ \u201c_f_\u201d",
     "a_b_c \\_d\\_ \\_\\_e\\_\\_ \u201c\\_f\\_\u201d"},
    {"`a` ~~b~~ $c$ **d**", "`a` ~~b~~ $c$ **d**", "\\`a\\` \\~\\~b\\~\\~ \\$c\\$ \\*\\*d\\*\\*"},
    {"[a](b) ![c](d) <http://e>", "[a](b) ![c](d) &lt;http://e&gt;",
     "\\[a\\](b) !\\[c\\](d) \\<http\\://e>"},
    {"www.e.org http://e/_f", "www.e.org http://e/_f", "www\\.e.org http\\://e/\\_f"},
    {"a | b\\", "a | b\\", "a \\| b\\\\"},
};

START_TEST(whatever_is_in_a_text_is_text) {
    struct page page = new_page();
    page_paragraph(&page, ROLE_PLAIN, 0, hostile[_i].text);
    ck_assert_str_eq(body_of(&page), arena_printf(&arena, "<p>%s</p>\n", hostile[_i].html));
    ck_assert_str_eq(as(&page, PAGE_MARKDOWN), arena_printf(&arena, "%s\n", hostile[_i].markdown));
}
END_TEST

START_TEST(headings_and_cells_are_no_places_for_lists) {
    static const struct page_column columns[] = {{.head = {"#|"}}};
    struct page page = new_page();
    page_heading(&page, 2, "1. C#\n- d");
    struct page_table *table = page_table(&page, columns, 1);
    table->headed = true;
    table_row(table)->text = "- a\nb|";
    check(&page, "1. C#\n- d\n--------\n#|\n- a b|\n",
          "<section>\n<h2>1. C#<br>- d</h2>\n"
          "<div class=\"table brief\" style=\"--in:0;--signs:7\">\n<table>\n"
          "<thead>\n<tr><th scope=\"col\">#|</th></tr>\n</thead>\n"
          "<tbody>\n<tr><th scope=\"row\" class=\"short\">- a<br>b|</th></tr>\n</tbody>\n"
          "</table>\n</div>\n</section>\n",
          "## 1. C\\# - d\n\n| #\\| |\n| --- |\n| - a b\\| |\n");
}
END_TEST

/* ---- tables ---- */

START_TEST(tables) {
    static const struct page_column columns[] = {
        {.head = {"Who"}, .key = "who"},
        {.head = {"Votes", "in favour"}, .type = COLUMN_COUNT, .right = true},
        {.head = {NULL}, .type = COLUMN_BAR, .least = 10},
        {.head = {"for data"}, .audience = FOR_DATA},
        {.type = COLUMN_BALLOT, .gap = 1},
    };
    struct page page = new_page();
    struct page_table *table = page_table(&page, columns, 5);
    table->caption = "The <votes>";
    table->headed = true;
    table->head_role = ROLE_STRONG;
    table->indent = 1;
    table->inset = true;
    table_row(table)[0].text = "A group";
    struct page_cell *row = table_row(table);
    row[0].text = "Egypt";
    row[1].text = "12";
    row[2] = (struct page_cell){.value = 12, .role = ROLE_YES};
    row = table_row(table);
    row[0].text = "a_ll | <none>";
    row[1].text = "3";
    row[2].value = 0.01;
    row[3].text = "hidden";
    row[4] = (struct page_cell){.text = "against", .role = ROLE_NO};
    check(
        &page,
        "      Who                Votes\n"
        "                     in favour\n"
        "      A group\n"
        "      Egypt                 12  \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\n"
        "      a_ll | <none>          3  \u2588         against\n",
        "<div class=\"table brief\" style=\"--in:1.5;--signs:57\">\n<table>\n"
        "<caption class=\"unseen\">The &lt;votes&gt;</caption>\n"
        "<thead>\n<tr><th scope=\"col\">Who</th>"
        "<th scope=\"col\" class=\"right\">Votes<br>in favour</th><td></td><td></td></tr>\n"
        "</thead>\n<tbody>\n"
        "<tr><th scope=\"rowgroup\" colspan=\"4\">A group</th></tr>\n"
        "<tr><th scope=\"row\" class=\"short\">Egypt</th><td class=\"short right\">12</td>"
        "<td class=\"bar\">"
        "<svg viewBox=\"0 0 101 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        "<rect class=\"box yes\" x=\"0.5\" y=\"0.5\" width=\"100.00\" height=\"9\"/></svg></td>"
        "<td class=\"short\"></td></tr>\n"
        "<tr><th scope=\"row\" class=\"short\">a_ll | &lt;none&gt;</th>"
        "<td class=\"short right\">3</td><td class=\"bar\">"
        "<svg viewBox=\"0 0 101 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        "<rect class=\"box \" x=\"0.5\" y=\"0.5\" width=\"0.40\" height=\"9\"/></svg></td>"
        "<td class=\"short no\">against</td></tr>\n"
        "</tbody>\n</table>\n</div>\n",
        "| Who | Votes in favour | | |\n| --- | ---: | --- | --- |\n"
        "| A group | | | |\n"
        "| Egypt | 12 | \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588"
        "\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588 | |\n"
        "| a_ll \\| \\<none> | 3 | \u2588 | against |\n");
}
END_TEST

START_TEST(tables_have_only_what_is_for_readers) {
    static const struct page_column columns[] = {
        {.head = {"mark"}}, {.head = {"name"}}, {.head = {"none"}}, {.type = COLUMN_CHANCE}};
    struct page page = new_page();
    struct page_table *table = page_table(&page, columns, 4);
    table_row(table)[1].text = "One";
    table->cells[3].text = "5%";
    table_row(table)[1] = (struct page_cell){.text = "Two", .role = ROLE_STRONG};
    table->cells[4].text = "*";
    table = page_table(&page, columns, 4);
    table->audience = FOR_DATA;
    table_row(table)[1].text = "hidden";
    table = page_table(&page, columns, 4);
    table_row(table);
    check(&page, "   One    5%\n*  Two\n\n",
          "<div class=\"table brief\" style=\"--in:0;--signs:12\">\n<table>\n<tbody>\n"
          "<tr><td class=\"short\"></td><th scope=\"row\" class=\"short\">One</th>"
          "<td class=\"short\">5%</td></tr>\n"
          "<tr><td class=\"short\">*</td><th scope=\"row\" class=\"short strong\">Two</th>"
          "<td class=\"short\"></td></tr>\n"
          "</tbody>\n</table>\n</div>\n",
          "| | | |\n| --- | --- | --- |\n| | One | 5% |\n| \\* | **Two** | |\n");
}
END_TEST

/* Long texts are wrapped; where that is not enough, paper is laid on its side. */
START_TEST(tables_say_how_wide_they_are) {
    static const struct page_column columns[5] = {{.cut = true}};
    char text[41];
    memset(text, 'x', 40);
    text[40] = '\0';
    for (int length = 10; length <= 40; length += 10) {
        struct page page = new_page();
        struct page_table *table = page_table(&page, columns, 5);
        struct page_cell *row = table_row(table);
        for (size_t i = 0; i < 5; i++)
            row[i].text = text + 40 - length;
        const char *body = body_of(&page);
        ck_assert_int_eq(strstr(body, "<td class=\"short\">xx") != NULL, length <= 20);
        ck_assert_int_eq(strstr(body, "<td class=\"long\">xx") != NULL, length > 32);
        ck_assert_int_eq(strstr(body, "<div class=\"table wide brief\"") != NULL, length > 20);
        ck_assert_ptr_nonnull(strstr(body, "role=\"group\" tabindex=\"0\""));
        ck_assert_int_eq(strstr(body, "--signs:170\"") != NULL, length == 40);
    }
}
END_TEST

/* ---- charts ---- */

static const char *const listed[] = {"yes", "no", "not_participating"};
static const double rising[] = {0, 0.5, 1}, falling[] = {1, 0.5, 0}, never[] = {0, 0, 0};

static struct page_chart lines_along(const char *const *labels, bool list) {
    static const struct page_chart_series series[] = {
        {.name = "adopted", .role = ROLE_ADOPTED, .mark = 'A', .values = rising},
        {.name = "vetoed", .role = ROLE_VETOED, .mark = 'V', .values = falling},
        {.name = "failed", .role = ROLE_FAILED, .mark = 'F', .values = never},
    };
    return (struct page_chart){
        .kind = CHART_LINES,
        .title = "A \"title\"",
        .alternative = "In <words>.",
        .x = {"a.path", labels, 3, list},
        .y = {.name = "Chance"},
        .series = series,
        .series_count = 3,
        .most = 1,
        .chances = true,
    };
}

/* Those in which something happens, as text has them. */
static const char *drawn_apart(size_t gap) {
    static const int lines[] = {100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0};
    const char *text = "Chance\n";
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const char *first = lines[i] == 100 ? "V" : lines[i] == 0 ? "A" : "";
        const char *last = lines[i] == 100 ? "A" : lines[i] == 0 ? "V" : "";
        text = arena_printf(&arena, "%s%4d%% |%s%*s%s\n", text, lines[i], first,
                            *last ? (int)(2 * gap - 1) : 0, "", last);
        if (lines[i] == 50)
            text = arena_printf(&arena, "%.*s%*s*\n", (int)strlen(text) - 1, text, (int)gap, "");
    }
    return text;
}

START_TEST(lines_of_a_list_have_every_label) {
    struct page page = new_page();
    struct page_chart chart = lines_along(listed, true);
    page_chart(&page, &chart);
    const char *text = arena_printf(&arena, "%s%s", drawn_apart(17),
                                    "       yes              no               not_participating\n"
                                    "       a.path\n");
    ck_assert_str_eq(as(&page, PAGE_TEXT), text);
    ck_assert_str_eq(
        as(&page, PAGE_MARKDOWN),
        arena_printf(&arena, "```\n%s```\n",
                     write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 78})));
    const char *body = body_of(&page);
    ck_assert_ptr_nonnull(strstr(body, "<title id=\"t1\">A &quot;title&quot;</title>\n"
                                       "<desc id=\"d1\">In &lt;words&gt;.</desc>\n"));
    for (size_t i = 0; i < 3; i++)
        ck_assert_ptr_nonnull(strstr(body, arena_printf(&arena, ">%s</text>", listed[i])));
    ck_assert_ptr_nonnull(strstr(body, ">Chance</text>"));
    ck_assert_ptr_nonnull(strstr(body, ">a.path</text>"));
    ck_assert_ptr_nonnull(strstr(body, "<polyline class=\"line adopted d0\" points=\"58.0,172.0 "
                                       "195.0,97.0 332.0,22.0\"/>"));
    ck_assert_ptr_nonnull(strstr(body, "<text class=\"letter vetoed\" x=\"205.0\" y=\"101.0\">V<"));
}
END_TEST

START_TEST(lines_of_a_range_have_its_ends) {
    static const char *const range[] = {"0", "0.5", "1"};
    struct page page = new_page();
    struct page_chart chart = lines_along(range, false);
    page_chart(&page, &chart);
    ck_assert_str_eq(as(&page, PAGE_TEXT), arena_printf(&arena, "%s%s", drawn_apart(6),
                                                        "       0           1\n       a.path\n"));
}
END_TEST

/* Five labels of a list where there is room for two beside each other. */
START_TEST(labels_without_room_stand_below_each_other) {
    static const char *const names[] = {"abstain", "not_participating", "yes", "no", "absent"};
    static const double values[] = {1, 1, 1, 1, 1};
    static const struct page_chart_series series = {.name = "A", .mark = 'A', .values = values};
    struct page page = new_page();
    struct page_chart chart = {.kind = CHART_LINES,
                               .x = {"p", names, 5, true},
                               .series = &series,
                               .series_count = 1,
                               .most = 1};
    page_chart(&page, &chart);
    const char *text = write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 32});
    ck_assert_ptr_nonnull(strstr(text, "    1 |A    A    A    A    A\n  0.9 |\n"));
    ck_assert_str_eq(strstr(text, "    0 |"), "    0 |\n"
                                              "       abstain   yes  no  absent\n"
                                              "            not_participating\n"
                                              "       p\n");
}
END_TEST

static const struct page_chart_series cells = {
    .name = "adopted", .mark = 'A', .values = (const double[]){0, 0.2, 0.39, 0.6, 0.8, 1}};

START_TEST(maps_have_shades_and_whole_labels) {
    static const char *const down[] = {"0.0625", "no"};
    struct page page = new_page();
    struct page_chart scale = {.kind = CHART_SCALE};
    struct page_chart map = {.kind = CHART_MAP,
                             .title = "A map",
                             .x = {"across", (const char *const[]){"0", "0.5", "1"}, 3, false},
                             .y = {"down", down, 2, true},
                             .series = &cells,
                             .series_count = 1,
                             .most = 1,
                             .chances = true};
    page_chart(&page, &scale);
    page_chart(&page, &map);
    ck_assert_str_eq(as(&page, PAGE_TEXT),
                     "Shades: [  ] below 20% [\u2591\u2591] from 20% [\u2592\u2592] from 40% "
                     "[\u2593\u2593] from\n60% [\u2588\u2588] from 80%\n"
                     "    no |\u2593\u2593\u2588\u2588\u2588\u2588|\n"
                     "0.0625 |  \u2591\u2591\u2591\u2591|\n"
                     "        0    1\n        across\n");
    ck_assert_str_eq(write_page(&page, PAGE_TEXT, &(struct page_look){.ascii = true}),
                     "Shades: [  ] below 20% [..] from 20% [++] from 40% [##] from 60% [@@] from "
                     "80%\n    no |##@@@@|\n0.0625 |  ....|\n        0    1\n        across\n");
    const char *body = body_of(&page);
    ck_assert_ptr_nonnull(strstr(body, "<p class=\"shades\">Shades:\n"));
    static const char *const numbers[] = {"0%", "20%", "39%", "60%", "80%", "100%"};
    for (size_t i = 0; i < 6; i++)
        ck_assert_ptr_nonnull(strstr(body, arena_printf(&arena, ">%s</text>", numbers[i])));
    ck_assert_ptr_nonnull(strstr(body, ">0.0625</text>"));
    ck_assert_ptr_nonnull(strstr(body, ">across</text>"));
    ck_assert_ptr_nonnull(strstr(body, ">down</text>"));
}
END_TEST

/* No vote that two members shared: a dash, and not the shade of 0. */
START_TEST(maps_show_where_there_is_nothing) {
    struct page page = new_page();
    const struct page_chart_series some = {.name = "alike",
                                           .values = (const double[]){0, PAGE_NO_VALUE, 1}};
    struct page_chart map = {.kind = CHART_MAP,
                             .title = "A map",
                             .x = {NULL, (const char *const[]){"1", "2", "3"}, 3, true},
                             .y = {NULL, (const char *const[]){"CHN-FRA"}, 1, true},
                             .series = &some,
                             .series_count = 1,
                             .most = 1,
                             .chances = true};
    page_chart(&page, &map);
    ck_assert_str_eq(as(&page, PAGE_TEXT),
                     "CHN-FRA |   ---\u2588\u2588\u2588|\n         1  2  3\n");
    const char *body = body_of(&page), *none = strstr(body, ">\u2013</text>");
    ck_assert_ptr_nonnull(none);
    ck_assert_ptr_nonnull(strstr(none, "<rect class=\"shade s4\""));
    ck_assert_ptr_null(strstr(none + 1, ">\u2013</text>"));
    ck_assert_ptr_nonnull(strstr(body, ">0%</text>"));
}
END_TEST

/* A series that is 0 beside another has no bar there; where all are, each says so. */
START_TEST(bars_of_nothing_are_left_out_beside_others) {
    static const char *const who[] = {"one", "both", "neither"};
    const struct page_chart_series series[] = {
        {.name = "vetoed",
         .mark = 'V',
         .values = (const double[]){0, 2, 0},
         .texts = (const char *const[]){"0", "2", "0"}},
        {.name = "failed",
         .mark = 'F',
         .values = (const double[]){1, 1, 0},
         .texts = (const char *const[]){"1", "1", "0"}},
    };
    struct page_chart chart = {.kind = CHART_BARS,
                               .title = "Drafts",
                               .x = {.labels = who, .count = 3},
                               .series = series,
                               .series_count = 2,
                               .most = 2};
    struct page page = new_page();
    page_chart(&page, &chart);
    ck_assert_str_eq(write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 20}),
                     "one      F \u2588\u2588\u2588\u2588 1\n"
                     "both     V \u2588\u2588\u2588\u2588\u2588\u2588\u2588 2\n"
                     "         F \u2588\u2588\u2588\u2588 1\n"
                     "neither  V 0\n"
                     "         F 0\n");
    const char *body = body_of(&page);
    ck_assert_ptr_nonnull(strstr(body, "<svg viewBox=\"0 0 360 132\""));
    ck_assert_ptr_nonnull(strstr(body, ">neither</text>\n<text class=\"start strong\" x=\"0.0\""));
}
END_TEST

START_TEST(bars_have_labels_and_numbers) {
    static const char *const who[] = {"Russian Federation", "Egypt", "Nobody"};
    static const char *const texts[] = {"120", "1", "none"};
    static const double values[] = {120, 1, 0};
    static const struct page_chart_series series[] = {
        {.name = "then", .role = ROLE_NO, .mark = 'T', .values = values, .texts = texts},
        {.name = "now", .mark = 'N', .values = values, .texts = texts},
    };
    struct page_chart chart = {.kind = CHART_BARS,
                               .title = "Vetoes",
                               .x = {.labels = who, .count = 3},
                               .series = series,
                               .series_count = 1,
                               .most = 120};
    struct page page = new_page();
    page_chart(&page, &chart);
    check(&page,
          "Russian Federation  \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588"
          "\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588"
          "\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588 120\n"
          "Egypt               \u2588 1\n"
          "Nobody              none\n",
          "<figure class=\"chart\">\n"
          "<svg viewBox=\"0 0 360 104\" role=\"img\" aria-labelledby=\"t1\" "
          "aria-describedby=\"d1\">\n<title id=\"t1\">Vetoes</title>\n<desc id=\"d1\"></desc>\n"
          "<text class=\"start\" x=\"0.0\" y=\"11.0\">Russian Federation</text>\n"
          "<rect class=\"box no\" x=\"0.5\" y=\"15.0\" width=\"314.80\" height=\"9\"/>"
          "<text class=\"start strong\" x=\"320.8\" y=\"24.0\">120</text>\n"
          "<text class=\"start\" x=\"0.0\" y=\"44.0\">Egypt</text>\n"
          "<rect class=\"box no\" x=\"0.5\" y=\"48.0\" width=\"2.62\" height=\"9\"/>"
          "<text class=\"start strong\" x=\"8.6\" y=\"57.0\">1</text>\n"
          "<text class=\"start\" x=\"0.0\" y=\"77.0\">Nobody</text>\n"
          "<text class=\"start strong\" x=\"6.0\" y=\"90.0\">none</text>\n"
          "</svg>\n</figure>\n",
          arena_printf(&arena, "```\n%s```\n",
                       write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 78})));
    chart.series_count = 2;
    const char *text = write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 40});
    ck_assert_str_eq(text, "Russian Federation  T \u2588\u2588\u2588\u2588\u2588\u2588\u2588"
                           "\u2588\u2588\u2588\u2588\u2588\u2588 120\n"
                           "                    N \u2588\u2588\u2588\u2588\u2588\u2588\u2588"
                           "\u2588\u2588\u2588\u2588\u2588\u2588 120\n"
                           "Egypt               T \u2588 1\n                    N \u2588 1\n"
                           "Nobody              T none\n                    N none\n");
}
END_TEST

/* ---- the chamber ---- */

static struct chamber chamber_of(unsigned members, unsigned president) {
    struct chamber_seat *seats = arena_array(&arena, struct chamber_seat, members);
    for (unsigned i = 0; i < members; i++)
        seats[i] = (struct chamber_seat){
            .code = arena_printf(&arena, "M%02u", i),
            .name = "A <member>",
            .badge = i % 2 ? "Y+" : "VETO",
            .ballot = i % 2 ? "in favour" : "against",
            .role = i % 2 ? ROLE_YES : ROLE_VETOED,
            .veto = i % 2 == 0,
            .president = i == president,
        };
    return (struct chamber){
        .title = "The vote",
        .alternative = "Vetoed.",
        .seats = seats,
        .seat_count = members,
        .required = (members + 1) / 2,
        .outcome = "vetoed",
        .outcome_role = ROLE_VETOED,
    };
}

/* The tally, with its mark behind the second of three boxes. */
START_TEST(the_chamber_is_a_drawing) {
    static const struct chamber_count counts[] = {{"In favour", ROLE_YES, 1},
                                                  {"Against", ROLE_NO, 2}};
    struct page page = new_page();
    struct chamber chamber = chamber_of(3, 1);
    chamber.counts = counts;
    chamber.count_count = 2;
    page_chamber(&page, &chamber);
    ck_assert_str_eq(as(&page, PAGE_TEXT), "");
    ck_assert_str_eq(as(&page, PAGE_MARKDOWN), "");
    const char *body = body_of(&page);
    static const char *const parts[] = {
        "<figure class=\"chamber\">\n<svg viewBox=\"0 0 360 223\" role=\"img\" "
        "aria-labelledby=\"t1\" aria-describedby=\"d1\">\n<title id=\"t1\">The vote</title>\n"
        "<desc id=\"d1\">Vetoed.</desc>\n"
        "<text class=\"dim\" x=\"180.0\" y=\"15.0\">President</text>\n",
        "<g class=\"seat yes\"><title>A &lt;member&gt;: in favour</title>"
        "<circle cx=\"180.0\" cy=\"41.0\" r=\"21\"/>\n"
        "<text x=\"180.0\" y=\"39.0\">M01</text>\n<text x=\"180.0\" y=\"52.0\">Y+</text>\n</g>\n"
        "<g class=\"seat vetoed\"><title>A &lt;member&gt;: against</title>"
        "<circle cx=\"337.0\" cy=\"198.0\" r=\"21\"/>\n"
        "<text x=\"337.0\" y=\"196.0\">M02*</text>\n",
        "<g class=\"vetoed\"><text class=\"outcome\"",
        "In favour <tspan class=\"strong\">1</tspan>",
        "<path class=\"mark\" d=\"M215.2 ",
        ">2 needed</text>",
        "<rect class=\"box no\" x=\"144.00\"",
        "<figcaption><div>The vote</div>\n"
        "<span class=\"key\"><b class=\"vetoed\">VETO</b> against: a veto</span>\n"
        "<span class=\"key\"><b class=\"yes\">Y+</b> in favour</span>\n"
        "<span class=\"key\"><b class=\"\">*</b> has the veto</span>\n"
        "</figcaption>\n</figure>\n",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ck_assert_msg(strstr(body, parts[i]) != NULL, "%s\nis not in\n%s", parts[i], body);
        body = strstr(body, parts[i]);
    }
}
END_TEST

START_TEST(before_the_vote_the_chamber_shows_who_sits_there) {
    struct page page = new_page();
    struct chamber_seat seats[] = {{.code = "CHN", .name = "China", .badge = "", .veto = true}};
    struct chamber chamber = {.seats = seats, .seat_count = 1};
    page_chamber(&page, &chamber);
    const char *body = body_of(&page);
    ck_assert_ptr_nonnull(strstr(body, "<g class=\"seat \"><title>China</title>"));
    ck_assert_ptr_nonnull(strstr(body, "y=\"45.0\">CHN*</text>\n</g>"));
    ck_assert_ptr_null(strstr(body, "President"));
    ck_assert_ptr_null(strstr(body, "outcome"));
    ck_assert_ptr_null(strstr(body, "needed"));
}
END_TEST

struct circle {
    double x, y;
};

/* No seat touches another or the edge; the President sits at the head, the others follow. */
START_TEST(there_is_a_seat_for_each_of_64) {
    unsigned members = (unsigned)_i + 1, count = 0;
    struct page page = new_page();
    struct chamber chamber = chamber_of(members, members / 2);
    struct circle seats[64];
    double height;
    page_chamber(&page, &chamber);
    const char *at = body_of(&page);
    ck_assert_int_eq(sscanf(strstr(at, "viewBox"), "viewBox=\"0 0 360 %lf\"", &height), 1);
    for (; (at = strstr(at, "<circle ")) != NULL; at++, count++) {
        struct circle *seat = &seats[count];
        ck_assert_int_eq(sscanf(at, "<circle cx=\"%lf\" cy=\"%lf\"", &seat->x, &seat->y), 2);
        ck_assert(seat->x >= 21 && seat->x <= 339 && seat->y >= 33 && seat->y <= height - 21);
        for (unsigned i = 0; i < count; i++) {
            double x = seats[i].x - seat->x, y = seats[i].y - seat->y;
            ck_assert_msg(x * x + y * y >= 42 * 42, "seats %u and %u of %u", i, count, members);
        }
    }
    ck_assert_uint_eq(count, members);
    ck_assert_msg(height < 640, "%u members are %g high", members, height); /* two thirds of A4 */
    ck_assert(members > 27 || (seats[0].x == 180 && seats[0].y == 41));
    ck_assert(members < 2 || seats[1].x > seats[0].x);
    ck_assert_ptr_nonnull(
        strstr(strstr(body_of(&page), "<circle"), arena_printf(&arena, ">M%02u", members / 2)));
}
END_TEST

/* ---- the same words on every surface ---- */

static void check_words(const char *what, const struct page *page) {
    const struct words text = words_of_text(&arena, page);
    const struct words html = words_of_html(&arena, as(page, PAGE_HTML));
    const struct words markdown = words_of_markdown(&arena, as(page, PAGE_MARKDOWN));
    words_compare(arena_printf(&arena, "%s, HTML", what), &text, &html);
    words_compare(arena_printf(&arena, "%s, Markdown", what), &text, &markdown);
}

/* A scenario that ships, with what its model says. */
struct side {
    struct veto_scenario *scenario;
    struct veto_meeting *meeting;
    struct veto_odds_plan *plan;
    const struct veto_odds *odds;
};

/* What reports are about; `after` has another majority. */
struct stage {
    struct side before, after;
    struct veto_flips *flips[VETO_MAX_DRAFTS];
    struct veto_power *power;
};

static const char *const majority[] = {"council.required_majority=5"};

static void open_side(struct side *side, const struct veto_text *text, size_t changes) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    ck_assert_int_eq(veto_scenario_load(&side->scenario, list, text, majority, changes), VETO_OK);
    ck_assert_int_eq(veto_meeting_play(&side->meeting, side->scenario, VETO_EXPECTED, 1), VETO_OK);
    ck_assert_int_eq(veto_odds_plan_new(&side->plan, side->scenario), VETO_OK);
    ck_assert_int_eq(veto_odds_exact(side->plan, VETO_ODDS_ALL, &side->odds), VETO_OK);
    veto_diagnostics_free(list);
}

static void open_stage(struct stage *stage, const char *path) {
    size_t length;
    char *yaml = golden_read(path, &length);
    struct veto_text text = {path, yaml, length};
    struct veto_power_error error;
    open_side(&stage->before, &text, 0);
    open_side(&stage->after, &text, 1);
    const struct veto_scenario *scenario = stage->before.scenario;
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_vote *vote = veto_meeting_vote(stage->before.meeting, (int)i);
        if (vote)
            ck_assert_int_eq(veto_flips_find(&stage->flips[i], scenario, vote, VETO_FLIPS_STEPS),
                             VETO_OK);
    }
    ck_assert_int_eq(
        veto_power_find(&stage->power, &scenario->rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error),
        VETO_OK);
    free(yaml);
}

static void close_side(struct side *side) {
    veto_odds_plan_free(side->plan);
    veto_meeting_free(side->meeting);
    veto_scenario_free(side->scenario);
}

static void close_stage(struct stage *stage) {
    for (size_t i = 0; i < VETO_MAX_DRAFTS; i++)
        veto_flips_free(stage->flips[i]);
    veto_power_free(stage->power);
    close_side(&stage->before);
    close_side(&stage->after);
}

/* ---- what each report is about ---- */

static const void *about_meeting(const struct stage *stage) {
    struct meeting_subject *subject = arena_new(&arena, struct meeting_subject);
    subject->meeting = stage->before.meeting;
    subject->shown = veto_meeting_event_count(subject->meeting);
    subject->why = true;
    return subject;
}

static const void *about_odds(const struct stage *stage) {
    struct odds_subject *subject = arena_new(&arena, struct odds_subject);
    *subject = (struct odds_subject){.scenario = stage->before.scenario,
                                     .odds = stage->before.odds,
                                     .before = stage->after.odds,
                                     .before_name = "at the mark"};
    return subject;
}

static const void *about_flips(const struct stage *stage) {
    struct flips_subject *subject = arena_new(&arena, struct flips_subject);
    *subject = (struct flips_subject){stage->before.meeting,
                                      (const struct veto_flips *const *)stage->flips, VETO_NONE};
    return subject;
}

static const void *about_whatif(const struct stage *stage) {
    struct whatif *subject = arena_new(&arena, struct whatif);
    *subject = (struct whatif){.before = {stage->before.meeting, stage->before.odds},
                               .after = {stage->after.meeting, stage->after.odds},
                               .changes = majority,
                               .change_count = 1};
    return subject;
}

static const void *about_power(const struct stage *stage) {
    const struct veto_scenario *scenario = stage->before.scenario;
    struct power_report *subject = arena_new(&arena, struct power_report);
    struct power_in *in = arena_new(&arena, struct power_in);
    struct power_council *council = arena_new(&arena, struct power_council);
    struct power_member *members =
        arena_array(&arena, struct power_member, scenario->members_count);
    for (unsigned i = 0; i < scenario->members_count; i++)
        members[i] = (struct power_member){scenario->members[i].code, scenario->members[i].name,
                                           scenario->members[i].permanent,
                                           veto_set_has(scenario->rules.veto_holders, i)};
    *council = (struct power_council){.name = "council",
                                      .title = scenario->title,
                                      .count = scenario->members_count,
                                      .members = members,
                                      .power = stage->power};
    *in = (struct power_in){scenario, (const struct veto_flips *const *)stage->flips, council};
    *subject = (struct power_report){.councils = council, .count = 1, .in = in};
    return subject;
}

static enum veto_status find_point(void *context, size_t index, struct veto_sweep_point *point) {
    const struct veto_scenario *scenario = context;
    for (size_t i = 0; i < scenario->draft_count * VETO_OUTCOMES; i++)
        point->chances[i] = (double)((index + i) % 3) / 2;
    point->method = VETO_MONTE_CARLO;
    point->trials = 1000;
    return VETO_OK;
}

static const void *about_sweep(const struct stage *stage, size_t axes) {
    static const char *const values[] = {"yes", "no", "a|b"};
    static const struct veto_axis all[] = {{"one.path", values, 3}, {"another_path", values, 3}};
    struct sweep_chart *subject = arena_new(&arena, struct sweep_chart);
    *subject = (struct sweep_chart){.scenario = stage->before.scenario,
                                    .axes = all,
                                    .axis_count = axes,
                                    .listed = {true, true}};
    ck_assert_int_eq(sweep_chart_find(subject, find_point, stage->before.scenario), VETO_OK);
    return subject;
}

static const void *about_lines(const struct stage *stage) {
    return about_sweep(stage, 1);
}

static const void *about_map(const struct stage *stage) {
    return about_sweep(stage, 2);
}

/* Of the last draft, when everything has been shown, and before anything has. */
static const void *about_draft(const struct stage *stage, size_t shown) {
    const struct veto_meeting *meeting = stage->before.meeting;
    struct draft_subject *subject = arena_new(&arena, struct draft_subject);
    *subject = (struct draft_subject){
        .told = {meeting, shown, true},
        .draft = (int)stage->before.scenario->draft_count - 1,
        .numbers = true,
    };
    return subject;
}

static const void *about_draft_after(const struct stage *stage) {
    return about_draft(stage, veto_meeting_event_count(stage->before.meeting));
}

static const void *about_draft_before(const struct stage *stage) {
    return about_draft(stage, 0);
}

static const void *about_preview(const struct stage *stage) {
    struct preview_subject *subject = arena_new(&arena, struct preview_subject);
    *subject = (struct preview_subject){stage->before.scenario, "a word"};
    return subject;
}

/* One line a report. */
static const struct {
    const char *name;
    const struct report *report;
    const void *(*about)(const struct stage *stage);
} reports[] = {
    {"meeting", &report_meeting, about_meeting},
    {"odds", &report_odds, about_odds},
    {"flips", &report_flips, about_flips},
    {"whatif", &report_whatif, about_whatif},
    {"power", &report_power, about_power},
    {"power --bars", &report_power_bars, about_power},
    {"sweep of one path", &report_sweep_chart, about_lines},
    {"sweep of two", &report_sweep_chart, about_map},
    {"draft, voted on", &report_draft, about_draft_after},
    {"draft, to come", &report_draft, about_draft_before},
    {"preview", &report_preview, about_preview},
};

static void check_report(const char *name, const struct report *report, const void *subject) {
    struct page page = {.arena = &arena, .changes = majority, .change_count = 1};
    report->page(&page, subject);
    ck_assert_uint_gt(words_of_text(&arena, &page).count, 10);
    check_words(name, &page);
}

/* What a panel draws stands on the page for paper, in the same words and in that order. */
static void check_part(const struct report *report, const void *part, const void *whole) {
    struct page panel = {.arena = &arena}, paper = panel;
    report->page(&panel, part);
    report->page(&paper, whole);
    struct words some = words_of_text(&arena, &panel), all = words_of_text(&arena, &paper);
    size_t at = 0;
    for (size_t i = 0; i < some.count; i++) {
        while (at < all.count && strcmp(all.all[at], some.all[i]) != 0)
            at++;
        ck_assert_msg(at++ < all.count, "not on paper: '%s'", some.all[i]);
    }
}

/* The n-th scenario that ships, or NULL; in no order. */
static const char *scenario_path(int n) {
    DIR *folder = opendir("scenarios");
    const struct dirent *entry;
    const char *path = NULL;
    ck_assert_ptr_nonnull(folder);
    while (!path && (entry = readdir(folder)) != NULL)
        if (strstr(entry->d_name, ".yaml") && n-- == 0)
            path = arena_printf(&arena, "scenarios/%s", entry->d_name);
    closedir(folder);
    return path;
}

enum { SCENARIOS = 100 }; /* no more than that ship */

START_TEST(every_report_has_the_same_words) {
    arena_free(&arena);
    const char *path = scenario_path(_i);
    struct stage stage = {.power = NULL};
    if (!path)
        return;
    ck_assert_int_lt(_i, SCENARIOS - 1);
    path = strcpy((char[300]){0}, path);
    open_stage(&stage, path);
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
        arena_free(&arena);
        const void *subject = reports[i].about(&stage);
        check_report(arena_printf(&arena, "%s: %s", path, reports[i].name), reports[i].report,
                     subject);
        if (reports[i].report == &report_sweep_chart)
            sweep_chart_free((struct sweep_chart *)subject);
    }
    close_stage(&stage);
}
END_TEST

START_TEST(recorded_votes_have_the_same_words) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_history_check *check = NULL;
    struct veto_history_filter filter = {.from_year = 0};
    arena_free(&arena);
    ck_assert_int_eq(veto_history_read(&history, list, "tests/history/sciencespo.csv", 0), VETO_OK);
    ck_assert_int_eq(veto_history_check(&check, history), VETO_OK);
    check_report("list", &report_votes, &(struct votes_subject){history, &filter});
    check_report("check", &report_check, &(struct check_subject){check, true});
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = check->findings[i].vote;
        const struct vote_view whole = {.check = check, .index = i}, told = {.vote = vote};
        check_report("show", &report_vote, &whole);
        check_report("told", &report_vote, &told);
        check_report("hidden", &report_vote, &(struct vote_view){.vote = vote, .hidden = true});
        check_part(&report_vote, &told, &whole);
    }
    veto_history_check_free(check);
    veto_history_free(history);
    veto_diagnostics_free(list);
}
END_TEST

/* ---- pages of any kind, with any text ---- */

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

static const struct suite_entry tests[] = {
    {headings, 0},
    {parts_stand_beside_each_other, 0},
    {what_was_changed_stands_below_the_title, 0},
    {paragraphs, 0},
    {text_hangs_and_has_its_colours_within_lines, 0},
    {ascii_is_made_before_lines_are_broken, 0},
    {items_are_lists_in_lists, 0},
    {facts_have_a_label_each_or_are_more_of_the_last, 0},
    {addresses_of_the_web_are_links_and_no_others, 0},
    {html_is_one_file_that_fetches_nothing, 0},
    {whatever_is_in_a_text_is_text, sizeof hostile / sizeof *hostile},
    {headings_and_cells_are_no_places_for_lists, 0},
    {tables, 0},
    {tables_have_only_what_is_for_readers, 0},
    {tables_say_how_wide_they_are, 0},
    {lines_of_a_list_have_every_label, 0},
    {lines_of_a_range_have_its_ends, 0},
    {labels_without_room_stand_below_each_other, 0},
    {maps_have_shades_and_whole_labels, 0},
    {bars_have_labels_and_numbers, 0},
    {maps_show_where_there_is_nothing, 0},
    {bars_of_nothing_are_left_out_beside_others, 0},
    {the_chamber_is_a_drawing, 0},
    {before_the_vote_the_chamber_shows_who_sits_there, 0},
    {there_is_a_seat_for_each_of_64, 64},
    {every_report_has_the_same_words, SCENARIOS},
    {recorded_votes_have_the_same_words, 0},
    {any_page_is_sound_on_every_surface, PAGES},
};

SUITE("page", tests)
