#include "view/letters.h"

#include <string.h>

#include "base/text.h"
#include "view/font.h"

enum { GAP = 1 }; /* dots between two letters, and between two lines */

/* ---- what can be drawn ---- */

/* Letters of other alphabets, which have no ASCII form, drop out. */
static const char *drawable(struct arena *arena, const char *text) {
    char *out = arena_printf(arena, "%s", "");
    unsigned width;
    for (size_t bytes; (bytes = text_cluster(text, strlen(text), &width)) > 0; text += bytes) {
        const char *ascii = text_ascii(arena, text, bytes);
        if (bytes > 1 && strcmp(ascii, "?") == 0)
            continue;
        for (; *ascii; ascii++) {
            char letter = (char)text_upper(*ascii);
            bool blank_twice = letter == ' ' && (*out == '\0' || out[strlen(out) - 1] == ' ');
            if (font_glyph(letter) && !blank_twice)
                out = arena_printf(arena, "%s%c", out, letter);
        }
    }
    size_t length = strlen(out);
    return length > 0 && out[length - 1] == ' ' ? arena_copy(arena, out, length - 1) : out;
}

/* ---- measuring ---- */

static int glyph_dots(char letter) {
    return (int)strlen(font_glyph(letter)->rows[0]);
}

/* Dots across of so many letters. */
static int dots_across(const char *text, size_t length) {
    int dots = 0;
    for (size_t i = 0; i < length; i++)
        dots += glyph_dots(text[i]) + (i > 0 ? GAP : 0);
    return dots;
}

static size_t word_length(const char *text) {
    return strcspn(text, " ");
}

/* The letters of the next line: whole words, as many as fit into so many dots; at least one. */
static size_t letters_length(const char *text, int dots) {
    size_t length = word_length(text);
    while (text[length] == ' ') {
        size_t more = length + 1 + word_length(text + length + 1);
        if (dots_across(text, more) > dots)
            break;
        length = more;
    }
    return length;
}

/* Moves on to the next line; false behind the last. */
static bool next_line(const char **text, int dots, const char **line, size_t *length) {
    if (**text == '\0')
        return false;
    *line = *text;
    *length = letters_length(*text, dots);
    *text += *length;
    *text += strspn(*text, " ");
    return true;
}

bool letters_at(struct frame *frame, const char *text, int wide, int high, int columns, int rows,
                struct letters *letters) {
    struct letters new = {drawable(frame->arena, text), wide, high, columns, 0, 0};
    const char *rest = new.text, *line;
    size_t length;
    while (next_line(&rest, columns / wide, &line, &length)) {
        int across = dots_across(line, length) * wide;
        new.columns = across > new.columns ? across : new.columns;
        new.rows += (GLYPH_ROWS + (line == new.text ? 0 : GAP)) * high;
    }
    if (new.rows == 0 || new.columns > columns || new.rows > rows)
        return false;
    *letters = new;
    return true;
}

bool letters_fit(struct frame *frame, const char *text, int columns, int rows,
                 struct letters *letters) {
    /* cells are about twice as high as wide: the best dots are twice as wide as high; narrow ones
     * are still better read from afar than low ones */
    static const int sizes[][2] = {{8, 4}, {6, 3}, {4, 2}, {3, 3}, {3, 2}, {2, 2}, {2, 1}, {1, 1}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (letters_at(frame, text, sizes[i][0], sizes[i][1], columns, rows, letters))
            return true;
    return false;
}

/* ---- drawing ---- */

static void draw_glyph(struct frame *frame, struct area area, int column, int row, enum style style,
                       const struct letters *letters, char letter) {
    const struct glyph *glyph = font_glyph(letter);
    for (int y = 0; y < GLYPH_ROWS * letters->high; y++)
        for (int x = 0; glyph->rows[y / letters->high][x]; x++)
            if (glyph->rows[y / letters->high][x] == '#')
                frame_row_of(frame, area, column + x * letters->wide, row + y, letters->wide, style,
                             SIGN_FULL);
}

void letters_draw(struct frame *frame, struct area area, enum style style,
                  const struct letters *letters) {
    const char *rest = letters->text, *line;
    size_t length;
    for (int row = 0; next_line(&rest, letters->most / letters->wide, &line, &length);
         row += (GLYPH_ROWS + GAP) * letters->high) {
        int column = (area.columns - dots_across(line, length) * letters->wide) / 2;
        for (size_t i = 0; i < length; i++) {
            draw_glyph(frame, area, column, row, style, letters, line[i]);
            column += (glyph_dots(line[i]) + GAP) * letters->wide;
        }
    }
}
