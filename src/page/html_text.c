/* What every part of the HTML surface writes with. */
#include <string.h>

#include "base/text.h"
#include "page/html.h"

/* A piece without tabs and line feeds. */
static void put_piece(const struct html *html, const char *piece, size_t length) {
    const char *text = text_visible(html->arena, piece, length);
    for (; *text; text++) {
        const char *entity = *text == '&'    ? "&amp;"
                             : *text == '<'  ? "&lt;"
                             : *text == '>'  ? "&gt;"
                             : *text == '"'  ? "&quot;"
                             : *text == '\'' ? "&#39;"
                                             : NULL;
        if (entity)
            fputs(entity, html->file);
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

const char *html_class(enum role role) {
    static const char *const names[ROLES] = {
        [ROLE_PLAIN] = "",          [ROLE_TITLE] = "strong",
        [ROLE_STRONG] = "strong",   [ROLE_DIM] = "dim",
        [ROLE_LABEL] = "dim",       [ROLE_NOTE] = "note",
        [ROLE_YES] = "yes",         [ROLE_NO] = "no",
        [ROLE_ABSTAIN] = "abstain", [ROLE_NOT_PARTICIPATING] = "not-participating",
        [ROLE_ABSENT] = "absent",   [ROLE_ADOPTED] = "adopted",
        [ROLE_VETOED] = "vetoed",   [ROLE_FAILED] = "failed",
        [ROLE_NOT_PUT] = "not-put",
    };
    return names[role];
}
