/* A page, and what becomes of it on every surface. */
#pragma once

#include <stdio.h>

#include "page/surface.h"
#include "page_words.h"
#include "suite.h"

static struct arena arena; /* out of memory, it would jump nowhere: that ends a test just as well */

static inline struct page new_page(void) {
    arena_free(&arena);
    return (struct page){.arena = &arena};
}

static inline const char *write_page(const struct page *page, enum page_format format,
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

static inline const char *as(const struct page *page, enum page_format format) {
    return write_page(page, format, &(struct page_look){.columns = 60});
}

/* What stands between <main> and </main>. */
static inline const char *body_of(const struct page *page) {
    const char *html = as(page, PAGE_HTML), *first = strchr(strstr(html, "<main"), '\n') + 1;
    return arena_copy(&arena, first, (size_t)(strstr(first, "</main>") - first));
}

static inline void check(const struct page *page, const char *text, const char *html,
                         const char *markdown) {
    ck_assert_str_eq(as(page, PAGE_TEXT), text);
    ck_assert_str_eq(body_of(page), html);
    ck_assert_str_eq(as(page, PAGE_MARKDOWN), markdown);
}

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

/* With no table in parts, which have some of their words more than once. */
static inline struct page unparted(const struct page *page) {
    struct page copy = *page;
    copy.blocks = arena_array(&arena, struct page_block, page->count + 1);
    for (size_t i = 0; i < page->count; i++) {
        copy.blocks[i] = page->blocks[i];
        if (page->blocks[i].kind != BLOCK_TABLE)
            continue;
        struct page_table *table = arena_new(&arena, struct page_table);
        *table = *page->blocks[i].of.table;
        table->parted = false;
        copy.blocks[i].of.table = table;
    }
    return copy;
}

static inline void check_words(const char *what, const struct page *page) {
    const struct page whole = unparted(page);
    const struct words text = words_of_text(&arena, &whole);
    const struct words html = words_of_html(&arena, as(&whole, PAGE_HTML));
    const struct words markdown = words_of_markdown(&arena, as(page, PAGE_MARKDOWN));
    words_compare(arena_printf(&arena, "%s, HTML", what), &text, &html);
    words_compare(arena_printf(&arena, "%s, Markdown", what), &text, &markdown);
}

static inline void check_outline(const char *what, const struct page *page) {
    words_outline_of_html(arena_printf(&arena, "%s, HTML", what), as(page, PAGE_HTML));
    words_outline_of_markdown(arena_printf(&arena, "%s, Markdown", what), as(page, PAGE_MARKDOWN));
}
