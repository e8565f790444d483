/* Blocks of text and tables on every surface, to the letter; any text is text. */
#include "page/html.h"
#include "page_surfaces.h"

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

START_TEST(a_smaller_section_has_no_line_below_it) {
    struct page page = new_page();
    page_title(&page, "The whole");
    page_subsection(&page, "A part");
    check(&page, "The whole\n=========\n\nA part\n",
          "<h1>The whole</h1>\n<section>\n<h2 class=\"small\">A part</h2>\n</section>\n",
          "# The whole\n\n## A part\n");
}
END_TEST

START_TEST(a_page_without_a_heading_of_its_own_has_a_title) {
    struct page page = new_page();
    page.title = "A & #b";
    page_heading(&page, 2, "A part");
    check(&page, "A part\n------\n",
          "<h1>A &amp; #b</h1>\n<section>\n<h2>A part</h2>\n</section>\n",
          "# A \\& \\#b\n\n## A part\n");
    ck_assert_ptr_nonnull(strstr(as(&page, PAGE_HTML), "<title>A &amp; #b</title>"));
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
          "# T\n\n* **Changed** a.b=1\\\n  c=\\\\x1b\\[0m\n");
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

/* Within a list, too. */
START_TEST(empty_lines_part_paragraphs) {
    struct page page = new_page();
    page_paragraph(&page, ROLE_PLAIN, 0, "\nOne\ntwo.\n \n\n- Three.\n\n");
    page_paragraph(&page, ROLE_STRONG, 0, "Four.\n\nFive\nsix.");
    page_fact(&page, 0, 0, "About", ROLE_PLAIN, "Seven.\n\nEight\nnine.");
    page_item(&page, ROLE_STRONG, 0, "Ten.\n\nEleven.");
    ck_assert_str_eq(as(&page, PAGE_MARKDOWN),
                     "One\\\ntwo.\n\n\\- Three.\n\n**Four.**\n\n**Five\\\nsix.**\n\n"
                     "* **About** Seven.\n\n  Eight\\\n  nine.\n\n"
                     "- **Ten.**\n\n  **Eleven.**\n");
    check_words("paragraphs", &page);
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

START_TEST(what_is_deeper_than_an_item_belongs_to_it) {
    struct page page = new_page();
    page_item(&page, ROLE_PLAIN, 1, "One");
    page_paragraph(&page, ROLE_DIM, 2, "By\nFrance.");
    page_link(&page, 3, "https://un.org");
    page_item(&page, ROLE_PLAIN, 2, "Deeper");
    page_item(&page, ROLE_PLAIN, 1, "Two");
    page_paragraph(&page, ROLE_PLAIN, 1, "Apart.");
    check(&page,
          "    One\n        By\n        France.\n            https://un.org\n        Deeper\n"
          "    Two\n    Apart.\n",
          "<ul style=\"--in:1\">\n<li>One<p class=\"dim\">By<br>France.</p>\n"
          "<p class=\"link\" style=\"--in:1\"><a href=\"https://un.org\" rel=\"noreferrer\">"
          "https://un.org</a></p>\n<ul>\n<li>Deeper</li>\n</ul>\n</li>\n<li>Two</li>\n</ul>\n"
          "<p style=\"--in:1\">Apart.</p>\n",
          "- One\n\n  By\\\n  France.\n\n  <https://un.org>\n  - Deeper\n- Two\n\nApart.\n");
    check_words("a list", &page);
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
          "* **President** Spain\\\n  by Rule 18\n\n- No fact\n");
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

/* Each with the column that heads the rows, in letters of one size. */
START_TEST(wide_tables_come_in_parts) {
    static const struct page_column columns[6] = {{.head = {"Who"}},
                                                  {.head = {"a draft with a long name, the 1st"}},
                                                  {.head = {"a draft with a long name, the 2nd"}},
                                                  {.head = {"a draft with a long name, the 3rd"}},
                                                  {.head = {"a draft with a long name, the 4th"}},
                                                  {.head = {"5th"}}};
    struct page page = new_page();
    struct page_table *table = page_table_with(&page, columns, 6, .headed = true, .parted = true);
    table_texts(table, "FRA", "1", "2", "3", "4", "5");
    table_texts(table, "All", NULL, NULL, NULL, "4");
    table_texts(table, "Others");
    const char *body = body_of(&page), *second = strstr(body + 1, "<div class=\"table brief\"");
    ck_assert_msg(strncmp(body, "<div class=\"table brief\"", 24) == 0, "%s", body);
    ck_assert_ptr_nonnull(second);
    ck_assert_ptr_null(strstr(second + 1, "<div"));
    ck_assert_ptr_nonnull(strstr(second, ";--signs:120\""));
    ck_assert_ptr_nonnull(strstr(second,
                                 "<tr><th scope=\"col\">Who</th><th scope=\"col\">a draft with "
                                 "a long name, the 4th</th><th scope=\"col\">5th</th></tr>"));
    ck_assert_ptr_nonnull(strstr(second, "<th scope=\"row\" class=\"short\">FRA</th>"));
    const char *all = strstr(body, "All");
    ck_assert_msg(all < second && strncmp(all, "All</th><td", 11) == 0, "%s", all);
    ck_assert_ptr_nonnull(strstr(body, "<th scope=\"rowgroup\" colspan=\"4\">Others"));
    ck_assert_ptr_nonnull(strstr(second, "<th scope=\"rowgroup\" colspan=\"3\">Others"));
}
END_TEST

static const struct suite_entry entries[] = {
    {headings, 0},
    {a_smaller_section_has_no_line_below_it, 0},
    {a_page_without_a_heading_of_its_own_has_a_title, 0},
    {parts_stand_beside_each_other, 0},
    {what_was_changed_stands_below_the_title, 0},
    {paragraphs, 0},
    {empty_lines_part_paragraphs, 0},
    {text_hangs_and_has_its_colours_within_lines, 0},
    {ascii_is_made_before_lines_are_broken, 0},
    {items_are_lists_in_lists, 0},
    {what_is_deeper_than_an_item_belongs_to_it, 0},
    {facts_have_a_label_each_or_are_more_of_the_last, 0},
    {addresses_of_the_web_are_links_and_no_others, 0},
    {html_is_one_file_that_fetches_nothing, 0},
    {whatever_is_in_a_text_is_text, sizeof hostile / sizeof *hostile},
    {headings_and_cells_are_no_places_for_lists, 0},
    {tables, 0},
    {tables_have_only_what_is_for_readers, 0},
    {tables_say_how_wide_they_are, 0},
    {wide_tables_come_in_parts, 0},
};

SUITE("page", entries)
