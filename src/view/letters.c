#include "view/letters.h"

#include <string.h>

#include "base/text.h"

enum { GAP = 1, PITCH = GLYPH_ROWS + GAP }; /* dots between two letters, and from line to line */

/* ---- the font ---- */

/* Capitals, digits and the signs that stand in names, symbols and titles. */
static const struct glyph glyphs[] = {
    {' ', {"  ", "  ", "  ", "  ", "  "}},
    {'!', {"#", "#", "#", " ", "#"}},
    {'"', {"# #", "# #", "   ", "   ", "   "}},
    {'%', {"#  #", "  # ", " #  ", "#   ", "#  #"}},
    {'&', {" #  ", "# # ", " #  ", "# ##", " ###"}},
    {'\'', {"#", "#", " ", " ", " "}},
    {'(', {" #", "# ", "# ", "# ", " #"}},
    {')', {"# ", " #", " #", " #", "# "}},
    {'*', {"   ", "# #", " # ", "# #", "   "}},
    {'+', {"   ", " # ", "###", " # ", "   "}},
    {',', {"  ", "  ", "  ", " #", "# "}},
    {'-', {"   ", "   ", "###", "   ", "   "}},
    {'.', {" ", " ", " ", " ", "#"}},
    {'/', {"    ", "   #", "  # ", " #  ", "#   "}},
    {'0', {" ## ", "# ##", "#  #", "## #", " ## "}},
    {'1', {" # ", "## ", " # ", " # ", "###"}},
    {'2', {"### ", "   #", " ## ", "#   ", "####"}},
    {'3', {"### ", "   #", " ## ", "   #", "### "}},
    {'4', {"#  #", "#  #", "####", "   #", "   #"}},
    {'5', {"####", "#   ", "### ", "   #", "### "}},
    {'6', {" ## ", "#   ", "### ", "#  #", " ## "}},
    {'7', {"####", "   #", "  # ", " #  ", " #  "}},
    {'8', {" ## ", "#  #", " ## ", "#  #", " ## "}},
    {'9', {" ## ", "#  #", " ###", "   #", " ## "}},
    {':', {" ", "#", " ", "#", " "}},
    {';', {"  ", " #", "  ", " #", "# "}},
    {'=', {"   ", "###", "   ", "###", "   "}},
    {'?', {"### ", "   #", " ## ", "    ", " #  "}},
    {'A', {" ## ", "#  #", "####", "#  #", "#  #"}},
    {'B', {"### ", "#  #", "### ", "#  #", "### "}},
    {'C', {" ###", "#   ", "#   ", "#   ", " ###"}},
    {'D', {"### ", "#  #", "#  #", "#  #", "### "}},
    {'E', {"####", "#   ", "### ", "#   ", "####"}},
    {'F', {"####", "#   ", "### ", "#   ", "#   "}},
    {'G', {" ###", "#   ", "# ##", "#  #", " ###"}},
    {'H', {"#  #", "#  #", "####", "#  #", "#  #"}},
    {'I', {"###", " # ", " # ", " # ", "###"}},
    {'J', {"  ##", "   #", "   #", "#  #", " ## "}},
    {'K', {"#  #", "# # ", "##  ", "# # ", "#  #"}},
    {'L', {"#   ", "#   ", "#   ", "#   ", "####"}},
    {'M', {"#   #", "## ##", "# # #", "#   #", "#   #"}},
    {'N', {"#   #", "##  #", "# # #", "#  ##", "#   #"}},
    {'O', {" ## ", "#  #", "#  #", "#  #", " ## "}},
    {'P', {"### ", "#  #", "### ", "#   ", "#   "}},
    {'Q', {" ## ", "#  #", "#  #", "# ##", " ###"}},
    {'R', {"### ", "#  #", "### ", "# # ", "#  #"}},
    {'S', {" ###", "#   ", " ## ", "   #", "### "}},
    {'T', {"#####", "  #  ", "  #  ", "  #  ", "  #  "}},
    {'U', {"#  #", "#  #", "#  #", "#  #", " ## "}},
    {'V', {"#   #", "#   #", "#   #", " # # ", "  #  "}},
    {'W', {"#   #", "#   #", "# # #", "## ##", "#   #"}},
    {'X', {"#   #", " # # ", "  #  ", " # # ", "#   #"}},
    {'Y', {"#   #", " # # ", "  #  ", "  #  ", "  #  "}},
    {'Z', {"####", "  # ", " #  ", "#   ", "####"}},
    {'[', {"##", "# ", "# ", "# ", "##"}},
    {']', {"##", " #", " #", " #", "##"}},
};

const struct glyph *font_glyph(char letter) {
    for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++)
        if (glyphs[i].letter == letter)
            return &glyphs[i];
    return NULL;
}

/* ---- what can be drawn ---- */

/* What is drawn of a text. */
struct drawn {
    struct arena *arena;
    char *text;
    size_t length, capacity;
    bool whole; /* nothing dropped out */
};

static void draw_letter(struct drawn *drawn, char letter) {
    arena_push(drawn->arena, drawn->text, drawn->length, drawn->capacity);
    drawn->text[drawn->length++] = letter;
}

static void draw_cluster(struct drawn *drawn, const char *cluster, size_t bytes) {
    const char *ascii = text_ascii(drawn->arena, cluster, bytes);
    if (bytes > 1 && strcmp(ascii, "?") == 0) {
        drawn->whole = false;
        return;
    }
    for (; *ascii; ascii++) {
        char letter = (char)text_upper(*ascii == '\n' ? ' ' : *ascii);
        bool blank = drawn->length == 0 || drawn->text[drawn->length - 1] == ' ';
        if (!font_glyph(letter))
            drawn->whole = false;
        else if (letter != ' ' || !blank)
            draw_letter(drawn, letter);
    }
}

/* Letters of other alphabets, which have no ASCII form, drop out. */
static const char *drawable(struct arena *arena, const char *text, bool *whole) {
    struct drawn drawn = {.arena = arena, .whole = true};
    unsigned width;
    for (size_t bytes; (bytes = text_cluster(text, strlen(text), &width)) > 0; text += bytes)
        draw_cluster(&drawn, text, bytes);
    if (drawn.length > 0 && drawn.text[drawn.length - 1] == ' ')
        drawn.length--;
    draw_letter(&drawn, '\0');
    drawn.text[drawn.length - 1] = '\0';
    if (whole)
        *whole = drawn.whole;
    return drawn.text;
}

bool letters_whole(struct frame *frame, const char *text) {
    bool whole;
    return *drawable(frame->arena, text, &whole) && whole;
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

/* Moves on to the next line: whole words, as many as fit into so many dots, at least one; false
 * behind the last. */
static bool next_letters(const char **text, int dots, const char **line, size_t *length) {
    const char *all = *text;
    size_t taken = strcspn(all, " ");
    if (*all == '\0')
        return false;
    while (all[taken] == ' ') {
        size_t more = taken + 1 + strcspn(all + taken + 1, " ");
        if (dots_across(all, more) > dots)
            break;
        taken = more;
    }
    *line = all;
    *length = taken;
    *text = all + taken + strspn(all + taken, " ");
    return true;
}

int letters_rows(int lines, int high) {
    return lines > 0 ? ((lines * PITCH - GAP) * high + 1) / 2 : 0;
}

static bool measure_letters(const char *drawn, struct dots dots, int columns, int rows,
                            struct letters *letters) {
    struct letters new = {.text = drawn, .dots = dots, .most = columns};
    const char *rest = drawn, *line;
    size_t length;
    while (next_letters(&rest, columns * 2 / dots.wide, &line, &length)) {
        int across = (dots_across(line, length) * dots.wide + 1) / 2;
        new.columns = across > new.columns ? across : new.columns;
        new.lines++;
    }
    new.rows = letters_rows(new.lines, dots.high);
    if (new.lines == 0 || new.columns > columns || new.rows > rows)
        return false;
    *letters = new;
    return true;
}

bool letters_at(struct frame *frame, const char *text, struct dots dots, int columns, int rows,
                struct letters *letters) {
    return measure_letters(drawable(frame->arena, text, NULL), dots, columns, rows, letters);
}

bool letters_size(const struct frame *frame, size_t index, struct dots *dots) {
    /* cells are about twice as high as wide: the best dots are as many halves again wide as high;
     * narrow ones are still better read from afar than low ones */
    static const struct dots sizes[] = {{16, 8}, {12, 6}, {10, 5}, {8, 4}, {6, 6}, {6, 4},
                                        {6, 3},  {5, 3},  {4, 4},  {4, 3}, {4, 2}, {3, 2},
                                        {2, 2},  {3, 1},  {2, 1},  {1, 1}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        bool cells = sizes[i].wide % 2 == 0 && sizes[i].high % 2 == 0; /* whole ones */
        if ((cells || frame->charset != CHARSET_ASCII) && index-- == 0) {
            *dots = sizes[i];
            return true;
        }
    }
    return false;
}

bool letters_fit(struct frame *frame, const char *text, int columns, int rows,
                 struct letters *letters) {
    const char *drawn = drawable(frame->arena, text, NULL);
    struct dots dots;
    for (size_t i = 0; letters_size(frame, i, &dots); i++)
        if (measure_letters(drawn, dots, columns, rows, letters))
            return true;
    return false;
}

/* ---- drawing ---- */

/* A line of letters as halves of cells: four bits a cell, of which the lower two are its upper
 * half, and the first of two is on the left. */
struct grid {
    unsigned char *cells;
    int columns, rows;
};

static void set_dot(struct grid *grid, int x, int y, const struct letters *letters) {
    for (int row = y * letters->dots.high; row < (y + 1) * letters->dots.high; row++)
        for (int column = x * letters->dots.wide; column < (x + 1) * letters->dots.wide; column++)
            grid->cells[row / 2 * grid->columns + column / 2] |=
                (unsigned char)(1U << (row % 2 * 2 + column % 2));
}

static void set_glyph(struct grid *grid, int x, const struct letters *letters, char letter) {
    const struct glyph *glyph = font_glyph(letter);
    for (int row = 0; row < GLYPH_ROWS; row++)
        for (int column = 0; glyph->rows[row][column]; column++)
            if (glyph->rows[row][column] == '#')
                set_dot(grid, x + column, row, letters);
}

static void draw_line(struct frame *frame, struct area area, enum style style,
                      const struct letters *letters, const char *line, size_t length) {
    static const char *const blocks[] = {" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛",
                                         "▗", "▚", "▐", "▜", "▄", "▙", "▟", NULL};
    struct grid grid = {.columns = (dots_across(line, length) * letters->dots.wide + 1) / 2,
                        .rows = letters_rows(1, letters->dots.high)};
    grid.cells = arena_array(frame->arena, unsigned char, (size_t)(grid.columns * grid.rows));
    for (size_t i = 0, x = 0; i < length; i++) {
        set_glyph(&grid, (int)x, letters, line[i]);
        x += (size_t)(glyph_dots(line[i]) + GAP);
    }
    area = area_part(area, (area.columns - grid.columns) / 2, 0, grid.columns, grid.rows);
    for (int i = 0; i < grid.columns * grid.rows; i++) {
        unsigned bits = grid.cells[i];
        if (bits)
            frame_put(frame, area, i % grid.columns, i / grid.columns, style,
                      blocks[bits] ? blocks[bits] : frame_sign(frame, SIGN_FULL));
    }
}

void letters_draw(struct frame *frame, struct area area, enum style style,
                  const struct letters *letters, int first) {
    const char *rest = letters->text, *line;
    size_t length;
    int pitch = PITCH * letters->dots.high, each = letters_rows(1, letters->dots.high);
    for (int i = 0; next_letters(&rest, letters->most * 2 / letters->dots.wide, &line, &length);
         i++) {
        int row = (i - first) * (pitch / 2 + letters->apart);
        if (i >= first && row + each <= area.rows)
            draw_line(frame, area_part(area, 0, row, area.columns, each), style, letters, line,
                      length);
    }
}
