#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* wide characters */
#endif
#define NCURSES_WIDECHAR 1

#include "tui/screen.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/text.h"
#include "tui/signals.h"
#include "view/keys.h"

#define INSTEAD "; 'veto run' prints the meeting as text"

enum { ESCAPE_DELAY = 25 }; /* milliseconds until an Esc is an Esc */

struct screen {
    SCREEN *curses;
    int output;
    bool color, many; /* many: 256 of them */
    bool repaint;
    bool clicks;           /* come here */
    bool prepared[STYLES]; /* the pair is set */
};

/* ---- styles ---- */

enum { GROUND = -1 }; /* the terminal's own colour */

/* Badges have a ground of their own, so that they read on light and dark ones alike. Without colour
 * letters, signs and these attributes are enough. */
static const struct look {
    short few[2], many[2]; /* foreground and background, of 8 and of 256 colours */
    attr_t color, mono;
} looks[STYLES] = {
    [STYLE_PLAIN] = {{GROUND, GROUND}, {GROUND, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_DIM] = {{GROUND, GROUND}, {244, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_STRONG] = {{GROUND, GROUND}, {GROUND, GROUND}, A_BOLD, A_BOLD},
    [STYLE_TITLE] = {{GROUND, GROUND},
                     {GROUND, GROUND},
                     A_BOLD | A_UNDERLINE,
                     A_BOLD | A_UNDERLINE},
    [STYLE_LINE] = {{GROUND, GROUND}, {244, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_BAR] = {{COLOR_WHITE, COLOR_BLUE}, {255, 24}, A_NORMAL, A_REVERSE},
    [STYLE_KEY] = {{COLOR_YELLOW, COLOR_BLUE}, {222, 24}, A_BOLD, A_REVERSE | A_BOLD},
    [STYLE_SELECTED] = {{GROUND, GROUND}, {GROUND, GROUND}, A_REVERSE | A_BOLD, A_REVERSE | A_BOLD},
    [STYLE_PENDING] = {{GROUND, GROUND}, {244, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_YES] = {{COLOR_BLACK, COLOR_GREEN}, {231, 28}, A_NORMAL, A_NORMAL},
    [STYLE_NO] = {{COLOR_WHITE, COLOR_RED}, {231, 124}, A_NORMAL, A_REVERSE},
    [STYLE_ABSTAIN] = {{COLOR_BLACK, COLOR_YELLOW}, {16, 220}, A_NORMAL, A_UNDERLINE},
    [STYLE_NOT_PARTICIPATING] = {{COLOR_BLACK, COLOR_CYAN}, {231, 60}, A_NORMAL, A_NORMAL},
    [STYLE_ABSENT] = {{COLOR_BLACK, COLOR_WHITE}, {16, 250}, A_NORMAL, A_NORMAL},
    [STYLE_VETO] = {{COLOR_WHITE, COLOR_RED}, {231, 160}, A_BOLD | A_UNDERLINE, A_BOLD | A_REVERSE},
    [STYLE_FILL_YES] = {{COLOR_GREEN, GROUND}, {34, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_FILL_NO] = {{COLOR_RED, GROUND}, {160, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_FILL_ABSTAIN] = {{COLOR_YELLOW, GROUND}, {178, GROUND}, A_NORMAL, A_NORMAL},
};

static void prepare_colors(struct screen *screen) {
    if (!screen->color || !has_colors() || start_color() == ERR || COLORS < 8 ||
        COLOR_PAIRS <= STYLES || use_default_colors() == ERR) {
        screen->color = false;
        return;
    }
    screen->many = COLORS >= 256;
    for (short style = 0; style < STYLES; style++) {
        const short *colors = screen->many ? looks[style].many : looks[style].few;
        if (colors[0] != GROUND || colors[1] != GROUND)
            screen->prepared[style] = init_pair((short)(style + 1), colors[0], colors[1]) == OK;
    }
}

static attr_t attributes(const struct screen *screen, unsigned style, short *pair) {
    *pair = screen->prepared[style] ? (short)(style + 1) : 0;
    return screen->color ? looks[style].color : looks[style].mono;
}

/* ---- life ---- */

/* Of one capability of the terminal, or NULL. */
static const char *capability(const char *name) {
    const char *text = tigetstr((char *)(uintptr_t)name); /* which does not write to it */
    return text == (const char *)-1 ? NULL : text;
}

/* Adds a sequence without its padding, which asks for a delay and would be written as text. */
static void add_sequence(struct rescue *rescue, const char *text) {
    while (text && *text && rescue->sequence_length < sizeof rescue->sequence) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (!end)
            rescue->sequence[rescue->sequence_length++] = *text;
        text = end ? end + 1 : text + 1;
    }
}

/* The mouse is the terminal's again. XM is no standard capability; xterm's is what all others do.
 */
static void add_mouse_off(struct rescue *rescue) {
    const char *mouse = capability("XM");
    if (mouse)
        add_sequence(rescue, tiparm(mouse, 0));
    else if (capability("kmous"))
        add_sequence(rescue, "\033[?1000l");
}

/* For a crash: colours and attributes off, cursor on, keys as they were, the screen as it was. */
static void prepare_rescue(struct rescue *rescue) {
    static const char names[][6] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
    add_mouse_off(rescue);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_sequence(rescue, capability(names[i]));
    signals_prepare(rescue);
}

/* Opens curses on a terminal that can do what is asked of it. */
static SCREEN *open_curses(FILE *input, FILE *output, const char **error) {
    use_env(false); /* the size comes from the terminal, not from LINES and COLUMNS */
    use_tioctl(true);
    SCREEN *curses = newterm(NULL, output, input);
    if (!curses) {
        *error = "this kind of terminal is not known (see TERM)" INSTEAD;
        return NULL;
    }
    set_term(curses);
    if (capability("cup") && capability("clear"))
        return curses;
    endwin();
    delscreen(curses);
    *error = "this kind of terminal cannot place text on the screen (see TERM)" INSTEAD;
    return NULL;
}

static void set_modes(void) {
    cbreak();
    noecho();
    nonl(); /* Enter is not Ctrl-J */
    keypad(stdscr, true);
    nodelay(stdscr, true);
    set_escdelay(ESCAPE_DELAY);
    mouseinterval(0); /* a press is a press; nothing waits for a second one */
    curs_set(0);
}

struct screen *screen_open(FILE *input, FILE *output, bool color, const char **error) {
    struct rescue rescue = {.input = fileno(input), .output = fileno(output)};
    *error = "this is no terminal" INSTEAD;
    if (!isatty(rescue.output) || tcgetattr(rescue.input, &rescue.modes) != 0)
        return NULL;
    *error = "out of memory";
    struct screen *screen = calloc(1, sizeof *screen);
    if (!screen)
        return NULL;
    screen->curses = open_curses(input, output, error);
    if (!screen->curses) {
        free(screen);
        return NULL;
    }
    screen->output = rescue.output;
    screen->color = color;
    prepare_rescue(&rescue);
    prepare_colors(screen);
    set_modes();
    return screen;
}

/* Where there is no alternate screen, the prompt of the shell comes to stand on the last row. */
static void clear_last_row(void) {
    move(getmaxy(stdscr) - 1, 0);
    clrtoeol();
    refresh();
}

void screen_close(struct screen *screen) {
    clear_last_row();
    endwin();
    delscreen(screen->curses);
    free(screen);
}

void screen_leave(struct screen *screen) {
    (void)screen;
    clear_last_row();
    endwin();
}

void screen_return(struct screen *screen) {
    reset_prog_mode();
    curs_set(0);
    screen_repaint(screen);
}

void screen_repaint(struct screen *screen) {
    screen->repaint = true;
}

void screen_measure(struct screen *screen, int *columns, int *rows) {
    struct winsize size;
    getmaxyx(stdscr, *rows, *columns);
    if (ioctl(screen->output, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        return; /* a serial line: what terminfo says */
    if (size.ws_row == *rows && size.ws_col == *columns)
        return;
    if (resizeterm(size.ws_row, size.ws_col) == OK)
        screen->repaint = true;
    getmaxyx(stdscr, *rows, *columns);
}

/* ---- drawing ---- */

/* The cell's text for curses: one character and what stands on it. Where the C library measures it
 * in another way than the frame did, the row would be torn apart: then a mark takes its place. */
static void wide_text(const struct cell *cell, wchar_t text[CCHARW_MAX + 1]) {
    size_t used = 0, count = 0;
    uint32_t code;
    for (size_t bytes; used < cell->length && count < CCHARW_MAX; used += bytes) {
        bytes = text_decode(cell->bytes + used, cell->length - used, &code);
        if (bytes == 0)
            break;
        if (count == 0 || wcwidth((wchar_t)code) == 0)
            text[count++] = (wchar_t)code;
    }
    text[count] = L'\0';
    if (count == 0 || wcwidth(text[0]) != (int)cell->width)
        wcscpy(text, L"?");
}

static void draw_cell(const struct screen *screen, int row, int column, const struct cell *cell) {
    wchar_t text[CCHARW_MAX + 1];
    cchar_t out;
    short pair;
    attr_t attribute = attributes(screen, cell->style, &pair);
    wide_text(cell, text);
    if (setcchar(&out, text, attribute, pair, NULL) == OK)
        mvadd_wch(row, column, &out);
    if (cell->width == 2 && text[0] == L'?') {
        setcchar(&out, L" ", attribute, pair, NULL);
        mvadd_wch(row, column + 1, &out);
    }
}

void screen_draw(struct screen *screen, const struct frame *frame) {
    int columns, rows;
    getmaxyx(stdscr, rows, columns);
    rows = rows < frame->rows ? rows : frame->rows;
    columns = columns < frame->columns ? columns : frame->columns;
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            const struct cell *cell = &frame->cells[row * frame->columns + column];
            if (cell->width > 0)
                draw_cell(screen, row, column, cell);
        }
    bool points =
        frame->cursor_row >= 0 && frame->cursor_row < rows && frame->cursor_column < columns;
    curs_set(points);
    if (points)
        move(frame->cursor_row, frame->cursor_column);
    clearok(curscr, screen->repaint);
    screen->repaint = false;
    refresh();
}

/* ---- keys ---- */

static uint32_t special_key(wint_t code) {
    static const struct {
        wint_t code;
        uint32_t key;
    } keys[] = {
        {KEY_ENTER, PRESS_ENTER},   {KEY_BACKSPACE, PRESS_BACKSPACE},
        {KEY_LEFT, PRESS_LEFT},     {KEY_RIGHT, PRESS_RIGHT},
        {KEY_UP, PRESS_UP},         {KEY_DOWN, PRESS_DOWN},
        {KEY_PPAGE, PRESS_PAGE_UP}, {KEY_NPAGE, PRESS_PAGE_DOWN},
        {KEY_HOME, PRESS_HOME},     {KEY_END, PRESS_END},
        {KEY_DC, PRESS_DELETE},     {KEY_BTAB, PRESS_BACK_TAB},
        {KEY_FIND, PRESS_HOME},     {KEY_SELECT, PRESS_END},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].code == code)
            return keys[i].key;
    return PRESS_NONE;
}

/* Those that mean something. */
static bool is_control(wint_t code) {
    return code == PRESS_CTRL_N || code == PRESS_CTRL_P || code == PRESS_CTRL_R ||
           code == PRESS_CTRL_U;
}

static uint32_t plain_key(wint_t code) {
    switch (code) {
    case L'\r':
    case L'\n':
        return PRESS_ENTER;
    case L'\t':
        return PRESS_TAB;
    case 0x1b:
        return PRESS_ESCAPE;
    case 0x7f:
    case 0x08:
        return PRESS_BACKSPACE;
    default:
        return code >= 0x20 || is_control(code) ? (uint32_t)code : PRESS_NONE;
    }
}

/* The wheel is two buttons. What was not asked for, such as a release, is nothing. */
static struct press mouse_press(void) {
    MEVENT event;
    struct press press = {.key = PRESS_NONE};
    if (getmouse(&event) != OK)
        return press;
    press = (struct press){PRESS_NONE, event.x, event.y};
    if (event.bstate & BUTTON1_PRESSED)
        press.key = PRESS_CLICK;
    else if (event.bstate & BUTTON4_PRESSED)
        press.key = PRESS_WHEEL_UP;
    else if (event.bstate & BUTTON5_PRESSED)
        press.key = PRESS_WHEEL_DOWN;
    return press;
}

bool screen_press(struct screen *screen, struct press *press) {
    wint_t code;
    (void)screen;
    int kind = get_wch(&code);
    if (kind == ERR)
        return false;
    if (kind == KEY_CODE_YES && code == KEY_MOUSE)
        *press = mouse_press();
    else
        *press = (struct press){.key = kind == KEY_CODE_YES ? special_key(code) : plain_key(code)};
    return true;
}

void screen_take_clicks(struct screen *screen, bool take) {
    if (take == screen->clicks)
        return;
    mousemask(take ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
    screen->clicks = take;
}
