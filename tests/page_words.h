/*
 * The words of a page as each surface has them, so that they can be held against each other: those
 * of text from its lines, those of HTML and Markdown by taking the markup off again. What is drawn
 * (charts, bars, the chamber) and what only some readers get (captions) is left out. The heads of a
 * table come sorted: text has them line by line, the others column by column. What a page is called
 * besides its headings text goes without, and counts as said.
 *
 * What cannot be taken off, because it is no markup that these surfaces write, fails the test.
 */
#pragma once

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "page/layout.h"

/* Behind the last word of each cell of a table, in HTML and Markdown. */
#define CELL_END "\x01"

struct words {
    struct arena *arena;
    const char **all;
    size_t count, capacity;
    char *word; /* the one that is being read */
    size_t length, room;
};

static inline void words_push(struct words *words, const char *word) {
    arena_push(words->arena, words->all, words->count, words->capacity);
    words->all[words->count++] = word;
}

/* A line to write on is no word. */
static inline bool words_is_rule(const struct words *words) {
    enum { LEAST = 4 };
    size_t i = 0;
    while (i < words->length && words->word[i] == '_')
        i++;
    return i == words->length && i >= LEAST;
}

static inline void words_end(struct words *words) {
    if (words->length > 0 && !words_is_rule(words))
        words_push(words, arena_copy(words->arena, words->word, words->length));
    words->length = 0;
}

static inline void words_letter(struct words *words, char letter) {
    if (strchr(" \t\n", letter)) {
        words_end(words);
        return;
    }
    arena_push(words->arena, words->word, words->length, words->room);
    words->word[words->length++] = letter;
}

static inline int words_by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts the words from `first` on; the ends of cells among them go. */
static inline void words_sort(struct words *words, size_t first) {
    size_t kept = first;
    for (size_t i = first; i < words->count; i++)
        if (strcmp(words->all[i], CELL_END) != 0)
            words->all[kept++] = words->all[i];
    words->count = kept;
    if (kept > first)
        qsort(words->all + first, kept - first, sizeof *words->all, words_by_bytes);
}

/* ---- text ---- */

static inline void words_of_line(struct words *words, const struct layout_line *line) {
    for (size_t i = 0; i < line->count; i++) {
        char *text = arena_copy(words->arena, line->runs[i].text, strlen(line->runs[i].text));
        if (line->runs[i].bar)
            continue;
        for (char *at = text; *at; at++)
            *at = *at == '\t' ? ' ' : *at;
        for (const char *at = text_visible(words->arena, text, strlen(text)); *at; at++)
            words_letter(words, *at);
        words_end(words);
    }
}

static inline size_t words_heads(const struct page_table *table) {
    size_t heads = 0;
    for (size_t i = 0; table->headed && i < table->column_count; i++)
        for (size_t line = 0; line < 2; line++)
            if (table->columns[i].audience != FOR_DATA && table->columns[i].head[line] &&
                line >= heads)
                heads = line + 1;
    return heads;
}

/* In lines that are as wide as they need to be. */
static inline struct words words_of_text(struct arena *arena, const struct page *page) {
    struct layout layout = {.arena = arena, .columns = 4000};
    struct words words = {.arena = arena};
    layout_page(&layout, page);
    for (const char *at = page->title ? page->title : ""; *at; at++)
        words_letter(&words, *at);
    words_end(&words);
    for (size_t i = 0; i < page->count; i++) {
        const struct page_block *block = &page->blocks[i];
        size_t heads = block->kind == BLOCK_TABLE ? words_heads(block->of.table) : 0;
        size_t first = words.count;
        for (size_t line = layout.first[i]; line < layout.first[i + 1]; line++) {
            if (block->kind != BLOCK_CHART)
                words_of_line(&words, &layout.lines[line]);
            if (line + 1 == layout.first[i] + heads)
                words_sort(&words, first);
        }
    }
    return words;
}

/* ---- HTML ---- */

/* What stands for a sign, or NULL. */
static inline const char *html_entity(const char *at, char *sign) {
    static const struct {
        const char *entity;
        char sign;
    } all[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strncmp(at, all[i].entity, strlen(all[i].entity)) == 0) {
            *sign = all[i].sign;
            return at + strlen(all[i].entity);
        }
    return NULL;
}

/* Whether a tag, behind its '<', opens what is no word of the page. */
static inline bool html_dropped(const char *tag, size_t length) {
    static const char *const names[] = {"svg", "figure", "caption class=\"unseen\"",
                                        "p class=\"shades\""};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (length >= strlen(names[i]) && strncmp(tag, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

static inline bool html_is(const char *tag, size_t length, const char *name) {
    return length == strlen(name) && strncmp(tag, name, length) == 0;
}

/* A tag, behind its '<'. What is dropped is dropped with all that is in it. */
static inline void html_tag(struct words *words, const char *tag, size_t length,
                            const char **dropped, size_t *head) {
    words_end(words);
    if (!*dropped && html_dropped(tag, length))
        *dropped = arena_copy(words->arena, tag, strcspn(tag, " >"));
    else if (*dropped && *tag == '/' && html_is(tag + 1, length - 1, *dropped))
        *dropped = NULL;
    else if (html_is(tag, length, "thead"))
        *head = words->count;
    else if (html_is(tag, length, "/thead"))
        words_sort(words, *head);
    else if (!*dropped && (html_is(tag, length, "/td") || html_is(tag, length, "/th")))
        words_push(words, CELL_END);
}

static inline struct words words_of_html(struct arena *arena, const char *html) {
    struct words words = {.arena = arena};
    const char *at = strstr(html, "<main"), *dropped = NULL;
    size_t head = 0;
    ck_assert_ptr_nonnull(at);
    while (*at) {
        char sign = *at;
        if (sign == '<') {
            size_t length = strcspn(at + 1, ">");
            html_tag(&words, at + 1, length, &dropped, &head);
            at += length + 2;
            continue;
        }
        const char *next = sign == '&' ? html_entity(at, &sign) : at + 1;
        ck_assert_msg(next != NULL, "no entity: %.20s", at);
        if (!dropped)
            words_letter(&words, sign);
        at = next;
    }
    words_end(&words);
    return words;
}

/* ---- Markdown ---- */

/* Takes the marks of a list or a heading off the beginning of a line. `list`: how far in the text
 * of the entry stands to which the line may belong. */
static inline const char *markdown_lead(const char *line, size_t *length, size_t *list) {
    size_t blanks = strspn(line, " "), marks = strspn(line, "#");
    size_t lead = blanks <= *list ? blanks : 0;
    if (lead == blanks && blanks < *length && strchr("-*", line[blanks]) && line[blanks + 1] == ' ')
        lead = blanks + 2;
    else if (marks > 0 && marks < 4 && line[marks] == ' ')
        lead = marks + 1;
    *list = *length > 0 ? lead : *list;
    *length -= lead;
    return line + lead;
}

/* Whether a line would open a block of its own. */
static inline bool markdown_opens(const char *line, size_t length) {
    size_t digits = 0, signs = 0;
    while (digits < length && line[digits] >= '0' && line[digits] <= '9')
        digits++;
    while (signs < length && line[signs] == *line)
        signs++;
    if (length == 0 || strchr("\\*", *line))
        return false;
    if (strchr("#> ", *line) || (strchr("=-", *line) && signs > 1))
        return true;
    if (strchr("-+=", *line))
        return length == 1 || line[1] == ' ';
    return digits > 0 && digits < 10 && digits < length && strchr(".)", line[digits]) &&
           (digits + 1 == length || line[digits + 1] == ' ');
}

static inline bool is_word_sign(char sign) {
    return (sign >= '0' && sign <= '9') || (text_lower(sign) >= 'a' && text_lower(sign) <= 'z');
}

/* The words of a line or a cell. `strong` says whether it stands between two **. */
static inline void markdown_line(struct words *words, const char *line, size_t length,
                                 bool *strong) {
    for (size_t i = 0; i < length; i++) {
        char sign = line[i];
        bool within =
            i > 0 && i + 1 < length && is_word_sign(line[i - 1]) && is_word_sign(line[i + 1]);
        if (sign == '\\') {
            if (++i < length)
                words_letter(words, line[i]);
        } else if (strncmp(line + i, "**", 2) == 0 && i + 1 < length) {
            *strong = !*strong;
            i++;
        } else if (strncmp(line + i, "<http", 5) == 0) {
            for (i++; i < length && line[i] != '>'; i++)
                words_letter(words, line[i]);
        } else {
            ck_assert_msg(!strchr("`*[]<&|~$", sign) && (sign != '_' || within),
                          "markup in text: %.*s", (int)length, line);
            words_letter(words, sign);
        }
    }
    words_end(words);
}

static inline bool is_bar(const char *word) {
    while (strncmp(word, "\u2588", 3) == 0)
        word += 3;
    return *word == '\0';
}

/* A row of a table: its cells stand between signs that are not escaped. */
static inline void markdown_row(struct words *words, const char *line, size_t length) {
    ck_assert(length >= 2 && line[0] == '|' && line[length - 1] == '|');
    for (size_t first = 1, end; first < length; first = end + 1) {
        bool strong = false;
        for (end = first; end < length && line[end] != '|'; end++)
            end += line[end] == '\\';
        ck_assert_msg(end < length, "an open cell: %.*s", (int)length, line);
        size_t before = words->count;
        markdown_line(words, line + first, end - first, &strong);
        ck_assert_msg(!strong, "strong is left open: %.*s", (int)length, line);
        if (words->count == before + 1 && is_bar(words->all[before]))
            words->count = before;
        words_push(words, CELL_END);
    }
}

static inline struct words words_of_markdown(struct arena *arena, const char *markdown) {
    struct words words = {.arena = arena};
    size_t row = 0, length, fence = 0, list = 0;
    bool strong = false;
    for (const char *line = markdown; *line; line += length + (line[length] == '\n')) {
        length = strcspn(line, "\n");
        size_t ticks = strspn(line, "`");
        row = fence == 0 && *line == '|' ? row + 1 : 0;
        if (fence > 0 || ticks >= 3) {
            fence = fence == 0 ? ticks : ticks == length && ticks >= fence ? 0 : fence;
        } else if (row > 0) {
            size_t first = words.count;
            if (row != 2)
                markdown_row(&words, line, length);
            if (row == 1)
                words_sort(&words, first);
        } else {
            size_t left = length;
            const char *text = markdown_lead(line, &left, &list);
            ck_assert_msg((*line == '#' && text > line) || !markdown_opens(text, left),
                          "opens a block: %.*s", (int)length, line);
            ck_assert_msg(left > 0 || !strong, "strong is left open before: %s", line);
            markdown_line(&words, text, left, &strong);
        }
    }
    ck_assert(!strong && fence == 0);
    return words;
}

/* ---- the outline ---- */

/* No heading is more than one level deeper than the one before it, and the first is of level 1. */
static inline void words_deeper(const char *what, size_t *level, size_t next, const char *heading) {
    ck_assert_msg(next >= 1 && next <= *level + 1,
                  "%s: a heading of level %zu behind one of %zu: %.60s", what, next, *level,
                  heading);
    *level = next;
}

static inline void words_outline_of_html(const char *what, const char *html) {
    size_t level = 0;
    for (const char *at = html; (at = strstr(at, "<h")) != NULL; at++)
        if (at[2] >= '1' && at[2] <= '6')
            words_deeper(what, &level, (size_t)(at[2] - '0'), at);
    ck_assert_msg(level > 0, "%s: no heading", what);
}

/* And no fact stands without its label. */
static inline void words_outline_of_markdown(const char *what, const char *markdown) {
    size_t level = 0;
    bool fenced = false;
    for (const char *line = markdown; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        fenced = fenced != (strncmp(line, "```", 3) == 0);
        if (!fenced && *line == '#')
            words_deeper(what, &level, strspn(line, "#"), line);
        const char *entry = line + strspn(line, " ");
        ck_assert_msg(fenced || strncmp(entry, "* ", 2) != 0 || strncmp(entry + 2, "**", 2) == 0,
                      "%s: a fact without a label: %.60s", what, line);
    }
    ck_assert_msg(level > 0, "%s: no heading", what);
}

/* ---- held against each other ---- */

/* A cell that text has cut short ends in "..."; the other surfaces have all of it. */
static inline size_t words_skip_cut(const char *word, const struct words *other, size_t at) {
    size_t length = strlen(word);
    if (at == other->count || length < 3 || strcmp(word + length - 3, "...") != 0 ||
        strncmp(word, other->all[at], length - 3) != 0)
        return at;
    while (at < other->count && strcmp(other->all[at], CELL_END) != 0)
        at++;
    return at;
}

static inline void words_compare(const char *what, const struct words *text,
                                 const struct words *other) {
    size_t at = 0;
    for (size_t i = 0; i <= text->count; i++) {
        while (at < other->count && strcmp(other->all[at], CELL_END) == 0)
            at++;
        const char *want = i < text->count ? text->all[i] : "(the end)";
        const char *is = at < other->count ? other->all[at] : "(the end)";
        if (strcmp(want, is) == 0) {
            at++;
            continue;
        }
        size_t next = words_skip_cut(want, other, at);
        ck_assert_msg(next > at, "%s: '%s' is '%s', behind '%s %s'", what, want, is,
                      i > 1 ? text->all[i - 2] : "", i > 0 ? text->all[i - 1] : "");
        at = next;
    }
}
