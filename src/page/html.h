/* What the parts of the HTML surface share: html.c writes pages, svg.c and svg_chart.c the
 * drawings on them; how both look, style.c. */
#pragma once

#include <stdio.h>

#include "page/page.h"

struct html {
    FILE *file;
    struct arena *arena;
    const struct page *page;
    unsigned drawings; /* so far: the ids of each are its own */
};

/* The style sheet, which is in every file. */
extern const char html_style[], html_style_dark[], html_style_drawings[], html_style_paper[];

/*
 * The one escaper: a text as text, between tags and in quotation marks alike. What no text may hold
 * (base/text.h) comes out visibly; `line` stands for a line feed.
 */
void html_text(const struct html *html, const char *text, const char *line);

/* The name of a role in the style sheet; empty for plain text. */
const char *html_class(enum role role);

/* ---- drawings ---- */

/* All are so many units wide: as wide as the smallest screen they are made for. */
enum { SVG_WIDE = 360 };

/* The first tag of a drawing, with what it is called and what it shows, for those who do not see
 * it. Either may be NULL. */
void svg_open(struct html *html, const char *title, const char *shows, double height);

/* Words at a place; and such as are squeezed where they would take more than so many units. None
 * take more than the drawing has. */
void svg_words(const struct html *html, const char *class, double x, double y, const char *text);
void svg_squeezed(const struct html *html, const char *class, double x, double y, double room,
                  const char *text);

/* Units that a text takes, about. */
double svg_width(const char *text);

/* The chamber and charts, each a figure with what its signs mean. */
void svg_chamber(struct html *html, const struct chamber *chamber);
void svg_chart(struct html *html, const struct page_chart *chart);

/* A bar in a cell of a table. */
void svg_bar(const struct html *html, enum role role, double value, double most);

/* A sign and what it means, below a drawing; and, before them, tags of what is drawn so. */
void svg_key(const struct html *html, const char *drawn, const char *class, const char *sign,
             const char *meaning);
