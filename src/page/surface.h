/*
 * The surfaces that a page is drawn on. Each writes a whole page with the same words; a failed
 * write stays to be seen in the file's error indicator. All work in the page's arena, under
 * arenas_try.
 */
#pragma once

#include <stdio.h>

#include "page/page.h"

enum page_format { PAGE_TEXT, PAGE_HTML, PAGE_MARKDOWN, PAGE_CSV, PAGE_FORMATS };

struct page_look {
    size_t columns; /* of text: lines are no wider, where words allow; 0 means 80 */
    bool color;     /* of text: escape sequences beside words that say the same */
    bool ascii;     /* of text: nothing but plain ASCII */
};

void page_write(FILE *file, const struct page *page, enum page_format format,
                const struct page_look *look);

/* One file each. */

void page_write_text(FILE *file, const struct page *page, const struct page_look *look);

/*
 * One self-contained file of HTML 5: no script, and nothing is fetched (its Content-Security-Policy
 * says so). Light and dark, for screens from 390 pixels on and for paper. Texts stay text whatever
 * is in them; only addresses of http and https become links.
 */
void page_write_html(FILE *file, const struct page *page);

/* Markdown as CommonMark has it, with the tables of GitHub's. */
void page_write_markdown(FILE *file, const struct page *page);

/*
 * The tables that are for data, as CSV (RFC 4180, but that a line ends with LF): those with the
 * same columns under one head, the others below an empty line.
 */
void page_write_csv(FILE *file, const struct page *page);

/* A field of CSV, in quotation marks where it needs them. What a spreadsheet would run (it begins
 * with = + - @ or a tab, and is no number) has an apostrophe before it. */
const char *csv_field(struct arena *arena, const char *text);
