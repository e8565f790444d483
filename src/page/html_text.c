/* Text for HTML and SVG: whatever it holds stays text. */
#include <string.h>

#include "base/text.h"
#include "page/html.h"

/* A piece without tabs and line feeds. */
static void put_piece(const struct html *html, const char *piece, size_t length) {
    static const char signs[] = "&<>\"'";
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (const char *text = text_visible(html->arena, piece, length); *text; text++) {
        const char *sign = strchr(signs, *text);
        if (sign)
            fputs(entities[sign - signs], html->file);
        else
            putc(*text, html->file);
    }
}

void html_text(const struct html *html, const char *text, const char *line) {
    while (*text) {
        size_t length = strcspn(text, "\t\n");
        put_piece(html, text, length);
        text += length;
        if (*text)
            fputs(*text++ == '\n' ? line : " ", html->file);
    }
}
