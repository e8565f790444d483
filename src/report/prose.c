#include "report/prose.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { NARROWEST = 20 };

static const char *const codes[INKS] = {
    [INK_BOLD] = "1", [INK_GREEN] = "32", [INK_RED] = "31", [INK_YELLOW] = "33", [INK_FAINT] = "2",
};

enum prose_ink prose_ballot_ink(enum veto_ballot ballot) {
    static const enum prose_ink inks[VETO_BALLOTS] = {
        [VETO_YES] = INK_GREEN,
        [VETO_NO] = INK_RED,
        [VETO_ABSTAIN] = INK_YELLOW,
    };
    return inks[ballot];
}

enum prose_ink prose_outcome_ink(enum veto_outcome outcome) {
    static const enum prose_ink inks[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = INK_GREEN,
        [VETO_VETOED] = INK_RED,
        [VETO_FAILED] = INK_YELLOW,
    };
    return inks[outcome];
}

static void put_inked(const struct prose *prose, enum prose_ink ink, const char *text,
                      size_t length) {
    bool inked = prose->color && codes[ink] && length > 0;
    if (inked)
        fprintf(prose->file, "\033[%sm", codes[ink]);
    fwrite(text, 1, length, prose->file);
    if (inked)
        fputs("\033[0m", prose->file);
}

/* As it will be printed: it is measured and broken only then. */
static const char *shown(const struct prose *prose, const char *text) {
    return prose->ascii ? text_ascii(prose->arena, text, strlen(text)) : text;
}

static size_t room(const struct prose *prose, size_t indent) {
    size_t columns = prose->columns < NARROWEST ? NARROWEST : prose->columns;
    return indent + NARROWEST / 2 > columns ? NARROWEST / 2 : columns - indent;
}

/* The lines of a paragraph whose first line is begun already, at column `first`. */
static void put_lines(const struct prose *prose, enum prose_ink ink, size_t first, size_t rest,
                      const char *text) {
    const char *line;
    size_t length, indent = first;
    for (bool begun = true; text_wrap(&text, room(prose, indent), &line, &length); begun = false) {
        if (!begun && length > 0)
            fprintf(prose->file, "%*s", (int)rest, "");
        put_inked(prose, ink, line, length);
        fputc('\n', prose->file);
        indent = rest;
    }
}

void prose_paragraph(const struct prose *prose, enum prose_ink ink, size_t first, size_t rest,
                     const char *text) {
    if (*text == '\0')
        return;
    fprintf(prose->file, "%*s", (int)first, "");
    put_lines(prose, ink, first, rest, shown(prose, text));
}

void prose_blank(const struct prose *prose) {
    fputc('\n', prose->file);
}

void prose_heading(const struct prose *prose, const char *text, char underline) {
    text = shown(prose, text);
    size_t width = text_width(text), columns = room(prose, 0);
    prose_paragraph(prose, INK_BOLD, 0, 0, text);
    if (underline == '\0')
        return;
    for (size_t i = 0; i < width && i < columns; i++)
        fputc(underline, prose->file);
    fputc('\n', prose->file);
}

void prose_row(const struct prose *prose, size_t indent, const struct prose_cell *cells,
               size_t count) {
    size_t used = count;
    while (used > 0 && *cells[used - 1].text == '\0')
        used--; /* no blanks at the end of a line */
    fprintf(prose->file, "%*s", used ? (int)indent : 0, "");
    for (size_t i = 0; i + 1 < used; i++) {
        const char *text = shown(prose, cells[i].text);
        size_t width = text_width(text);
        put_inked(prose, cells[i].ink, text, strlen(text));
        fprintf(prose->file, "%*s", width < cells[i].width ? (int)(cells[i].width - width) : 1, "");
        indent += width < cells[i].width ? cells[i].width : width + 1;
    }
    if (used == 0)
        fputc('\n', prose->file);
    else
        put_lines(prose, cells[used - 1].ink, indent, indent, shown(prose, cells[used - 1].text));
}
